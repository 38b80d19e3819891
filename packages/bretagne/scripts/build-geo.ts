/**
 * Writes the geographic files of the Breton data set, and the coarse outlines of France, out of installed packages:
 * `npx tsx packages/bretagne/scripts/build-geo.ts` (`--check` writes nothing and fails where a file is stale).
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bretonBasemap } from './geo/basemap.ts';
import { communeFile, readCommunes } from './geo/communes.ts';
import { BRETON_DEPARTEMENTS } from './geo/departements.ts';
import { frenchBasemap } from './geo/france.ts';
import { overseasBasemaps } from './geo/overseas.ts';
import { territories } from './geo/territories.ts';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** A file to write: its path from the root of the repository, its whole text. */
export interface GeoFile {
  readonly path: string;
  readonly text: string;
}

/** Makes all files in memory. Same packages, same bytes. */
export function geoFiles(): readonly GeoFile[] {
  const communes = readCommunes();
  const [france, overseas] = [frenchBasemap(communes.byInsee), overseasBasemaps()];
  return [
    { path: 'packages/bretagne/data/basemap.json', text: document(bretonBasemap(communes.byInsee)) },
    { path: 'packages/bretagne/data/communes.json', text: document(communeFile(communes, BRETON_DEPARTEMENTS)) },
    { path: 'packages/bretagne/data/territories.json', text: rows(territories(communes)) },
    { path: 'packages/elements/src/world/france.json', text: document(france) },
    { path: 'packages/elements/src/world/overseas.json', text: rows(overseas) },
    { path: 'packages/elements/src/world/boxes.ts', text: boxesModule(france.bbox, overseas) },
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
    if (check) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return stale;
}

/** One member a line: a change of one column or object is a change of one line. */
function document(value: object): string {
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${JSON.stringify(member)}`);
  return `{\n${members.join(',\n')}\n}\n`;
}

/**
 * Writes the boxes of the outlines as a module, formatted as the formatter would: elements import them at once, and a
 * module of JSON is imported differently by browsers, servers and bundlers.
 */
function boxesModule(france: readonly number[], overseas: ReturnType<typeof overseasBasemaps>): string {
  const list = (numbers: readonly number[]): string => `[${numbers.join(', ')}]`;
  const textOf = (name: object): string =>
    Object.entries(name)
      .map(([lang, text]) => `${lang}: '${text}'`)
      .join(', ');
  const records = overseas.map(
    ({ name, bbox, focus }) => `    {
      name: { ${textOf(name)} },
      bbox: ${list(bbox)},
      focus: ${list(focus)},
    },
`,
  );
  return `// Written by packages/bretagne/scripts/build-geo.ts.
import type { LonLatBox } from '@ess-widgets/core/internal/geo/near';
import type { Text } from '@ess-widgets/core/model';

/** An overseas département: the box of its ground, and the part of it that the département lies in. */
interface Overseas {
  readonly name: Text;
  readonly bbox: LonLatBox;
  readonly focus: LonLatBox;
}

/** Positions of the grounds of France, in their order: these are needed far more often than the grounds themselves. */
export const boxes: { readonly france: LonLatBox; readonly overseas: readonly Overseas[] } = {
  france: ${list(france)},
  overseas: [
${records.join('')}  ],
};
`;
}

/** One record a line. */
function rows(records: readonly object[]): string {
  return `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  const stale = await buildGeo({ check });
  const verb = check ? 'stale' : 'written';
  process.stdout.write(
    stale.length === 0 ? 'Geographic files are up to date.\n' : stale.map((path) => `${verb}: ${path}\n`).join(''),
  );
  if (check && stale.length > 0) process.exitCode = 1;
}
