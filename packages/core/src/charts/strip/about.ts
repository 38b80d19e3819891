import type { About } from '../about.ts';

export const about: About = {
  of: ['timeline'],
  place: 11,
  words: {
    fr: { name: 'Frise', of: { timeline: 'les mois d’une année avec une marque par date' } },
    en: {
      name: 'Strip',
      of: {
        timeline: 'the months of a year with a mark for each date, in a row for each body, series or collection',
      },
    },
  },
  modele: 'frise',
  example: { collections: 'meetings votes', where: 'section=I.1.d', chart: 'strip' },
};
