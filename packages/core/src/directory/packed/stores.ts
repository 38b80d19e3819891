/** Stores that an engine reads from: the files of a packed folder, or entries packed in memory. */
import type { PlaceWords } from '../../geo/index.ts';
import type { Columns } from './columns.ts';
import { readColumns } from './columns-file.ts';
import type { Store } from './contract.ts';
import { type Detail, readDetails, readIds } from './details.ts';
import { unzip } from './file.ts';
import type { Packed } from './pack.ts';
import { runInSlices, type YieldToEventLoop } from './steps.ts';
import { entryTermSteps, type Terms } from './terms.ts';
import { readTerms } from './terms-file.ts';

/** Gives the bytes of a file by its name in the folder. */
export type ReadBytes = (href: string) => Promise<Uint8Array<ArrayBuffer>>;

/** Details kept in memory, in shards: those of the last pages. */
const KEPT = 40;

/** Reads the columns of a packed folder. @throws EssError as `readColumns`, and what `read` throws */
export async function openColumns(href: string, read: ReadBytes): Promise<Columns> {
  return readColumns(await unzip(await read(href), href), href);
}

/** The files beside some columns, each read once; a file that failed is asked for again. */
export function folderStore(columns: Columns, read: ReadBytes): Store {
  const open = async (href: string): Promise<Uint8Array> => unzip(await read(href), href);
  const details = remembered(async (at: number) => {
    const shard = columns.shards[at];
    return shard ? readDetails(await open(shard.href), columns, shard) : [];
  }, KEPT);
  const terms = remembered(async (ref: Columns['terms'][number]) => readTerms(await open(ref.href), columns, ref));
  const ids = remembered(async (href: string) => readIds(await open(href), { ...columns, ids: href }));
  return {
    details,
    terms: (word, wide) => {
      const start = wide ? ([...word][0] ?? '') : word;
      const wanted = columns.terms.filter(({ prefix }) => prefix.startsWith(start) || start.startsWith(prefix));
      return Promise.all(wanted.map(terms));
    },
    ids: () => ids(columns.ids),
  };
}

/**
 * Makes the store of entries packed in memory; their words are listed at the first search.
 * @param around asked for then
 * @param yieldToEventLoop for the page's own thread, which has to answer its visitor meanwhile
 */
export function memoryStore(
  { entries, details }: Packed,
  around: () => Promise<PlaceWords>,
  yieldToEventLoop?: YieldToEventLoop,
): Store {
  let terms: Promise<readonly Terms[]> | undefined;
  let ids: readonly string[] | undefined;
  return {
    details: async (shard): Promise<readonly Detail[]> => details(shard),
    terms: () => {
      terms ??= around()
        .then((words) => runInSlices(entryTermSteps(entries, words), yieldToEventLoop))
        .then((all) => [all]);
      return terms;
    },
    ids: async () => {
      ids ??= entries.map(({ id }) => id);
      return ids;
    },
  };
}

/** Keeps the last answers (all of them by default), and none that failed. */
function remembered<K, T>(ask: (key: K) => Promise<T>, most = Number.POSITIVE_INFINITY): (key: K) => Promise<T> {
  const known = new Map<K, Promise<T>>();
  return (key) => {
    const answer = known.get(key) ?? ask(key);
    known.delete(key);
    known.set(key, answer);
    answer.catch(() => known.delete(key));
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return answer;
  };
}
