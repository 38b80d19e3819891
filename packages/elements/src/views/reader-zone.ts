import type { Dataset } from '@ess-widgets/core/model';

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
