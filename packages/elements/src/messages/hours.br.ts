import type { hours as fr } from './hours.fr.ts';
import type { Translation } from './messages.ts';

/** Breton texts of hours. They wait for a speaker’s review. */
export const hours: Translation<typeof fr> = {
  agendaHours: 'eus {from} da {to}',
  agendaHoursOfDays: 'eus {from} d’an deiz kentañ da {to} d’an deiz diwezhañ',
  agendaHour: 'da {from}',
  agendaUntil: 'betek {to}',
};
