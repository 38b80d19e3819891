import { sheetWords } from '@ess-widgets/core/charts';

/** French texts of the sheet of a territory. */
export const sheet = {
  ...sheetWords,
  sheetChoose: 'Choisissez un territoire\u202f: sa fiche s’ouvre ici.',
  sheetHere: 'L’ESS ici en {period}\u202f: {name}',
  sheetCount_members: { one: 'adhérent', other: 'adhérents' },
  sheetCount_events: { one: 'rendez-vous', other: 'rendez-vous' },
  sheetCount_projects: { one: 'projet', other: 'projets' },
  sheetCount_support: { one: 'accompagnement ou programme', other: 'accompagnements et programmes' },
  sheetCount_figures: { one: 'chiffre publié', other: 'chiffres publiés' },
  sheetOnline: 'En ligne, à jour\u202f:',
  sheetQr: 'Code QR de l’adresse {address}',
  sheetDate:
    'Données du {date}. Les listes nomment ce que ces données situent ici\u202f; aucun total régional n’est réparti.',
};
