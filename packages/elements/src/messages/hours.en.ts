import type { hours as fr } from './hours.fr.ts';
import type { Translation } from './messages.ts';

/** English texts of hours. */
export const hours: Translation<typeof fr> = {
  agendaHours: 'from {from} to {to}',
  agendaHoursOfDays: 'from {from} on the first day to {to} on the last',
  agendaHour: 'at {from}',
  agendaUntil: 'until {to}',
};
