import { type MeasurePart, pointOf } from '../model/index.ts';

const rank = (part: MeasurePart): number => (part.quantity ? pointOf(part.quantity) : -Infinity);

/** Largest first; `sort` is stable, so ties stay as they came. Unknown quantities are last. */
export function byValue(parts: readonly MeasurePart[]): readonly MeasurePart[] {
  return [...parts].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
}
