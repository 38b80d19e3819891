import type { About, Choice } from '../about.ts';

export const about: About = {
  of: ['breakdown'],
  place: 6,
  words: {
    fr: { name: 'Barres groupées', of: { breakdown: 'les barres de plusieurs périodes ou territoires côte à côte' } },
    en: { name: 'Grouped bars', of: { breakdown: 'bars of several periods or territories side by side' } },
  },
  modele: 'groupees',
  example: { indicator: 'audience-followers', by: 'channel', chart: 'grouped' },
};

export const choice: Choice = {
  order: 70,
  // Several bars beside each other are for authors who want to compare these.
  suits: (_facts, isAsked) => isAsked,
  series: 'main',
  takesBeside: true,
};
