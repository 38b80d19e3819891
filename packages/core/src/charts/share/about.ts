import type { About, Choice } from '../about.ts';

export const about: About = {
  of: ['breakdown'],
  place: 2,
  words: {
    fr: { name: 'Parts d’un tout', of: { breakdown: 'une barre de deux ou trois parts' } },
    en: { name: 'Parts of a whole', of: { breakdown: 'one bar of two or three parts of a whole' } },
  },
  modele: 'parts',
  example: { indicator: 'dla-jobs', by: 'contract', where: 'lot=regional-completed', chart: 'share' },
};

export const choice: Choice = {
  order: 40,
  // Two stacks show a change, which one bar does not.
  suits: ({ segments, stacks }, isAsked) => segments !== null && (isAsked || (stacks?.length ?? 0) < 2),
  isUsual: true,
  reads: 'rate',
};
