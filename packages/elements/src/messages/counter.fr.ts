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
  counterNext: 'Prochain rendez-vous\u202f:',
  counterEmpty: 'Aucun événement compté',
  configSeries: 'La série «\u202f{series}\u202f» n’existe pas dans ces données. Séries possibles\u202f: {known}.',
  configEdition: 'L’édition «\u202f{edition}\u202f» n’est pas dans ces données. Éditions possibles\u202f: {known}.',
  configEditionAlone: 'L’attribut «\u202fedition\u202f» demande l’attribut «\u202fseries\u202f».',
} as const;
