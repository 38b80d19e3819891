import {
  type AttendanceTally,
  add,
  complement,
  type Dataset,
  type Event,
  eventDays,
  type FieldRef,
  intervalOf,
  isApprox,
  isExact,
  type Quantity,
  quantity,
  records,
  share,
  spell,
  sum,
} from '../model/index.ts';
import { isCoverageComplete, judgeDates, matchesWhere } from './counting.ts';
import type { IndicatorContext } from './indicator.ts';
import { createMemoCache, memoizeByObject } from './memoize.ts';
import { UNSTATED } from './missing-parts.ts';
import { placed } from './territory.ts';

/** An event or a meeting that took place, and what is known of those who came. */
export interface Attended {
  readonly id: string;
  /** Number of people; null when it is not stated. */
  readonly total: Quantity | null;
  /** Counts or percents by dimension and category. */
  readonly by: Readonly<Record<string, Readonly<Record<string, Quantity>>>>;
  /** Id of the tally that says it. */
  readonly tally?: string;
}

/** Returns the fields of the tallies that the counts of a dimension were taken from. */
export const tallyFieldRefs = (attended: readonly Attended[], dimension: string): readonly FieldRef[] =>
  attended.flatMap(({ tally, by }) =>
    tally !== undefined && by[dimension] ? { collection: 'tallies', id: tally, field: `by.${dimension}` } : [],
  );

interface AttendedRecord extends Pick<Event, 'date' | 'startsAt' | 'endsAt'> {
  readonly id: string;
  /** Null where it lies in none. */
  readonly territories: readonly string[] | null;
  readonly attendance?: Quantity | null | undefined;
}

/** Returns the events and meetings held. The place where a body meets is not the territory that it is about. */
const heldOf = memoizeByObject((dataset: Dataset): readonly AttendedRecord[] => [
  ...records(dataset, 'events').filter((e) => e.status === 'held'),
  ...records(dataset, 'meetings')
    .filter((m) => m.status === 'held')
    .map(({ id, date }) => ({ id, date, territories: null })),
]);

/** Tallies by the event or the meeting that they are of. */
export const attendanceTallies = memoizeByObject(
  (list: readonly AttendanceTally[]) => new Map(list.map((tally) => [tally.of, tally])),
);

const people = (q: Quantity | null | undefined): Quantity | null => (q?.unit === 'people' ? q : null);

/**
 * Returns the events and meetings held in the period and the territory requested, each once with its tally; only the
 * one named `event` if there is such a pair.
 */
export function attendedIn(context: IndicatorContext): readonly Attended[] {
  const { dataset, period, territory = '', where } = context;
  return known(dataset, [period, territory, where['event']].join(' '), () => findAttended(context));
}

/** Three indicators ask for them, as a whole and by each of their dimensions. */
const known = createMemoCache<readonly Attended[]>(20);

function findAttended(context: IndicatorContext): readonly Attended[] {
  const { dataset, period, territory } = context;
  const tallies = attendanceTallies(records(dataset, 'tallies'));
  const list = heldOf(dataset);
  const isIn = judgeDates(list, { dateOf: eventDays }, period);
  const counts = ({ id, territories }: AttendedRecord, at: number): boolean =>
    isIn(at) === true &&
    matchesWhere(context, 'event', id) &&
    (territory === undefined || (territories !== null && placed(dataset, territories, territory) === true));
  return list.filter(counts).map((held) => {
    const tally = tallies.get(held.id);
    const total = people(tally?.total) ?? people(held.attendance);
    return { id: held.id, total, by: tally?.by ?? {}, ...(tally ? { tally: tally.id } : {}) };
  });
}

/** Whether every event and meeting is listed. */
export const isWhole = (context: IndicatorContext): boolean =>
  context.where['event'] !== undefined ||
  (isCoverageComplete(context, 'events') && isCoverageComplete(context, 'meetings'));

interface Genders {
  readonly women: Quantity;
  readonly men: Quantity;
  readonly both: Quantity;
}

/**
 * Returns women and men among those who came: counts, or percents of one base. Null where one of the two is not stated.
 */
export const womenAndMen = (attended: Attended): Genders | null => genders(attended).found;

const genders = memoizeByObject((attended: Attended) => {
  const found = findGenders(attended);
  return { found, parity: found && parityAmong(found, attended.total) };
});

function findGenders({ by }: Attended): Genders | null {
  const { women, men } = by['gender'] ?? {};
  if (!women || !men || women.unit !== men.unit) return null;
  if (women.unit === 'percent' && (women.base === undefined || women.base !== men.base)) return null;
  const both = add(women, men, { disjoint: true });
  return both && { women, men, both };
}

/** Returns everyone of whom the women and the men are a part, where these are fewer; both of them otherwise. */
export function everyoneOf({ women, both }: Genders, people: Quantity | null): Quantity {
  const isPercent = women.unit === 'percent';
  const all = isPercent ? { ...both, op: '=' as const, value: 100 } : people;
  // Two rounded percents may leave one point.
  return all && intervalOf(all).hi - intervalOf(both).hi > Number(isPercent) ? all : both;
}

/**
 * Returns the share of women among people, in percent: women / (women + men) where these are all, else what it is at least
 * and at most: 11 women and 12 men of 33 are between 11 / 33 and 21 / 33.
 */
export function parityAmong(counts: Genders, people: Quantity | null): Quantity | null {
  const { women, men, both } = counts;
  const all = everyoneOf(counts, people);
  if (all === both) return share(women, both, 'people');
  const [least, most] = [share(women, all), complement(share(men, all))];
  if (!least || !most) return null;
  const [{ lo }, { hi }] = [intervalOf(least), intervalOf(most)];
  const extras = { approx: isApprox(least) || isApprox(most), partial: UNSTATED.fr, base: 'people' };
  return spell({ lo, hi, loStrict: false, hiStrict: false }, 'percent', extras);
}

/** Returns the share of women at an event, as {@link parityAmong} does. */
export const parityOf = (attended: Attended): Quantity | null => genders(attended).parity;

/** People by type of organisation: counts only. Percents of different bases are neither added nor averaged. */
export const affiliationsOf = memoizeByObject(({ by }: Attended): readonly (readonly [string, Quantity])[] =>
  Object.entries(by['affiliation'] ?? {}).filter(([, q]) => q.unit === 'people'),
);

/** Returns the sum of what is known, null when nothing is. */
export function knownSum(list: readonly Quantity[]): Quantity | null {
  const [first, ...rest] = list;
  if (!first || rest.length === 0) return first ?? null;
  // Thousands of plain counts: as numbers, they are added in no time.
  const isPlain = (q: Quantity): boolean =>
    isExact(q) && q.unit === 'people' && q.base === undefined && Number.isInteger(q.value);
  return list.every(isPlain)
    ? quantity(
        list.reduce((total, q) => total + (q.value ?? 0), 0),
        'people',
      )
    : sum(list);
}
