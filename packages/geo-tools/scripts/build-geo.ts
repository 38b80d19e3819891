/** Builds the geographic files of the Breton data set, and the coarse outlines of France, out of installed packages. */
import { memberLines } from '../src/documents.ts';
import { bretonBasemap } from './basemap.ts';
import { communeFile, type DepartementName, readCommunes } from './communes.ts';
import { BRETON_DEPARTEMENTS, type BretonDepartement } from './departements.ts';
import { frenchBasemap } from './france.ts';
import { overseasBasemaps } from './overseas.ts';
import { BRETON_NAMES, DEPARTEMENT_NAMES } from './places.ts';
import { territories } from './territories.ts';

/** Makes all files in memory, by their paths from the root of the repository. Same packages, same bytes. */
export function geoFiles(): ReadonlyMap<string, string> {
  const communes = readCommunes();
  const [france, overseas] = [frenchBasemap(communes.byInsee), overseasBasemaps()];
  return new Map([
    ['packages/bretagne/data/basemap.json', memberLines(bretonBasemap(communes.byInsee))],
    ['packages/bretagne/data/communes.json', memberLines(communeFile(communes, BRETON_DEPARTEMENTS.map(named)))],
    ['packages/bretagne/data/territories.json', rows(territories(communes))],
    ['packages/elements/src/world/france.json', memberLines(france)],
    ['packages/elements/src/world/overseas.json', rows(overseas)],
    ['packages/elements/src/world/boxes.ts', boxesModule(france.bbox, overseas)],
  ]);
}

function named(code: BretonDepartement): DepartementName {
  const br = BRETON_NAMES[`departement-${code}`];
  return { code, name: { fr: DEPARTEMENT_NAMES[code], ...(br === undefined ? {} : { br }) } };
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
  return `// Written by packages/geo-tools/scripts/build-geo.ts.
import type { LonLatBox } from '@ess-widgets/core/geo';
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

/** Writes one record a line. */
function rows(records: readonly object[]): string {
  return `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;
}
