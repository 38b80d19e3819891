/**
 * Checks the Breton data set and makes the files derived from it, `manifest.json`, `catalogue.json`, `measures.json`, its excerpts
 * and the figures of the README. `npm run sync` writes them.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Dataset } from '@ess-widgets/core/model';
import { judgedManifest, manifestText, preparedFiles } from '@ess-widgets/core/prepare';
import { CATALOGUE_FILE, readCatalogue } from '../src/catalogue.ts';
import { readDataset, recordFiles } from '../src/dataset.ts';
import { readReportDocument, readStoryDocument } from '../src/report.ts';
import { withFigures } from './readme-figures.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const DATA = 'packages/bretagne/data';
const README = 'packages/bretagne/README.md';

const textOf = (name: string): Promise<string> => readFile(resolve(ROOT, DATA, name), 'utf8');

/**
 * Returns the generated files: same data, same bytes.
 * @param given the data set, where it has been read already
 * @throws Error listing every mistake of the data, of the report, or of its story
 */
export async function dataFiles(given?: Dataset): Promise<ReadonlyMap<string, string>> {
  const dataset = given ?? (await readDataset());
  const report = await readReportDocument(dataset);
  const story = await readStoryDocument(dataset, report);
  const { manifest, files, measures } = preparedFiles(dataset, [report], { stories: [story] });
  const written = new Map([...(await recordFiles()), ...files, [CATALOGUE_FILE, (await readCatalogue()).text]]);
  const named = ['report', 'story', 'basemap', 'communes'] as const;
  const beside = named.flatMap((name) => manifest[name] ?? []).map(async (href) => [href, await textOf(href)] as const);
  const texts = new Map([...written, ...(await Promise.all(beside))]);
  return new Map([
    ...[...written].map(([name, text]) => [`${DATA}/${name}`, text] as const),
    [`${DATA}/manifest.json`, await judgedManifest(manifest, texts, manifestText)],
    [README, withFigures(await readFile(resolve(ROOT, README), 'utf8'), dataset, measures)],
  ]);
}
