/** The catalogue of Brittany, for tests: indicators of all formulas, with the records that they were written for. */
import { readdirSync, readFileSync } from 'node:fs';
import { type Indicator, indicatorOf, indicatorsOf } from '../indicators/index.ts';
import { CATALOGUE_FORMAT, Catalogue } from '../model/index.ts';

const FOLDER = new URL('../../../bretagne/catalogue/', import.meta.url);

const entriesOf = (file: string): readonly object[] => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));

const SHORTS = 'shorts.json';

export const catalogue: Catalogue = Catalogue.parse({
  format: CATALOGUE_FORMAT,
  indicators: readdirSync(FOLDER)
    .filter((file) => file !== SHORTS)
    .sort()
    .flatMap((file) => entriesOf(file).map((entry) => ({ ...entry, topic: file.replace('.json', '') }))),
  shorts: JSON.parse(readFileSync(new URL(SHORTS, FOLDER), 'utf8')),
});

export const indicators = indicatorsOf({ catalogue });

/** Returns the indicator of an id. @throws Error where there is none */
export function named(id: string): Indicator {
  const found = indicatorOf({ catalogue }, id);
  if (!found) throw new Error(`no indicator "${id}"`);
  return found;
}
