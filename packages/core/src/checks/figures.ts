/** Rules over figures: against their parts and wholes, against each other, and against what an amount may be. */
import {
  type AudienceSnapshot,
  addDays,
  type CollectionName,
  fold,
  type Interval,
  intervalOf,
  isSameKind,
  isWritten,
  type Observation,
  oneErrorApart,
  type ParsedPeriod,
  periodsOverlap,
  push,
  type Quantity,
  quotient,
  UNITS,
  type Whole,
  wholesOf,
} from '../model/index.ts';
import type { CheckContext, CheckOptions } from './check.ts';
import {
  amount,
  type Hit,
  type Hits,
  inAmount,
  inField,
  oncePerField,
  type Pattern,
  recordId,
  rule,
  type Weight,
} from './rule.ts';
import {
  exactInteger,
  exceeds,
  formatAmount,
  formatComputed,
  formatSum,
  intersects,
  intervalSum,
  isAdditive,
  middle,
  minus,
  nearDigits,
  toInterval,
} from './shared/amounts.ts';
import {
  type DatasetIndex,
  dimensionsKey,
  isExhaustive,
  isTwiceOne,
  labelStem,
  narrower,
  narrowestFirst,
} from './shared/dataset-index.ts';
import { type At, type BilingualText, findingSubject } from './shared/finding.ts';
import { groupByKey, numbered } from './shared/lists.ts';
import { recordAmounts } from './shared/record-amounts.ts';
import { createSeatsOf, ofMandates, ofPresence, ofSeats, type Pair } from './shared/seats.ts';
import { type Claim, claimsOf, WHOLES } from './shared/share-claims.ts';
import { isCumulated, judgeSplit, makesTotal, partitionsOf, type Split } from './shared/splits.ts';
import { type Expected, teams } from './shared/teams.ts';
import { dimensionName } from './shared/titles.ts';

const REREAD_NUMBERS: Pattern = [
  'Relisez les deux nombres dans le document.',
  'Read both numbers again in the document.',
];

/** Beyond this many times the total, parts of which nobody says that they are apart are multiple answers. */
const APART = 1.3;

const isMultiple = (list: readonly Quantity[], total: Quantity): boolean =>
  middle(intervalSum(list.map((q) => toInterval(q)))) > APART * middle(toInterval(total));

function* observedSplits({ index }: CheckContext): Generator<Split> {
  for (const { indicator, unit, observations } of [...index.cells(), ...index.labelled()]) {
    if (!isAdditive(unit) || observations.length < 3) continue;
    const splits = partitionsOf(observations).flatMap(({ dimension, totals: [total], parts }) => {
      const amounts = new Map([...parts].map(([part, o]) => [part, o.quantity]));
      return total ? [{ dimension, total, parts, amounts }] : [];
    });
    const confirmed = new Set(
      splits.flatMap(({ total, amounts }) => (makesTotal([...amounts.values()], total.quantity) ? total.id : [])),
    );
    for (const { dimension, total, parts, amounts } of splits) {
      if (isCumulated(total) || [...parts.values()].some(isCumulated)) continue;
      const exclusive = index.isExclusive(indicator || null, dimension);
      if (indicator === '' && exclusive === undefined && isMultiple([...amounts.values()], total.quantity)) continue;
      yield {
        at: inAmount(total),
        dimension,
        total: total.quantity,
        parts: amounts,
        exclusive,
        isDeclared: indicator !== '',
        exhaustive: isExhaustive(index, dimension, amounts),
        isWhole: index.isWhole(indicator, dimension),
        confirmed: confirmed.has(total.id),
      };
    }
  }
}

/** Groups figures that differ by their territory only. */
function byTerritory({ index }: CheckContext): Iterable<readonly Observation[]> {
  const groups = groupByKey(index.standing(), ({ period, quantity, indicator, label, status, dimensions }) => {
    const span = index.span(period);
    if (!span || !isAdditive(quantity.unit)) return null;
    const first = indicator && index.isStock(indicator) ? '' : span.first;
    const what = indicator ?? `label ${labelStem(label.fr)}`;
    return [what, first, span.last, status, quantity.unit, dimensionsKey(dimensions)].join('\u0000');
  });
  return groups.values();
}

/** Yields the counts of territories of one kind, with the count of the territory that contains them. */
function* locatedSplits(context: CheckContext): Generator<Split> {
  const places = context.index.places();
  for (const list of byTerritory(context)) {
    if (list.length < 3) continue;
    const inside = new Map<string, Map<string, Quantity>>();
    for (const { territory, quantity } of list) {
      const here = territory ? places.territory(territory) : undefined;
      for (const parent of here?.parents ?? []) {
        const key = `${parent}\u0000${here?.kind ?? ''}`;
        const parts = inside.get(key) ?? new Map<string, Quantity>();
        inside.set(key, parts.set(territory ?? '', quantity));
      }
    }
    for (const [key, parts] of inside) {
      const [parent = '', dimension = ''] = key.split('\u0000');
      const total = list.find(({ territory }) => territory === parent);
      const known = { dimension, parts, exclusive: true, exhaustive: false, confirmed: false };
      if (total && parts.size > 1) yield { at: inAmount(total), total: total.quantity, ...known };
    }
  }
}

function* talliedSplits({ index }: CheckContext): Generator<Split> {
  for (const tally of index.list('tallies')) {
    const { total, by } = tally;
    if (!total) continue;
    const confirmed = Object.values(by).some((parts) => makesTotal(Object.values(parts), total));
    for (const [dimension, of] of Object.entries(by)) {
      const [at, parts] = [inField('tallies', tally, `by.${dimension}`), new Map(Object.entries(of))];
      const exclusive = index.isExclusive(null, dimension) ?? true;
      yield { at, dimension, total, parts, exclusive, exhaustive: isExhaustive(index, dimension, parts), confirmed };
    }
  }
}

function* jobSplits({ index }: CheckContext): Generator<Split> {
  const groups = groupByKey(index.list('jobs'), ({ programme, period, mode, lot, territory }) =>
    [programme, period, mode, lot, territory].join('\u0000'),
  );
  for (const group of groups.values()) {
    const total = group.find(({ contract }) => !contract);
    if (!total) continue;
    const parts = new Map(group.flatMap(({ contract, jobs }) => (contract ? [[contract, jobs] as const] : [])));
    const exhaustive = isExhaustive(index, 'contract', parts);
    const known = { dimension: 'contract', exclusive: true, exhaustive, confirmed: false };
    yield { at: inField('jobs', total, 'jobs'), total: total.jobs, parts, ...known };
  }
}

const LACKING: Pattern = [
  'les parties par « {name} » font {found}, le total est {expected} : il en manque {missing}',
  'the parts by "{name}" make {found}, the total is {expected}: {missing} {are} missing',
];

/** Parts of a whole against its total. A list of parts that is not complete is no mistake, unless it exceeds the total. */
export const partsAndTotals = rule(
  'parts-and-totals',
  { fr: 'Parties et totaux', en: 'Parts and totals' },
  ['observations', 'tallies', 'jobs', 'categories', 'colleges', 'territories'],
  {
    more: [
      'warning, likely',
      [
        'les parties par « {name} » ({found}) dépassent le total, {expected}',
        'the parts by "{name}" ({found}) are more than the total, {expected}',
      ],
      [
        'Relisez le total et les parties dans le document{orOverlap}.',
        'Read the total and the parts again in the document{orOverlap}.',
      ],
    ],
    less: [
      'warning, likely',
      LACKING,
      [
        'Relisez le total et les parties, ou ajoutez la partie qui manque.',
        'Read the total and the parts again, or add the part that is missing.',
      ],
    ],
    repair: [
      'warning, likely',
      LACKING,
      [
        'Relisez les parties : {fix} rendrait le total exact.',
        'Read the parts again: {fix} would make the total right.',
      ],
    ],
    // People of whom the document does not say in which part they are: no mistake.
    unsaid: [
      'info, certain',
      [
        'partie inconnue : {missing} sur {expected} {are} dans aucune part par « {name} »',
        'unknown part: {missing} of {expected} {are} in no part by "{name}"',
      ],
      [
        'Rien à corriger si le document ne le dit pas ; sinon ajoutez la partie qui manque.',
        'Nothing to correct if the document does not say; otherwise add the part that is missing.',
      ],
    ],
  },
  function* (context) {
    for (const source of [observedSplits, locatedSplits, talliedSplits, jobSplits])
      for (const split of source(context)) yield* judgeSplit(split, context.index);
  },
);

/** A published figure that complete records contradict: what the card of the figure shows, the check says too. */
export const agreements = rule(
  'agreements',
  { fr: 'Chiffres publiés et calculés', en: 'Published and computed figures' },
  ['observations'],
  {
    other: [
      'warning, likely',
      [
        "{found} est publié, {expected} se calcule d'après les fiches, dont la liste est complète",
        '{found} is published, {expected} is computed from the records, whose list is complete',
      ],
      [
        'Relisez le document et les fiches : un nombre est faux, ou la liste n’est pas complète.',
        'Read the document and the records again: a number is wrong, or the list is not complete.',
      ],
    ],
  },
  function* ({ dataset, index, options }) {
    const seen = new Set<string>();
    for (const { agreement, observations: [id = ''] = [] } of options.measures ?? dataset.measures?.measures ?? []) {
      const o = index.byId('observations').get(id);
      if (!o || agreement?.agrees !== false || seen.has(id)) continue;
      seen.add(id);
      yield ['other', { at: inAmount(o), found: agreement.published, expected: agreement.computed }];
    }
  },
);

