import { wallClock } from '@ess-widgets/core/format';

const system = (): number => Date.now();
let clock = system;

/** Returns the time, in milliseconds since 1970. */
const now = (): number => clock();

/** Replaces the clock of all elements; `undefined` goes back to the system's. For tests, stories and printed editions. */
export function setClock(next: (() => number) | undefined): void {
  clock = next ?? system;
}

/**
 * Returns today as `YYYY-MM-DD` where the events take place, wherever the visitor is. Until ten in the evening UTC it is the
 * same day in Paris, in winter and in summer. The time zone is looked up only after that, since it takes a slow phone 50 ms.
 */
export function today(): string {
  const at = new Date(now());
  return at.getUTCHours() < 22 ? at.toISOString().slice(0, 10) : (wallClock(now())?.date ?? '');
}
