import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CATALOGUE_FORMAT,
  type Calculation,
  type Dataset,
  generalCatalogue,
  type IndicatorEntry,
  type Measure,
  type Quantity,
} from '../model/index.ts';
import { makeDataset } from '../model/testing.ts';
import { catalogue, indicators } from '../testing/bretagne.ts';
import { indicatorOf, indicatorsOf } from './catalogue.ts';
import { checkCatalogue } from './catalogue-problems.ts';
import { type Indicator } from './indicator.ts';
import { UNDECIDED, UNKNOWN_AMOUNTS, UNSTATED } from './missing-parts.ts';
import { coverage, full, listed, names, PERIODS, recorded, stated } from './testing/five-colleges.ts';

/** Everything that may be asked of an indicator in the imaginary region. */
const requests = (indicator: Indicator) => {
  const dimensions = [undefined, ...indicator.dimensions.map((d) => d.id)];
  const places = [undefined, 'departement-01', 'commune-02002'];
  return PERIODS.flatMap((period) =>
    dimensions.flatMap((by) =>
      places.map((territory) => ({ period, ...(by ? { by } : {}), ...(territory ? { territory } : {}) })),
    ),
  );
};
const answers = (indicator: Indicator, dataset: Dataset): readonly Measure[] =>
  requests(indicator).map((r) => indicator.compute(dataset, r));
/** Reasons of a figure of which some parts are not known, however complete the lists are. */
const MISSING: readonly string[] = [UNDECIDED, UNKNOWN_AMOUNTS, UNSTATED].map(({ fr }) => fr);
/** Dimensions whose values are single things, known or not. */
const SINGLE = new Set(['channel', 'event', 'vote', 'webinar']);
/**
 * The affiliations stated for one event need not cover everyone who came: the rest is counted only where one event is
 * requested.
 */
const TOLD_APART = new Set(['attendance-by-affiliation/event']);
/** The number that stands for a quantity in arithmetic: percents are hundredths. */
const plain = ({ value, unit }: Quantity): number =>
  value === undefined ? Number.NaN : /^(percent|points)$/.test(unit) ? value / 100 : value;

const FORMS: Readonly<Record<Calculation['form'], (a: number, b: number, signed: readonly number[]) => number>> = {
  ratio: (a, b) => a / b,
  rest: (a, b) => 1 - a / b,
  growth: (a, b) => (a - b) / b,
  sum: (_a, _b, signed) => signed.reduce((total, n) => total + n, 0),
};

/** Does the arithmetic of a measure again, if it has one. */
function expectSame({ calculation, agreement, quantity: shown }: Measure): void {
  const result = agreement?.computed ?? shown;
  if (!calculation || !result) return;
  const signed = calculation.operands.map(({ quantity, minus }) => plain(quantity) * (minus ? -1 : 1));
  const [a = Number.NaN, b = Number.NaN] = signed;
  const again = FORMS[calculation.form](a, b, signed);
  if (Number.isFinite(plain(result))) expect(again).toBeCloseTo(plain(result), 9);
  for (const { label, indicator: id } of calculation.operands) {
    expect(label.fr).toBeTruthy();
    if (id !== undefined) expect(indicators.map((each) => each.id)).toContain(id);
  }
}

const isKnown = (m: Measure): boolean => m.quantity !== null || m.parts?.some((p) => p.quantity !== null) === true;

