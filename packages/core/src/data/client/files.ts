import type { Dataset, Reach } from '../../model/dataset.ts';
import type { CacheEntry } from '../cache/cache.ts';
import { isFresh } from './http.ts';
import { addressOf, checkReach, mannerOf } from './reading.ts';
import { responseOf } from './request.ts';
import type { Resources } from './resources.ts';
import type { ClientOptions, RefreshOptions } from './types.ts';

/** Reads the text of a file, given the address that it came from, which its relative addresses start from, and where they may lead. */
type Parse<T> = (text: string, from: string, reach: Reach) => T | Promise<T>;

/** Options of one file request. */
export interface FileRequest extends RefreshOptions {
  /** The data set that names the file, and says where its addresses may lead. Without it the address is the author's. */
  readonly of?: Pick<Dataset, 'base' | 'reach'> | undefined;
}

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
  { of, byHand }: FileRequest = {},
): Promise<T> {
  const { clock, base } = options;
  const url = addressOf(href, of?.base || base);
  const reach = of && reachOf(of, options);
  const manner = await mannerOf(url, reach, options.maxBytes);
  const read = async (entry: CacheEntry): Promise<T> => {
    const { url: from = url } = entry;
    if (reach) await checkReach(from, reach);
    const { hosts = [], maxBytes } = options;
    return parse(await responseOf(entry).text(), from, reach ?? { addresses: [url, from], hosts, maxBytes });
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

/** Returns the addresses and hosts that a data set may name files on. */
function reachOf({ base, reach }: Pick<Dataset, 'base' | 'reach'>, options: ClientOptions): Reach {
  if (reach) return reach;
  const { hosts = [], maxBytes } = options;
  return { addresses: [base || options.base || ''], hosts, maxBytes };
}

async function attempt<T>(work: () => Promise<T>): Promise<{ readonly value: T } | undefined> {
  try {
    return { value: await work() };
  } catch {
    return undefined;
  }
}
