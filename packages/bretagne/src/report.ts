/** Reads the report document and its story as they are written by hand. */
import { readFile } from 'node:fs/promises';
import { problemsOfStory } from '@ess-widgets/core/checks';
import { readReport } from '@ess-widgets/core/data';
import { readStory } from '@ess-widgets/core/data/story';
import { indicatorsOf } from '@ess-widgets/core/indicators';
import { type Dataset, type Finding, problemsOfReport, type Report, type Story } from '@ess-widgets/core/model';

/** A document that the manifest names. */
interface Written {
  readonly text: string;
  readonly url: string;
}

async function readText({ manifest }: Pick<Dataset, 'manifest'>, name: 'report' | 'story'): Promise<Written> {
  const href = manifest[name];
  if (href === undefined) throw new Error(`src/manifest.json names no ${name}`);
  const url = new URL(`../data/${href}`, import.meta.url);
  return { text: await readFile(url, 'utf8'), url: url.href };
}

/** Returns the text of the report document that the manifest names, and its address. */
export const readReportText = (dataset: Pick<Dataset, 'manifest'>): Promise<Written> => readText(dataset, 'report');

/** Returns the text of the story that the manifest names, and its address. */
export const readStoryText = (dataset: Pick<Dataset, 'manifest'>): Promise<Written> => readText(dataset, 'story');

/** Returns the report document that the manifest names. @throws Error listing what is wrong with it */
export async function readReportDocument(dataset: Pick<Dataset, 'manifest' | 'catalogue'>): Promise<Report> {
  const { text, url } = await readReportText(dataset);
  const report = await readReport(text, url);
  refuse('report', problemsOfReport(report, dataset.manifest, catalogueOf(dataset)));
  return report;
}

/** Returns the story that the manifest names. @throws Error listing what is wrong with it */
export async function readStoryDocument(dataset: Dataset, report: Report): Promise<Story> {
  const { text, url } = await readStoryText(dataset);
  const story = await readStory(text, url);
  refuse('story', problemsOfStory(story, report, dataset, catalogueOf(dataset)));
  return story;
}

/** Returns the indicators of a data set by id. */
export const catalogueOf = (dataset: Pick<Dataset, 'catalogue'>) =>
  Object.fromEntries(indicatorsOf(dataset).map((indicator) => [indicator.id, indicator]));

function refuse(name: string, problems: readonly Finding[]): void {
  if (problems.length === 0) return;
  const mistakes = problems.map(
    ({ where, message }) => `${where.field ?? where.section}: ${message['en'] ?? message.fr}`,
  );
  throw new Error(`The ${name} has mistakes:\n${mistakes.join('\n')}`);
}
