/** The search in a report: loaded when a visitor goes to its field. */
import { unitWord } from '@ess-widgets/core/format/lean';
import type { IndicatorTexts, Text } from '@ess-widgets/core/model';
import { createReportSearch, type Report, type ReportSearch } from '@ess-widgets/core/model/report';

/** Indexes a report, the names of its indicators and what they count in one language. */
export function searchIn(
  report: Report,
  lang: string,
  indicators: Readonly<Record<string, IndicatorTexts>>,
): ReportSearch {
  const known = Object.entries(indicators);
  const labels = known.map(([id, { label }]): [string, Text] => [id, label]);
  const words = known.map(([id, { unit }]) => [id, unitWord(unit, 2, lang) ?? '']);
  return createReportSearch(report, lang, Object.fromEntries(labels), Object.fromEntries(words));
}
