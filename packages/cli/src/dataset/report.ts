import { readReport } from '@ess-widgets/core/internal/data/sources/ess-report/ess-report';
import { EssError } from '@ess-widgets/core/internal/errors';
import type { Dataset, Report } from '@ess-widgets/core/model';
import type { Fetch } from './read.ts';

/**
 * Returns the report document that a data set names, and its address; null when it names none.
 * @throws EssError when it cannot be read
 */
export async function reportDocumentOf(
  { manifest, base }: Dataset,
  fetch: Fetch,
): Promise<{ readonly report: Report; readonly url: string } | null> {
  if (manifest.report === undefined) return null;
  const url = new URL(manifest.report, base).href;
  const response = await fetch(url);
  if (!response.ok) {
    throw new EssError('http', `${url} answered with status ${response.status}.`, { url, status: response.status });
  }
  return { report: await readReport(await response.text(), url), url };
}
