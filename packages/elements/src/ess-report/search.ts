/** The search in a report: loaded when a visitor goes to its field. */
import type { IndicatorTexts, Text } from '@ess-widgets/core/model';
import { createReportSearch, type Report, type ReportSearch } from '@ess-widgets/core/model/report';

/** Indexes a report and the names of its indicators in one language. */
export function searchIn(
  report: Report,
  lang: string,
  indicators: Readonly<Record<string, IndicatorTexts>>,
): ReportSearch {
  const labels = Object.entries(indicators).map(([id, { label }]): [string, Text] => [id, label]);
  return createReportSearch(report, lang, Object.fromEntries(labels));
}
