import { memoizeByObject } from './memoize.ts';

type Text = string | null;
type ReadText<T> = (record: T, at: number) => Text | undefined;

/**
 * One field of a list of records: each of its texts once, and for each record the rank of its own. A hundred thousand
 * records of ten years have some thousands of dates: what is asked of a date is asked for each of these only.
 */
export interface FieldColumn {
  readonly texts: readonly Text[];
  readonly ranks: Uint32Array;
  readonly rankOf: ReadonlyMap<Text, number>;
}

function makeColumn<T>(list: readonly T[], read: ReadText<T>, like?: FieldColumn): FieldColumn {
  let rankOf = like?.rankOf ?? new Map<Text, number>();
  let added: Map<Text, number> | undefined;
  const ranks = new Uint32Array(list.length);
  for (let at = 0; at < list.length; at++) {
    const text = read(list[at] as T, at) || null;
    let rank = rankOf.get(text);
    if (rank === undefined) {
      added ??= new Map(rankOf);
      rankOf = added;
      rank = added.size;
      added.set(text, rank);
    }
    ranks[at] = rank;
  }
  return { texts: added || !like ? [...rankOf.keys()] : like.texts, ranks, rankOf };
}

const columns = memoizeByObject((_: readonly unknown[]) => new WeakMap<object, FieldColumn>());

/**
 * Returns a column of a list, made once: `read` has to be the same function from one call to the next.
 * @param like for a field that names other records, the column of their ids: the same texts have the same ranks
 */
export function columnOf<T>(list: readonly T[], read: ReadText<T>, like?: FieldColumn): FieldColumn {
  const known = columns(list);
  const column = known.get(read) ?? makeColumn(list, read, like);
  known.set(read, column);
  return column;
}

/**
 * Answers once for each different text of a list; returns the answer for a record by its place in the list. `read` as
 * for {@link columnOf}.
 */
export function judgeTexts<T, A>(list: readonly T[], read: ReadText<T>, answer: (text: Text) => A): (at: number) => A {
  const { texts, ranks } = columnOf(list, read);
  const answers = texts.map(answer);
  return (at) => answers[ranks[at] ?? 0] as A;
}

/** Places of the records of each text in a list: those of rank `r` from `starts[r]` to `starts[r + 1]`, in order. */
interface Places {
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
}

/** The records of a column sorted by their text, once. */
export const placesIn = memoizeByObject(({ texts, ranks }: FieldColumn): Places => {
  const starts = new Uint32Array(texts.length + 1);
  for (const rank of ranks) starts[rank + 1] = (starts[rank + 1] ?? 0) + 1;
  for (let rank = 0; rank < texts.length; rank++) starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0);
  const next = starts.slice();
  const places = new Uint32Array(ranks.length);
  for (let at = 0; at < ranks.length; at++) {
    const rank = ranks[at] ?? 0;
    const place = next[rank] ?? 0;
    places[place] = at;
    next[rank] = place + 1;
  }
  return { starts, places };
});
