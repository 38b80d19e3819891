interface Flight<T> {
  readonly landing: Promise<T>;
  readonly controller: AbortController;
  passengers: number;
}

/** Work that several callers wait for is done once; it is aborted when the last of them has left. */
export interface Flights<T> {
  /** Joins the work of that key, or starts it. Rejects with the signal's reason when it aborts. */
  readonly join: (key: string, signal: AbortSignal, start: (signal: AbortSignal) => Promise<T>) => Promise<T>;
}

/** Makes an empty set of shared works. */
export function createFlights<T>(): Flights<T> {
  const flights = new Map<string, Flight<T>>();

  const launch = (key: string, start: (signal: AbortSignal) => Promise<T>): Flight<T> => {
    const controller = new AbortController();
    const flight: Flight<T> = { landing: start(controller.signal), controller, passengers: 0 };
    flights.set(key, flight);
    const forget = (): void => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    flight.landing.then(forget, forget);
    return flight;
  };

  return {
    join: (key, signal, start) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const flight = flights.get(key) ?? launch(key, start);
        flight.passengers++;
        const onAbort = (): void => {
          reject(signal.reason);
          if (--flight.passengers > 0) return;
          // Whoever comes next must not join what is being aborted.
          if (flights.get(key) === flight) flights.delete(key);
          flight.controller.abort(signal.reason);
        };
        signal.addEventListener('abort', onAbort, { once: true });
        const land = (): void => signal.removeEventListener('abort', onAbort);
        flight.landing.then(resolve, reject).then(land, land);
      }),
  };
}
