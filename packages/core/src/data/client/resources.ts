import { EssError } from '../../errors.ts';
import type { Manner } from '../../reading/index.ts';
import { type CacheEntry, type CachePatch, cacheKey } from '../cache/cache.ts';
import { isForever } from './http.ts';
import { type Answer, request } from './request.ts';
import { createSharedRequests } from './shared-requests.ts';
import type { ClientOptions } from './types.ts';

/** An answer this young is used again instead of asking: widgets that appear one after the other share it, in ms. */
const RECENT_MS = 5_000;

/** A visitor may ask a server that wants us to wait again after so long, in ms. */
const MANUAL_RETRY_MS = 30_000;

/** Options of one request for a resource. */
interface Asking extends Manner {
  /** Our copy cannot be read: the server is asked as if there were none. */
  readonly isWhole?: boolean;
  /** A visitor asks. */
  readonly byHand?: boolean | undefined;
}

/** Answer, or refusal with a wait, of a server. Until `until` it is used again instead of asking. */
interface RecentResponse {
  readonly from: number;
  readonly until: number;
  readonly answer?: Answer;
  readonly error?: EssError;
}

/** The resources of a client: each asked for once, however many queries want it. */
export class Resources {
  readonly #options: ClientOptions;
  readonly #requests = createSharedRequests<Answer>();
  readonly #recent = new Map<string, RecentResponse>();
  readonly #stored = new WeakSet<Answer>();

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** Returns the entry in the cache, whatever its age. */
  cached(url: string): Promise<CacheEntry | undefined> {
    return this.#trying(() => this.#options.cache.get(cacheKey(url)));
  }

  /** Returns an answer of the server, unless our copy cannot have changed or was fetched after `since`. */
  async fresh(url: string, signal: AbortSignal, since: number, asking: Asking): Promise<Answer> {
    const { isWhole, byHand, redirect, maxBytes } = asking;
    const now = this.#options.clock.now();
    // Drop entries dated in the future: the system clock was set back after they were stored.
    for (const [key, { from, until }] of this.#recent) if (now < from || now >= until) this.#recent.delete(key);
    const { answer, error, from = 0, until = 0 } = this.#recent.get(url) ?? {};
    const left = byHand ? Math.min(until, from + MANUAL_RETRY_MS) - now : until - now;
    // Throw a new error, so that each caller gets the remaining `retryAfter`.
    if (error && left > 0) {
      const retryAfter = Math.ceil((until - now) / 1000);
      const again = byHand ? { askAgainIn: Math.ceil(left / 1000) } : {};
      throw new EssError(error.code, error.message, { ...error.details, retryAfter, ...again });
    }
    if (answer && !(isWhole && answer.confirmed)) return answer;
    const key = `${isWhole} ${redirect} ${maxBytes} ${url}`;
    return this.#requests.join(key, signal, (shared) => this.#ask(url, shared, since, asking));
  }

  /** Drops an answer that could not be read, so that the next caller asks the server again. */
  forget(url: string): void {
    if (this.#recent.get(url)?.answer) this.#recent.delete(url);
  }

  /** Stores the answers of a load that succeeded; a failing storage gives a warning and is not thrown. */
  async commit(answers: readonly Answer[]): Promise<void> {
    const { cache } = this.#options;
    const pending = answers.filter((answer) => !this.#stored.has(answer) && !answer.noStore);
    const changed = pending.filter(({ confirmed }) => !confirmed).map(({ entry }) => entry);
    // Mark the answers before writing: another query that uses them must not store them twice while this write is
    // pending.
    for (const answer of pending) this.#stored.add(answer);
    await this.#trying(async () => {
      if (changed.length > 0) await cache.setAll(changed);
      for (const { entry, confirmed } of pending) if (confirmed) await cache.touch([entry.key], beginningOf(entry));
    });
  }

  /** Notes that entries were used now. */
  async use(entries: readonly CacheEntry[]): Promise<void> {
    const { cache, clock } = this.#options;
    const keys = entries.map(({ key }) => key);
    await this.#trying(() => cache.touch(keys, { usedAt: clock.now() }));
  }

  async #ask(url: string, signal: AbortSignal, since: number, asking: Asking): Promise<Answer> {
    const { clock } = this.#options;
    const copy = asking.isWhole ? undefined : await this.cached(url);
    const isNew = copy && copy.fetchedAt > since && copy.fetchedAt <= clock.now();
    if (copy && (isNew || isForever(url, copy))) return { entry: copy, confirmed: true, noStore: false };
    try {
      const answer = await request(this.#options, url, copy, signal, asking);
      this.#keep(url, RECENT_MS, { answer });
      return answer;
    } catch (error) {
      const wait = error instanceof EssError && error.details.retryAfter;
      if (wait) this.#keep(url, wait * 1000, { error });
      throw error;
    }
  }

  #keep(url: string, wait: number, what: Pick<RecentResponse, 'answer' | 'error'>): void {
    const from = this.#options.clock.now();
    this.#recent.set(url, { from, until: from + wait, ...what });
  }

  async #trying<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.#options.onWarn?.('cache', `the cache failed: ${error}`);
      return undefined;
    }
  }
}

/**
 * Returns all fields beside the stored body: they may be new, because a file that was written again has other
 * validators.
 */
const beginningOf = ({ body: _kept, ...head }: CacheEntry): CachePatch => head;
