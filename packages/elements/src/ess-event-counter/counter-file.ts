import { CSV_HEADER, csvRows } from '@ess-widgets/core/charts';
import type { Measure } from '@ess-widgets/core/model';
import type { DataRows } from '../base/share/share-bar.ts';

/** Returns the figures of a counter as rows. */
export const counterRows = (measures: readonly Measure[], lang: string): DataRows => ({
  header: CSV_HEADER,
  rows: measures.flatMap((one) => csvRows(one, lang)),
});
