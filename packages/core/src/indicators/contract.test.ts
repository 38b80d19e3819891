import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CollectionName, collectionSchemas } from '../model/collections.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Measure } from '../model/measure.ts';
import { makeDataset, observation } from '../model/testing.ts';
import { type Indicator, indicatorIds, loadIndicator, loadIndicators, topicOf } from './index.ts';

const PERIODS = ['2023-SY', '2024'];
const names = Object.keys(collectionSchemas) as CollectionName[];
const indicators = await loadIndicators();

/** An imaginary region with five collèges: nothing in an indicator depends on those of one region. */
const colleges = ['a', 'b', 'c', 'd', 'e'].map((id, at) => ({
  id,
  network: 'net',
  label: { fr: `Collège ${id}` },
  order: at + 1,
}));
const territories = [
  { id: 'departement-01', kind: 'departement', name: { fr: 'Un' }, parents: ['region-99'] },
  { id: 'departement-02', kind: 'departement', name: { fr: 'Deux' }, parents: ['region-99'] },
  { id: 'commune-01001', kind: 'commune', name: { fr: 'Amont' }, parents: ['departement-01'] },
  { id: 'commune-02002', kind: 'commune', name: { fr: 'Aval' }, parents: ['departement-02'] },
];
const organisations = ['o1', 'o2', 'o3', 'o4'].map((id, at) => ({
  id,
  name: id,
  territories: [at < 3 ? 'commune-01001' : 'commune-02002'],
}));
const membership = (n: number, college: string, start: string | null, end: string | null = null) => ({
  id: `m${n}`,
  organisation: `o${n}`,
  network: 'net',
  college,
  start,
  end,
  ...(end ? { exitReason: 'lapse' } : {}),
});
const stated = (id: string, value: number, unit: string, extra: object = {}) =>
  observation(id, value, { unit, ...extra });
