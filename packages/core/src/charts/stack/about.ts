import type { About, Choice } from '../about.ts';

export const about: About = {
  of: ['breakdown'],
  place: 7,
  words: {
    fr: { name: 'Barres empilées', of: { breakdown: 'une barre de 100 % par période' } },
    en: { name: 'Stacked bars', of: { breakdown: 'a 100 % bar a period, or groups' } },
  },
  modele: 'empilees',
  example: { indicator: 'governance-attendance', chart: 'stack' },
};

export const choice: Choice = {
  order: 50,
  suits: ({ stacks }) => stacks !== null,
  // Parts that make no whole are compared all the same, where there is something to compare them with.
  instead: ({ measure }) => (measure?.parts?.some(({ previous }) => previous) ? 'grouped' : 'bars'),
  isUsual: true,
};
