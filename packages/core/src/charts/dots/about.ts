import type { About, Choice } from '../about.ts';

export const about: About = {
  of: ['breakdown'],
  place: 5,
  words: {
    fr: { name: 'Points', of: { breakdown: 'tant sur tant' } },
    en: { name: 'Dots', of: { breakdown: 'so many of so few' } },
  },
  modele: 'points',
  example: { indicator: 'vote-share', where: 'vote=scenario-b-2024-09-26', chart: 'dots' },
};

export const choice: Choice = {
  order: 30,
  suits: ({ ratios }) => ratios !== null,
  reads: 'ratio',
  isWhole: true,
  takesBeside: true,
};
