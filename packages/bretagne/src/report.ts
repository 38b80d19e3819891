/** Reads the report document as it is written by hand. */
import { readFile } from 'node:fs/promises';
import { loadIndicators } from '@ess-widgets/core/indicators';
import { type Manifest, problemsOfReport, type Report } from '@ess-widgets/core/model';
import { readReport } from '@ess-widgets/core/sources/ess-report';

/** The report document that the manifest names. @throws Error listing what is wrong with it */
export async function readReportDocument(manifest: Manifest): Promise<Report> {
  if (manifest.report === undefined) throw new Error('src/manifest.json names no report');
  const url = new URL(`../data/${manifest.report}`, import.meta.url);
  const report = await readReport(await readFile(url, 'utf8'), url.href);
  const catalogue = Object.fromEntries((await loadIndicators()).map((indicator) => [indicator.id, indicator]));
  const problems = problemsOfReport(report, manifest, catalogue);
  if (problems.length === 0) return report;
  const mistakes = problems.map(
    ({ where, message }) => `${where.field ?? where.section}: ${message['en'] ?? message.fr}`,
  );
  throw new Error(`The report has mistakes:\n${mistakes.join('\n')}`);
}
