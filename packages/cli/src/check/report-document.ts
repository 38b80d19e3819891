import { EssError } from '@ess-widgets/core/internal/errors';
import { pinnedYears } from '@ess-widgets/core/internal/model/report/pinned-years';
import type { ReportCatalogue } from '@ess-widgets/core/internal/model/report/problems';
import { type Dataset, type Finding, problemsOfReport, unknownSections } from '@ess-widgets/core/model';
import type { Fetch } from '../dataset/read.ts';
import { reportDocumentOf } from '../dataset/report.ts';
import { findingOf } from './examine.ts';

/**
 * Returns the findings on the report document of a data set: that it cannot be read, that it names something that does
 * not exist, that records name a section which it does not have, that it writes out a year which it has a word for.
 */
export async function reportProblems(
  dataset: Dataset,
  catalogue: ReportCatalogue,
  fetch: Fetch,
  cwd: string,
): Promise<readonly Finding[]> {
  try {
    const read = await reportDocumentOf(dataset, fetch);
    if (!read) return [];
    const problems = problemsOfReport(read.report, dataset.manifest, catalogue, read.url);
    return [...problems, ...unknownSections(read.report, dataset), ...pinnedYears(read.written, read.url)];
  } catch (error) {
    if (!(error instanceof EssError)) throw error;
    const { code, details } = error;
    const finding = findingOf(error, undefined, cwd);
    return [code === 'schema' && details.path ? withField(finding, details.path) : finding];
  }
}

const withField = (finding: Finding, field: string): Finding => ({ ...finding, where: { ...finding.where, field } });
