import type { Dataset } from '@ess-widgets/core/model';
import { pageDefaults } from '../base/defaults.ts';

let zone: string | undefined;

/** Replaces the zone of who reads, of all elements; `undefined` goes back to the browser's. For tests and stories. */
export const setReaderZone = (next: string | undefined): void => void (zone = next);

/**
 * Returns the zone against which hours are read: that in which the page means its hours, else that of who reads; on paper, which many read, that of the data. Where its
 * clocks show another hour than the event’s, it is said which zone the hour is of.
 */
export const zoneOfReading = ({ manifest }: Pick<Dataset, 'manifest'>, isPaper = false): string | undefined =>
  isPaper ? manifest.zone : pageDefaults.zone || (zone ??= new Intl.DateTimeFormat().resolvedOptions().timeZone);
