/** Consistency rules over any data set. Each is a plain object: run them all, some, or one by one. */

export { distance as editDistance } from '../model/spelling.ts';
export { checks } from './all.ts';
export * from './check.ts';
export {
  dates,
  editions,
  lifetimes,
  manifestDates,
  plannedAsHeld,
  plannedDates,
  strayDates,
  weekdays,
} from './dates.ts';
export { numberFormats, printedDates, printedLists, yearTypos } from './documents.ts';
export { withDoubts } from './doubted.ts';
export {
  agreements,
  contradictions,
  cumulatedShares,
  deltas,
  impossibleAmounts,
  partsAndTotals,
  partsOf,
  shares,
  subsets,
  units,
} from './figures.ts';
export { codes, duplicates, indicatorNames } from './names.ts';
export { positions, townNames } from './places.ts';
export { announcedAndListed, cancelled, loops, namedOrganisations, references, repeatedRecords } from './records.ts';
export * from './run.ts';
export { createDatasetIndex, type DatasetIndex } from './shared/dataset-index.ts';
