import type { CacheEntry } from '../cache/index.ts';
import { isFresh } from './http.ts';
import { responseOf } from './request.ts';
import type { Resources } from './resources.ts';
import type { ClientOptions } from './types.ts';

/** Reads the text of a file, given the address that it came from: what its relative addresses start from. */
type Parse<T> = (text: string, from: string) => T | Promise<T>;

/** Reads files that go with a data set: the basemap, the commune table. */
export type ReadFile = <T>(url: string, parse: Parse<T>) => Promise<T>;

/**
 * Reads a side file. A kept copy is given at once and renewed behind it for the next time; what does not parse is never
 * kept, and a copy that no longer parses is asked for again, whole: its server might confirm it.
 */
export async function readFile<T>(
  options: ClientOptions,
  resources: Resources,
  url: string,
  parse: Parse<T>,
): Promise<T> {
  const { clock } = options;
  const read = async (entry: CacheEntry): Promise<T> => parse(await responseOf(entry).text(), entry.url ?? url);
  const ask = async (isWhole = false): Promise<T> => {
    const answer = await resources.fresh(url, new AbortController().signal, clock.now(), isWhole);
    const parsed = await read(answer.entry);
    // It never rejects, and nobody waits until it is stored.
    void resources.commit([answer]);
    return parsed;
  };
  const entry = await resources.held(url);
  const kept = entry && (await attempt(() => read(entry)));
  if (!kept) return ask(entry !== undefined);
  // Nobody waits for the renewal, and the copy already given stays good when it fails.
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
