export { compareAll, type Failure } from './compare-all.ts';
export { computeAll } from './compute-all.ts';
export { excerptsOf } from './excerpts.ts';
export { MEASURES_FILE, preparedFiles, recordsText } from './prepared-files.ts';
