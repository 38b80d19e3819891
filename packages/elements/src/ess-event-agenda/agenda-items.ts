/** The lines of an agenda, whatever is made of them. */

import { formatNumber } from '@ess-widgets/core/internal/format/number';
import type { Agenda, AgendaGroup, AgendaItem } from '@ess-widgets/core/internal/picture/agenda';
import type { Localized, Params } from '../texts/texts.ts';

/** The groups of an agenda, in the order in which they are shown. */
export const groups = ['upcoming', 'unconfirmed', 'past'] as const satisfies readonly AgendaGroup[];

/** The lines of an agenda that are counted, in the order in which they are shown. */
export const itemsOf = (agenda: Agenda): readonly AgendaItem[] => groups.flatMap((group) => agenda[group]);

/** All of its lines: what may lie outside the period comes last. */
export const linesOf = (agenda: Agenda): readonly AgendaItem[] => [...itemsOf(agenda), ...agenda.apart];

/**
 * Whether a calendar can hold a line: what is known to the day or to the month. A year or a quarter would only be a stripe
 * over the whole calendar.
 */
export const fitsCalendar = ({ date }: AgendaItem): boolean =>
  date !== null && (/^\d{4}-\d\d(-\d\d)?$/.test(date) || date.length === 21);

/** A number for a text: what chooses its form, and how it is written. */
export const counted = (n: number, m: Localized): Params => ({ n, count: formatNumber(n, m.lang) });

/** So many of all, for a text without forms. */
export const shownOf = (n: number, all: number, m: Localized): Params => ({
  n: formatNumber(n, m.lang),
  all: formatNumber(all, m.lang),
});
