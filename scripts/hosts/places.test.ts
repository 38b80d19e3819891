/** Communes of rows in the language of host sites, and as the core finds them. It needs a `php`, which `npm test` installs where it may. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPlacer, placeFirst, readCommunes } from '@ess-widgets/core/geo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { townOf } from '../../packages/core/src/data/sources/table/place.ts';
import { readCommunes as sourcesOfCommunes } from '../../packages/geo-tools/scripts/communes.ts';
import { referenceFiles } from '../../packages/geo-tools/scripts/reference.ts';

type Cells = Readonly<Record<string, string>>;

const OWN = path.resolve(import.meta.dirname, '../../packages/bretagne/data/communes.json');
const folder = mkdtempSync(path.join(tmpdir(), 'places-'));
const sources = sourcesOfCommunes();
const files = referenceFiles(sources);

beforeAll(() => {
  for (const [name, text] of files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Codes that PHP finds for rows; empty where it leaves them to the page. */
function inPhp(rows: readonly Cells[], own = OWN): readonly string[] {
  const { error, stdout, stderr } = spawnSync('php', [path.join(import.meta.dirname, 'places.php')], {
    input: JSON.stringify({ folder, own, rows }),
    encoding: 'utf8',
    maxBuffer: 10_000_000,
  });
  if (error) throw new Error('This test needs PHP: apt-get install php-cli.', { cause: error });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

/** Codes that the core finds; empty where it finds no commune, or several. */
async function inCore(rows: readonly Cells[], own = OWN): Promise<readonly string[]> {
  const towns = rows.map((cells) =>
    townOf({ line: 1, cells: [], all: () => [], get: (field) => (cells[field] ?? '').trim() }),
  );
  const table = own === '' ? null : createPlacer(await readCommunes(JSON.parse(readFileSync(own, 'utf8'))));
  const read = async (name: string) => JSON.parse(files.get(name) ?? 'null');
  const place = await placeFirst(table, towns, read);
  return towns.map((town) => {
    const found = Object.keys(town).length > 0 ? place?.(town) : undefined;
    return found?.kind === 'found' ? found.insee : '';
  });
}

/** What rows say, and the code of their commune: empty where it is not known. */
const TOWNS: readonly (readonly [says: string, cells: Cells, insee: string])[] = [
  ['a name and its code', { town: 'Brest', postcode: '29200' }, '29019'],
  ['a code alone', { postcode: '29200' }, '29019'],
  ['a code of several communes', { postcode: '29690' }, ''],
  ['another spelling', { town: 'ST-BRIEUC', postcode: '22000' }, '22278'],
  ['a name in a list by the alphabet', { town: 'Faouët (Le)', postcode: '56320' }, '56057'],
  ['a name of the network that stands elsewhere too', { town: 'Saint-Malo' }, '35288'],
  ['a name that stands in several départements', { town: 'Saint-Denis' }, ''],
  ['that name with its département', { town: 'Saint-Denis', departement: '93' }, '93066'],
  ['that name with the name of its département', { town: 'Saint-Denis', departement: 'La Réunion' }, '97411'],
  ['that name with its département behind it', { town: 'Saint-Denis (93)' }, '93066'],
  ['a name of one commune of France', { town: 'Romorantin-Lanthenay' }, '41194'],
  ['a postal code that begins otherwise', { town: 'Curbans', postcode: '05110' }, '04066'],
  ['such a code alone', { postcode: '05110' }, ''],
  ['a commune that a merger took to another département', { town: 'Le Fresne-sur-Loire', postcode: '49123' }, '49160'],
  ['one of several communes of a name', { town: 'Saint-Germain', departement: '70' }, '70464'],
  ['several communes of a name', { town: 'Saint-Pierre' }, ''],
  ['a name of before a merger', { town: 'Milizac', postcode: '29290' }, '29076'],
  ['a name of before a merger, alone', { town: 'Guipronvel' }, '29076'],
  ['overseas', { town: 'Saint-Pierre', postcode: '97410' }, '97416'],
  ['overseas, without a code', { town: 'Cayenne' }, '97302'],
  ['Corsica', { town: 'Ajaccio', postcode: '20000' }, '2A004'],
  ['a town of an arrondissement', { town: 'Paris 12e', postcode: '75012' }, '75056'],
  ['a cedex', { town: 'Rennes Cedex 7', postcode: '35065' }, '35238'],
  ['a hamlet with its code', { town: 'Port-Navalo', postcode: '56640' }, '56005'],
  ['an address with its town', { address: '12 rue des Forges, 29200 Brest' }, '29019'],
  ['a code and a name that do not agree', { town: 'Brest', postcode: '35000' }, ''],
  ['no commune', { town: 'Nulle-Part-les-Bains' }, ''],
  ['no town', { town: '' }, ''],
  ['a code of no commune', { postcode: '99999' }, ''],
];

/** Rows of which the core may know more: a lost zero, a code of another country, the code of a commune in a name. */
const DOUBTFUL: readonly Cells[] = [
  { town: 'Bourg-en-Bresse', postcode: '1000' },
  { town: 'Namur', postcode: '5000' },
  { town: '29019 Brest' },
];

describe('the commune of a row', () => {
  it('is found by PHP as by the core', async () => {
    const rows = TOWNS.map(([, cells]) => cells);
    const told = (codes: readonly string[]) => TOWNS.map(([says], at) => [says, codes[at]]);
    const expected = TOWNS.map(([says, , insee]) => [says, insee]);
    expect(told(await inCore(rows))).toEqual(expected);
    expect(told(inPhp(rows))).toEqual(expected);
  });

  it('is the same of every commune of some départements, by name and code, by either alone', async () => {
    const some = [...sources.byInsee.values()].filter(({ departement }) => /^(?:04|2A|29|49|974)$/.test(departement));
    const rows = some.flatMap(({ name: town, postal: [postcode] }): Cells[] => [
      { town },
      ...(postcode ? [{ town: town.toUpperCase(), postcode }, { postcode }] : []),
    ]);
    const [php, core] = [inPhp(rows), await inCore(rows)];
    const other = rows.filter((_, at) => php[at] !== '' && php[at] !== core[at]);
    expect(other).toEqual([]);
    expect(rows.length).toBeGreaterThan(1_000);
    // Of what the core knows the server leaves little to the page.
    expect(core.filter((code, at) => code !== '' && php[at] === '').length).toBeLessThan(rows.length / 50);
  });

  it('is none in doubt', () => {
    expect(inPhp(DOUBTFUL)).toEqual(['', '', '']);
  });

  it('needs a code and a name that agree where the site has reference data of its own', () => {
    const rows = [{ town: 'Brest' }, { postcode: '29200' }, { town: 'Brest', postcode: '29200' }];
    expect(inPhp(rows, '')).toEqual(['', '', '29019']);
  });
});
