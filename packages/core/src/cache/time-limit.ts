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
export async function withinTime<T>(work: () => Promise<T>, ms: number, what: string, timers: Timers): Promise<T> {
  let handle: unknown;
  const late = new Promise<never>((_resolve, reject) => {
    handle = timers.setTimeout(() => reject(new Error(`${what}: no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    timers.clearTimeout(handle);
  }
}