/** Shares of one whole. */
interface Shares {
  readonly at: At;
  readonly dimension: string;
  readonly list: readonly Quantity[];
  readonly exclusive: boolean | undefined;
  /** Whether they are shares of an indicator: of others only a label says that they belong together. */
  readonly isKnown: boolean;
  readonly exhaustive: boolean;
}

function* publishedShares({ index }: CheckContext): Generator<Shares> {
  for (const { indicator, unit, observations } of [...index.cells(), ...index.labelled()]) {
    if (unit !== 'percent' || observations.length < 2) continue;
    for (const { dimension, parts } of partitionsOf(observations)) {
      const [first] = parts.values();
      const list = [...parts.values()].map((o) => o.quantity);
      const exclusive = index.isExclusive(indicator || null, dimension);
      const known = { isKnown: indicator !== '', exhaustive: isExhaustive(index, dimension, parts) };
      if (first && !isCumulated(first)) yield { at: inAmount(first), dimension, list, exclusive, ...known };
    }
  }
}

function* recordedShares({ index }: CheckContext): Generator<Shares> {
  for (const tally of index.list('tallies')) {
    for (const [dimension, by] of Object.entries(tally.by)) {
      const [at, list] = [inField('tallies', tally, `by.${dimension}`), Object.values(by)];
      const exclusive = index.isExclusive(null, dimension) ?? true;
      const exhaustive = isExhaustive(index, dimension, new Map(Object.entries(by)));
      yield { at, dimension, list, exclusive, isKnown: true, exhaustive };
    }
  }
  for (const vote of index.list('votes')) {
    const list = [vote.for, vote.against, vote.abstain].flatMap((q) => q ?? []);
    const known = { exclusive: true, isKnown: true, exhaustive: list.length === 3 };
    yield { at: inField('votes', vote, 'for'), dimension: 'vote', list, ...known };
  }
}

const HUNDRED: Interval = { lo: 100, hi: 100, loStrict: false, hiStrict: false };

/** Beyond this sum, shares of which nobody says that they are apart are multiple answers. */
const MOST_SHARES = 130;

function* sumOfShares(shares: Shares, index: DatasetIndex): Hits<'more' | 'less'> {
  const { at, dimension, list, exclusive, isKnown, exhaustive } = shares;
  const percents = list.filter((q) => q.unit === 'percent');
  // The categories that are not in percents may be the rest.
  const isWhole = exhaustive && percents.length === list.length;
  const bases = new Set(percents.map((q) => q.base));
  if (exclusive === false || percents.length < 2 || bases.size > 1) return;
  const all = intervalSum(percents.map((q) => toInterval(q)));
  if (!isKnown && exclusive === undefined && middle(all) > MOST_SHARES) return;
  // Some people may not have answered: that is no mistake.
  const isApart = exclusive && dimension !== 'gender';
  const values = { name: dimensionName(index, dimension) };
  const hit = { at, found: amount(formatSum(percents)), expected: '100\u202f%', values };
  if (exceeds(all, HUNDRED)) yield ['more', { ...hit, weight: isApart ? 'error, likely' : undefined }];
  else if (isWhole && exceeds(HUNDRED, all))
    yield ['less', { ...hit, weight: isApart ? 'warning, possible' : undefined }];
}

/** Returns the hit on a share that is not the quotient of its part and its whole. */
function otherQuotient({ share, part, whole }: Claim): Hit | null {
  const between = quotient(intervalOf(part), intervalOf(whole));
  if (!between) return null;
  const approx = [part, whole].some((q) => q.op === '~' || q.approx) ? 0.2 : 0;
  const computed = {
    ...between,
    lo: between.lo * 100 * (1 - approx),
    hi: between.hi === Infinity ? Infinity : between.hi * 100 * (1 + approx),
  };
  if (intersects(computed, toInterval(share.quantity))) return null;
  const value = formatComputed(Math.round(middle(between) * 1000) / 10, 'percent');
  return { at: inAmount(share), found: share.quantity, expected: amount(value), values: { part, whole } };
}

/** Returns the first of the hits of several readings; none where one agrees, which is enough. */
const unlessOneAgrees = (hits: readonly (Hit | null)[]): Hit | null => (hits.includes(null) ? null : (hits[0] ?? null));

/** Shares of one whole, which add up to 100 % at most, and a printed share against its part and its whole. */
export const shares = rule(
  'shares',
  { fr: 'Parts et pourcentages', en: 'Shares and percentages' },
  ['observations', 'tallies', 'votes', 'jobs', 'categories', 'colleges'],
  {
    more: [
      'warning, likely',
      [
        'les parts par « {name} » font {found}, plus de 100 % même une fois arrondies',
        'the shares by "{name}" make {found}, more than 100% even once rounded',
      ],
      [
        'Relisez les parts, ou dites que ce sont des réponses multiples.',
        'Read the shares again, or say that they are multiple answers.',
      ],
    ],
    less: [
      'info, possible',
      [
        'les parts par « {name} » font {found}, moins de 100 % même une fois arrondies',
        'the shares by "{name}" make {found}, less than 100% even once rounded',
      ],
      ['Relisez les parts, ou ajoutez celle qui manque.', 'Read the shares again, or add the one that is missing.'],
    ],
    quotient: [
      'warning, likely',
      [
        'la part publiée est {found}, mais {part} sur {whole} font {expected}',
        'the published share is {found}, but {part} of {whole} make {expected}',
      ],
      [
        'Relisez la part, son numérateur et son dénominateur.',
        'Read the share, its numerator and its denominator again.',
      ],
    ],
  },
  function* (context) {
    const { index } = context;
    for (const source of [publishedShares, recordedShares])
      for (const each of source(context)) yield* sumOfShares(each, index);
    for (const share of index.standing()) {
      if (share.quantity.unit !== 'percent') continue;
      const hit = unlessOneAgrees(claimsOf(context, share).map(otherQuotient));
      if (hit) yield ['quotient', hit];
    }
  },
);

/** Rows of a table with a running total: a longer list is something else. */
const LONGEST = 30;

/** Splits of one whole that a figure is compared with: a document has few. */
const MOST_SPLITS = 20;

/** The shares of one whole in the order of their categories, and what they add up to at each step. */
interface Steps {
  readonly categories: readonly string[];
  readonly shares: readonly Observation[];
  /** Words of a name that one category has and no other one. */
  readonly owners: ReadonlyMap<string, string>;
}

function stepsOf({ index }: CheckContext, list: readonly Observation[]): readonly Steps[] {
  return partitionsOf(list).flatMap(({ dimension, parts }): readonly Steps[] => {
    const order = index.categories(dimension);
    const rank = (category: string): number => {
      const at = order.indexOf(category);
      return at < 0 ? order.length : at;
    };
    const sorted = [...parts].sort(([a], [b]) => rank(a) - rank(b));
    const isApart = index.isExclusive(sorted[0]?.[1].indicator, dimension) !== false;
    if (sorted.length < 2 || sorted.length > LONGEST || !isApart) return [];
    const categories = sorted.map(([category]) => category);
    return [{ categories, shares: sorted.map(([, o]) => o), owners: ownWords(categories) }];
  });
}

