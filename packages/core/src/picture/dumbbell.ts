import type { Measure } from '../model/index.ts';
import { hasSeveralUnits } from './bars.ts';

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
