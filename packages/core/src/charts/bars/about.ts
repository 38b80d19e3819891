import type { About, Choice } from '../about.ts';

export const about: About = {
  of: ['breakdown'],
  place: 1,
  words: {
    fr: { name: 'Barres', of: { breakdown: 'des barres' } },
    en: { name: 'Bars', of: {} },
  },
  modele: 'barres',
  example: { indicator: 'members-stock', by: 'college', chart: 'bars' },
};

export const choice: Choice = {
  order: 60,
  suits: () => true,
  isUsual: true,
};
