import {
  type AudienceSnapshot,
  addDays,
  type Finding,
  fold,
  type Interval,
  type Observation,
  push,
  quotient,
} from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import {
  comma,
  exceeds,
  formatAmount,
  formatComputed,
  intersects,
  middle,
  minus,
  sumOf,
  toInterval,
} from './shared/amounts.ts';
import { dimensionsKey, isTwiceOne } from './shared/dataset-index.ts';
import { doubtful, oncePerField, placeOf, report, subjectOf } from './shared/finding.ts';
import { type Expected, teams } from './shared/teams.ts';

const id = 'deltas';

const ADVICE = {
  fr: 'Relisez ces nombres dans le document : l’un d’eux est sans doute faux.',
  en: 'Read these numbers again in the document: one of them is wrong, probably.',
};

const NOTHING: Interval = { lo: 0, hi: 0, loStrict: false, hiStrict: false };

function snapshotFinding(s: AudienceSnapshot, before: AudienceSnapshot): Finding {
  const computed = formatComputed(middle(minus(toInterval(s.followers), toInterval(before.followers))));
  const change = s.change ? formatAmount(s.change) : '';
  return report({
    rule: id,
    severity: 'warning',
    certainty: 'likely',
    where: placeOf('audiences', s, 'change'),
    subject: subjectOf(s),
    found: change,
    expected: computed,
    what: {
      fr: `l'évolution publiée est ${comma(change)}, mais de ${comma(formatAmount(before.followers))} à ${comma(formatAmount(s.followers))} elle est de ${comma(computed)}`,
      en: `the published change is ${change}, but from ${formatAmount(before.followers)} to ${formatAmount(s.followers)} it is ${computed}`,
    },
    todo: ADVICE,
  });
}

const impossibleChange = (s: AudienceSnapshot): Finding =>
  report({
    rule: id,
    severity: 'error',
    certainty: 'certain',
    where: placeOf('audiences', s, 'change'),
    subject: subjectOf(s),
    found: s.change ? formatAmount(s.change) : '',
    expected: `≤ ${formatAmount(s.followers)}`,
    what: {
      fr: `la hausse est plus grande que le nombre lui-même, ${comma(formatAmount(s.followers))}`,
      en: `the rise is more than the number itself, ${formatAmount(s.followers)}`,
    },
    todo: ADVICE,
  });

/** Followers of each channel: the change that was published against the snapshots before. */
function snapshots({ index }: CheckContext): readonly Finding[] {
  const channels = new Map<string, AudienceSnapshot[]>();
  for (const s of index.list('audiences')) push(channels, s.channel, s);
  const day = (s: AudienceSnapshot): string => index.span(s.date)?.last ?? '';
  return [...channels.values()].flatMap((list) => {
    const sorted = [...list].sort((a, b) => (day(a) < day(b) ? -1 : 1));
    return sorted.flatMap((s, at): Finding[] => {
      if (!s.change || s.change.unit !== s.followers.unit) return [];
      if (exceeds(toInterval(s.change), toInterval(s.followers))) return [impossibleChange(s)];
      // The period of the change is not stated: one earlier snapshot that fits is enough.
      const earlier = sorted.slice(Math.max(0, at - 12), at).filter((b) => b.followers.unit === s.followers.unit);
      const change = toInterval(s.change);
      const fits = (b: AudienceSnapshot): boolean =>
        intersects(minus(toInterval(s.followers), toInterval(b.followers)), change);
      const before = earlier.at(-1);
      return before && !earlier.some(fits) ? [snapshotFinding(s, before)] : [];
    });
  });
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

const dayBefore = (day: string): string => addDays(day, -1);

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
  const start = at(dayBefore(span.first), same) ?? at(span.first, same);
  // The events of a year are compared with those of a year, members of a day with those of a day.
  const isAlike =
    index.span(start?.period)?.kind === index.span(end?.period)?.kind || index.isStock(end?.indicator ?? '');
  return isAlike ? { start, end } : { end };
}

function findingOf({ o, how, listed = false }: Expected, computed: string): Finding {
  return report({
    rule: id,
    ...doubtful(o),
    ...(listed ? { severity: 'info', certainty: 'possible' } : {}),
    expected: computed,
    what: {
      fr: `${comma(formatAmount(o.quantity))} est publié, mais ${comma(how)} donne ${comma(computed)}`,
      en: `${formatAmount(o.quantity)} is published, but ${how} gives ${computed}`,
    },
    todo: ADVICE,
  });
}

/** Returns the growth in percent between two amounts. */
function growth(start: Interval, rise: Interval): Interval | null {
  const rate = quotient(rise, start);
  return rate && { ...rate, lo: rate.lo * 100, hi: rate.hi * 100 };
}

const difference = (a: Observation, b: Observation) => ({
  computed: minus(toInterval(a.quantity), toInterval(b.quantity)),
  how: `${formatAmount(a.quantity)} − ${formatAmount(b.quantity)}`,
});

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
    const computed = sumOf([toInterval(start.quantity), difference(joined, left).computed]);
    yield {
      o: end,
      computed,
      how: `${formatAmount(start.quantity)} + ${formatAmount(joined.quantity)} − ${formatAmount(left.quantity)}`,
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
    const from = start ? toInterval(start.quantity) : end && change && difference(end, change).computed;
    if (!rise || !from || !exceeds(from, NOTHING)) continue;
    yield { o, computed: growth(from, rise), how: `${formatComputed(middle(rise))} / ${formatComputed(middle(from))}` };
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
    const from = start && toInterval(start.quantity);
    if (!start || !end || !from || !exceeds(from, NOTHING)) continue;
    const rise = difference(end, start).computed;
    yield { o, computed: growth(from, rise), how: `${formatComputed(middle(rise))} / ${formatComputed(middle(from))}` };
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
    if (unit === 'percent' && end.quantity.unit !== 'percent' && exceeds(toInterval(start.quantity), NOTHING)) {
      const how = `${formatComputed(middle(rise.computed))} / ${formatAmount(start.quantity)}`;
      yield { o, computed: growth(toInterval(start.quantity), rise.computed), how };
    }
    const isRise = unit === end.quantity.unit || (unit === 'points' && end.quantity.unit === 'percent');
    if (isRise && unit !== 'percent') yield { o, ...rise };
  }
}

const judgeAll = (expected: readonly Expected[]): readonly Finding[] =>
  expected.flatMap((each) => {
    const { o, computed } = each;
    if (!computed || intersects(computed, toInterval(o.quantity))) return [];
    return findingOf(each, formatComputed(Math.round(middle(computed) * 10) / 10, o.quantity.unit));
  });

/** Changes and growth against the values at both ends; who joined and left against the change of the stock. */
export const deltas: Check = {
  id,
  label: { fr: 'Évolutions', en: 'Changes and growth' },
  needs: ['observations', 'audiences', 'movements'],
  run: (context) => {
    const known = families(context);
    const expected = [...known.values()].flatMap((family) => [
      ...changes(context, family),
      ...stocks(context, family),
      ...growths(context, family),
    ]);
    const others = [
      ...teams(context, known.get(familyKey('staff', { dimensions: {} }))?.get('stock')),
      ...basedGrowths(context, known),
      ...derivedChanges(context),
    ];
    return [...snapshots(context), ...oncePerField(judgeAll([...expected, ...others]))];
  },
};
