/** The examination of a file that somebody has at hand: what is wrong with it, what mends it, and the files to take home. */

export { type Correction } from './corrections.ts';
export { type Examination, type ExaminedFile, type ExaminedList, examine, type Progress } from './examine.ts';
export { FIELD_NAMES } from './fields.ts';
export { correctedCsv, datasetFile, reportFile } from './files.ts';
export { type FindingGroup } from './groups.ts';
export { createOpening, type Declared } from './live.ts';
export { remedyOf } from './remedies.ts';
