import { type IndicatorTexts, type Measure, pointOf } from '../../model/index.ts';
import { type ChartFinding, CLEARLY, isOpen, NAMES, reachOf } from '../finding.ts';
import type { GroupBar } from '../grouped/groups.ts';

/**
 * Returns the largest change of a part from one period to the next. Null where another one may have risen, or fallen, as much:
 * for all that is known of it, or because it nearly did.
 */
export function changesFinding(measure: Measure, { signed }: Pick<IndicatorTexts, 'signed'>): ChartFinding | null {
  const { parts = [] } = measure;
  if (signed || isOpen(measure) || parts.some((part) => part.checks)) return null;
  const changes = parts
    .map(({ label, quantity, previous = null }) => {
      const [now, before] = [quantity ? reachOf(quantity) : ANY, previous ? reachOf(previous) : ANY];
      const point = quantity && previous ? pointOf(quantity) - pointOf(previous) : 0;
      return { label, quantity, previous, point, lo: now.lo - before.hi, hi: now.hi - before.lo };
    })
    .sort((a, b) => Math.abs(b.point) - Math.abs(a.point));
  const [largest, ...others] = changes;
  if (!largest?.quantity || !largest.previous || largest.point === 0) return null;
  const isRise = largest.point > 0;
  const stands = others.every(({ point, lo, hi }) =>
    isRise ? largest.lo > hi && largest.point >= point * CLEARLY : largest.hi < lo && largest.point <= point * CLEARLY,
  );
  if (!stands) return null;
  const { label: part, previous: from, quantity: to } = largest;
  const isName = measure.by !== undefined && NAMES.has(measure.by);
  return { says: isRise ? 'rise' : 'fall', part, from, to, ...(isName ? { isName: true as const } : {}) };
}

/** Reach of an amount that nobody knows. */
const ANY = { lo: 0, hi: Infinity };

/** Returns the place of a value on the axis of {@link GroupBar}s: the end of its bar. Undefined for an unknown one. */
export const dotPlace = ({
  quantity,
  start,
  length,
}: Pick<GroupBar, 'quantity' | 'start' | 'length'>): number | undefined =>
  quantity ? (pointOf(quantity) < 0 ? start : start + length) : undefined;
