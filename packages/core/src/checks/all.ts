import { agreements } from './agreements.ts';
import type { Check } from './check.ts';
import { contradictions } from './contradictions.ts';
import { cumulatedShares } from './cumulated-shares.ts';
import {
  dates,
  editions,
  lifetimes,
  manifestDates,
  occurrences,
  plannedAsHeld,
  plannedDates,
  strayDates,
  weekdays,
} from './dates.ts';
import { deltas } from './deltas.ts';
import { numberFormats, printedDates, printedLists, yearTypos } from './documents.ts';
import { impossibleAmounts } from './impossible-amounts.ts';
import { codes, duplicates, indicatorNames } from './names.ts';
import { partsAndTotals } from './parts-and-totals.ts';
import { partsOf } from './parts-of.ts';
import { positions, townNames } from './places.ts';
import { announcedAndListed, cancelled, loops, namedOrganisations, references, repeatedRecords } from './records.ts';
import { shares } from './shares.ts';
import { subsets } from './subsets.ts';
import { units } from './units.ts';

/**
 * Every rule.
 * @since 0.1.0
 */
export const checks: readonly Check[] = [
  partsAndTotals,
  agreements,
  shares,
  cumulatedShares,
  deltas,
  announcedAndListed,
  namedOrganisations,
  printedLists,
  subsets,
  partsOf,
  dates,
  strayDates,
  lifetimes,
  manifestDates,
  weekdays,
  editions,
  printedDates,
  yearTypos,
  impossibleAmounts,
  duplicates,
  repeatedRecords,
  townNames,
  positions,
  units,
  contradictions,
  references,
  occurrences,
  loops,
  indicatorNames,
  codes,
  numberFormats,
  plannedAsHeld,
  cancelled,
  plannedDates,
];
