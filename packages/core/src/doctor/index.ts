/** The examination of a file that somebody has at hand: what is wrong with it, what mends it, and the files to take home. */
export type { Field, ListKind, Mapping } from '../data/sources/table/headers.ts';
export type { Correction, Proposal } from './corrections.ts';
export {
  type Examination,
  type ExaminedColumn,
  type ExaminedFile,
  type ExaminedList,
  type ExamineOptions,
  examine,
  type Progress,
} from './examine.ts';
export { FIELD_NAMES } from './fields.ts';
export { correctedCsv, datasetFile, derivedName, type ReportForm, type ReportOptions, reportFile } from './files.ts';
export { type FindingGroup, groupFindings, type Repairs } from './groups.ts';
export { remedyOf } from './remedies.ts';
