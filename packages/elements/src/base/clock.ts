import { wallClock } from '@ess-widgets/core/internal/format/date';
import type { Dataset } from '@ess-widgets/core/model';

const system = (): number => Date.now();
let clock = system;

let own: string | undefined;

/** Returns the zone of the browser, which is looked up once. */
const browserZone = (): string | undefined => (own ??= new Intl.DateTimeFormat().resolvedOptions().timeZone);
let zone = browserZone;

/** Replaces the zone of who reads, of all elements; `undefined` goes back to the browser's. For tests and stories. */
export function setReaderZone(next: string | undefined): void {
  zone = next === undefined ? browserZone : () => next;
}

/**
 * Returns the zone against which hours are read: that of who reads; on paper, which many read, that of the data. Where its
 * clocks show another hour than the event’s, it is said which zone the hour is of.
 */
export function zoneOfReading({ manifest }: Pick<Dataset, 'manifest'>, isPaper = false): string {
  const { zone: ofData = 'Europe/Paris' } = manifest;
  return isPaper ? ofData : (zone() ?? ofData);
}

/** Returns the time, in milliseconds since 1970. */
export const now = (): number => clock();

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
