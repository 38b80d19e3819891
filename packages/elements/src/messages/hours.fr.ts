/** French texts of hours. */
export const hours = {
  agendaHours: 'de {from} à {to}',
  agendaHoursOfDays: 'de {from} le premier jour à {to} le dernier',
  agendaHour: 'à {from}',
  agendaUntil: 'jusqu’à {to}',
} as const;
