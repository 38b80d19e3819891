import type { Text } from './text.ts';

/** Place of a finding: a file and line, a record and its field, or a section of the report. */
export interface FindingPlace {
  readonly file?: string;
  readonly line?: number;
  /** All lines of a finding on several; `line` is the first. */
  readonly lines?: readonly number[];
  readonly collection?: string;
  readonly id?: string;
  readonly field?: string;
  /** Letter of the column of a table, as a spreadsheet shows it: `D`. */
  readonly column?: string;
  readonly section?: string;
}

/**
 * Something that a rule found in the data: what, where, how sure, and what to do (in `message`).
 * @since 0.2.0
 */
export interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly certainty: 'certain' | 'likely' | 'possible';
  readonly where: FindingPlace;
  readonly found: string;
  readonly expected?: string;
  readonly message: Text;
}
