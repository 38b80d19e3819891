/** Builds the geographic files of the Breton data set, and the coarse outlines of France, out of installed packages. */
import { linesOf } from '../src/documents.ts';
import { bretonBasemap } from './basemap.ts';
import { communeFile, readCommunes } from './communes.ts';
import { BRETON_DEPARTEMENTS } from './departements.ts';
import { frenchBasemap } from './france.ts';
import { overseasBasemaps } from './overseas.ts';
import { territories } from './territories.ts';

/** Makes all files in memory, by their paths from the root of the repository. Same packages, same bytes. */
export function geoFiles(): ReadonlyMap<string, string> {
  const communes = readCommunes();
  const [france, overseas] = [frenchBasemap(communes.byInsee), overseasBasemaps()];
  // The place of each is asked for far more often than its outline.
  const boxes = { france: france.bbox, overseas: overseas.map(({ name, bbox, focus }) => ({ name, bbox, focus })) };
  return new Map([
    ['packages/bretagne/data/basemap.json', linesOf(bretonBasemap(communes.byInsee))],
    ['packages/bretagne/data/communes.json', linesOf(communeFile(communes, BRETON_DEPARTEMENTS))],
    ['packages/bretagne/data/territories.json', rows(territories(communes))],
    ['packages/elements/src/geo/france.json', linesOf(france)],
    ['packages/elements/src/geo/overseas.json', rows(overseas)],
    ['packages/elements/src/geo/boxes.json', linesOf(boxes)],
  ]);
}

/** Writes one record a line. */
function rows(records: readonly object[]): string {
  return `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;
}
