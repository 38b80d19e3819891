import type { Check } from './check.ts';
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
import { numberFormats, printedDates, printedLists, reuse, yearTypos } from './documents.ts';
import {
  agreements,
  contradictions,
  cumulatedShares,
  deltas,
  impossibleAmounts,
  partsAndTotals,
  partsOfWholes,
  shares,
  subsets,
  units,
} from './figures.ts';
import { codes, duplicates, indicatorNames } from './names.ts';
import { positions, townNames } from './places.ts';
import { announcedAndListed, cancelled, loops, namedOrganisations, references, repeatedRecords } from './records.ts';

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
  partsOfWholes,
  dates,
  strayDates,
  lifetimes,
  manifestDates,
  reuse,
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
