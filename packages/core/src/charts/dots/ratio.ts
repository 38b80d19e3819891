import { isExact, type Measure, type Operand, pointOf, type Quantity } from '../../model/index.ts';

/** A part of a few things: `filled` of `of`. */
export interface Ratio {
  readonly filled: number;
  readonly of: number;
  /** Unit of both numbers, where it is the same: `applications`. */
  readonly unit?: string;
  /** Share that it must reach. */
  readonly threshold?: Measure['threshold'];
}

/** As many dots can be told from each other. */
const MOST = 120;

/**
 * Returns the two numbers behind a percent: those that it was calculated from, else those that its population gives. Null where it
 * is none of at most 120 things, or where one of the numbers is not exact, complete and whole.
 */
export function ratioOf({
  quantity,
  calculation,
  population,
  threshold,
}: Pick<Measure, 'quantity' | 'calculation' | 'population' | 'threshold'>): Ratio | null {
  if (quantity?.unit !== 'percent' || !isExact(quantity)) return null;
  const counted = countedRatio(calculation);
  const found = counted === undefined && population !== null ? printedRatio(quantity, population) : (counted ?? null);
  return found && threshold ? { ...found, threshold } : found;
}

/** Returns the two numbers that a percent was calculated from; undefined where it was not. */
function countedRatio(calculation: Measure['calculation']): Ratio | null | undefined {
  const { form, operands: [part, whole] = [] } = calculation ?? {};
  if (!part || !whole || form === 'sum' || form === 'growth') return undefined;
  return ratio(countOf(part), countOf(whole), form === 'rest', unitOf(part, whole));
}

/** Returns as many of a whole as reach a share of it: 18 of 22 for four fifths. */
export const countReaching = ({ value }: NonNullable<Measure['threshold']>, of: number): number =>
  Math.ceil(value * of - 1e-9);

const countOf = ({ quantity }: Operand): number => (isExact(quantity) ? pointOf(quantity) : Number.NaN);

const unitOf = (part: Operand, whole: Operand): string | undefined =>
  part.quantity.unit === whole.quantity.unit ? whole.quantity.unit : undefined;

function ratio(part: number, of: number, isRest: boolean, unit: string | undefined): Ratio | null {
  const filled = isRest ? of - part : part;
  const isFit = Number.isInteger(filled) && Number.isInteger(of) && of > 0 && of <= MOST && filled >= 0 && filled <= of;
  return isFit ? { filled, of, ...(unit === undefined ? {} : { unit }) } : null;
}

/** Returns the number of things that a published percent of a population stands for, where its digits leave only one. */
function printedRatio(quantity: Quantity, population: number): Ratio | null {
  const value = pointOf(quantity);
  const digits = String(value).split('.')[1]?.length ?? 0;
  const filled = Math.round((value * population) / 100);
  const slack = 0.5 * 10 ** -digits + 1e-9;
  const gives = (n: number): boolean => Math.abs((100 * n) / population - value) <= slack;
  const isOne = gives(filled) && !gives(filled - 1) && !gives(filled + 1);
  return isOne ? ratio(filled, population, false, undefined) : null;
}

/** Dots in rows: `filled` and `empty` are outlines for one path each, on a grid of squares of 10. */
interface DotGrid {
  readonly columns: number;
  readonly rows: number;
  readonly filled: string;
  readonly empty: string;
  /** Returns the outline of rings in place of `empty`, which look alike filled. */
  readonly rings: () => string;
  /** Outline of the mark behind the dot that reaches the threshold; empty without one. */
  readonly mark: string;
}

/** Number of dots in a row, at most. */
const COLUMNS = 20;

/** Draws a ratio as dots, those that are filled first. */
export function dotGrid({ filled, of, threshold }: Ratio): DotGrid {
  const rows = Math.ceil(of / COLUMNS);
  // Rows of about one length: no two dots alone under twenty.
  const columns = Math.ceil(of / rows);
  const outline = (from: number, to: number, radius: number, sweep: 0 | 1 = 0): string =>
    [...Array(to - from).keys()]
      .map((n) => {
        const [column, row] = [(from + n) % columns, Math.floor((from + n) / columns)];
        return `M${column * 10 + 5 - radius} ${row * 10 + 5}a${radius} ${radius} 0 1 ${sweep} ${2 * radius} 0a${radius} ${radius} 0 1 ${sweep} ${-2 * radius} 0z`;
      })
      .join('');
  const rings = (): string => outline(filled, of, 4) + outline(filled, of, 2.8, 1);
  const last = threshold ? countReaching(threshold, of) - 1 : -1;
  // At the end of a row it stands within the drawing.
  const left = Math.min(((last % columns) + 1) * 10 - 0.6, columns * 10 - 1.2);
  const mark = last < 0 ? '' : `M${left} ${Math.floor(last / columns) * 10}h1.2v10h-1.2z`;
  return { columns, rows, filled: outline(0, filled, 4), empty: outline(filled, of, 3.4), rings, mark };
}
