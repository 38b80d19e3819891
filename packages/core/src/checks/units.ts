import {
  type Finding,
  isSameKind,
  isWritten,
  type Observation,
  oneErrorApart,
  push,
  type Quantity,
  UNITS,
} from '../model/index.ts';
import type { Check, CheckContext, CheckOptions } from './check.ts';
import { type At, type BilingualText, placeAndSubject, placeOf, report, subjectOf } from './shared/finding.ts';
import { dimensionName } from './shared/titles.ts';

const id = 'units';

/** Figures of one kind in the usual unit, before another one among them looks like a slip. */
const ENOUGH = 3;

/** …where the catalogue does not say the usual unit itself. */
const ENOUGH_OF_CATALOGUE = 2;

/** Returns the one figure in another unit than all the others of its kind. */
function odd(
  list: readonly Observation[],
  unit: string | undefined,
): readonly [odd: Observation, usual: string] | null {
  const units = new Map<string, Observation[]>();
  for (const o of list) push(units, o.quantity.unit, o);
  const [most, least, more] = [...units].sort(([, a], [, b]) => b.length - a.length);
  const [only, second] = least?.[1] ?? [];
  const enough = most?.[0] === unit ? ENOUGH_OF_CATALOGUE : ENOUGH;
  if (!most || !only || second || more || most[1].length < enough) return null;
  return [only, most[0]];
}

/** Returns the kind of thing that a unit measures: units of two kinds never mean the same. */
function kindOf(unit: string): string {
  if (/euros?$/.test(unit)) return 'money';
  if (unit === 'percent' || unit === 'points') return unit;
  if (unit === 'year' || unit === 'edition') return 'rank';
  return /^(?:hours|days|months|years|FTE|km|m2)$/.test(unit) || /\/|-per-|^ratio$/.test(unit) ? 'measure' : 'count';
}

/** Kinds that look like a slip in place of each other: a number of things, money, a part of a hundred. */
const APART = new Set(['money', 'percent', 'count']);

interface Wrong {
  readonly severity?: 'error' | 'warning';
  readonly o: Observation;
  readonly expected?: string | undefined;
  readonly what: BilingualText;
}

const findingOf = ({ o, expected, what, severity = 'warning' }: Wrong): Finding =>
  report({
    rule: id,
    severity,
    certainty: severity === 'error' ? 'certain' : 'possible',
    where: placeOf('observations', o, 'quantity.unit'),
    subject: subjectOf(o),
    found: o.quantity.unit,
    ...(expected === undefined ? {} : { expected }),
    what,
    todo: { fr: 'Relisez l’unité.', en: 'Read the unit again.' },
  });

/** Finds members in euros, or in events, though the catalogue counts them: the indicator refuses such a figure. */
function otherUnit(o: Observation, catalogue: CheckOptions['indicators']): Finding[] {
  const { unit, otherUnits = [] } = catalogue?.[o.indicator ?? ''] ?? {};
  if (unit === undefined || [unit, ...otherUnits].some((own) => isSameKind(own, o.quantity.unit))) return [];
  const what = {
    fr: `l'unité est « ${o.quantity.unit} », celle de « ${o.indicator ?? ''} » est « ${unit} »`,
    en: `the unit is "${o.quantity.unit}", that of "${o.indicator ?? ''}" is "${unit}"`,
  };
  return [findingOf({ o, expected: unit, what, severity: 'error' })];
}

