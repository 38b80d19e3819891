import { tableWords } from '@ess-widgets/core/still';

/** French texts of tables. */
export const table = {
  ...tableWords,
  // Tables.
  tableTitle: 'Tableau',
  tableEmpty: 'Aucune ligne dans ces données',
  tableNoMatch: 'Aucune ligne ne correspond',
  tableRows: { one: '{n} ligne', other: '{n} lignes' },
  tableSorted: 'Tableau trié par «\u202f{column}\u202f», ordre croissant',
  tableSortedDown: 'Tableau trié par «\u202f{column}\u202f», ordre décroissant',
  tableMore: 'Afficher la suite',
  tableShownOf: '{n} sur {all}',
  tableNowShown: '{n} lignes affichées sur {all}',
  tablePrintRest: { one: 'et {n} autre, non imprimée', other: 'et {n} autres, non imprimées' },
  // A matrix of organisations and of what they take part in.
  matrixOrganisations: { one: '{n} structure', other: '{n} structures' },
  matrixThemes: { one: '{n} événement ou programme', other: '{n} événements et programmes' },
  matrixLinks: { one: '{n} lien', other: '{n} liens' },
  matrixOthers: '{n} autres',
  matrixUnnamed: 'Sans nom',
  matrixHint: 'Choisissez un point pour lire le rôle.',
  matrixCounted: 'Un nombre\u202f: plusieurs liens dans la même colonne.',
  matrixRest: { one: 'Et {n} autre structure dans le tableau.', other: 'Et {n} autres structures dans le tableau.' },
};
