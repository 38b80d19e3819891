/** The search in a report: loaded when a visitor goes to its field. */
import { unitWord } from '@ess-widgets/core/format';
import { createReportSearch, type Dataset, type Report, type ReportSearch, type Text } from '@ess-widgets/core/model';
import { loadedRowTexts } from './search-rows.ts';

export { needsIn } from './search-rows.ts';

/** Indexes a report in one language: its texts, the names and units of its indicators, and the rows that are loaded. */
export function searchIn(report: Report, lang: string, dataset: Dataset): ReportSearch {
  const known = Object.entries(dataset.measures?.indicators ?? {});
  const labels = known.map(([id, { label }]): [string, Text] => [id, label]);
  const words = known.map(([id, { unit }]) => [id, unitWord(unit, 2, lang) ?? '']);
  return createReportSearch(report, lang, Object.fromEntries(labels), Object.fromEntries(words), (block) =>
    loadedRowTexts(dataset, report, block, lang),
  );
}
