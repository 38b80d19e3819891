interface SharedRequest<T> {
  readonly promise: Promise<T>;
  readonly controller: AbortController;
  waiters: number;
}

/** Work that several callers wait for is done once; it is aborted when the last of them has left. */
interface SharedRequests<T> {
  /** Joins the work of that key, or starts it. Rejects with the signal's reason when it aborts. */
  readonly join: (key: string, signal: AbortSignal, start: (signal: AbortSignal) => Promise<T>) => Promise<T>;
}

/** Makes an empty set of shared works. */
export function createSharedRequests<T>(): SharedRequests<T> {
  const requests = new Map<string, SharedRequest<T>>();

  const begin = (key: string, start: (signal: AbortSignal) => Promise<T>): SharedRequest<T> => {
    const controller = new AbortController();
    const shared: SharedRequest<T> = { promise: start(controller.signal), controller, waiters: 0 };
    requests.set(key, shared);
    const forget = (): void => {
      if (requests.get(key) === shared) requests.delete(key);
    };
    shared.promise.then(forget, forget);
    return shared;
  };

  return {
    join: (key, signal, start) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const shared = requests.get(key) ?? begin(key, start);
        shared.waiters++;
        const onAbort = (): void => {
          reject(signal.reason);
          if (--shared.waiters > 0) return;
          // A later caller must not join a request that is being aborted.
          if (requests.get(key) === shared) requests.delete(key);
          shared.controller.abort(signal.reason);
        };
        signal.addEventListener('abort', onAbort, { once: true });
        const stopListening = (): void => signal.removeEventListener('abort', onAbort);
        shared.promise.then(resolve, reject).then(stopListening, stopListening);
      }),
  };
}
