export { compareAll, type Failure } from './compare-all.ts';
export { computeAll } from './compute-all.ts';
export { excerptsOf } from './excerpts.ts';
export { completed, judgedManifest } from './judge-files.ts';
export { MEASURES_FILE, manifestText, preparedFiles, recordsText } from './prepared-files.ts';
