/** The shipped data set, for tests of whole stills. */
import { readFileSync } from 'node:fs';
import { type Dataset, Manifest } from '../../model/index.ts';

const DATA = new URL('../../../../bretagne/data/', import.meta.url);

/** Returns a file of the shipped data as text. */
export const shippedText = (name: string): string => readFileSync(new URL(name, DATA), 'utf8');

/** Returns the shipped data set with all its collections. */
export function shippedDataset(): Dataset {
  const manifest = Manifest.parse(JSON.parse(shippedText('manifest.json')));
  const collections = Object.fromEntries(
    Object.entries(manifest.collections).map(([name, each]) => [name, JSON.parse(shippedText(each?.href ?? ''))]),
  );
  return {
    manifest,
    collections,
    measures: JSON.parse(shippedText('measures.json')),
    issues: [],
    base: DATA.href,
  } as unknown as Dataset;
}
