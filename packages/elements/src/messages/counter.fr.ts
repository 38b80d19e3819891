/** French texts of counters. */
export const counter = {
  counterTitle: 'Événements',
  counterEvents: { one: 'événement', other: 'événements' },
  counterHeld: { one: 'événement tenu', other: 'événements tenus' },
  counterNational: 'du total national',
  counterElsewhere: 'Autres régions',
  counterOrganisers: { one: 'structure organisatrice', other: 'structures organisatrices' },
  counterMembers: { one: 'adhérent organisateur', other: 'adhérents organisateurs' },
  counterAttendance: { one: 'participation', other: 'participations' },
  counterTotal: 'Total national\u202f:',
  counterNoCompare: 'Pas de chiffre comparable ({period}).',
  counterByPlace: 'Par département',
  counterNoneAhead: 'Aucune date à venir (données du {date})',
  counterNoFigure: 'Pas de chiffre pour ce territoire',
  counterWhole: 'Pour l’ensemble\u202f:',
  counterEmpty: 'Aucun événement compté',
} as const;
