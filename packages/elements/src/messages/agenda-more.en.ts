import type { agendaMore as fr } from './agenda-more.fr.ts';
import type { Translation } from './messages.ts';

/** English texts of the agenda's month, of its filters and of its calendar. */
export const agendaMore: Translation<typeof fr> = {
  agendaMonthShown: 'Month shown',
  agendaListShown: 'List shown',
  agendaMonthBefore: 'Previous month',
  agendaMonthAfter: 'Next month',
  agendaMonthToday: 'Back to today',
  agendaMonthHelp: 'Arrow keys move by a day, Page Up and Page Down by a month. The list of the day follows the grid.',
  agendaMonthOf: { one: '{month}: {count} event', other: '{month}: {count} events' },
  agendaMonthNone: 'No dated event this month.',
  agendaDayOf: { one: '{day}, {count} event', other: '{day}, {count} events' },
  agendaDayToday: '{day}, today',
  agendaDayNone: 'No event on this day.',
  agendaCancelledTitle: '{title} (cancelled)',
  agendaRough: 'Day to be set',
  agendaUndated: {
    one: '{count} event without a known day is in the list only.',
    other: '{count} events without a known day are in the list only.',
  },
  agendaBy_place: 'Place',
  agendaBy_departement: 'Département',
  agendaBy_organiser: 'Organiser',
  agendaBy_theme: 'Theme',
  agendaBy_mode: 'On site or online',
  agendaAny: 'All',
  agendaOnSite: 'On site',
  agendaOnline: 'Online',
  agendaOption: '{label} ({n})',
  agendaClear: 'Clear filters',
  agendaFound: { one: '{count} event matches', other: '{count} events match' },
  agendaNoChoice: 'Nothing sets these events apart.',
  agendaIcsLeft: '{n} of {all} dates are in this calendar: of the others neither the day nor the month is known.',
};
