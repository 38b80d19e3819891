/** French texts of the event counter that a still says too. */
export const counterWords = {
  counterTitle: 'Événements',
  counterNext: 'Prochain rendez-vous\u202f:',
  counterAt: 'à {hour}',
  counterNoneAhead: 'Aucune date à venir (données du {date})',
  counterAnnounced: { one: 'événement annoncé', other: 'événements annoncés' },
  counterNoneHeld: 'aucun n’est encore compté comme tenu',
  counterOnline: 'en ligne',
  counterFull: 'complet',
} as const;
