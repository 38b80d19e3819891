/** French texts of every element, of the indicator and of the event counter that a still says too. */
export const baseWords = {
  dataOf: 'Données du {date}',
  source: 'Source :',
  page: 'p.\u00a0{page}',
  unknown: 'Pas de donnée',
  issuesMore: {
    one: 'et {n} autre',
    other: 'et {n} autres',
  },
  comparedWith: 'par rapport {period}',
  publisher: 'Données : {publisher}',
  counterTitle: 'Événements',
  counterNext: 'Prochain rendez-vous\u202f:',
  counterAt: 'à {hour}',
  counterNoneAhead: 'Aucune date à venir (données du {date})',
  counterAnnounced: { one: 'événement annoncé', other: 'événements annoncés' },
  counterNoneHeld: 'aucun n’est encore compté comme tenu',
  counterOnline: 'en ligne',
  counterFull: 'complet',
} as const;
