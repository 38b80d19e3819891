import { type CacheEntry, cacheKey } from '../cache/index.ts';
import { EssError } from '../errors.ts';
import { createFlights } from './flights.ts';
import { isForever } from './http.ts';
import { type Answer, request } from './request.ts';
import type { ClientOptions } from './types.ts';

/** An answer this young is used again instead of asking: widgets that appear one after the other share it, in ms. */
const RECENT = 5_000;

/** The resources of a client: each asked for once, however many queries want it. */
export interface Resources {
  /** What the cache holds, whatever its age. */
  readonly held: (url: string) => Promise<CacheEntry | undefined>;
  /** From the server, unless our copy cannot have changed or was fetched after `since`. */
  readonly fresh: (url: string, signal: AbortSignal, since: number) => Promise<Answer>;
  /** Stores the answers of a load that succeeded; a storage that fails is said, not thrown. */
  readonly commit: (answers: readonly Answer[]) => Promise<void>;
  /** Notes that entries were used now. */
  readonly use: (entries: readonly CacheEntry[]) => Promise<void>;
}

/** Makes the resources of a client. */
export function createResources(options: ClientOptions): Resources {
  const { cache, clock, onWarn } = options;
  const flights = createFlights<Answer>();
  const recent = new Map<string, { readonly at: number; readonly answer: Answer }>();
  const blocked = new Map<string, { readonly until: number; readonly error: EssError }>();
  const stored = new WeakSet<Answer>();

  const trying = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      onWarn?.('cache', `the cache failed: ${error}`);
      return undefined;
    }
  };
  const held = (url: string) => trying(() => cache.get(cacheKey(url)));

  const ask = async (url: string, signal: AbortSignal, since: number): Promise<Answer> => {
    const copy = await held(url);
    if (copy && (isForever(url, copy) || copy.fetchedAt > since)) return kept(copy);
    try {
      const answer = await request(options, url, copy, signal);
      recent.set(url, { at: clock.now(), answer });
      return answer;
    } catch (error) {
      const wait = error instanceof EssError ? error.details.retryAfter : undefined;
      if (error instanceof EssError && wait) blocked.set(url, { until: clock.now() + wait * 1000, error });
      throw error;
    }
  };

  return {
    held,
    fresh: async (url, signal, since) => {
      const now = clock.now();
      for (const [key, { at }] of recent) if (now - at >= RECENT) recent.delete(key);
      for (const [key, { until }] of blocked) if (now >= until) blocked.delete(key);
      const refused = blocked.get(url);
      if (refused) throw refused.error;
      return recent.get(url)?.answer ?? flights.join(url, signal, (shared) => ask(url, shared, since));
    },
    commit: async (answers) => {
      const pending = answers.filter((answer) => !stored.has(answer) && !answer.noStore);
      const changed = pending.filter(({ confirmed }) => !confirmed).map(({ entry }) => entry);
      await trying(async () => {
        if (changed.length > 0) await cache.setAll(changed);
        for (const { entry, confirmed } of pending) if (confirmed) await cache.touch([entry.key], datesOf(entry));
        for (const answer of pending) stored.add(answer);
      });
    },
    use: async (entries) => {
      const keys = entries.map(({ key }) => key);
      await trying(() => cache.touch(keys, { usedAt: clock.now() }));
    },
  };
}

const kept = (entry: CacheEntry): Answer => ({ entry, confirmed: true, noStore: false });

const datesOf = ({ fetchedAt, expiresAt, usedAt }: CacheEntry) =>
  expiresAt === undefined ? { fetchedAt, usedAt } : { fetchedAt, usedAt, expiresAt };