const byJson = (list: readonly unknown[]) => [...list].map((each) => JSON.stringify(each)).sort();
/** A measure without the order of its parts and sources, which is that of the data. */
const unordered = (m: Measure) => ({
  ...m,
  parts: byJson(m.parts ?? []),
  sources: byJson(m.sources),
  observations: byJson(m.observations ?? []),
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

describe('the catalogue', () => {
  it('can be used as it is written', () => {
    expect(indicators.length).toBeGreaterThanOrEqual(79);
    expect(checkCatalogue({ catalogue }, 'catalogue').findings).toEqual([]);
  });

  it('is 66 general indicators without a catalogue of the data, whose own definition of an id wins', () => {
    expect(indicatorsOf({})).toHaveLength(66);
    const [first] = generalCatalogue.indicators;
    const own = { ...first, label: { fr: 'Le leur' } } as IndicatorEntry;
    const dataset = { catalogue: { format: CATALOGUE_FORMAT, indicators: [own] } };
    expect(indicatorsOf(dataset)).toHaveLength(66);
    expect(indicatorOf(dataset, own.id)?.label).toEqual({ fr: 'Le leur' });
    expect(indicatorOf({}, own.id)?.label).not.toEqual({ fr: 'Le leur' });
  });

  it('may name what a general indicator is kept to', () => {
    const shorts = { 'body-meetings': [{ where: 'body=bureau', short: { fr: 'Réunions du bureau' } }] };
    const dataset = { catalogue: { format: CATALOGUE_FORMAT, indicators: [], shorts } };
    expect(indicatorOf(dataset, 'body-meetings')?.shorts).toEqual(shorts['body-meetings']);
    expect(indicatorOf({}, 'body-meetings')?.shorts).toBeUndefined();
  });

  it('gives each name of the seed catalogue to one indicator', () => {
    const seeds = indicators.flatMap((i) => i.seedId ?? []);
    expect(seeds).toEqual([...new Set(seeds)]);
  });
});

describe.each(indicators.map((i) => [i.id, i] as const))('%s', (id, indicator) => {
  it('has an id in kebab-case, texts in three languages and distinct dimensions', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const lang of ['fr', 'br', 'en']) expect(indicator.label[lang], lang).toBeTruthy();
    for (const lang of ['fr', 'en']) expect(indicator.definition[lang], lang).toMatch(/\.$/);
    for (const text of [indicator.label.fr, indicator.definition.fr]) expect(text).not.toMatch(/'| [%;:!?]/);
    for (const d of indicator.dimensions) expect(Object.keys(d.label).sort(), d.id).toEqual(['br', 'en', 'fr']);
    const dimensions = indicator.dimensions.map((d) => d.id);
    expect(dimensions).toEqual([...new Set(dimensions)]);
  });
});

/** The first entry of each formula: entries of one formula differ in what they name. `npm run test:full` takes all entries. */
const firsts = new Map(
  [...generalCatalogue.indicators, ...catalogue.indicators].reverse().map(({ id, formula }) => [formula?.name, id]),
);
const tested = indicators.filter(({ id }) => process.env['ESS_FULL'] === '1' || [...firsts.values()].includes(id));

it('has an entry of each formula, and of none', () => {
  expect(tested.length).toBeGreaterThanOrEqual(21);
});

describe.each(tested.map((i) => [i.id, i] as const))('%s', (id, indicator) => {
  it('reads no collection that it does not name', () => {
    const read = new Set<string>();
    const collections = new Proxy(full.collections, {
      get: (target, name) => {
        read.add(String(name));
        return Reflect.get(target, name);
      },
    });
    answers(indicator, { ...full, collections });
    expect([...read].filter((name) => !(indicator.needs as readonly string[]).includes(name))).toEqual([]);
    expect(indicator.needs).toContain('observations');
  });

  it('has a value somewhere in the imaginary region, in its own unit', () => {
    const known = answers(indicator, full).filter(isKnown);
    expect(known).not.toHaveLength(0);
    const units = known
      .flatMap((m) => [m.quantity, ...(m.parts ?? []).map((p) => p.quantity)])
      .flatMap((q) => q?.unit ?? []);
    const own = [indicator.unit, ...(indicator.otherUnits ?? [])];
    expect(units).toContain(indicator.unit);
    expect(units.filter((unit) => !own.includes(unit))).toEqual([]);
  });

  it('is unknown, never 0, without data', () => {
    const blank = makeDataset(Object.fromEntries(names.map((name) => [name, []])), { periods: PERIODS });
    for (const dataset of [makeDataset({}, { periods: PERIODS }), blank]) {
      expect(answers(indicator, dataset).filter(isKnown)).toEqual([]);
    }
  });

  it('gives the same answer twice and leaves the data alone', () => {
    const frozen = deepFreeze(structuredClone(full));
    expect(answers(indicator, frozen)).toEqual(answers(indicator, frozen));
  });

  it('does not depend on the order of the records', () => {
    const expected = answers(indicator, full).map(unordered);
    const shuffles = names.map((name) => {
      const list: readonly object[] = full.collections[name] ?? [];
      return fc.shuffledSubarray([...list], { minLength: list.length }).map((shuffled) => [name, shuffled] as const);
    });
    fc.assert(
      fc.property(fc.tuple(...shuffles), (pairs) => {
        const dataset = makeDataset(Object.fromEntries(pairs), { periods: PERIODS, coverage });
        expect(answers(indicator, dataset).map(unordered)).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });

  it('says which dimensions it has when it is asked for another', () => {
    expect(() => indicator.compute(full, { by: 'weather' })).toThrow(TypeError);
    expect(() => indicator.compute(full, { by: 'weather' })).toThrow(/weather/);
  });

  it('lets a published value through, with its source', () => {
    const dataset = makeDataset(
      { observations: [stated(id, 7, indicator.unit, { period: '2024' })] },
      { periods: PERIODS },
    );
    const measure = indicator.compute(dataset);
    expect(measure).toMatchObject({
      period: '2024',
      quantity: { value: 7 },
      basis: 'published',
      observations: [`${id}/2024`],
    });
    expect(measure.sources).toEqual([{ document: 'report', section: 'I.1.a', page: 4 }]);
  });

  it('does not take a planned figure for one that was observed', () => {
    const planned = stated(id, 7, indicator.unit, { status: 'planned' });
    expect(isKnown(indicator.compute(makeDataset({ observations: [planned] })))).toBe(false);
  });

  it('never confirms a figure with a value calculated from it', () => {
    for (const measure of answers(indicator, full)) {
      const itself = measure.derivedFrom?.filter((from) => measure.observations?.includes(from)) ?? [];
      expect(itself).toEqual([]);
    }
  });

  it('writes an arithmetic that gives its computed value again, and none of what is only listed', () => {
    const asked = [
      ...requests(indicator),
      ...PERIODS.map((period) => ({ period: String(Number.parseInt(period, 10) - 1) })),
    ];
    const pairs = answers(indicator, full).flatMap(({ period, by, parts = [] }) =>
      parts.map((part) => ({ period, where: `${by}=${part.id}` })),
    );
    for (const dataset of [full, recorded, listed])
      for (const request of [...asked, ...pairs]) {
        const measure = indicator.compute(dataset, request);
        if (measure.basis === 'listed') expect(measure.calculation).toBeUndefined();
        else expectSame(measure);
      }
  });

  it('gives for one part what it shows of that part beside the others, and splits it into no other', () => {
    for (const { by, territory, ...asked } of requests(indicator)) {
      if (by === undefined || (territory && by === 'territory') || TOLD_APART.has(`${id}/${by}`)) continue;
      const request = { ...asked, by, compare: 'none', ...(territory ? { territory } : {}) } as const;
      for (const part of indicator.compute(full, request).parts ?? []) {
        if (part.id === 'unknown') continue;
        const where = `${by}=${part.id}`;
        const one = indicator.compute(full, { ...request, where });
        expect([where, one.quantity?.value]).toEqual([where, part.quantity?.value]);
        expect(one.parts?.filter((each) => each.id !== part.id) ?? [], where).toEqual([]);
      }
    }
  });

  it('says exactly how many lists hold that are whole, and "at least" of those that may not be, part by part', () => {
    for (const isWhole of [true, false]) {
      const answered = answers(indicator, isWhole ? recorded : listed).filter(
        ({ basis }) => !isWhole || basis !== 'listed',
      );
      for (const { by, quantity, parts = [] } of answered) {
        const counted = by !== undefined && SINGLE.has(by) ? [quantity] : [quantity, ...parts.map((p) => p.quantity)];
        for (const q of counted.filter((each) => each !== null)) {
          const reasons = q.partial?.split(' ; ').filter((reason) => !MISSING.includes(reason)) ?? [];
          expect(reasons).toEqual(isWhole ? [] : ['liste incomplète']);
        }
      }
    }
  });

  it('is unknown, not 0, in a territory where it reads of none', () => {
    if (indicator.needs.includes('territories')) return;
    for (const measure of answers(indicator, recorded)) if (measure.territory) expect(isKnown(measure)).toBe(false);
  });

  it('does not give the value of the whole for a part or a territory that it does not know', () => {
    const wheres = ['weather=rain', ...indicator.dimensions.map((d) => `${d.id}=nowhere`)].map((where) => ({ where }));
    for (const request of [...wheres, { territory: 'departement-77' }]) {
      for (const period of PERIODS) {
        const q = indicator.compute(full, { period, ...request }).quantity;
        expect(q === null || q.value === 0, JSON.stringify(request)).toBe(true);
      }
    }
  });
});
