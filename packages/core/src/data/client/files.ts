import type { Dataset, Reach } from '../../model/index.ts';
import { type Author, addressOf, checkReach, mannerOf } from '../../reading/index.ts';
import type { CacheEntry } from '../cache/cache.ts';
import { isFresh } from './http.ts';
import { responseOf } from './request.ts';
import type { Resources } from './resources.ts';
import type { ClientOptions, RefreshOptions } from './types.ts';

/** Reads the text of a file, given the address that it came from, which its relative addresses start from, and where they may lead. */
type Parse<T> = (text: string, from: string, reach: Reach) => T | Promise<T>;

/** Author of the address of a file, the site by default; of `data`, the data set that says where its addresses may lead. */
export type FileAuthor =
  | { readonly author?: Exclude<Author, 'data'> }
  | { readonly author: 'data'; readonly of: Pick<Dataset, 'base' | 'reach'> };

/** Options of one file request. */
export type FileRequest = RefreshOptions & FileAuthor;

/** Reads files that go with a data set: the basemap, the commune table. */
export type ReadFile = <T>(href: string, parse: Parse<T>, asked?: FileRequest) => Promise<T>;

/**
 * Reads a side file. A kept copy is given at once and renewed behind it for the next time; what does not parse is never
 * kept, and a copy that no longer parses is asked for again, whole: its server might confirm it.
 */
export async function readFile<T>(
  options: ClientOptions,
  resources: Resources,
  href: string,
  parse: Parse<T>,
  asked: FileRequest = {},
): Promise<T> {
  const { clock, base, hosts = [], maxBytes } = options;
  const { author = 'site', byHand } = asked;
  const of = asked.author === 'data' ? asked.of : undefined;
  const url = addressOf(href, of?.base || base);
  const reach = of?.reach ?? { addresses: [of ? of.base || base || '' : url], hosts, maxBytes };
  const manner = await mannerOf(url, author, reach);
  const read = async (entry: CacheEntry): Promise<T> => {
    const { url: from = url } = entry;
    await checkReach(from, author, reach);
    return parse(await responseOf(entry).text(), from, of ? reach : { ...reach, addresses: [url, from] });
  };
  const ask = async (isWhole = false): Promise<T> => {
    const answer = await resources.fresh(url, new AbortController().signal, clock.now(), {
      ...manner,
      isWhole,
      byHand,
    });
    const parsed = await read(answer.entry).catch((error: unknown) => {
      // Forget an answer that could not be read, so that the next caller asks the server again.
      resources.forget(url);
      throw error;
    });
    // It never rejects, and nobody waits until it is stored.
    void resources.commit([answer]);
    return parsed;
  };
  const entry = await resources.cached(url);
  const kept = entry && (await attempt(() => read(entry)));
  if (!kept) return ask(entry !== undefined);
  // No caller awaits the renewal, and the copy already given stays good when it fails.
  if (!isFresh(url, entry, undefined, clock.now())) ask().catch(() => undefined);
  return kept.value;
}

async function attempt<T>(work: () => Promise<T>): Promise<{ readonly value: T } | undefined> {
  try {
    return { value: await work() };
  } catch {
    return undefined;
  }
}