const SIGNS: readonly (readonly [kind: string, unit: string, pattern: RegExp])[] = [
  ['percent', 'percent', /^[^\d%]*[\d\s.,]+%[^\d%]*$/u],
  ['money', 'euros', /^[^\d€]*[\d\s.,]+(?:k|M|Md|millions? d[’'])?\s?(?:€|euros)[^\d€%]*$/u],
];

/** Finds one number that is printed with the sign of another unit: `92 %` of people, `3 000 €` of members. */
function otherSign(o: Observation): Finding[] {
  const [kind, unit] = SIGNS.find(([, , pattern]) => pattern.test(o.printed ?? '')) ?? [];
  const own = kindOf(o.quantity.unit);
  if (kind === undefined || unit === undefined || !APART.has(own) || own === kind) return [];
  const what = {
    fr: `l'unité est « ${o.quantity.unit} », mais le document écrit « ${o.printed ?? ''} »`,
    en: `the unit is "${o.quantity.unit}", but the document prints "${o.printed ?? ''}"`,
  };
  return [findingOf({ o, expected: unit, what })];
}

/**
 * Finds a unit without a word: figures are written with its own spelling, in every language. Each such unit once, where
 * its indicator is in the catalogue or it measures something.
 */
function unwritten(list: readonly Observation[], catalogue: CheckOptions['indicators']): readonly Finding[] {
  const isHurt = ({ indicator, quantity: { unit, value = 0 } }: Observation): boolean =>
    !isWritten(unit) && (!Number.isInteger(value) || Object.hasOwn(catalogue ?? {}, indicator ?? ''));
  const hurt = new Map<string, Observation>();
  for (const o of list) if (isHurt(o) && !hurt.has(o.quantity.unit)) hurt.set(o.quantity.unit, o);
  return [...hurt].map(([unit, o]) =>
    findingOf({
      o,
      expected: catalogue?.[o.indicator ?? '']?.unit,
      what: {
        fr: `« ${unit} » n'est pas une unité dont les widgets ont le mot, et reste écrite ainsi`,
        en: `"${unit}" is no unit that the widgets have a word for, and stays written so`,
      },
    }),
  );
}

/**
 * Finds a unit that comes once, one letter from one that others have, or any in other letters than it is written:
 * `eurs`, `fte`.
 */
function misspelt(list: readonly Observation[], catalogue: CheckOptions['indicators']): readonly Finding[] {
  const used = new Map<string, Observation[]>();
  for (const o of list) push(used, o.quantity.unit, o);
  const known = new Set(Object.values(catalogue ?? {}).flatMap(({ unit }) => unit ?? []));
  for (const [unit, of] of used) if (of.length > 1) known.add(unit);
  return [...used].flatMap(([unit, [o, more]]): readonly Finding[] => {
    if (!o || isWritten(unit)) return [];
    const near = (each: string): boolean => oneErrorApart(each, unit) && each !== `${unit}s`;
    const isOdd = !more && !known.has(unit) && unit.length >= 4;
    const meant =
      UNITS.find((each) => each.toLowerCase() === unit.toLowerCase()) ??
      (isOdd ? ['euros', 'percent', ...known].find(near) : undefined);
    if (meant === undefined) return [];
    if (meant.toLowerCase() === unit.toLowerCase()) {
      const what = { fr: `l'unité « ${unit} » s'écrit « ${meant} »`, en: `the unit "${unit}" is written "${meant}"` };
      return [findingOf({ o, expected: meant, what })];
    }
    const what = {
      fr: `aucune autre fiche n'a l'unité « ${unit} » ; la plus proche est « ${meant} »`,
      en: `no other record has the unit "${unit}"; the nearest one is "${meant}"`,
    };
    return [findingOf({ o, expected: meant, what })];
  });
}

/** Finds parts of one dimension of a tally of which some are percents and others are counts. */
function mixed({ index }: CheckContext): readonly Finding[] {
  return index.list('tallies').flatMap((tally) =>
    Object.entries(tally.by).flatMap(([dimension, by]): readonly Finding[] => {
      const found = [...new Set(Object.values(by).map(({ unit }) => unit))];
      if (new Set(found.map(kindOf)).size < 2) return [];
      const said = found.join(', ');
      return [
        report({
          rule: id,
          severity: 'warning',
          certainty: 'likely',
          where: placeOf('tallies', tally, `by.${dimension}`),
          subject: subjectOf(tally),
          found: said,
          expected: found[0] ?? '',
          what: {
            fr: `les parts par « ${dimensionName(index, dimension).fr} » ne sont pas dans la même unité : ${said}`,
            en: `the parts by "${dimensionName(index, dimension).en}" are not in one unit: ${said}`,
          },
          todo: { fr: 'Donnez la même unité à toutes.', en: 'Give all of them one unit.' },
        }),
      ];
    }),
  );
}

/** Yields the amounts of records that are numbers of things, whatever the record. */
function* counted({ index }: CheckContext): Generator<At & { readonly q: Quantity }> {
  for (const record of index.list('events'))
    if (record.attendance) yield { collection: 'events', record, field: 'attendance', q: record.attendance };
  for (const record of index.list('tallies'))
    if (record.total) yield { collection: 'tallies', record, field: 'total', q: record.total };
  for (const record of index.list('jobs')) yield { collection: 'jobs', record, field: 'jobs', q: record.jobs };
  for (const record of index.list('movements'))
    yield { collection: 'movements', record, field: 'count', q: record.count };
  for (const record of index.list('audiences'))
    yield { collection: 'audiences', record, field: 'followers', q: record.followers };
}

/** Finds people at an event in euros, followers in percent. */
function uncountable(context: CheckContext): readonly Finding[] {
  const found: Finding[] = [];
  for (const { q, ...at } of counted(context)) {
    if (kindOf(q.unit) === 'count' || !APART.has(kindOf(q.unit))) continue;
    found.push(
      report({
        rule: id,
        severity: 'warning',
        certainty: 'likely',
        ...placeAndSubject({ ...at, field: `${at.field}.unit` }),
        found: q.unit,
        what: {
          fr: `l'unité est « ${q.unit} », mais ce nombre compte des personnes ou des choses`,
          en: `the unit is "${q.unit}", but this number counts people or things`,
        },
        todo: { fr: 'Relisez l’unité.', en: 'Read the unit again.' },
      }),
    );
  }
  return found;
}

/** Finds the amount of a prize in percent, or in things that are counted. */
function prizeUnits({ index }: CheckContext): readonly Finding[] {
  return index.list('prizes').flatMap((prize): readonly Finding[] => {
    const { unit } = prize.amount ?? {};
    if (unit === undefined || !APART.has(kindOf(unit)) || kindOf(unit) === 'money' || !isWritten(unit)) return [];
    return [
      report({
        rule: id,
        severity: 'warning',
        certainty: 'likely',
        ...placeAndSubject({ collection: 'prizes', record: prize, field: 'amount.unit' }),
        found: unit,
        expected: 'euros',
        what: {
          fr: `l'unité est « ${unit} », mais la dotation d'un prix est une somme`,
          en: `the unit is "${unit}", but the amount of a prize is a sum of money`,
        },
        todo: { fr: 'Relisez l’unité.', en: 'Read the unit again.' },
      }),
    ];
  });
}

/** A figure whose unit is not that of the others of its indicator and dimensions: members in euros. */
export const units: Check = {
  id,
  label: { fr: 'Unités', en: 'Units' },
  needs: ['observations', 'tallies', 'events', 'jobs', 'movements', 'audiences', 'prizes'],
  run: (context) => {
    const { index, options } = context;
    const kinds = new Map<string, Observation[]>();
    for (const o of index.list('observations')) {
      if (!o.indicator) continue;
      push(kinds, [o.indicator, ...Object.keys(o.dimensions).sort()].join('\u0000'), o);
    }
    const odds = [...kinds.values()].flatMap((list) => {
      const [o, usual] = odd(list, options.indicators?.[list[0]?.indicator ?? '']?.unit) ?? [];
      if (!o || usual === undefined) return [];
      const what = {
        fr: `l'unité est « ${o.quantity.unit} », les autres nombres de « ${o.indicator ?? ''} » sont en « ${usual} »`,
        en: `the unit is "${o.quantity.unit}", the other figures of "${o.indicator ?? ''}" are in "${usual}"`,
      };
      return [findingOf({ o, expected: usual, what })];
    });
    const spelt = misspelt(index.list('observations'), options.indicators);
    const said = new Set([...odds, ...spelt].map(({ where }) => where.id));
    const unknown = unwritten(index.list('observations'), options.indicators);
    const others = index.list('observations').flatMap((o) => {
      return said.has(o.id) ? [] : [...otherUnit(o, options.indicators), ...otherSign(o)].slice(0, 1);
    });
    return [
      ...odds,
      ...others,
      ...spelt,
      ...unknown.filter(({ where }) => !said.has(where.id)),
      ...mixed(context),
      ...uncountable(context),
      ...prizeUnits(context),
    ];
  },
};
