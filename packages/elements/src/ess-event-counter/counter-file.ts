import { CSV_HEADER, csvRows } from '@ess-widgets/core/charts';
import { toCsv } from '@ess-widgets/core/format';
import type { Measure } from '@ess-widgets/core/model';
import { download } from '../base/download.ts';

/**
 * Downloads the figures of a counter as a spreadsheet.
 * @param name of the series, or of all events; the period of the first measure follows it
 */
export function downloadCsv(name: string, measures: readonly Measure[], lang: string): void {
  const rows = measures.flatMap((one) => csvRows(one, lang));
  const file = [name, ...measures.slice(0, 1).map(({ period }) => period.replace('/', '_'))].join('-');
  download(`${file}.csv`, toCsv(CSV_HEADER, rows), 'text/csv');
}
