/** Reads the report document as it is written by hand. */
import { readFile } from 'node:fs/promises';
import { indicatorsOf } from '@ess-widgets/core/indicators';
import { readReport } from '@ess-widgets/core/internal/data/sources/ess-report/ess-report';
import { type Dataset, problemsOfReport, type Report } from '@ess-widgets/core/model';

/** Returns the text of the report document that the manifest names, and its address. */
export async function readReportText({ manifest }: Pick<Dataset, 'manifest'>): Promise<{ text: string; url: string }> {
  if (manifest.report === undefined) throw new Error('src/manifest.json names no report');
  const url = new URL(`../data/${manifest.report}`, import.meta.url);
  return { text: await readFile(url, 'utf8'), url: url.href };
}

/** Returns the report document that the manifest names. @throws Error listing what is wrong with it */
export async function readReportDocument(dataset: Pick<Dataset, 'manifest' | 'catalogue'>): Promise<Report> {
  const { manifest } = dataset;
  const { text, url } = await readReportText(dataset);
  const report = await readReport(text, url);
  const catalogue = Object.fromEntries(indicatorsOf(dataset).map((indicator) => [indicator.id, indicator]));
  const problems = problemsOfReport(report, manifest, catalogue);
  if (problems.length === 0) return report;
  const mistakes = problems.map(
    ({ where, message }) => `${where.field ?? where.section}: ${message['en'] ?? message.fr}`,
  );
  throw new Error(`The report has mistakes:\n${mistakes.join('\n')}`);
}
