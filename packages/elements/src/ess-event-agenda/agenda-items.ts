import type { AgendaItem } from '@ess-widgets/core/charts';

/**
 * Tells whether a calendar can contain a line: its date must be known to the day or to the month. A year or a quarter would
 * fill the whole calendar.
 */
export const fitsCalendar = ({ date }: AgendaItem): boolean =>
  date !== null && (/^\d{4}-\d\d(-\d\d)?$/.test(date) || date.length === 21);
