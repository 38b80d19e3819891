import {
  type CollectionName,
  isComplete,
  markPartial,
  type Period,
  period,
  periodContains,
  periodsOverlap,
  type Quantity,
  quantity,
  type Text,
} from '../model/index.ts';
import { columnOf } from './columns.ts';
import type { Computed, ComputedParts, IndicatorContext } from './indicator.ts';
import { UNKNOWN } from './labels.ts';
import { createMemoCache } from './memoize.ts';
import { LISTED } from './missing-parts.ts';
import { placed } from './territory.ts';

/** Description of a collection: how its records are dated, placed and sorted into categories. */
export interface Countable<T> {
  /** Its date. One function for all calls: what it gives is read once for each list of records. */
  readonly dateOf: (record: T) => Period | null | undefined;
  /** Whether a record is one of those that are counted at all; all are by default. */
  readonly kept?: (record: T) => boolean;
  /** Whether a record lasts for as long as its date says (a partnership of `2023/2025`), and so is of each period in it. */
  readonly lasting?: boolean;
  /** Territories of the record: an empty list when unknown, null when it has none (an online event). */
  readonly territoriesOf: (record: T, context: IndicatorContext) => readonly string[] | null;
  /** Its category: undefined when unknown, null when it has none. */
  readonly categoryOf: (record: T, dimension: string, context: IndicatorContext) => string | null | undefined;
}

/** Records that count, and how many might but do not say so clearly enough. */
export interface Selection<T> {
  readonly found: readonly T[];
  /** Records whose date, place or category does not say whether they count. */
  readonly unclear: number;
}

/** Whether a date lies in a period: false outside it and without a date, null across its bounds. */
export function isInPeriod(asked: Period, date: Period | null | undefined): boolean | null {
  if (!date || !periodsOverlap(asked, date)) return false;
  return periodContains(asked, date) ? true : null;
}

/**
 * Whether something that lasts took place in a period, if only in part: a mission of `2023/2024` did in each of the two
 * years. Null where its dates are too vague to tell.
 */
export function lastsIn(asked: Period, lasting: Period): boolean | null {
  if (!periodsOverlap(asked, lasting)) return false;
  const { first, last } = period(asked);
  const [start = '', end = start] = lasting.split('/');
  // Begun at the latest on the first day, ended at the earliest on the last.
  const spans = period(start).last <= first && period(end).first >= last;
  return spans || periodContains(asked, start) || periodContains(asked, end) ? true : null;
}

/** Returns a test of dates against a period that reads each date once: records share a few of them. */
export function datesIn(asked: Period, lasting = false): (date: Period | null | undefined) => boolean | null {
  const known = new Map<Period, boolean | null>();
  return (date) => {
    if (!date) return null;
    const answer = known.get(date);
    if (answer !== undefined) return answer;
    const found = lasting ? lastsIn(asked, date) : isInPeriod(asked, date);
    known.set(date, found);
    return found;
  };
}

/** Returns the answer of {@link datesIn} for each record of a list, by its place in it. */
export function judgeDates<T>(
  list: readonly T[],
  { dateOf, lasting = false }: Pick<Countable<T>, 'dateOf' | 'lasting'>,
  asked: Period,
): (at: number) => boolean | null {
  const column = columnOf(list, dateOf);
  // Several indicators ask, each for its whole and for each of its dimensions.
  const answers = judged(column, `${asked} ${lasting}`, () => column.texts.map(datesIn(asked, lasting)));
  return (at) => answers[column.ranks[at] ?? 0] ?? null;
}

const judged = createMemoCache<readonly (boolean | null)[]>(50);

/** Yes if all are; no as soon as one is not; null (unclear) otherwise. */
export const every = (answers: readonly (boolean | null)[]): boolean | null =>
  answers.includes(false) ? false : answers.includes(null) ? null : true;

/** {@link every} of two. */
export const everyOfTwo = (a: boolean | null, b: boolean | null): boolean | null =>
  a === false || b === false ? false : a === null ? null : b;

/** Sorts records by whether they count: yes, no, or unclear (null). */
function selectBy<T>(list: readonly T[], counts: (record: T, at: number) => boolean | null): Selection<T> {
  const found: T[] = [];
  let unclear = 0;
  for (let at = 0; at < list.length; at++) {
    const record = list[at] as T;
    const answer = counts(record, at);
    if (answer) found.push(record);
    else if (answer === null) unclear++;
  }
  return { found, unclear };
}

/** Returns the records of a period that match the territory and the `where` asked for. */
export function select<T>(list: readonly T[], context: IndicatorContext, how: Countable<T>): Selection<T> {
  const { dataset, period: asked, territory, where } = context;
  const has = (record: T, key: string): boolean | null => {
    const category = how.categoryOf(record, key, context);
    return category === undefined ? null : category === where[key];
  };
  const dated = judgeDates(list, how, asked);
  const lies = (record: T): boolean | null => {
    if (territory === undefined) return true;
    const territories = how.territoriesOf(record, context);
    return territories !== null && placed(dataset, territories, territory);
  };
  const keys = Object.keys(where);
  return selectBy(list, (record, at) => {
    const inTime = dated(at);
    // The date first, which costs nothing: most records are of another time.
    if (inTime === false || how.kept?.(record) === false) return false;
    let answer: boolean | null = everyOfTwo(inTime, lies(record));
    for (const key of keys) if (answer !== false) answer = everyOfTwo(answer, has(record, key));
    return answer;
  });
}

/**
 * Counts the selected records; incomplete where a record is unclear. An incomplete list without records gives null, not
 * 0.
 */
