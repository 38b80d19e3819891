import { addDays, type Interval, isComplete, type Observation } from '../../model/index.ts';
import type { CheckContext } from '../check.ts';
import { formatAmount, formatComputed, intervalSum, middle, minus, toInterval } from './amounts.ts';

/** A published figure of a family, what it should be, and how that is calculated. */
export interface Expected {
  readonly o: Observation;
  readonly computed: Interval | null;
  readonly how: string;
  /** Whether it is calculated from a list that nobody declares complete, so that the list may be what is wrong. */
  readonly listed?: boolean;
}

/** Headcounts of the team against the one before and the movements that are recorded in between. */
export function* teams(
  { dataset, index }: CheckContext,
  stock: ReadonlyMap<string, readonly Observation[]> = new Map(),
): Generator<Expected> {
  const headcounts = [...stock].sort(([a], [b]) => (a < b ? -1 : 1));
  const people = index
    .list('movements')
    .filter(({ count, reason }) => count.unit === 'people' && reason !== 'internal');
  for (let at = 1; at < headcounts.length; at += 1) {
    const [before = '', [start] = []] = headcounts[at - 1] ?? [];
    const [day = '', [end] = []] = headcounts[at] ?? [];
    if (!start || !end || start.quantity.unit !== end.quantity.unit) continue;
    const since = people.filter(({ period }) => {
      const span = index.span(period);
      return span && span.last > before && span.first <= day;
    });
    // It is not known whether the headcount includes a movement of a period around it.
    const isInside = since.every(({ period }) => {
      const span = index.span(period);
      return span && span.first > before && span.last <= day;
    });
    const of = (direction: 'in' | 'out') =>
      since.filter((each) => each.direction === direction).map(({ count }) => count);
    const [joined, left] = [of('in'), of('out')].map((counts) => intervalSum(counts.map((count) => toInterval(count))));
    if (since.length === 0 || !isInside || !joined || !left) continue;
    yield {
      o: end,
      computed: intervalSum([toInterval(start.quantity), minus(joined, left)]),
      how: `${formatAmount(start.quantity)} + ${formatComputed(middle(joined))} − ${formatComputed(middle(left))}`,
      listed: !['in', 'out'].every((direction) =>
        isComplete(dataset, 'movements', `${addDays(before, 1)}/${day}`, `direction=${direction}`),
      ),
    };
  }
}
