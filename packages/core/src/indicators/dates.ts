import type { Period } from '../model/period.ts';
import { once } from './remember.ts';

type DateOf<T> = (record: T) => Period | null | undefined;

/** The dates of a list, each text once, and for each record the rank of its own. */
interface Dates {
  readonly texts: readonly (Period | null)[];
  readonly ranks: Uint32Array;
}

function read<T>(list: readonly T[], dateOf: DateOf<T>): Dates {
  const known = new Map<Period | null, number>();
  const ranks = new Uint32Array(list.length);
  for (let at = 0; at < list.length; at++) {
    const date = dateOf(list[at] as T) || null;
    const rank = known.get(date) ?? known.size;
    if (rank === known.size) known.set(date, rank);
    ranks[at] = rank;
  }
  return { texts: [...known.keys()], ranks };
}

const columns = once((_: readonly unknown[]) => new Map<unknown, Dates>());

/**
 * What a judge says of the date of each record of a list. It is asked once for each date, not for each record: a hundred
 * thousand records of ten years have some thousands of dates. `dateOf` has to be the same function from one call to the
 * next, so that the list is read only once for it.
 */
export function judgeDates<T, A>(
  list: readonly T[],
  dateOf: DateOf<T>,
  judge: (date: Period | null) => A,
): (at: number) => A {
  const known = columns(list);
  const dates = known.get(dateOf) ?? read(list, dateOf);
  known.set(dateOf, dates);
  const answers = dates.texts.map(judge);
  return (at) => answers[dates.ranks[at] ?? 0] as A;
}
