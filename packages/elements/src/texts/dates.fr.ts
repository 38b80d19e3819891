import { datesWords } from '@ess-widgets/core/charts';

/** French texts of agendas and timelines. */
export const dates = {
  ...datesWords,

  // Events that come back.

  // Timelines.
  timelineEmpty: 'Aucune date dans ces données',
  timelineNoMatch: 'Aucune date ne correspond',
  timelineNowShown: '{n} dates affichées sur {all}',
  timelinePrintRest: { one: 'et {n} autre, non imprimée', other: 'et {n} autres, non imprimées' },

  // A strip of the months of a year.
  stripShow: 'Afficher la frise',
  stripShown: 'Frise affichée',
  stripListShown: 'Liste affichée',
  stripHint: 'Choisissez un point pour lire sa date.',
  stripRough: 'Mois à préciser : {names}.',
  stripKeyMany: 'plusieurs dates',
  stripKeyMonth: 'jour à préciser',
  stripKeyOpen: 'prévu, ou à confirmer',
  stripKeyOff: 'annulé ou reporté',
};
