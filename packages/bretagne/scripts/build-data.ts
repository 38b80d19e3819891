/**
 * Checks the Breton data set and makes the files derived from it, `manifest.json`, `catalogue.json`, `measures.json`, its excerpts
 * and the figures of the README. `npm run sync` writes them.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Dataset } from '@ess-widgets/core/model';
import { preparedFiles } from '@ess-widgets/core/prepare';
import { CATALOGUE_FILE, readCatalogue } from '../src/catalogue.ts';
import { readDataset } from '../src/dataset.ts';
import { readReportDocument, readStoryDocument } from '../src/report.ts';
import { withFigures } from './readme-figures.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const DATA = 'packages/bretagne/data';
const README = 'packages/bretagne/README.md';

/**
 * Returns the generated files: same data, same bytes.
 * @param given the data set, where it has been read already
 * @throws Error listing every mistake of the data, of the report, or of its story
 */
export async function dataFiles(given?: Dataset): Promise<ReadonlyMap<string, string>> {
  const dataset = given ?? (await readDataset());
  const report = await readReportDocument(dataset);
  const story = await readStoryDocument(dataset, report);
  const { files, measures } = preparedFiles(dataset, [report], { stories: [story] });
  return new Map([
    ...[...files].map(([name, text]) => [`${DATA}/${name}`, text] as const),
    [`${DATA}/${CATALOGUE_FILE}`, (await readCatalogue()).text],
    [README, withFigures(await readFile(resolve(ROOT, README), 'utf8'), dataset, measures)],
  ]);
}
