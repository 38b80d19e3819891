import type { About, Choice } from '../about.ts';

export const about: About = {
  of: ['breakdown'],
  place: 3,
  words: {
    fr: { name: 'Entrées et sorties', of: { breakdown: 'un stock, ses entrées et ses sorties' } },
    en: { name: 'Joined and left', of: { breakdown: 'a stock, what came in and went out' } },
  },
  modele: 'flux',
  example: { indicator: 'members-stock', chart: 'bridge' },
};

export const choice: Choice = {
  order: 10,
  suits: ({ steps }) => steps !== null,
  reads: 'flow',
  isWhole: true,
};
