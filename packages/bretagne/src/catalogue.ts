/** Reads the definitions of the indicators of Brittany as they are written by hand, besides the general ones: a file for each topic. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkCatalogue } from '@ess-widgets/core/indicators';
import { CATALOGUE_FORMAT, Catalogue } from '@ess-widgets/core/model';

const FOLDER = new URL('../catalogue/', import.meta.url);

/** Labels of what general indicators are kept to in Brittany. */
const SHORTS = 'shorts.json';

/** File of the catalogue that pages read, beside the manifest. */
export const CATALOGUE_FILE = 'catalogue.json';

/**
 * Returns the catalogue, and the text of the file that pages read: without the remarks, which are for those who
 * maintain it.
 * @throws Error listing every mistake of every definition
 */
export async function readCatalogue(): Promise<{ readonly catalogue: Catalogue; readonly text: string }> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.json') && name !== SHORTS).sort();
  const topics = await Promise.all(
    files.map(async (name): Promise<readonly object[]> => {
      const entries: readonly object[] = JSON.parse(await readFile(new URL(name, FOLDER), 'utf8'));
      return entries.map((entry) => ({ ...entry, topic: path.parse(name).name }));
    }),
  );
  const shorts: unknown = JSON.parse(await readFile(new URL(SHORTS, FOLDER), 'utf8'));
  const catalogue = Catalogue.parse({ format: CATALOGUE_FORMAT, indicators: topics.flat(), shorts });
  const { findings } = checkCatalogue({ catalogue }, 'catalogue');
  if (findings.length > 0) {
    const mistakes = findings.map(({ where, message }) => `${where.id} ${where.field}: ${message['en'] ?? message.fr}`);
    throw new Error(`The catalogue has mistakes:\n${mistakes.join('\n')}`);
  }
  const lines = catalogue.indicators.map((entry) => JSON.stringify(entry));
  const text = `{"format":"${catalogue.format}","indicators":[\n${lines.join(',\n')}\n],"shorts":${JSON.stringify(catalogue.shorts)}}\n`;
  return { catalogue, text };
}
