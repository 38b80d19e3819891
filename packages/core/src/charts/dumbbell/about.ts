import { suitsDumbbell } from '../../picture/dumbbell.ts';
import type { About, Choice } from '../about.ts';

export const about: About = {
  of: ['breakdown'],
  place: 4,
  words: {
    fr: { name: 'Deux dates', of: { breakdown: 'trois à dix parts à deux dates' } },
    en: { name: 'Two dates', of: { breakdown: 'three to ten parts at two dates' } },
  },
  modele: 'deux_dates',
  example: { indicator: 'audience-followers', by: 'channel', chart: 'dumbbell' },
};

export const choice: Choice = {
  order: 20,
  suits: ({ measure }) => measure !== null && suitsDumbbell(measure),
  series: 'all',
};