/** Returns the words of a name that one category has and no other one: "represented" of present, represented, absent. */
function ownWords(categories: readonly string[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string[]>();
  for (const category of categories) for (const word of category.split('-')) push(owners, word, category);
  return new Map(
    [...owners].flatMap(([word, [owner = '', ...more]]) =>
      more.length === 0 && word.length > 4 ? [[word, owner] as const] : [],
    ),
  );
}

/** Returns the category that a running total stops at: by its dimension, or by its name (`absent-cumulative`). */
function stopOf(o: Observation, { categories }: Steps): number {
  const values = new Set(Object.values(o.dimensions));
  const byDimension = categories.findIndex((each) => values.has(each));
  if (byDimension >= 0) return byDimension;
  const [longest] = categories.filter((each) => o.id.includes(each)).sort((a, b) => b.length - a.length);
  return longest === undefined ? -1 : categories.indexOf(longest);
}

/** Returns the hit on a running total that is not the sum of the shares up to its stop, nor up to any where it has none. */
function otherSum(o: Observation, steps: Steps, stop = stopOf(o, steps)): Hit | null {
  const sums = steps.shares.map((_, step) =>
    intervalSum(steps.shares.slice(0, step + 1).map((each) => toInterval(each.quantity))),
  );
  const expected = stop < 0 ? sums : sums.slice(stop, stop + 1);
  const own = toInterval(o.quantity);
  if (expected.some((sum) => intersects(sum, own))) return null;
  const said = expected.map((sum) => formatComputed(middle(sum), 'percent')).join(' / ');
  const terms = steps.shares.slice(0, stop < 0 ? undefined : stop + 1).map((each) => formatAmount(each.quantity));
  return { at: inAmount(o), found: o.quantity, expected: amount(said), values: { terms: amount(terms.join(' + ')) } };
}

/**
 * Checks a share of the same whole that is named after one category, and no part of the split itself: it should be that
 * category's share, or the sum of all up to it ("represented" where some are present and others represented).
 */
function otherNamed(o: Observation, steps: Steps): Hit | null {
  const { categories, shares, owners } = steps;
  const words = new Set(`${o.indicator ?? ''}-${o.id}`.split(/[-/]/));
  const found = new Set([...words].flatMap((word) => owners.get(word) ?? []));
  const [category] = found;
  const at = categories.indexOf(category ?? '');
  const share = shares[at];
  if (found.size !== 1 || !share || at === 0) return null;
  const [own, part] = [toInterval(o.quantity), toInterval(share.quantity)];
  const sum = intervalSum(shares.slice(0, at + 1).map((each) => toInterval(each.quantity)));
  // A value below the share itself is a part of it, or something else.
  return intersects(sum, own) || intersects(part, own) || exceeds(part, own) ? null : otherSum(o, steps, at);
}

/** Finds running totals of a figure over time that go down. */
function* falls({ index }: CheckContext, cumulated: readonly Observation[]): Hits<'fall'> {
  const series = groupByKey(cumulated, ({ indicator, territory, quantity: { unit }, dimensions }) =>
    indicator && unit !== 'percent' ? [indicator, territory, unit, ...Object.values(dimensions)].join('\u0000') : null,
  );
  const last = (o: Observation): string => index.span(o.period)?.last ?? '';
  for (const list of series.values()) {
    const sorted = [...list].sort((a, b) => (last(a) < last(b) ? -1 : 1));
    for (const [n, o] of numbered(sorted)) {
      const before = sorted[n - 1];
      if (!before || last(before) === last(o) || !exceeds(toInterval(before.quantity), toInterval(o.quantity)))
        continue;
      const values = { before: before.quantity, period: before.period };
      yield ['fall', { at: inAmount(o), found: o.quantity, expected: `≥ ${formatAmount(before.quantity)}`, values }];
    }
  }
}

/** Running totals (present, then represented, then excused…) against the shares that they add up. */
export const cumulatedShares = rule(
  'cumulated-shares',
  { fr: 'Parts cumulées', en: 'Cumulated shares' },
  ['observations', 'categories'],
  {
    sum: [
      'warning, likely',
      [
        'le cumul est {found}, mais {terms} donnent {expected}',
        'the running total is {found}, but {terms} give {expected}',
      ],
      ['Relisez le cumul et les parts.', 'Read the running total and the shares again.'],
    ],
    fall: [
      'warning, likely',
      [
        'le cumul est {found}, moins que {before} auparavant ({period})',
        'the running total is {found}, less than {before} before ({period})',
      ],
      ['Relisez les deux cumuls.', 'Read both running totals again.'],
    ],
  },
  function* (context) {
    const { index } = context;
    const keyOf = (o: Observation): string =>
      [o.quantity.base ?? '', index.span(o.period)?.last ?? '', o.territory ?? '', o.status].join('\u0000');
    const isShare = (o: Observation): boolean => o.quantity.unit === 'percent' && o.quantity.base !== undefined;
    const isWhole = (o: Observation): boolean => Object.keys(o.dimensions).length === 0;
    const groups = groupByKey(index.standing(), (o) =>
      isShare(o) && !isWhole(o) && !isCumulated(o) ? keyOf(o) : null,
    );
    const read = new Map<string, readonly Steps[]>();
    const stepsFor = (o: Observation): readonly Steps[] => {
      const key = keyOf(o);
      const steps = read.get(key) ?? stepsOf(context, groups.get(key) ?? []).slice(0, MOST_SPLITS);
      read.set(key, steps);
      return steps;
    };
    const cumulated = index.standing().filter(isCumulated);
    for (const o of cumulated.filter(isShare)) {
      const hit = unlessOneAgrees(stepsFor(o).map((each) => otherSum(o, each)));
      if (hit) yield ['sum', hit];
    }
    for (const o of index.standing()) {
      if (!isShare(o) || isCumulated(o) || !isWhole(o)) continue;
      for (const steps of stepsFor(o)) {
        const hit = otherNamed(o, steps);
        if (hit) yield ['sum', hit];
      }
    }
    yield* falls(context, cumulated);
  },
);

/** Earlier snapshots that a change may be counted from: its period is not stated. */
const EARLIER = 12;

/** Followers of each channel: the change that was published against the snapshots before. */
function* snapshots({ index }: CheckContext): Hits<'rise' | 'snapshot'> {
  const channels = groupByKey(index.list('audiences'), ({ channel }) => channel);
  const day = (s: AudienceSnapshot): string => index.span(s.date)?.last ?? '';
  for (const list of channels.values()) {
    const sorted = [...list].sort((a, b) => (day(a) < day(b) ? -1 : 1));
    for (const [n, s] of numbered(sorted)) {
      const { change, followers } = s;
      if (!change || change.unit !== followers.unit) continue;
      const [rise, now] = [toInterval(change), toInterval(followers)];
      const hit = { at: inField('audiences', s, 'change'), found: change };
      const riseSince = (b: AudienceSnapshot): Interval => minus(now, toInterval(b.followers));
      const earlier = sorted.slice(Math.max(0, n - EARLIER), n).filter((b) => b.followers.unit === followers.unit);
      const before = earlier.at(-1);
      if (exceeds(rise, now))
        yield ['rise', { ...hit, expected: `≤ ${formatAmount(followers)}`, values: { followers } }];
      // One earlier snapshot that fits is enough.
      else if (before && !earlier.some((each) => intersects(riseSince(each), rise))) {
        const expected = amount(formatComputed(middle(riseSince(before))));
        yield ['snapshot', { ...hit, expected, values: { from: before.followers, followers } }];
      }
    }
  }
}

/** Role of a figure, by the last word of its indicator's name. */
const ROLES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['followers', 'stock', 'total', 'count', 'headcount', 'subscribers'].map((w) => [w, 'stock'])),
  ...Object.fromEntries(['change', 'delta', 'variation', 'evolution', 'net', 'balance'].map((w) => [w, 'change'])),
  ...Object.fromEntries(['joined', 'arrivals', 'entries', 'hires', 'in'].map((w) => [w, 'in'])),
  ...Object.fromEntries(['left', 'departures', 'exits', 'out'].map((w) => [w, 'out'])),
  growth: 'growth',
};

/** Figures by what they say, then by their last day. */
type Family = ReadonlyMap<string, ReadonlyMap<string, readonly Observation[]>>;

const all = (family: Family, role: string): readonly Observation[] => [...(family.get(role)?.values() ?? [])].flat();

const familyKey = (stem: string, o: Pick<Observation, 'territory' | 'dimensions'>): string =>
  [stem, o.territory ?? '', dimensionsKey(o.dimensions)].join('\u0000');

/** Returns the figure that another one says the change or the growth of, by its name. */
function followedBy(indicator: string): readonly string[] {
  const words = indicator.split('-');
  const role = ROLES[words.at(-1) ?? ''];
  return words.length > 1 && (role === 'change' || role === 'growth') ? [words.slice(0, -1).join('-')] : [];
}

/** Groups the figures of one thing (`members-stock`, `members-joined`, `members-left`…) by their role. */
function families({ index }: CheckContext): ReadonlyMap<string, Family> {
  const found = new Map<string, Map<string, Map<string, Observation[]>>>();
  const followed = new Set(index.standing().flatMap(({ indicator }) => followedBy(indicator ?? '')));
  for (const o of index.standing()) {
    const words = (o.indicator ?? '').split('-');
    // `staff-movements` has both directions: those who joined are one figure, those who left another.
    const { direction, ...dimensions } = o.dimensions;
    const moves = words.at(-1) === 'movements' && (direction === 'in' || direction === 'out') ? direction : undefined;
    const named = words.length < 2 ? undefined : (moves ?? ROLES[words.at(-1) ?? '']);
    // `presence-share-change` is the change of `presence-share`.
    const isFollowed = named === undefined && followed.has(o.indicator ?? '');
    const role = isFollowed ? 'stock' : named;
    if (!role || o.status !== 'held') continue;
    const stem = isFollowed ? (o.indicator ?? '') : words.slice(0, -1).join('-');
    const key = familyKey(stem, moves ? { ...o, dimensions } : o);
    const family = found.get(key) ?? new Map<string, Map<string, Observation[]>>();
    const days = family.get(role) ?? new Map<string, Observation[]>();
    push(days, index.span(o.period)?.last ?? '', o);
    found.set(key, family.set(role, days));
  }
  return found;
}

/** Returns the stock at both ends of a period, in one unit. */
function ends({ index }: CheckContext, family: Family, period: string, unit?: string) {
  const span = index.span(period);
  if (!span) return {};
  const at = (day: string, unit: string | undefined): Observation | undefined =>
    family
      .get('stock')
      ?.get(day)
      ?.find((o) => unit === undefined || o.quantity.unit === unit);
  const end = at(span.last, unit);
  const same = end?.quantity.unit ?? unit;
  const start = at(addDays(span.first, -1), same) ?? at(span.first, same);
  // The events of a year are compared with those of a year, members of a day with those of a day.
  const isAlike =
    index.span(start?.period)?.kind === index.span(end?.period)?.kind || index.isStock(end?.indicator ?? '');
  return isAlike ? { start, end } : { end };
}

const difference = (a: Observation, b: Observation) => ({
  computed: minus(toInterval(a.quantity), toInterval(b.quantity)),
  how: `${formatAmount(a.quantity)} − ${formatAmount(b.quantity)}`,
});

const NOTHING: Interval = { lo: 0, hi: 0, loStrict: false, hiStrict: false };

/** Yields a growth in percent as a rise over the amount that it rose from; none where that may be nothing. */
function* growth(
  o: Observation,
  rise: Interval | undefined,
  from: Interval | undefined,
  fromWords?: string,
): Generator<Expected> {
  if (!rise || !from || !exceeds(from, NOTHING)) return;
  const rate = quotient(rise, from);
  const how = `${formatComputed(middle(rise))} / ${fromWords ?? formatComputed(middle(from))}`;
  yield { o, computed: rate && { ...rate, lo: rate.lo * 100, hi: rate.hi * 100 }, how };
}

