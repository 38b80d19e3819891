import type { MeasurePart, Quantity } from '../../model/index.ts';
import { axisOf, type BarMark, type BarOptions, barRows, totalOf } from '../bars/marks.ts';

/** Parts of one period or of one territory: those that stand beside each other in every category. */
export type Series = readonly Pick<MeasurePart, 'id' | 'label' | 'quantity' | 'order' | 'checks'>[];

/** One bar of a category. `start` and `length` are fractions of the axis of the whole chart, as those of {@link BarMark}. */
export interface GroupBar extends Pick<BarMark, 'quantity' | 'start' | 'length'> {
  /** Place among the series, from 1, the same in every category: decides the pattern. */
  readonly rank: number;
}

/** A category and its bars: one a series, an unknown one too. */
export interface GroupMark extends Pick<BarMark, 'id' | 'kind' | 'label' | 'order' | 'zero' | 'count' | 'checks'> {
  readonly bars: readonly GroupBar[];
}

const quantitiesOf = (series: Series): ReadonlyMap<string, Quantity | null> =>
  new Map(series.map(({ id, quantity }) => [id, quantity]));

/**
 * All categories of some series, as parts of the first: what only another series has is unknown there, not nothing. What is in
 * doubt in one of them is so in the category.
 */
export function mergedParts(series: readonly Series[]): readonly MeasurePart[] {
  const parts = new Map<string, MeasurePart>();
  series.forEach((each, at) => {
    for (const part of each) {
      const known = parts.get(part.id) ?? (at ? { ...part, quantity: null } : part);
      parts.set(part.id, part.checks ? { ...known, checks: part.checks } : known);
    }
  });
  return [...parts.values()];
}

/**
 * Several series as groups of bars from one zero, on one axis: a group a category, a bar a series in it. Categories are
 * sorted by the first series, and the small ones put together in all of them, as {@link BarOptions} says.
 */
export function groupMarks(series: readonly Series[], options: BarOptions = {}): readonly GroupMark[] {
  const parts = mergedParts(series);
  const rows = barRows(parts, options);
  const own = new Set(rows.flatMap(({ id, kind }) => (kind === 'others' ? [] : id)));
  const rest = parts.flatMap(({ id }) => (own.has(id) ? [] : id));
  const known = series.map(quantitiesOf);
  const amounts = rows.map(({ id, kind }) =>
    known.map((of) => {
      if (kind !== 'others') return of.get(id) ?? null;
      return options.exclusive === false ? null : totalOf(rest.map((each) => of.get(each) ?? null));
    }),
  );
  const { zero, placeOf } = axisOf(amounts.flat());
  return rows.map(({ id, kind, label, order, count, checks }, at) => ({
    id,
    kind,
    label,
    ...(order === undefined ? {} : { order }),
    ...(checks ? { checks } : {}),
    zero,
    count,
    bars: (amounts[at] ?? []).map((quantity, n) => ({ quantity, rank: n + 1, ...placeOf(quantity) })),
  }));
}

/** A category in a table: its value in each series. */
export interface GroupRow extends Pick<MeasurePart, 'id' | 'label' | 'order' | 'checks'> {
  readonly values: readonly (Quantity | null)[];
}

/** All categories and all values of some series, none put together, sorted by the first series. */
export function groupRows(series: readonly Series[]): readonly GroupRow[] {
  const known = series.map(quantitiesOf);
  return barRows(mergedParts(series), { max: Infinity }).map(({ id, label, order, checks }) => ({
    id,
    label,
    ...(order === undefined ? {} : { order }),
    ...(checks ? { checks } : {}),
    values: known.map((of) => of.get(id) ?? null),
  }));
}
