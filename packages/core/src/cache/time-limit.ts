/** Timers, injected so that tests need not wait. */
export interface Timers {
  readonly setTimeout: (callback: () => void, ms: number) => unknown;
  readonly clearTimeout: (handle: unknown) => void;
}

/** The timers of the platform. */
export const systemTimers: Timers = {
  setTimeout: (callback, ms) => setTimeout(callback, ms),
  clearTimeout: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
};

/**
 * What `work` gives, or a rejection after `ms`: Safari may leave a storage request without any answer. A throw of `work`
 * itself is a rejection too: a sandboxed frame has storage whose mere opening throws.
 */
export function withinTime<T>(work: () => Promise<T>, ms: number, what: string, timers: Timers): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const handle = timers.setTimeout(() => reject(new Error(`${what}: no answer within ${ms} ms`)), ms);
    const settle =
      <V>(done: (value: V) => void) =>
      (value: V): void => {
        timers.clearTimeout(handle);
        done(value);
      };
    try {
      work().then(settle(resolve), settle(reject));
    } catch (error) {
      settle(reject)(error);
    }
  });
}
