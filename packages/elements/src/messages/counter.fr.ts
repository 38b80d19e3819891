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
} as const;
