import { tableWords } from '@ess-widgets/core/charts';

/** French texts of tables. */
export const table = {
  ...tableWords,
  // Tables.
  tableTitle: 'Tableau',
  tableEmpty: 'Aucune ligne dans ces données',
  tableNoMatch: 'Aucune ligne ne correspond',
  tableSorted: 'Tableau trié par «\u202f{column}\u202f», ordre croissant',
  tableSortedDown: 'Tableau trié par «\u202f{column}\u202f», ordre décroissant',
  tableNowShown: '{n} lignes affichées sur {all}',
  tablePrintRest: { one: 'et {n} autre, non imprimée', other: 'et {n} autres, non imprimées' },
};
