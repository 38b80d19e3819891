import { type Measure, pointOf } from '../model/index.ts';
import { type BarMark, barMarks } from './bars/marks.ts';

/** A measure by département. */
interface Departements {
  readonly marks: readonly BarMark[];
  /** Amount that lies in one of the départements, and the amount of all; both count only what is known. */
  readonly placed: number;
  readonly all: number;
}

/** The départements among the territories that a measure is split by, the greatest first; null where it has none. */
export function departementsOf({ quantity, parts = [] }: Measure): Departements | null {
  const known = parts.filter((part) => part.id.startsWith('departement-') && part.quantity?.unit === quantity?.unit);
  if (known.length === 0 || !quantity) return null;
  const placed = known.reduce((total, part) => total + (part.quantity ? pointOf(part.quantity) : 0), 0);
  return { marks: barMarks({ parts: known }, { max: known.length }), placed, all: pointOf(quantity) };
}
