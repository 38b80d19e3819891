import { readReport } from '../data/index.ts';
import { readStory } from '../data/story.ts';
import { EssError } from '../errors.ts';
import type { Dataset, Report, Story } from '../model/index.ts';
import type { FileFetch } from './records.ts';

export interface ReadDocument {
  readonly report: Report;
  /** The document as it is written: its reader has replaced the words for its period. */
  readonly written: Readonly<Record<string, unknown>>;
  readonly url: string;
}

type Named = Pick<Dataset, 'manifest' | 'base'>;

/**
 * Returns the report document that a data set names, and its address; null when it names none.
 * @throws EssError when it cannot be read
 */
export async function reportDocumentOf(dataset: Named, fetch: FileFetch): Promise<ReadDocument | null> {
  const file = await textOf(dataset, 'report', fetch);
  if (!file) return null;
  const report = await readReport(file.text, file.url);
  return { report, written: JSON.parse(file.text), url: file.url };
}

/**
 * Returns the story of the report that a data set names, and its address; null when it names none.
 * @throws EssError when it cannot be read
 */
export async function storyOf(
  dataset: Named,
  fetch: FileFetch,
): Promise<{ readonly story: Story; readonly url: string } | null> {
  const file = await textOf(dataset, 'story', fetch);
  return file && { story: await readStory(file.text, file.url), url: file.url };
}

async function textOf(
  { manifest, base }: Named,
  field: 'report' | 'story',
  fetch: FileFetch,
): Promise<{ readonly text: string; readonly url: string } | null> {
  const href = manifest[field];
  if (href === undefined) return null;
  const url = new URL(href, base).href;
  const response = await fetch(url);
  if (!response.ok) {
    throw new EssError('http', `${url} answered with status ${response.status}.`, { url, status: response.status });
  }
  return { text: await response.text(), url };
}
