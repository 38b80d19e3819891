/** The lines of an agenda, whatever is made of them. */

import { type Agenda, type AgendaItem, STANDINGS } from '@ess-widgets/core/charts';
import { formatNumber } from '@ess-widgets/core/format';
import type { Localized, Params } from '../texts/texts.ts';

/** Returns the lines of an agenda that are counted, in the order in which they are shown. */
export const countedItems = (agenda: Agenda): readonly AgendaItem[] => STANDINGS.flatMap((group) => agenda[group]);

/** Returns all lines of an agenda; those that may lie outside the period come last. */
export const allLines = (agenda: Agenda): readonly AgendaItem[] => [...countedItems(agenda), ...agenda.apart];

/**
 * Tells whether a calendar can contain a line: its date must be known to the day or to the month. A year or a quarter would
 * fill the whole calendar.
 */
export const fitsCalendar = ({ date }: AgendaItem): boolean =>
  date !== null && (/^\d{4}-\d\d(-\d\d)?$/.test(date) || date.length === 21);

/** Returns the parameters of a number in a text: the value, which chooses the plural form, and the formatted number. */
export const countParams = (n: number, m: Localized): Params => ({ n, count: formatNumber(n, m.lang) });

/** Returns the parameters "so many of all", for a text without plural forms. */
export const shownOf = (n: number, all: number, m: Localized): Params => ({
  n: formatNumber(n, m.lang),
  all: formatNumber(all, m.lang),
});
