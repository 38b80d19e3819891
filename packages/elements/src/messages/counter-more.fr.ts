/** French texts of a counter's next event and of its départements: loaded with them. */
export const counterMore = {
  counterNext: 'Prochain rendez-vous\u202f:',
  counterAt: 'à {hour}',
  counterOnline: 'en ligne',
  counterFull: 'complet',
  counterUnderWay: 'en cours',
  counterAnnounced: { one: 'événement annoncé', other: 'événements annoncés' },
  counterNoneHeld: 'aucun n’est encore compté comme tenu',
  counterPlaces: 'Événements par département',
  counterPlace: 'Département',
  counterPlaced: {
    one: 'Département connu pour {count} événement sur {all}.',
    other: 'Département connu pour {count} événements sur {all}.',
  },
} as const;
