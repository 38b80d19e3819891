import { counterWords } from '@ess-widgets/core/charts';

/** French texts of the event counter. */
export const counter = {
  ...counterWords,
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
  counterNoFigure: 'Pas de chiffre pour ce territoire',
  counterWhole: 'Pour l’ensemble\u202f:',
  counterEmpty: 'Aucun événement compté',
  counterUnderWay: 'en cours',
  counterPlaces: 'Événements par département',
  counterPlace: 'Département',
  counterPlaced: {
    one: 'Département connu pour {count} événement sur {all}.',
    other: 'Département connu pour {count} événements sur {all}.',
  },
} as const;
