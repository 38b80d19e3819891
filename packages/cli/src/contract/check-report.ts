import type { Finding } from '@ess-widgets/core/model';

/** Number of findings of each gravity. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

/** Source of a check, and its result. */
export interface CheckSummary {
  /** Checked source: a path from the current folder, or an address. */
  readonly source: string;
  /** Id of the data set; null when its manifest could not be read. */
  readonly dataset: string | null;
  /** Day of the publisher's last change, `YYYY-MM-DD`; null when its manifest could not be read. */
  readonly updated: string | null;
  /** Number of collections that could be read. */
  readonly collections: number;
  readonly records: number;
  readonly findings: FindingCounts;
  /** Findings of this gravity or a greater one make the exit status 1. */
  readonly threshold: 'error' | 'warning' | 'info';
  /** Whether no finding reaches the threshold. */
  readonly passed: boolean;
}

/** Output of `ess-widgets check --json`. */
export interface CheckReport {
  readonly summary: CheckSummary;
  /** The gravest first. */
  readonly findings: readonly Finding[];
}
