/** French texts of what comes back. */
export const recurring = {
  agendaInstead: 'au lieu du {date}',
  agendaEvery_daily: { one: 'chaque jour', other: 'tous les {n} jours' },
  agendaEvery_weekly: { one: 'chaque semaine', other: 'toutes les {n} semaines' },
  agendaEvery_monthly: { one: 'chaque mois', other: 'tous les {n} mois' },
  agendaEvery_yearly: { one: 'chaque année', other: 'tous les {n} ans' },
} as const;
