import type { ClientOptions } from './types.ts';

/** How long another tab may keep us waiting before we fetch by ourselves, in ms. */
const PATIENCE = 3_000;

/** Runs a load while this tab is the one that fetches its source. */
export interface TabLock {
  /** `work` is told since when it has waited: what another tab stored after that need not be fetched again. */
  readonly run: <T>(src: string, signal: AbortSignal, work: (waitedSince: number) => Promise<T>) => Promise<T>;
}

/** A lock held for all the loads of one source in this tab. */
interface Hold {
  users: number;
  readonly since: number;
  /** Resolved when the lock is ours, or when we stopped waiting for it. */
  readonly taken: Promise<void>;
  readonly release: () => void;
}

/**
 * One fetching tab per source, through `navigator.locks`. A lock covers a source's whole load, up to its storage: a lock
 * per address would be let go before anything is stored, and two of them could wait for each other.
 */
export function createTabLock({ locks, clock, onWarn }: Pick<ClientOptions, 'locks' | 'clock' | 'onWarn'>): TabLock {
  const holds = new Map<string, Hold>();

  const join = (src: string): Hold => {
    const hold = holds.get(src) ?? take(src);
    hold.users++;
    holds.set(src, hold);
    return hold;
  };
  const leave = (src: string, hold: Hold): void => {
    if (--hold.users > 0) return;
    holds.delete(src);
    hold.release();
  };
  const take = (src: string): Hold => {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    return { users: 0, since: clock.now(), taken: locks ? acquire(locks, src, released) : Promise.resolve(), release };
  };
  const acquire = (from: NonNullable<typeof locks>, src: string, released: Promise<void>): Promise<void> =>
    new Promise((resolve) => {
      const waiting = new AbortController();
      const giveUp = (): void => {
        waiting.abort();
        resolve();
      };
      const handle = clock.setTimeout(giveUp, PATIENCE);
      // Nobody is left to hold it for: the request must not stay in the queue of the other tabs.
      void released.then(() => waiting.abort());
      const held = (): Promise<void> => {
        clock.clearTimeout(handle);
        resolve();
        return released;
      };
      const failed = (error: unknown): void => {
        clock.clearTimeout(handle);
        if (!waiting.signal.aborted) onWarn?.('locks', `navigator.locks failed, each tab fetches for itself: ${error}`);
        resolve();
      };
      try {
        from.request(`ess:${src}`, { signal: waiting.signal }, held).then(undefined, failed);
      } catch (error) {
        failed(error);
      }
    });

  return {
    run: async (src, signal, work) => {
      const hold = join(src);
      try {
        await Promise.race([hold.taken, aborted(signal)]);
        return await work(hold.since);
      } finally {
        leave(src, hold);
      }
    },
  };
}

/** Rejects when the signal aborts. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
