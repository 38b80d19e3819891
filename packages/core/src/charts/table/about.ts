import type { About } from '../about.ts';

export const about: About = {
  of: ['table'],
  place: 8,
  words: {
    fr: { name: 'Tableau', of: { table: 'les lignes' } },
    en: { name: 'Table', of: { table: 'the rows' } },
  },
  modele: 'tableau',
  example: { indicator: 'members-joined members-left' },
};
