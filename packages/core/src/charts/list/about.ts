import type { About } from '../about.ts';

export const about: About = {
  of: ['table', 'timeline'],
  place: 9,
  words: {
    fr: {
      name: 'Liste',
      of: { table: 'des fiches à lire, en une phrase jusqu’à trois', timeline: 'les dates dans l’ordre' },
    },
    en: {
      name: 'List',
      of: { table: 'records to read, three or fewer of them in one sentence', timeline: 'the dates in order' },
    },
  },
  modele: 'liste',
  example: {
    ...{ collection: 'participations', columns: 'organisation role' },
    ...{ where: 'of=village-mer-ess', chart: 'list' },
  },
};