export function countSelected<T>(
  { found, unclear }: Selection<T>,
  unit: string,
  complete: boolean,
  weight = (_: T): number => 1,
): Computed {
  const n = found.reduce((total, record) => total + weight(record), 0);
  const each = countedAs(found.length, unclear, unit, complete);
  return { ...each, quantity: each.quantity && quantity(n, unit) };
}

/** Returns the count as {@link countSelected} does, from the numbers of records that count and that may count. */
export function countedAs(found: number, unclear: number, unit: string, complete: boolean): Computed {
  const whole = complete && unclear === 0;
  return {
    quantity: whole || found > 0 ? quantity(found, unit) : null,
    complete: whole,
    population: whole || found + unclear > 0 ? found + unclear : null,
    missing: whole || found + unclear > 0 ? unclear : null,
    notes: unclear > 0 ? [unclearNote(unclear)] : [],
  };
}

/** Options of {@link countBy}. */
interface CountOptions<T> {
  readonly weight?: (record: T) => number;
  /** Whether records without a category are a part of their own, `unknown`; they are left out otherwise. */
  readonly unknown?: boolean;
  /** Whether every record is there; parts of an incomplete list say "at least". */
  readonly complete?: boolean;
}

/** Counts the records of each category. */
export function countBy<T>(
  found: readonly T[],
  categoryOf: (record: T) => string | null | undefined,
  unit: string,
  { weight = () => 1, unknown = false, complete = true }: CountOptions<T> = {},
): ComputedParts {
  const counts = new Map<string, number>();
  for (const record of found) {
    const category = categoryOf(record);
    const id = category === undefined && unknown ? UNKNOWN : category;
    if (id) counts.set(id, (counts.get(id) ?? 0) + weight(record));
  }
  // When nothing has a category, "all unknown" is not a breakdown.
  if (counts.size === 1) counts.delete(UNKNOWN);
  const parts = [...counts].map(([id, n]) => [id, quantity(n, unit)] as const);
  return new Map(complete ? parts : parts.map(([id, q]) => [id, markPartial(q, LISTED.fr)]));
}

/**
 * Counts the different things that the records are about: an organisation that has two missions is one organisation.
 */
export function countDistinct<T>(
  { found, unclear }: Selection<T>,
  keysOf: (record: T) => readonly string[],
  unit: string,
  complete: boolean,
): Computed {
  const keys = new Set<string>();
  for (const record of found) for (const key of keysOf(record)) keys.add(key);
  return distinctCount(keys.size, unclear, unit, complete);
}

/** Returns the count as {@link countDistinct} does, from the number of different things. */
export function distinctCount(n: number, unclear: number, unit: string, complete: boolean): Computed {
  const whole = complete && unclear === 0;
  return {
    quantity: whole || n > 0 ? quantity(n, unit) : null,
    complete: whole,
    notes: unclear > 0 ? [unclearNote(unclear)] : [],
  };
}

/**
 * Returns the records sorted by category in one pass; a record may be of several. Those without a category are left
 * out.
 */
export function groupByCategory<T>(
  list: readonly T[],
  categoriesOf: (record: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const record of list) {
    for (const id of categoriesOf(record)) {
      const group = groups.get(id);
      if (group) group.push(record);
      else groups.set(id, [record]);
    }
  }
  return groups;
}

/** Returns the computed value of each category, unknown ones left out; a value that is only listed means "at least". */
export function toParts(computed: Iterable<readonly [string, Computed | null]>): ComputedParts {
  const parts = new Map<string, Quantity>();
  for (const [id, each] of computed) {
    if (each?.quantity) parts.set(id, each.complete ? each.quantity : markPartial(each.quantity, LISTED.fr));
  }
  return parts;
}

/** Returns one record's category as a list: empty where it has none. */
export const categoryList = (category: string | null | undefined): readonly string[] => (category ? [category] : []);

/** Returns the context narrowed to one value of a dimension. */
export function narrowed(context: IndicatorContext, dimension: string, id: string): IndicatorContext {
  return { ...context, where: { ...context.where, [dimension]: id } };
}

/** Whether a `where` leaves a value of a dimension in: it names that one, or none. */
export const matchesWhere = ({ where }: IndicatorContext, dimension: string, id: string | null | undefined): boolean =>
  where[dimension] === undefined || where[dimension] === id;

/** Whether a programme is the one named, or a part of it: `dla-regional` of `dla`. */
export const isOfProgramme = (id: string, programme: string): boolean =>
  id === programme || id.startsWith(`${programme}-`);

/** Whether a record's programme is the one asked for or, where none is, the one named or a part of it. */
export const isOfAskedProgramme = (own: string, programme: string, { where }: IndicatorContext): boolean =>
  where['programme'] === undefined ? isOfProgramme(own, programme) : own === where['programme'];

/** Returns the context of the days of a period that had passed on the day of the data. */
export const elapsed = (context: IndicatorContext): IndicatorContext => ({
  ...context,
  period: `${period(context.period).first}/${context.dataset.manifest.updated}`,
});

/** Whether a collection is complete for the context's period and for what its `where` keeps. */
export function isCoverageComplete(context: IndicatorContext, name: CollectionName): boolean {
  const { dataset, where, soFar } = context;
  const { period: asked } = soFar ? elapsed(context) : context;
  const pairs = Object.entries(where).map(([key, value]) => `${key}=${value}`);
  return isComplete(dataset, name, asked, pairs.join(' '));
}

/** Says how many records were left out because they do not say whether they count. */
const unclearNote = (n: number): Text => ({
  fr: `non comptés, faute d’une date ou d’un lieu assez précis : ${n}`,
  br: `n’int ket kontet, re amresis an deiziad pe al lec’h : ${n}`,
  en: `not counted, their date or place being too vague: ${n}`,
});
