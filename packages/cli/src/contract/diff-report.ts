import type { Change, Period, Quantity, Text } from '@ess-widgets/core/model';

/** A data set that is compared. */
export interface DiffSide {
  /** A path from the current folder, or an address. */
  readonly source: string;
  readonly dataset: string;
  /** Day of the publisher's last change, `YYYY-MM-DD`. */
  readonly updated: string;
}

/** A field that is not the same; a side is left out where the field is not there. */
export interface FieldDiff {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** A record that is on both sides, and its fields that are not the same. */
export interface RecordDiff {
  readonly id: string;
  /** Its name, title or label on the new side, where it has one. */
  readonly name?: string;
  readonly fields: readonly FieldDiff[];
}

/** A record that is on one side only. */
export interface RecordName {
  readonly id: string;
  /** Its name, title or label, where it has one. */
  readonly name?: string;
}

/** A collection that is not the same on both sides. A category's id is written `dimension/id`. */
export interface CollectionDiff {
  readonly collection: string;
  readonly added: readonly RecordName[];
  readonly removed: readonly RecordName[];
  readonly changed: readonly RecordDiff[];
}

/** A value of an indicator, and the period that it is of. */
export interface DatedValue {
  readonly period: Period;
  readonly quantity: Quantity | null;
}

/** An indicator whose value is not the same on both sides. */
export interface IndicatorDiff {
  readonly indicator: string;
  readonly label: Text;
  readonly before: DatedValue;
  readonly after: DatedValue;
  /** From before to after; left out where the two cannot be compared. */
  readonly change?: Change;
}

/** Number of differences. */
export interface DiffSummary {
  readonly old: DiffSide;
  readonly new: DiffSide;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly indicators: number;
}

/** Output of `ess-widgets diff --json`. */
export interface DiffReport {
  readonly summary: DiffSummary;
  /** Only those that are not the same. */
  readonly collections: readonly CollectionDiff[];
  readonly indicators: readonly IndicatorDiff[];
}