/** Returns the figure of a role that is about the same days, in the same unit. */
function companion({ index }: CheckContext, family: Family, role: string, o: Observation): Observation | undefined {
  const days = index.span(o.period);
  const same = family.get(role)?.get(days?.last ?? '') ?? [];
  return same.find((each) => index.span(each.period)?.first === days?.first && each.quantity.unit === o.quantity.unit);
}

function* changes(context: CheckContext, family: Family): Generator<Expected> {
  for (const o of all(family, 'change')) {
    const { unit } = o.quantity;
    const { start, end } = ends(context, family, o.period, unit === 'points' ? 'percent' : unit);
    if (start && end && unit !== 'percent') yield { o, ...difference(end, start) };
    const joined = companion(context, family, 'in', o);
    const left = companion(context, family, 'out', o);
    if (joined && left) yield { o, ...difference(joined, left) };
  }
}

function* stocks(context: CheckContext, family: Family): Generator<Expected> {
  for (const joined of all(family, 'in')) {
    const left = companion(context, family, 'out', joined);
    const { start, end } = ends(context, family, joined.period, joined.quantity.unit);
    if (!left || !start || !end) continue;
    const { computed, how } = difference(joined, left);
    yield {
      o: end,
      computed: intervalSum([toInterval(start.quantity), computed]),
      how: `${formatAmount(start.quantity)} + ${how}`,
    };
  }
}

function* growths(context: CheckContext, family: Family): Generator<Expected> {
  const { index } = context;
  for (const o of all(family, 'growth')) {
    if (o.quantity.unit !== 'percent') continue;
    const { start, end } = ends(context, family, o.period);
    const change = family
      .get('change')
      ?.get(index.span(o.period)?.last ?? '')
      ?.find(({ period }) => period === o.period);
    const rise = start && end ? difference(end, start).computed : change && toInterval(change.quantity);
    yield* growth(o, rise, start ? toInterval(start.quantity) : end && change && difference(end, change).computed);
  }
}

/** Words that say that a percent is a growth, where no indicator does. */
const GROWTH = /\b(?:growth|rise|increase|croissance|hausse|augmentation|progression|evolution)\b/u;

/** Yields a growth whose base is a stock of the data: "rise of the members", 5 % of `members-stock`. */
function* basedGrowths(context: CheckContext, known: ReadonlyMap<string, Family>): Generator<Expected> {
  for (const o of context.index.standing()) {
    const { unit, base = '' } = o.quantity;
    const words = base.split('-');
    const isRole = ROLES[(o.indicator ?? '').split('-').at(-1) ?? ''] === 'growth';
    if (unit !== 'percent' || isRole || ROLES[words.at(-1) ?? ''] !== 'stock') continue;
    if (!GROWTH.test(fold(`${o.label.fr} ${o.label['en'] ?? ''}`))) continue;
    const family = known.get(familyKey(words.slice(0, -1).join('-'), o));
    const { start, end } = family ? ends(context, family, o.period) : {};
    if (start && end) yield* growth(o, difference(end, start).computed, toInterval(start.quantity));
  }
}

/** Yields a change or a growth that says from which two figures it was calculated: of one thing, at two times. */
function* derivedChanges({ index }: CheckContext): Generator<Expected> {
  for (const o of index.standing()) {
    const from = (o.derivedFrom ?? []).flatMap((each) => index.byId('observations').get(each) ?? []);
    const [a, b, more] = from;
    if (!a || !b || more || !isTwiceOne(index, a, b)) continue;
    const last = (each: Observation): string => index.span(each.period)?.last ?? '';
    const [start, end] = [a, b].sort((a, b) => (last(a) < last(b) ? -1 : 1));
    if (!start || !end || start.quantity.unit !== end.quantity.unit) continue;
    const rise = difference(end, start);
    const { unit } = o.quantity;
    if (unit === 'percent' && end.quantity.unit !== 'percent')
      yield* growth(o, rise.computed, toInterval(start.quantity), formatAmount(start.quantity));
    const isRise = unit === end.quantity.unit || (unit === 'points' && end.quantity.unit === 'percent');
    if (isRise && unit !== 'percent') yield { o, ...rise };
  }
}

/** Yields the figures that should be what others make, and are not. */
function* unexpected(context: CheckContext): Hits<'other'> {
  const known = families(context);
  const expected = [
    ...[...known.values()].flatMap((family) =>
      [changes, stocks, growths].flatMap((source) => [...source(context, family)]),
    ),
    ...teams(context, known.get(familyKey('staff', { dimensions: {} }))?.get('stock')),
    ...basedGrowths(context, known),
    ...derivedChanges(context),
  ];
  for (const { o, computed, how, listed } of expected) {
    if (!computed || intersects(computed, toInterval(o.quantity))) continue;
    const words = formatComputed(Math.round(middle(computed) * 10) / 10, o.quantity.unit);
    const weight = listed ? 'info, possible' : undefined;
    const values = { how: amount(how) };
    yield ['other', { at: inAmount(o), found: o.quantity, expected: amount(words), values, weight }];
  }
}

const ONE_IS_WRONG: Pattern = [
  'Relisez ces nombres dans le document : l’un d’eux est sans doute faux.',
  'Read these numbers again in the document: one of them is wrong, probably.',
];

/** Changes and growth against the values at both ends; who joined and left against the change of the stock. */
export const deltas = rule(
  'deltas',
  { fr: 'Évolutions', en: 'Changes and growth' },
  ['observations', 'audiences', 'movements'],
  {
    rise: [
      'error, certain',
      [
        'la hausse est plus grande que le nombre lui-même, {followers}',
        'the rise is more than the number itself, {followers}',
      ],
      ONE_IS_WRONG,
    ],
    snapshot: [
      'warning, likely',
      [
        "l'évolution publiée est {found}, mais de {from} à {followers} elle est de {expected}",
        'the published change is {found}, but from {from} to {followers} it is {expected}',
      ],
      ONE_IS_WRONG,
    ],
    other: [
      'warning, likely',
      ['{found} est publié, mais {how} donne {expected}', '{found} is published, but {how} gives {expected}'],
      ONE_IS_WRONG,
    ],
  },
  function* (context) {
    yield* snapshots(context);
    yield* oncePerField(unexpected(context));
  },
);

const pairOf = (less: Observation, more: Observation, weight?: Weight): Pair => ({
  part: inAmount(less),
  whole: more,
  less: less.quantity,
  more: more.quantity,
  weight,
});

function* pairsOfDimensions({ index }: CheckContext): Generator<Pair> {
  for (const { indicator, unit, observations } of [...index.cells(), ...index.labelled()]) {
    if (!isAdditive(unit) || observations.length < 2) continue;
    // Only their labels show that two figures of no indicator belong together.
    const weight = indicator === '' ? 'warning, likely' : undefined;
    for (const { totals, parts } of partitionsOf(observations)) {
      const [total] = totals;
      if (total) for (const part of parts.values()) yield pairOf(part, total, weight);
    }
  }
}

