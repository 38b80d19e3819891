import { sheetWords } from '@ess-widgets/core/charts';

/** French texts of the sheet of a territory. */
export const sheet = {
  ...sheetWords,
  sheetChoose: 'Choisissez un territoire\u202f: sa fiche s’ouvre ici.',
  sheetPlace: '{name} – {place}',
};
