import { type Measure, type MeasurePart, pointOf, type Quantity, sum, sumKnown, type Text } from '../../model/index.ts';
import { byValue } from '../order.ts';

/**
 * Kind of a bar: a value of the dimension, the small values put together, or the amount that the source does not sort.
 */
type BarKind = 'category' | 'others' | 'unknown';

/**
 * One bar. `start` and `length` are fractions of an axis that always holds zero: a positive bar starts at `zero`, a
 * negative one ends there. An unknown quantity has no length, and neither has 0: what tells them apart is the text.
 */
export interface BarMark {
  readonly id: string;
  readonly kind: BarKind;
  readonly label: Text;
  /** Null when unknown, or when the amounts of a group cannot be added. */
  readonly quantity: Quantity | null;
  readonly share?: Quantity;
  readonly previous?: Quantity;
  /** Rank given by the data: decides shape and colour. */
  readonly order?: number;
  readonly start: number;
  readonly length: number;
  /** Position of zero on the axis: the same for all bars of a unit. */
  readonly zero: number;
  /** Ids of the checks that put it, or one of a group, in doubt. */
  readonly checks?: readonly string[];
  /** Number of values in a group; 1 for a bar of its own. */
  readonly count: number;
}

/** Options of {@link barMarks}. */
export interface BarOptions {
  /** `value` (default): longest first. `order`: as the data has them. */
  readonly sort?: 'value' | 'order';
  /** Most values that get a bar of their own; the smallest others are put together. 8 by default. */
  readonly max?: number;
  /** Whether each thing falls in one category at most: only then can the amounts of a group be added. Default true. */
  readonly exclusive?: boolean;
}

/** Whether amounts are counted in several units: they are neither compared nor drawn on one scale. */
export function hasSeveralUnits(parts: readonly { readonly quantity: Quantity | null }[]): boolean {
  return new Set(parts.flatMap(({ quantity }) => quantity?.unit ?? [])).size > 1;
}

/** A bar that has no place yet. */
type BarRow = Omit<BarMark, 'start' | 'length' | 'zero'>;

/** Id that the indicators give to what a source does not sort. */
const UNKNOWN = 'unknown';

/** Id and label of the values put together. */
export const OTHERS = 'others';
const OTHERS_LABEL: Text = { fr: 'Autres', br: 'Re all', en: 'Others' };
const SOME_UNKNOWN = 'catégories sans valeur';

/** The parts of a measure as bars from zero. Ties keep the data's order; what is not sorted by the source comes last. */
export function barMarks(measure: Pick<Measure, 'parts'>, options: BarOptions = {}): readonly BarMark[] {
  const rows = barRows(measure.parts ?? [], options);
  // People and organisations have no common scale: each unit has its own, and its rows stand together; unknown values come last.
  const units = new Set(rows.flatMap(({ quantity }) => quantity?.unit ?? []));
  const groups =
    units.size > 1 ? [...units, undefined].map((unit) => rows.filter((row) => row.quantity?.unit === unit)) : [rows];
  return groups.flatMap((group) => {
    const { zero, placeOf } = axisOf(group.map(({ quantity }) => quantity));
    return group.map((row) => ({ ...row, zero, ...placeOf(row.quantity) }));
  });
}

/** Decides which categories have a bar of their own, and returns the rows in the order of the bars. */
export function barRows(parts: readonly MeasurePart[], options: BarOptions): readonly BarRow[] {
  const { sort = 'value', max = 8, exclusive = true } = options;
  const sorted = sort === 'value' ? byValue(parts) : parts;
  const named = sorted.filter((part) => part.id !== UNKNOWN);
  const unknown = sorted.filter((part) => part.id === UNKNOWN);
  return [...grouped(named, max, exclusive), ...unknown.map((part) => rowOf(part, 'unknown'))];
}

const rowOf = (part: MeasurePart, kind: BarKind): BarRow => ({ ...part, kind, count: 1 });

/** One part beyond the limit stays itself: "others" with a single thing in it would only hide its name. */
function grouped(parts: readonly MeasurePart[], max: number, exclusive: boolean): readonly BarRow[] {
  if (parts.length <= max + 1) return parts.map((part) => rowOf(part, 'category'));
  const kept = new Set(byValue(parts).slice(0, max));
  const rest = parts.filter((part) => !kept.has(part));
  return [...parts.filter((part) => kept.has(part)).map((part) => rowOf(part, 'category')), others(rest, exclusive)];
}

function others(rest: readonly MeasurePart[], exclusive: boolean): BarRow {
  const amounts = rest.map((part) => part.quantity);
  const shares = rest.map((part) => part.share ?? null);
  const previous = rest.map((part) => part.previous ?? null);
  const checks = rest.flatMap((part) => part.checks ?? []);
  const quantity = exclusive ? totalOf(amounts) : null;
  const share = exclusive ? totalOf(shares) : null;
  const before = exclusive && previous.every((q) => q !== null) ? totalOf(previous) : null;
  return {
    id: OTHERS,
    kind: 'others',
    label: OTHERS_LABEL,
    count: rest.length,
    quantity,
    ...(share ? { share } : {}),
    ...(before ? { previous: before } : {}),
    ...(checks.length ? { checks } : {}),
  };
}

/** Sum of a group, or null where its amounts cannot be added: several units, percents of no known whole. */
export function totalOf(amounts: readonly (Quantity | null)[]): Quantity | null {
  const known = amounts.filter((q) => q !== null);
  const [first] = known;
  if (!first || known.some((q) => q.unit !== first.unit)) return null;
  if (first.unit !== 'percent') return sumKnown(amounts, SOME_UNKNOWN);
  const oneBase = first.base !== undefined && known.every((q) => q.base === first.base);
  return oneBase && known.length === amounts.length ? sum(known, { disjoint: true }) : null;
}

/** One axis for some amounts, which holds zero; where each of them lies on it. */
export function axisOf(amounts: readonly (Quantity | null)[]): {
  readonly zero: number;
  readonly placeOf: (quantity: Quantity | null) => { readonly start: number; readonly length: number };
} {
  // Series of several units have no common scale: such rows have words and no bars.
  const isScale = !hasSeveralUnits(amounts.map((quantity) => ({ quantity })));
  const valueOf = (quantity: Quantity | null): number => (quantity && isScale ? pointOf(quantity) : 0);
  const values = amounts.map(valueOf);
  const low = values.reduce((least, v) => Math.min(least, v), 0);
  const high = values.reduce((most, v) => Math.max(most, v), 0);
  const span = high - low || 1;
  const zero = -low / span + 0;
  const placeOf = (quantity: Quantity | null) => {
    const value = valueOf(quantity);
    const length = Math.abs(value) / span;
    return { length, start: value < 0 ? zero - length : zero };
  };
  return { zero, placeOf };
}
