import type { About } from '../about.ts';

export const about: About = {
  of: ['table'],
  place: 10,
  words: {
    fr: {
      name: 'Classement',
      of: {
        table:
          'de deux colonnes, ce que nomme la première, dans l’ordre du nombre de valeurs différentes de la seconde, huit au plus d’abord',
      },
    },
    en: {
      name: 'Ranking',
      of: {
        table:
          'of two columns, what the first one names by how many different values of the second it has, eight at first',
      },
    },
  },
  modele: 'classement',
  example: {
    ...{ collection: 'participations', columns: 'organisation of' },
    ...{ where: 'section=II role=partner', chart: 'ranking' },
  },
};
