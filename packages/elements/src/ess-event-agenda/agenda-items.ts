/** The lines of an agenda, whatever is made of them. */
import type { Agenda, AgendaGroup, AgendaItem } from '@ess-widgets/core/chart';

/** The groups of an agenda, in the order in which they are shown. */
export const groups = ['upcoming', 'unconfirmed', 'past'] as const satisfies readonly AgendaGroup[];

/** The lines of an agenda, in the order in which they are shown. */
export const itemsOf = (agenda: Agenda): readonly AgendaItem[] => groups.flatMap((group) => agenda[group]);

/**
 * Whether a calendar can hold a line: what is known to the day or to the month. A year or a quarter would only be a stripe
 * over the whole calendar.
 */
export const fitsCalendar = ({ date }: AgendaItem): boolean =>
  date !== null && (/^\d{4}-\d\d(-\d\d)?$/.test(date) || date.length === 21);
