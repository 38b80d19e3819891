import type { About } from '../about.ts';

export const about: About = {
  of: ['table'],
  place: 10,
  words: {
    fr: {
      name: 'Matrice',
      of: { table: 'pour `participations`, une ligne par organisation, une colonne par programme ou événement' },
    },
    en: {
      name: 'Matrix',
      of: {
        table:
          'of `participations`, a row for each organisation and a column for each programme or event, with a dot where the one takes part in the other',
      },
    },
  },
  modele: 'matrice',
  example: {
    ...{ collection: 'participations', columns: 'organisation of' },
    ...{ where: 'section=II role=partner', chart: 'matrix' },
  },
};