const percents = (part: string, value: number) => ({
  ...stated('governance-attendance', value, 'percent', { dimensions: { attendance: part } }),
  quantity: { value, op: '=', unit: 'percent', base: 'seats' },
});
/** Figures that no record carries: what an indicator that is only published lives on. */
const published = [
  ...indicators.filter((i) => !i.value && !i.parts).map((i) => stated(i.id, 12, i.unit)),
  stated('month-national-share', 12, 'percent'),
  stated('steering-attendance', 30, 'people', { period: '2024-04-11' }),
  stated('steering-attendance', 12, 'people', { period: '2024-04-11', dimensions: { gender: 'men' } }),
  stated('steering-attendance', 30, 'people', { period: '2024-04-11', dimensions: { affiliation: 'public' } }),
  stated('survey-response-rate', 60, 'percent', { dimensions: { survey: 'flash' } }),
  stated('tee-supported', 5, 'organisations', { dimensions: { territory: 'commune-01001' } }),
  stated('training-reach', 4, 'organisations', { dimensions: { 'network-kind': 'hub' } }),
  stated('staff-headcount', 3, 'people', { dimensions: { kind: 'shared' } }),
  stated('territory-coverage', 2, 'territories', { dimensions: { kind: 'new' } }),
  stated('staff-movements', 2, 'people', { dimensions: { contract: 'permanent' } }),
  stated('interviews-count', 10, 'interviews', { dimensions: { programme: 'tee' } }),
  stated('participation-organisations', 7, 'organisations', { dimensions: { programme: 'tee' } }),
  ...['a', 'b'].flatMap((part) => [
    stated('training-departures', 14, 'departures', { dimensions: { kind: part } }),
    stated('internships', 2, 'internships', { dimensions: { kind: part } }),
    stated('research-projects', 4, 'projects', { dimensions: { call: part } }),
  ]),
  // A part of each dimension that is only published.
  ...indicators
    .filter((i) => !i.value && !i.parts)
    .flatMap((i) => i.dimensions.map((d) => stated(i.id, 8, i.unit, { dimensions: { [d.id]: 'some' } }))),
  stated('webinar-audience', 60, 'percent', { dimensions: { affiliation: 'public' } }),
  percents('present', 70),
  percents('excused-represented', 20),
];
const region = {
  networks: [{ id: 'net', name: { fr: 'Réseau' } }],
  colleges,
  territories,
  organisations,
  memberships: [
    membership(1, 'a', '2020'),
    membership(2, 'b', '2024-03'),
    membership(3, 'e', '2021', '2024-05'),
    membership(4, 'c', '2019'),
  ],
  bodies: [{ id: 'board', name: { fr: 'Conseil' }, kind: 'governance' }],
  meetings: [1, 2, 3].map((n) => ({
    id: `meeting-${n}`,
    body: 'board',
    date: `2024-0${n}-10`,
    status: n === 3 ? 'cancelled' : 'held',
  })),
  tallies: [
    { id: 'tally-1', of: 'webinar-1', total: { value: 10, op: '=', unit: 'people' } },
    {
      id: 'tally-2',
      of: 'fair',
      total: { value: 10, op: '=', unit: 'people' },
      by: {
        gender: { women: { value: 5, op: '=', unit: 'people' }, men: { value: 4, op: '=', unit: 'people' } },
        affiliation: { public: { value: 6, op: '=', unit: 'people' }, ess: { value: 3, op: '=', unit: 'people' } },
      },
    },
  ],
  votes: [
    {
      id: 'vote-1',
      subject: { fr: 'Statuts' },
      date: '2024-06-01',
      for: { value: 18, op: '=', unit: 'votes' },
      eligible: { value: 20, op: '=', unit: 'votes' },
      threshold: 0.8,
    },
  ],
  series: [{ id: 'webinaires-collectivites', name: { fr: 'Webinaires' } }],
  events: [
    {
      id: 'webinar-1',
      title: { fr: 'Un' },
      date: '2024-02-01',
      status: 'held',
      series: 'webinaires-collectivites',
      online: true,
    },
    {
      id: 'fair',
      title: { fr: 'Foire' },
      date: '2024-05-02',
      status: 'held',
      territories: ['commune-01001'],
      count: 3,
    },
    { id: 'next', title: { fr: 'Suite' }, date: '2024-11-02', status: 'planned', territories: ['commune-02002'] },
  ],
  programmes: [
    { id: 'school', name: { fr: 'École' } },
    { id: 'dla', name: { fr: 'Accompagnement' }, territories: ['departement-01', 'departement-02'] },
    { id: 'tee', name: { fr: 'Transition' } },
  ],
  missions: [
    {
      id: 's1',
      programme: 'dla',
      mode: 'individual',
      organisations: ['o1'],
      period: '2023/2024',
      status: 'held',
      lot: 'x',
      territories: ['commune-01001'],
    },
    {
      id: 's2',
      programme: 'dla',
      mode: 'collective',
      organisations: ['o1', 'o2'],
      period: '2024',
      status: 'ongoing',
      lot: 'y',
      territories: ['commune-02002'],
    },
  ],
  jobs: ['permanent', 'fixed-term'].map((contract, at) => ({
    id: contract,
    programme: 'dla',
    period: '2024',
    contract,
    lot: 'x',
    mode: 'individual',
    territory: 'departement-01',
    jobs: { value: 30 - 10 * at, op: '=', unit: 'jobs' },
  })),
  calls: [{ id: 'call-1', name: { fr: 'Appel' }, period: '2024' }],
  applications: ['selected', 'rejected', 'pending'].map((result) => ({
    id: result,
    call: 'call-1',
    territories: ['commune-01001'],
    result,
  })),
  participations: [
    { id: 'pa1', organisation: 'o1', of: 'fair', role: 'organiser' },
    { id: 'pa2', organisation: 'o2', of: 'tee', role: 'attendee', period: '2024', territories: ['commune-01001'] },
    { id: 'pa5', organisation: 'o3', of: 'tee', role: 'attendee', period: '2024' },
    { id: 'pa3', organisation: 'o4', of: 'tee', role: 'supported', period: '2024-03' },
    { id: 'pa4', organisation: 'o4', of: 'net', role: 'partner', period: '2023/2025' },
  ],
  movements: [
    { id: 'mo1', direction: 'in', contract: 'permanent', period: '2024', count: { value: 2, op: '=', unit: 'people' } },
    { id: 'mo2', direction: 'out', period: '2024', count: { value: 3, op: '=', unit: 'people' } },
  ],
  filings: ['application', 'balance'].map((stage) => ({ id: stage, fund: { fr: 'Fonds' }, stage, period: '2024' })),
  projects: [
    {
      id: 'p1',
      programme: 'school',
      period: '2023-SY',
      status: 'held',
      establishment: 'lycee',
      territories: ['commune-01001'],
    },
    { id: 'p2', programme: 'school', period: '2023-SY', status: 'held', territories: ['commune-02002'] },
  ],
  channels: [{ id: 'chat', label: { fr: 'Chat' }, kind: 'social' }],
  audiences: [
    {
      id: 'chat-2024',
      channel: 'chat',
      date: '2024-12-31',
      followers: { value: 110, op: '=', unit: 'subscribers' },
      change: { value: 10, op: '=', unit: 'subscribers' },
    },
  ],
  publications: [
    { id: 'pub-1', title: { fr: 'Une' }, theme: 'water', format: 'pdf', date: '2024-03' },
    { id: 'pub-2', title: { fr: 'Deux' }, theme: 'wood', date: '2024-04' },
  ],
  categories: [
    { id: 'water', dimension: 'theme', label: { fr: 'Eau' }, order: 1 },
    { id: 'present', dimension: 'attendance', label: { fr: 'présents' }, order: 1 },
  ],
  observations: published,
};
const everything = [{ complete: true }];
const coverage = Object.fromEntries(names.map((name) => [name, everything]));
const full = makeDataset(region, { periods: PERIODS, coverage });
/** What records alone say, on lists that are whole, and on lists that may not be. */
const own = { ...region, observations: [] };
const recorded = makeDataset(own, { periods: PERIODS, coverage });
const listed = makeDataset(own, { periods: PERIODS });

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
/** Dimensions whose values are single things, known or not. */
const SINGLE = new Set(['channel', 'event', 'vote', 'webinar']);
/** What is told of those who came to an event is not all of them: the rest is counted where only that one is asked for. */
const TOLD_APART = new Set(['attendance-by-affiliation/event']);
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
  it('has at least twenty indicators, each in a file of its name, in the folder of its topic', () => {
    expect(indicators.length).toBeGreaterThanOrEqual(20);
    const files = Object.entries(topicOf).map(([id, topic]) => `${topic}/${id}.ts`);
    for (const topic of new Set(Object.values(topicOf))) {
      const found = readdirSync(path.join(import.meta.dirname, topic)).filter(
        (f) => !f.endsWith('.test.ts') && f !== 'index.ts',
      );
      expect(found.map((f) => `${topic}/${f}`).sort()).toEqual(files.filter((f) => f.startsWith(`${topic}/`)).sort());
    }
    expect(indicators.map((i) => i.id).sort()).toEqual([...indicatorIds()].sort());
  });

  it('gives each name of the seed catalogue to one indicator', () => {
    const seeds = indicators.flatMap((i) => i.seedId ?? []);
    expect(seeds).toEqual([...new Set(seeds)]);
  });

  it('loads one indicator by its id, and none by an id that it does not have', async () => {
    expect((await loadIndicator('members-stock'))?.id).toBe('members-stock');
    expect(await loadIndicator('constructor')).toBeUndefined();
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

  it('reads the collections that it names, and no other', () => {
    const read = new Set<string>();
    const collections = new Proxy(full.collections, {
      get: (target, name) => {
        read.add(String(name));
        return Reflect.get(target, name);
      },
    });
    answers(indicator, { ...full, collections });
    expect([...read].sort()).toEqual([...indicator.needs].sort());
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
        for (const q of counted) if (q) expect(q.partial).toBe(isWhole ? undefined : 'liste incomplète');
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
