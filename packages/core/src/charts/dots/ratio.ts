import { isExact, type Measure, type Operand, pointOf, type Quantity } from '../../model/index.ts';

/** A part of a few things: `filled` of `of`. */
export interface Ratio {
  readonly filled: number;
  readonly of: number;
  /** Unit of both numbers, where it is the same: `applications`. */
  readonly unit?: string;
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
}: Pick<Measure, 'quantity' | 'calculation' | 'population'>): Ratio | null {
  if (quantity?.unit !== 'percent' || !isExact(quantity)) return null;
  const [part, whole] = calculation?.operands ?? [];
  if (calculation && part && whole && calculation.form !== 'sum' && calculation.form !== 'growth') {
    const isRest = calculation.form === 'rest';
    return ratio(countOf(part), countOf(whole), isRest, unitOf(part, whole));
  }
  return population === null ? null : printedRatio(quantity, population);
}

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
}

/** Number of dots in a row, at most. */
const COLUMNS = 20;

/** Draws a ratio as dots, those that are filled first. */
export function dotGrid({ filled, of }: Ratio): DotGrid {
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
  return { columns, rows, filled: outline(0, filled, 4), empty: outline(filled, of, 3.4), rings };
}
