/** Builds the geographic files of the Breton data set, and the coarse outlines of France, out of installed packages. */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { linesOf } from '../src/documents.ts';
import { bretonBasemap } from './basemap.ts';
import { communeFile, readCommunes } from './communes.ts';
import { BRETON_DEPARTEMENTS } from './departements.ts';
import { frenchBasemap } from './france.ts';
import { overseasBasemaps } from './overseas.ts';
import { territories } from './territories.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** A file to write: its path from the root of the repository, its whole text. */
export interface GeoFile {
  readonly path: string;
  readonly text: string;
}

/** Makes all files in memory. Same packages, same bytes. */
export function geoFiles(): readonly GeoFile[] {
  const communes = readCommunes();
  const [france, overseas] = [frenchBasemap(communes.byInsee), overseasBasemaps()];
  // The place of each is asked for far more often than its outline.
  const boxes = { france: france.bbox, overseas: overseas.map(({ name, bbox, focus }) => ({ name, bbox, focus })) };
  return [
    { path: 'packages/bretagne/data/basemap.json', text: linesOf(bretonBasemap(communes.byInsee)) },
    { path: 'packages/bretagne/data/communes.json', text: linesOf(communeFile(communes, BRETON_DEPARTEMENTS)) },
    { path: 'packages/bretagne/data/territories.json', text: rows(territories(communes)) },
    { path: 'packages/elements/src/geo/france.json', text: linesOf(france) },
    { path: 'packages/elements/src/geo/overseas.json', text: rows(overseas) },
    { path: 'packages/elements/src/geo/boxes.json', text: linesOf(boxes) },
  ];
}

/**
 * Writes the files that differ from what is on disk.
 * @param options.check write nothing
 * @returns paths of the files that were stale, from the root of the repository
 */
export async function buildGeo({ check = false }: { readonly check?: boolean } = {}): Promise<string[]> {
  const stale: string[] = [];
  for (const { path, text } of geoFiles()) {
    const file = resolve(ROOT, path);
    if ((await readFile(file, 'utf8').catch(() => '')) === text) continue;
    stale.push(path);
    if (!check) await writeFile(file, text);
  }
  return stale;
}

/** Writes one record a line. */
function rows(records: readonly object[]): string {
  return `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;
}
