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
  stripShowList: 'Afficher la liste',
  stripListShown: 'Liste affichée',
  stripHint: 'Choisissez un point pour lire sa date.',
  stripRough: 'Mois à préciser : {names}.',
  stripRest: 'Autres',
  stripKeyMany: 'plusieurs dates',
  stripKeyMonth: 'jour à préciser',
  stripKeyOpen: 'prévu, ou à confirmer',
  stripKeyOff: 'annulé ou reporté',
  stripOf_meetings: 'Réunions',
  stripOf_votes: 'Votes',
  stripOf_events: 'Événements',
  stripOf_memberships: 'Adhésions',
  stripOf_publications: 'Publications',
  stripOf_prizes: 'Prix',
  stripOf_projects: 'Projets',
  stripOf_calls: 'Appels',
  stripOf_applications: 'Candidatures',
  stripOf_left: 'Départs',
};
