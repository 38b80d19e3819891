import type { ClientOptions, Locks } from './types.ts';

/** Time that another tab may keep us waiting before we fetch by ourselves, in ms. */
const TIMEOUT_MS = 3_000;

type Options = Pick<ClientOptions, 'locks' | 'clock' | 'onWarn'>;

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
export class TabLock {
  readonly #options: Options;
  readonly #holds = new Map<string, Hold>();

  constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Runs a load while this tab is the one that fetches its source. `work` receives the time at which the wait began: an
   * entry that another tab stored after it need not be fetched again.
   */
  async run<T>(src: string, signal: AbortSignal, work: (waitedSince: number) => Promise<T>): Promise<T> {
    const hold = this.#holds.get(src) ?? this.#take(src);
    hold.users++;
    try {
      await orAborted(hold.taken, signal);
      return await work(hold.since);
    } finally {
      if (--hold.users === 0) {
        this.#holds.delete(src);
        hold.release();
      }
    }
  }

  #take(src: string): Hold {
    const { locks, clock } = this.#options;
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const taken = locks ? acquire(locks, src, released, this.#options) : Promise.resolve();
    const hold = { users: 0, since: clock.now(), taken, release };
    this.#holds.set(src, hold);
    return hold;
  }
}

/** Resolves when the lock is ours, until `released`; or when it does not come in time, or cannot be asked for. */
function acquire(locks: Locks, src: string, released: Promise<void>, { clock, onWarn }: Options): Promise<void> {
  return new Promise((resolve) => {
    const waiting = new AbortController();
    const handle = clock.setTimeout(() => waiting.abort(), TIMEOUT_MS);
    const proceed = (): void => {
      clock.clearTimeout(handle);
      resolve();
    };
    waiting.signal.addEventListener('abort', proceed);
    // No load of this tab is left: remove the request from the queue, so that the other tabs need not wait for it.
    void released.then(() => waiting.abort());
    const failed = (error: unknown): void => {
      if (!waiting.signal.aborted) onWarn?.('locks', `navigator.locks failed, each tab fetches for itself: ${error}`);
      proceed();
    };
    const held = (): Promise<void> => {
      proceed();
      return released;
    };
    try {
      locks.request(`ess:${src}`, { signal: waiting.signal }, held).then(undefined, failed);
    } catch (error) {
      failed(error);
    }
  });
}

/** Returns the result of the promise, or rejects with the signal's reason if it aborts first. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort);
    const done = (): void => signal.removeEventListener('abort', onAbort);
    promise.then(resolve, reject).then(done, done);
  });
}