/** Label before the name of a part of the same things: "Organisers, of which members". */
const OF_WHICH = /^(.{3,}?)[\s,:(–—-]+(?:dont|parmi lesquels|parmi lesquelles|of which|of whom|including)(?!\p{L})/iu;

/** Yields figures of one document whose label names a part of the thing that another label names. */
function* pairsOfLabels({ index }: CheckContext): Generator<Pair> {
  const labelKey = (o: Observation, label: string): string => {
    const span = index.span(o.period);
    const { document } = o.source;
    return [label, span?.first ?? '', span?.last ?? '', o.territory ?? '', o.status, o.quantity.unit, document].join(
      '\u0000',
    );
  };
  const parts = index.standing().flatMap((o) => {
    const stem = isAdditive(o.quantity.unit) ? OF_WHICH.exec(o.label.fr)?.[1] : undefined;
    return stem === undefined ? [] : [[labelKey(o, fold(stem)), o] as const];
  });
  if (parts.length === 0) return;
  const wholes = new Map(index.standing().map((o) => [labelKey(o, fold(o.label.fr)), o]));
  for (const [key, part] of parts) {
    const whole = wholes.get(key);
    if (whole) yield pairOf(part, whole, 'warning, likely');
  }
}

/** Returns the key of a figure elsewhere: all that it is about but one thing. */
const keyAt = (o: Observation, period: string, territory: string): string =>
  [o.indicator ?? '', period, territory, o.status, o.quantity.unit, dimensionsKey(o.dimensions)].join('\u0000');

/** Returns the narrowest statement of each count of an indicator. */
function statements({ index }: CheckContext): ReadonlyMap<string, Observation> {
  const groups = groupByKey(index.standing(), (o) => {
    const span = index.span(o.period);
    return span && o.indicator && isAdditive(o.quantity.unit) ? keyAt(o, spanKey(span), o.territory ?? '') : null;
  });
  return new Map(
    [...groups].flatMap(([key, list]) =>
      narrowestFirst(list)
        .slice(0, 1)
        .map((o) => [key, o]),
    ),
  );
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Returns the civil and school years, halves, quarters and the month that hold a day, as spans. */
function spansAround(day: string): readonly string[] {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const last = (y: number, m: number): string => new Date(Date.UTC(y, m, 0)).toISOString().slice(0, 10);
  const months = (from: number, count: number): string => `${year}-${two(from)}-01/${last(year, from + count - 1)}`;
  const school = month >= 9 ? year : year - 1;
  return [
    months(1, 12),
    months(month <= 6 ? 1 : 7, 6),
    months(Math.floor((month - 1) / 3) * 3 + 1, 3),
    months(month, 1),
    `${school}-09-01/${school + 1}-08-31`,
  ];
}

const spanKey = (span: ParsedPeriod | null): string => (span ? `${span.first}/${span.last}` : '');

/** Yields pairs of a flow: a shorter period is a part of a longer one. A stock may have been higher in between. */
function* pairsOfPeriods({ index }: CheckContext, known: ReadonlyMap<string, Observation>): Generator<Pair> {
  const dated = new Set<string>();
  for (const o of index.standing()) {
    if (o.indicator && index.span(o.period)?.kind === 'day') dated.add(o.indicator);
  }
  const spans = new Map<string, readonly string[]>();
  const around = (day: string): readonly string[] => {
    const found = spans.get(day) ?? spansAround(day);
    spans.set(day, found);
    return found;
  };
  const published = new Set([...known.values()].map((o) => spanKey(index.span(o.period))));
  for (const o of known.values()) {
    const name = o.indicator ?? '';
    const kind = index.kindOf(name);
    const span = index.span(o.period);
    if (!span || (kind ?? (dated.has(name) || index.isStock(name) ? 'stock' : 'flow')) !== 'flow') continue;
    for (const longer of around(span.first)) {
      if (!published.has(longer)) continue;
      const [first = '', last = ''] = longer.split('/');
      const whole = known.get(keyAt(o, longer, o.territory ?? ''));
      if (!whole || whole === o || first > span.first || last < span.last) continue;
      if (first === span.first && last === span.last) continue;
      // Nobody says that a figure without a kind is a flow.
      yield pairOf(o, whole, kind === 'flow' ? undefined : 'warning, possible');
    }
  }
}

/** Yields pairs of a territory's count and the count of a territory around it, of which the former is a part. */
function* pairsOfTerritories({ index }: CheckContext, known: ReadonlyMap<string, Observation>): Generator<Pair> {
  const places = index.places();
  for (const o of known.values()) {
    const span = index.span(o.period);
    if (!o.territory || !span) continue;
    const around = new Set<string>();
    const queue = [...(places.territory(o.territory)?.parents ?? [])];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (around.has(next)) continue;
      around.add(next);
      queue.push(...(places.territory(next)?.parents ?? []));
    }
    for (const territory of [...around, '']) {
      const whole = known.get(keyAt(o, spanKey(span), territory));
      if (whole) yield pairOf(o, whole);
    }
  }
}

/** Words that make the name of a figure narrower: `month-member-organisers` are among the `month-organisers`. */
const NARROWER = new Set(['member', 'exceptional', 'cancelled', 'women', 'men', 'selected', 'certified', 'local']);

/** Full-time equivalents of a year may pass the heads of its last day: by a little. */
const LEEWAY = 1.1;

/** Whether a figure may be the whole of another one by its time: that time or a longer one, or a day of it, as of a stock. */
const covers = (whole: ParsedPeriod | null, part: ParsedPeriod | null): boolean =>
  whole !== null && part !== null && (whole.kind === 'day' || (whole.first <= part.first && part.last <= whole.last));

function* pairsOfNames({ index }: CheckContext): Generator<Pair> {
  const wordsOf = (o: Observation): readonly string[] => (o.indicator ?? o.id).split('-');
  const list = index.standing().filter((o) => isAdditive(o.quantity.unit) && index.span(o.period) !== null);
  const narrow = list.filter((o) => wordsOf(o).some((word) => NARROWER.has(word) || Object.hasOwn(WHOLES, word)));
  if (narrow.length === 0) return;
  const wordsKey = (o: Observation, words: readonly string[]): string => {
    const year = index.span(o.period)?.first.slice(0, 4) ?? '';
    return [words.join('-'), year, o.territory ?? '', o.status, dimensionsKey(o.dimensions)].join('\u0000');
  };
  const named = groupByKey(list, (o) => wordsKey(o, wordsOf(o)));
  const wholeOf = (o: Observation, words: readonly string[]): Observation | undefined =>
    named.get(wordsKey(o, words))?.findLast((each) => covers(index.span(each.period), index.span(o.period)));
  for (const o of narrow) {
    const words = wordsOf(o);
    for (const [at, word] of numbered(words)) {
      for (const other of Object.hasOwn(WHOLES, word) ? (WHOLES[word] ?? []) : []) {
        const whole = wholeOf(o, words.with(at, other));
        if (!whole || (word !== 'fte' && whole.quantity.unit !== o.quantity.unit)) continue;
        if (word === 'fte' && (o.quantity.value ?? 0) <= LEEWAY * (whole.quantity.value ?? 0)) continue;
        yield pairOf(o, whole, 'warning, likely');
      }
      const whole = NARROWER.has(word) ? wholeOf(o, words.toSpliced(at, 1)) : undefined;
      const comparable = whole && (whole.quantity.unit === o.quantity.unit || word === 'member');
      if (comparable) yield pairOf(o, whole, 'warning, likely');
    }
  }
}

const TOTAL: BilingualText = { fr: 'le total', en: 'the total' };
const VOTERS: BilingualText = { fr: 'les votants', en: 'the voters' };

function* pairsOfRecords(context: CheckContext): Generator<Pair> {
  const { index } = context;
  const seatsOf = createSeatsOf(context);
  yield* ofMandates(context);
  for (const tally of index.list('tallies')) {
    const { total } = tally;
    yield* ofPresence(context, tally, seatsOf);
    for (const [dimension, by] of Object.entries(total ? tally.by : {})) {
      for (const [part, less] of Object.entries(by)) {
        const at = inField('tallies', tally, `by.${dimension}.${part}`);
        if (total && less.unit === total.unit) yield { part: at, whole: TOTAL, less, more: total };
      }
    }
  }
  for (const vote of index.list('votes')) {
    const { eligible } = vote;
    const seats = seatsOf(vote.body, vote.date);
    if (seats && !eligible) yield* ofSeats(vote, seats);
    if (!eligible) continue;
    const cast = (['for', 'against', 'abstain'] as const).flatMap((field) => {
      const q = vote[field];
      return q && q.unit === eligible.unit ? [{ field, q }] : [];
    });
    const sum = cast.reduce((n, { q }) => n + (q.value ?? 0), 0);
    const areExact = cast.every(({ q }) => q.op === '=' && (q.value ?? 0) <= (eligible.value ?? 0));
    if (cast.length > 1 && areExact) {
      const less = { value: sum, op: '=', unit: eligible.unit } as const;
      yield { part: inField('votes', vote, 'eligible'), whole: VOTERS, less, more: eligible };
    }
    for (const { field, q } of cast)
      yield { part: inField('votes', vote, field), whole: VOTERS, less: q, more: eligible };
  }
}

function* tooLarge(context: CheckContext): Hits<'larger'> {
  const known = statements(context);
  const pairs = [
    pairsOfDimensions(context),
    pairsOfPeriods(context, known),
    pairsOfTerritories(context, known),
    pairsOfNames(context),
    pairsOfLabels(context),
    pairsOfRecords(context),
  ];
  for (const { part, whole, less, more, weight } of pairs.flatMap((list) => [...list])) {
    if (!exceeds(toInterval(less), toInterval(more))) continue;
    const values = { more, whole: 'fr' in whole ? whole : findingSubject(whole) };
    yield ['larger', { at: part, found: less, expected: `≤ ${formatAmount(more)}`, values, weight }];
  }
}

/** A part is never larger than its whole: of a dimension, a period, a territory, a total. */
export const subsets = rule(
  'subsets',
  { fr: 'Parties plus grandes que leur ensemble', en: 'Subsets larger than their whole' },
  ['observations', 'tallies', 'votes', 'bodies', 'seats', 'territories'],
  {
    larger: [
      'error, likely',
      [
        "{found} est plus que l'ensemble dont c'est une partie, {whole} : {more}",
        '{found} is more than the whole that it is a part of, {whole}: {more}',
      ],
      REREAD_NUMBERS,
    ],
  },
  // A month is in its quarter and in its year.
  (context) => oncePerField(tooLarge(context)),
);

/** Units whose things are each of one of anything else: an interview is of one organisation, an answer of one person. */
const OF_ONE = new Set(['interviews', 'responses']);

const isSameThing = (part: string, whole: string): boolean =>
  isSameKind(part, whole) || OF_ONE.has(part) || OF_ONE.has(whole);

/** Returns the published figures of a whole; null where nothing of that name is known. */
function figuresOf({ index, options }: CheckContext, whole: Whole): readonly Observation[] | null {
  if ('observation' in whole) {
    const found = index.byId('observations').get(whole.observation);
    return found ? [found] : null;
  }
  const { indicator, where } = whole;
  const { territory, ...dimensions } = where;
  const all = index.standing().filter((o) => o.indicator === indicator);
  if (all.length === 0 && !Object.hasOwn(options.indicators ?? {}, indicator)) return null;
  const isAsked = (o: Observation): boolean => {
    const { territory: own = o.territory ?? undefined, ...others } = o.dimensions;
    return own === territory && dimensionsKey(others) === dimensionsKey(dimensions);
  };
  return all.filter(isAsked);
}

const CORRECT_OF: Pattern = [
  'Corrigez « of », ou supprimez-le : sans lui, aucune part n’est calculée de ce chiffre.',
  'Correct "of", or delete it: without it no share is computed from this figure.',
];

/** Counts that name the whole that they are a part of (`of`): it exists, counts the same things, at the same time, and is no less. */
export const partsOfWholes = rule(
  'parts-of',
  { fr: 'Parties et ensembles', en: 'Parts of wholes' },
  ['observations'],
  {
    nothing: [
      'error, certain',
      [
        'il serait une partie de « {found} », que ni un indicateur ni un chiffre ne porte',
        'it would be a part of "{found}", which is the name of no indicator and of no figure',
      ],
      CORRECT_OF,
    ],
    period: [
      'warning, certain',
      [
        "il est de {period}, et l'ensemble dont il serait une partie de {expected}",
        'it is of {period}, and the whole that it would be a part of is of {expected}',
      ],
      CORRECT_OF,
    ],
    unit: [
      'error, certain',
      [
        "il ne compte pas la même chose que l'ensemble dont il serait une partie : {unit}, {expected}",
        'it does not count the same as the whole that it would be a part of: {unit}, {expected}',
      ],
      CORRECT_OF,
    ],
    larger: [
      'error, certain',
      [
        "{some} est plus que l'ensemble dont c'est une partie : {all}",
        '{some} is more than the whole that it is a part of: {all}',
      ],
      CORRECT_OF,
    ],
  },
  function* (context) {
    for (const part of context.index.standing()) {
      const { period, quantity } = part;
      for (const [found, whole] of wholesOf(part)) {
        const hit = { at: inField('observations', part, 'of'), found };
        const figures = figuresOf(context, whole);
        const [first] = figures ?? [];
        if (figures === null) yield ['nothing', { ...hit, expected: 'indicator key=value, #observation' }];
        // The whole may be counted from records.
        if (!figures || !first) continue;
        const there = figures.filter((each) => periodsOverlap(each.period, period));
        const other = there.find((each) => !isSameThing(quantity.unit, each.quantity.unit));
        const less = there.find((each) => exceeds(toInterval(quantity), toInterval(each.quantity)))?.quantity;
        if (there.length === 0) yield ['period', { ...hit, expected: first.period, values: { period } }];
        else if (other) yield ['unit', { ...hit, expected: other.quantity.unit, values: { unit: quantity.unit } }];
        else if (less)
          yield ['larger', { ...hit, expected: `≤ ${formatAmount(less)}`, values: { some: quantity, all: less } }];
      }
    }
  },
);

/** Names of what may be less than nothing. */
const SIGNED =
  /\b(?:change|delta|net|balance|growth|evolution|variation|ecart|solde|croissance|baisse|hausse|resultat|difference|progression|deficit|perte|decrease|increase|loss|result|temperature)s?\b/u;

/** Names of percents that may be more than all: growth, and what is compared with an aim or with before. */
const UNBOUNDED =
  /\b(?:growth|rise|increase|croissance|hausse|augmentation|evolution|variation|progression|change|objectifs?|aim|target|remplissage|occupation|realisation|couverture|coverage|par rapport|compared|rapport|ratio|indice|index|surcout|plus value|rendement|execution|multipli\p{L}*)\b/u;

/** Things that are whole: there is no half of one. Jobs may be counted in full-time equivalents. */
const WHOLE = new Set([
  ...['members', 'people', 'organisations', 'events', 'meetings', 'projects', 'sites', 'missions', 'applications'],
  ...['responses', 'interviews', 'filings', 'departures', 'internships', 'subscribers', 'territories', 'votes'],
  ...['publications', 'participants', 'visitors', 'schools', 'pupils', 'volunteers', 'communes', 'webinars', 'seats'],
]);

/** Names of what may be a part of a thing: an average. */
const MEAN =
  /\b(?:moyenne?s?|average|mean|per|median\p{L}*|ratio|par (?:an|jour|mois|personne|reunion|seance|semaine|structure|evenement))\b/u;

/** @param words names of the amount, folded: they say whether it may fall below nothing or rise above all; none of a field */
function* impossible(at: At, found: Quantity, words = ''): Hits<'negative' | 'above' | 'broken'> {
  const { value, min, max, unit, op, approx } = found;
  const numbers = [value, min, max].flatMap((n) => n ?? []);
  const isPercent = unit === 'percent';
  const weight = words === '' ? 'error, certain' : undefined;
  if (numbers.some((n) => n < 0) && (isPercent || isAdditive(unit)) && !SIGNED.test(words))
    yield ['negative', { at, found, expected: '≥ 0', weight }];
  else if (isPercent && numbers.some((n) => n > 100) && !UNBOUNDED.test(words))
    yield ['above', { at, found, expected: '≤ 100\u202f%', weight }];
  else if (op === '=' && !approx && numbers.some((n) => !Number.isInteger(n)) && WHOLE.has(unit) && !MEAN.test(words))
    yield ['broken', { at, found, expected: Math.round(numbers[0] ?? 0), values: { unit } }];
}

/** Whether a whole number looks like a year. */
const isYear = (n: number): boolean => n >= 1900 && n <= 2100;

type Plain = 'page' | 'seats' | 'events';

/** Finds a number that is no quantity and is a year, or below the least that it may be. */
function* plainNumber<Kind extends Plain>(
  kind: Kind,
  at: At,
  found: number,
  least: number,
): Hits<Kind | `${Kind}Year`> {
  if (isYear(found)) yield [`${kind}Year`, { at, found }];
  else if (!Number.isInteger(found) || found < least) yield [kind, { at, found, expected: `≥ ${least}` }];
}

/** Finds impossible pages, as no report has as many as there are years, seats, numbers of events, and thresholds. */
function* plainNumbers({ dataset, index }: CheckContext): Hits<Plain | `${Plain}Year` | 'threshold'> {
  for (const collection of Object.keys(dataset.collections) as CollectionName[]) {
    for (const record of index.list(collection)) {
      const page = 'source' in record ? record.source?.page : undefined;
      if (page !== undefined) yield* plainNumber('page', inField(collection, record, 'source.page'), page, 1);
    }
  }
  for (const body of index.list('bodies'))
    if (body.seats != null) yield* plainNumber('seats', inField('bodies', body, 'seats'), body.seats, 0);
  for (const seat of index.list('seats')) yield* plainNumber('seats', inField('seats', seat, 'count'), seat.count, 1);
  for (const event of index.list('events'))
    yield* plainNumber('events', inField('events', event, 'count'), event.count, 0);
  for (const vote of index.list('votes')) {
    const n = vote.threshold;
    if (n == null || (n > 0 && n <= 1)) continue;
    const expected = n > 1 && n <= 100 ? n / 100 : '0–1';
    yield ['threshold', { at: inField('votes', vote, 'threshold'), found: n, expected }];
  }
}

const REREAD_NUMBER: Pattern = ['Relisez le nombre dans le document.', 'Read the number again in the document.'];

/** Amounts that cannot be: less than nothing, more than all, a part of a person. */
export const impossibleAmounts = rule(
  'impossible-amounts',
  { fr: 'Nombres impossibles', en: 'Impossible amounts' },
  ['observations', 'tallies', 'votes', 'events', 'audiences', 'jobs', 'movements', 'bodies', 'seats', 'prizes'],
  {
    negative: ['warning, likely', ['{found} est un nombre négatif', '{found} is a negative number'], REREAD_NUMBER],
    above: ['warning, likely', ['{found} est plus que le tout', '{found} is more than the whole'], REREAD_NUMBER],
    broken: [
      'warning, likely',
      [
        "{found} n'est pas un nombre entier, or « {unit} » se compte en entiers",
        '{found} is no whole number, and "{unit}" are counted in whole numbers',
      ],
      REREAD_NUMBER,
    ],
    page: ['warning, likely', ["{found} n'est pas une page", '{found} is no page'], REREAD_NUMBER],
    pageYear: [
      'warning, likely',
      ['page {found} : sans doute une année', 'page {found}: a year, probably'],
      REREAD_NUMBER,
    ],
    seats: [
      'warning, likely',
      ["{found} n'est pas un nombre de sièges", '{found} is no number of seats'],
      REREAD_NUMBER,
    ],
    seatsYear: [
      'warning, likely',
      ['{found} sièges : sans doute une année', '{found} seats: a year, probably'],
      REREAD_NUMBER,
    ],
    events: [
      'warning, likely',
      ["{found} n'est pas un nombre d'événements", '{found} is no number of events'],
      REREAD_NUMBER,
    ],
    eventsYear: [
      'warning, likely',
      ['{found} événements en une ligne : sans doute une année', '{found} events in one line: a year, probably'],
      REREAD_NUMBER,
    ],
    threshold: [
      'warning, likely',
      ["le seuil {found} n'est pas entre 0 et 1", 'the threshold {found} is not between 0 and 1'],
      REREAD_NUMBER,
    ],
  },
  function* (context) {
    const { index } = context;
    for (const o of index.list('observations')) {
      const { indicator, id, label, quantity } = o;
      const words = fold(`${indicator ?? ''} ${id} ${label.fr} ${label['en'] ?? ''} ${quantity.base ?? ''}`);
      yield* impossible(inAmount(o), quantity, words);
    }
    for (const { q, ...at } of recordAmounts(index)) yield* impossible(at, q);
    yield* plainNumbers(context);
  },
);

/** Figures of one kind in the usual unit, before another one among them looks like a slip. */
const ENOUGH = 3;

/** …where the catalogue does not say the usual unit itself. */
const ENOUGH_OF_CATALOGUE = 2;

const inUnit = (o: Observation): At => inField('observations', o, 'quantity.unit');

const byUnit = (list: readonly Observation[]): ReadonlyMap<string, readonly Observation[]> =>
  groupByKey(list, (o) => o.quantity.unit);

/** Finds the one figure in another unit than all the others of its indicator and dimensions. */
function* oddUnits({ index, options: { indicators } }: CheckContext): Hits<'odd'> {
  const kinds = groupByKey(index.list('observations'), ({ indicator, dimensions }) =>
    indicator ? [indicator, ...Object.keys(dimensions).sort()].join('\u0000') : null,
  );
  for (const list of kinds.values()) {
    const indicator = list[0]?.indicator ?? '';
    const [most, least, more] = [...byUnit(list)].sort(([, a], [, b]) => b.length - a.length);
    const [only, second] = least?.[1] ?? [];
    const enough = most?.[0] === indicators?.[indicator]?.unit ? ENOUGH_OF_CATALOGUE : ENOUGH;
    if (!most || !only || second || more || most[1].length < enough) continue;
    yield ['odd', { at: inUnit(only), found: only.quantity.unit, expected: most[0], values: { indicator } }];
  }
}

/** Returns the kind of thing that a unit measures: units of two kinds never mean the same. */
function kindOf(unit: string): string {
  if (/euros?$/.test(unit)) return 'money';
  if (unit === 'percent' || unit === 'points') return unit;
  if (unit === 'year' || unit === 'edition') return 'rank';
  return /^(?:hours|days|months|years|FTE|km|m2)$/.test(unit) || /\/|-per-|^ratio$/.test(unit) ? 'measure' : 'count';
}

/** Kinds that look like a slip in place of each other: a number of things, money, a part of a hundred. */
const SLIPS = new Set(['money', 'percent', 'count']);

const SIGNS: readonly (readonly [kind: string, unit: string, pattern: RegExp])[] = [
  ['percent', 'percent', /^[^\d%]*[\d\s.,]+%[^\d%]*$/u],
  ['money', 'euros', /^[^\d€]*[\d\s.,]+(?:k|M|Md|millions? d[’'])?\s?(?:€|euros)[^\d€%]*$/u],
];

/**
 * Finds members in euros, or in events, though the catalogue counts them, which the indicator refuses; else one number that
 * is printed with the sign of another unit: `92 %` of people, `3 000 €` of members.
 */
function* otherUnit(o: Observation, catalogue: CheckOptions['indicators']): Hits<'refused' | 'sign'> {
  const { indicator = '', printed, quantity } = o;
  const found = quantity.unit;
  const { unit: expected, otherUnits = [] } = catalogue?.[indicator ?? ''] ?? {};
  if (expected !== undefined && ![expected, ...otherUnits].some((own) => isSameKind(own, found))) {
    yield ['refused', { at: inUnit(o), found, expected, values: { indicator: indicator ?? '' } }];
    return;
  }
  const [kind, unit] = SIGNS.find(([, , pattern]) => pattern.test(printed ?? '')) ?? [];
  if (kind !== undefined && SLIPS.has(kindOf(found)) && kindOf(found) !== kind)
    yield ['sign', { at: inUnit(o), found, expected: unit, values: { printed: printed ?? '' } }];
}

/**
 * Finds a unit without a word: figures are written with its own spelling, in every language. Each such unit once, where
 * its indicator is in the catalogue or it measures something.
 */
function* unwritten(list: readonly Observation[], catalogue: CheckOptions['indicators']): Hits<'unwritten'> {
  const isHurt = ({ indicator, quantity: { value = 0 } }: Observation): boolean =>
    !Number.isInteger(value) || Object.hasOwn(catalogue ?? {}, indicator ?? '');
  for (const [found, of] of byUnit(list)) {
    const o = isWritten(found) ? undefined : of.find(isHurt);
    if (o) yield ['unwritten', { at: inUnit(o), found, expected: catalogue?.[o.indicator ?? '']?.unit }];
  }
}

/** Finds a unit that comes once, one letter from one that others have, or any in other letters than it is written: `eurs`, `fte`. */
function* misspelt(list: readonly Observation[], catalogue: CheckOptions['indicators']): Hits<'misspelt' | 'letters'> {
  const used = byUnit(list);
  const known = new Set(Object.values(catalogue ?? {}).flatMap(({ unit }) => unit ?? []));
  for (const [unit, of] of used) if (of.length > 1) known.add(unit);
  for (const [found, [o, more]] of used) {
    if (!o || isWritten(found)) continue;
    const isOdd = !more && !known.has(found) && found.length >= 4;
    const near = (each: string): boolean => oneErrorApart(each, found) && each !== `${found}s`;
    const written = UNITS.find((each) => each.toLowerCase() === found.toLowerCase());
    const expected = written ?? (isOdd ? ['euros', 'percent', ...known].find(near) : undefined);
    if (expected === undefined) continue;
    const isOneWord = expected.toLowerCase() === found.toLowerCase();
    yield [isOneWord ? 'letters' : 'misspelt', { at: inUnit(o), found, expected }];
  }
}

/** Finds parts of one dimension of a tally of which some are percents and others are counts. */
function* mixedUnits({ index }: CheckContext): Hits<'mixed'> {
  for (const tally of index.list('tallies')) {
    for (const [dimension, by] of Object.entries(tally.by)) {
      const found = [...new Set(Object.values(by).map(({ unit }) => unit))];
      if (new Set(found.map(kindOf)).size < 2) continue;
      const [at, values] = [inField('tallies', tally, `by.${dimension}`), { name: dimensionName(index, dimension) }];
      yield ['mixed', { at, found: found.join(', '), expected: found[0] ?? '', values }];
    }
  }
}

/** Fields of records that are numbers of things. */
const COUNTED = new Set(['attendance', 'total', 'jobs', 'count', 'followers']);

/** Finds people at an event in euros, followers in percent, the amount of a prize in things that are counted. */
function* recordUnits({ index }: CheckContext): Hits<'count' | 'prize'> {
  for (const { q, field, ...place } of recordAmounts(index)) {
    const [at, found, kind] = [{ ...place, field: `${field}.unit` }, q.unit, kindOf(q.unit)];
    if (!SLIPS.has(kind)) continue;
    if (COUNTED.has(field) && kind !== 'count') yield ['count', { at, found }];
    if (field === 'amount' && kind !== 'money' && isWritten(found)) yield ['prize', { at, found, expected: 'euros' }];
  }
}

const REREAD_UNIT: Pattern = ['Relisez l’unité.', 'Read the unit again.'];

/** A figure whose unit is not that of the others of its indicator and dimensions: members in euros. */
export const units = rule(
  'units',
  { fr: 'Unités', en: 'Units' },
  ['observations', 'tallies', 'events', 'jobs', 'movements', 'audiences', 'prizes'],
  {
    odd: [
      'warning, possible',
      [
        "l'unité est « {found} », les autres nombres de « {indicator} » sont en « {expected} »",
        'the unit is "{found}", the other figures of "{indicator}" are in "{expected}"',
      ],
      REREAD_UNIT,
    ],
    refused: [
      'error, certain',
      [
        "l'unité est « {found} », celle de « {indicator} » est « {expected} »",
        'the unit is "{found}", that of "{indicator}" is "{expected}"',
      ],
      REREAD_UNIT,
    ],
    sign: [
      'warning, possible',
      [
        "l'unité est « {found} », mais le document écrit « {printed} »",
        'the unit is "{found}", but the document prints "{printed}"',
      ],
      REREAD_UNIT,
    ],
    unwritten: [
      'warning, possible',
      [
        "« {found} » n'est pas une unité dont les widgets ont le mot, et reste écrite ainsi",
        '"{found}" is no unit that the widgets have a word for, and stays written so',
      ],
      REREAD_UNIT,
    ],
    letters: [
      'warning, possible',
      ["l'unité « {found} » s'écrit « {expected} »", 'the unit "{found}" is written "{expected}"'],
      REREAD_UNIT,
    ],
    misspelt: [
      'warning, possible',
      [
        "aucune autre fiche n'a l'unité « {found} » ; la plus proche est « {expected} »",
        'no other record has the unit "{found}"; the nearest one is "{expected}"',
      ],
      REREAD_UNIT,
    ],
    mixed: [
      'warning, likely',
      [
        'les parts par « {name} » ne sont pas dans la même unité : {found}',
        'the parts by "{name}" are not in one unit: {found}',
      ],
      ['Donnez la même unité à toutes.', 'Give all of them one unit.'],
    ],
    count: [
      'warning, likely',
      [
        "l'unité est « {found} », mais ce nombre compte des personnes ou des choses",
        'the unit is "{found}", but this number counts people or things',
      ],
      REREAD_UNIT,
    ],
    prize: [
      'warning, likely',
      [
        "l'unité est « {found} », mais la dotation d'un prix est une somme",
        'the unit is "{found}", but the amount of a prize is a sum of money',
      ],
      REREAD_UNIT,
    ],
  },
  function* (context) {
    const { index, options } = context;
    const figures = index.list('observations');
    const slips = [...oddUnits(context), ...misspelt(figures, options.indicators)];
    yield* slips;
    // A figure whose unit is a slip has no further finding.
    const said = new Set(slips.map(([, hit]) => recordId(hit)));
    for (const o of figures) if (!said.has(o.id)) yield* otherUnit(o, options.indicators);
    for (const each of unwritten(figures, options.indicators)) if (!said.has(recordId(each[1]))) yield each;
    yield* mixedUnits(context);
    yield* recordUnits(context);
  },
);

/** Something that says how much one thing is. */
interface Statement {
  readonly key: string;
  readonly at: At;
  readonly q: Quantity;
  /** Whether only a label says that it is the same thing. */
  readonly loose?: boolean;
}

const figureStatement = (o: Observation, key: string, loose = false): Statement => ({
  key,
  at: inAmount(o),
  q: o.quantity,
  loose,
});

function* figureStatements({ index }: CheckContext): Generator<Statement> {
  for (const [cell, { observations }] of numbered(index.cells()))
    for (const o of observations) yield figureStatement(o, `${cell}\u0000${dimensionsKey(o.dimensions)}`);
  // Figures of no indicator, under one label in our words: the same thing said twice, probably.
  for (const o of index.standing()) {
    const span = index.span(o.period);
    if (o.indicator || !span) continue;
    const { unit, base = '' } = o.quantity;
    const what = ['label', fold(o.label.fr), span.first, span.last, o.territory ?? '', o.status, unit, base];
    yield figureStatement(o, [...what, dimensionsKey(o.dimensions)].join('\u0000'), true);
  }
}

/** Yields the statements of several records on one gathering: the event itself, its tally, a published figure. */
function* attendances({ index }: CheckContext): Generator<Statement> {
  const attendanceKey = (of: string, unit: string): string => `attendance\u0000${of}\u0000${unit}`;
  for (const event of index.list('events')) {
    const q = event.attendance;
    if (q) yield { key: attendanceKey(event.id, q.unit), at: inField('events', event, 'attendance'), q };
  }
  for (const tally of index.list('tallies')) {
    const q = tally.total;
    if (q) yield { key: attendanceKey(tally.of, q.unit), at: inField('tallies', tally, 'total'), q };
  }
  for (const o of index.standing()) {
    const of = o.dimensions['event'] ?? o.dimensions['webinar'] ?? o.dimensions['meeting'];
    const { unit } = o.quantity;
    const alone = Object.keys(o.dimensions).length === 1 && !o.territory && o.status === 'held';
    if (of && alone && isAdditive(unit) && /attendance/.test(o.indicator ?? ''))
      yield figureStatement(o, attendanceKey(of, unit));
  }
}

/** Followers of a channel on a day, and their change until then: the snapshot and the published figures. */
function* audiences({ index }: CheckContext): Generator<Statement> {
  const audienceKey = (channel: string, day: string | undefined, unit: string): string =>
    ['followers', channel, day, unit].join('\u0000');
  for (const s of index.list('audiences')) {
    const key = audienceKey(s.channel, index.span(s.date)?.last, s.followers.unit);
    yield { key, at: inField('audiences', s, 'followers'), q: s.followers };
    if (s.change) yield { key: `change ${key}`, at: inField('audiences', s, 'change'), q: s.change };
  }
  for (const o of index.standing()) {
    const channel = o.dimensions['channel'];
    const isChange = /-change$/.test(o.indicator ?? '') && index.span(o.period)?.kind === 'year';
    const isFollowers = /-followers$/.test(o.indicator ?? '');
    const alone = Object.keys(o.dimensions).length === 1 && o.status === 'held';
    if (!channel || !alone || !(isChange || isFollowers)) continue;
    const key = audienceKey(channel, index.span(o.period)?.last, o.quantity.unit);
    yield figureStatement(o, isChange ? `change ${key}` : key);
  }
}

/** Dimensions of a figure that a tally of jobs has, too. */
const OF_JOBS = new Set(['programme', 'contract', 'mode', 'lot', 'territory']);

/** Jobs of the organisations that a programme supports: the tally and the published figure. */
function* jobStatements({ index }: CheckContext): Generator<Statement> {
  const list = index.list('jobs');
  const programmes = new Set(list.map(({ programme }) => programme));
  const [alone] = programmes.size === 1 ? programmes : [];
  const programmeKey = (
    programme: string,
    period: string,
    rest: Readonly<Record<string, string | null | undefined>>,
  ) => {
    const span = index.span(period);
    const { contract, mode, lot, territory } = rest;
    return ['jobs', programme, span?.first, span?.last, contract, mode, lot, territory].join('\u0000');
  };
  for (const job of list) {
    const { programme, period, contract, mode, lot, territory, jobs: q } = job;
    yield {
      key: programmeKey(programme, period, { contract, mode, lot, territory }),
      at: inField('jobs', job, 'jobs'),
      q,
    };
  }
  for (const o of index.standing()) {
    const programme = o.dimensions['programme'] ?? alone;
    const isJobs = o.quantity.unit === 'jobs' && /-jobs$/.test(o.indicator ?? '') && o.status === 'held';
    if (programme && isJobs && Object.keys(o.dimensions).every((key) => OF_JOBS.has(key)))
      yield figureStatement(o, programmeKey(programme, o.period, { territory: o.territory, ...o.dimensions }));
  }
}

/** Returns a statement that another one contradicts, as a hit. */
function contradiction(wrong: Statement, right: Statement, { byId, publishedOn }: DatasetIndex) {
  const { collection, record } = right.at;
  const values = { subject: findingSubject(record), other: `${collection}/${record.id}` };
  const weight = wrong.loose ? 'warning, possible' : undefined;
  const hit: Hit = { at: wrong.at, found: wrong.q, expected: right.q, values, weight };
  const [one, other] = [wrong, right].map(({ at }) =>
    at.collection === 'observations' ? byId('observations').get(at.record.id) : undefined,
  );
  if (!one || !other || publishedOn(one) === publishedOn(other)) return ['reread', hit] as const;
  // A report may state the figure of the year before again: then the later document corrects the earlier.
  const [earlier, later] = publishedOn(one) < publishedOn(other) ? [one, other] : [other, one];
  const corrects = { later: `observations/${later.id}`, field: `"corrects": ["${earlier.id}"]` };
  return ['corrects', { ...hit, values: { ...values, ...corrects } }] as const;
}

/** Smaller numbers have the same digits by chance. */
const LARGE = 1000;

/** Returns the words of a label that say what it is about. */
const aboutOf = (label: string): ReadonlySet<string> =>
  new Set(
    fold(label)
      .split(' ')
      .filter((word) => word.length > 4),
  );

function isTransposed(a: Observation, b: Observation): boolean {
  const about = aboutOf(a.label.fr);
  const isAlike = !a.indicator && !b.indicator && [...aboutOf(b.label.fr)].some((word) => about.has(word));
  // Two figures with the same label are compared with the other statements already.
  return isAlike && fold(a.label.fr) !== fold(b.label.fr) && nearDigits(a.quantity.value ?? 0, b.quantity.value ?? 0);
}

/** Yields large amounts of one period under almost one label, in two places, of which two digits were swapped. */
function* transposed({ index }: CheckContext): Generator<readonly [wrong: Observation, right: Observation]> {
  const groups = groupByKey(index.standing(), ({ quantity, period, territory, status, dimensions }) => {
    const n = exactInteger(quantity) ?? 0;
    const span = index.span(period);
    if (!span || n < LARGE || !isAdditive(quantity.unit)) return null;
    const digits = [...String(n)].sort().join('');
    return [digits, span.first, span.last, territory, quantity.unit, status, dimensionsKey(dimensions)].join('\u0000');
  });
  for (const [first, ...others] of groups.values())
    for (const o of others) if (first && isTransposed(first, o)) yield [o, first];
}

const OTHERWISE: Pattern = [
  '{found} ici, {expected} dans {subject}, {other}, pour la même chose',
  '{found} here, {expected} in {subject}, {other}, for one thing',
];

/** Statements of one thing whose amounts cannot both be right. The narrowest is taken as the measure of the others. */
export const contradictions = rule(
  'contradictions',
  { fr: 'Énoncés contradictoires', en: 'Contradictory statements' },
  ['observations', 'events', 'tallies', 'audiences', 'jobs'],
  {
    reread: [
      'error, likely',
      OTHERWISE,
      [
        'Relisez les deux passages du document ; si ce sont deux choses, distinguez-les par une dimension ou une période.',
        'Read both passages of the document again; if they are two things, tell them apart by a dimension or a period.',
      ],
    ],
    corrects: [
      'error, likely',
      OTHERWISE,
      [
        'Si le document le plus récent corrige l’autre, ajoutez {field} à {later} ; sinon relisez les deux passages.',
        'If the later document corrects the other, add {field} to {later}; otherwise read both passages again.',
      ],
    ],
  },
  function* (context) {
    const { index } = context;
    const groups = new Map<string, Statement[]>();
    for (const source of [figureStatements, attendances, audiences, jobStatements])
      for (const statement of source(context)) push(groups, statement.key, statement);
    const seen = new Set<string>();
    for (const list of groups.values()) {
      const [narrowest, ...others] = list.sort((a, b) => narrower(a.q, b.q));
      for (const other of others) {
        const key = `${other.at.collection}/${other.at.record.id}`;
        if (!narrowest || seen.has(key) || intersects(toInterval(narrowest.q), toInterval(other.q))) continue;
        seen.add(key);
        yield contradiction(other, narrowest, index);
      }
    }
    for (const [wrong, right] of transposed(context))
      if (!seen.has(`observations/${wrong.id}`))
        yield contradiction(figureStatement(wrong, '', true), figureStatement(right, '', true), index);
  },
);
