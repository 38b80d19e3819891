import type { Measure } from '../../model/index.ts';
import type { About, Choice } from '../about.ts';
import { hasSeveralUnits } from '../bars/marks.ts';

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

/** Rows that a change is worth comparing in, and that can be read at once. */
const LEAST = 3;
const MOST = 10;

/**
 * Tells whether the parts of a figure can be drawn as two dots a row, its value before and now: three to ten parts of one unit,
 * two of which at least have both.
 */
export function suitsDumbbell({ parts = [] }: Pick<Measure, 'parts'>): boolean {
  const both = parts.filter(({ quantity, previous }) => quantity && previous);
  const amounts = parts.flatMap(({ quantity, previous = null }) => [{ quantity }, { quantity: previous }]);
  return parts.length >= LEAST && parts.length <= MOST && both.length >= 2 && !hasSeveralUnits(amounts);
}
