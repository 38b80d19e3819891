import type { formulaSchemas } from '../../model/index.ts';
import type { Formula } from '../formula.ts';
import { attendance } from './attendance.ts';
import { complement } from './complement.ts';
import { count } from './count.ts';
import { countDistinct } from './count-distinct.ts';
import { difference } from './difference.ts';
import { flow } from './flow.ts';
import { growth } from './growth.ts';
import { occurrences } from './occurrences.ts';
import { pooledShare } from './pooled-share.ts';
import { population } from './population.ts';
import { quotient } from './quotient.ts';
import { remainder } from './remainder.ts';
import { rollBack } from './roll-back.ts';
import { seriesAttendance } from './series-attendance.ts';
import { share } from './share.ts';
import { snapshot } from './snapshot.ts';
import { stock } from './stock.ts';
import { sum } from './sum.ts';
import { sumOfParts } from './sum-of-parts.ts';
import { sumOfShares } from './sum-of-shares.ts';
import { vote } from './vote.ts';
import { wholeFromShare } from './whole-from-share.ts';

/** The formulas that a catalogue may name. Parameters are checked against the schema of the formula before it sees them. */
export const formulas = {
  attendance,
  complement,
  count,
  countDistinct,
  difference,
  flow,
  growth,
  occurrences,
  pooledShare,
  population,
  quotient,
  remainder,
  rollBack,
  seriesAttendance,
  share,
  snapshot,
  stock,
  sum,
  sumOfParts,
  sumOfShares,
  vote,
  wholeFromShare,
} as const satisfies Readonly<Record<keyof typeof formulaSchemas, Formula<never>>>;
