/** Timers, injected so that tests need not wait. */
export interface Timers {
  readonly setTimeout: (callback: () => void, ms: number) => unknown;
  readonly clearTimeout: (handle: unknown) => void;
}

/** The timers of the platform. */
export const systemTimers: Timers = {
  // Asked to wait for more than some 24 days, a timer fires at once.
  setTimeout: (callback, ms) => setTimeout(callback, Math.min(ms, 2e9)),
  clearTimeout: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
};

/** A limit runs in so many parts, each from when the page is free to listen: one that was busy has not waited. */
const PARTS = 4;

/**
 * Returns the result of `work`, or rejects after `ms` in which the page was able to receive it: Safari may leave a
 * storage request without any answer. A throw of `work` itself is a rejection too, because opening the storage throws
 * in a sandboxed frame.
 */
export async function withinTime<T>(work: () => Promise<T>, ms: number, what: string, timers: Timers): Promise<T> {
  let handle: unknown;
  const late = new Promise<never>((_resolve, reject) => {
    const wait = (left: number): void => {
      const over = () => (left ? wait(left - 1) : reject(new Error(`${what}: no answer within ${ms} ms`)));
      handle = timers.setTimeout(over, ms / PARTS);
    };
    wait(PARTS - 1);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    timers.clearTimeout(handle);
  }
}
