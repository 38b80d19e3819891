import { readReport } from '@ess-widgets/core/internal/data/sources/ess-report/ess-report';
import { EssError } from '@ess-widgets/core/internal/errors';
import type { Dataset, Report } from '@ess-widgets/core/model';
import type { Fetch } from './read.ts';

interface ReadDocument {
  readonly report: Report;
  /** The document as it is written: its reader has replaced the words for its period. */
  readonly written: Readonly<Record<string, unknown>>;
  readonly url: string;
}

/**
 * Returns the report document that a data set names, and its address; null when it names none.
 * @throws EssError when it cannot be read
 */
export async function reportDocumentOf({ manifest, base }: Dataset, fetch: Fetch): Promise<ReadDocument | null> {
  if (manifest.report === undefined) return null;
  const url = new URL(manifest.report, base).href;
  const response = await fetch(url);
  if (!response.ok) {
    throw new EssError('http', `${url} answered with status ${response.status}.`, { url, status: response.status });
  }
  const text = await response.text();
  const report = await readReport(text, url);
  return { report, written: JSON.parse(text), url };
}
