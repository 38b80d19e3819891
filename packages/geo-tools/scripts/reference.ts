/**
 * `npm run build -- reference`: the communes of France in shards, which pages and commands ask for where the data of a network
 * do not have them. Written to `packages/core/reference`, which git ignores: same packages, same bytes.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  type DepartementFile,
  departementOf,
  FIGURES,
  FRANCE_CREDIT,
  keyOfName,
  NAME_FILES,
  type NamesFile,
} from '@ess-widgets/core/geo';
import { normaliseName, withArticle } from '@ess-widgets/core/model';
import { memberLines } from '../src/documents.ts';
import { typographic } from '../src/records.ts';
import { type CommuneRow, type Communes, communeFile, type DepartementName, readCommunes } from './communes.ts';
import { ETALAB, GEONAMES } from './credits.ts';
import { inseeDepartements } from './packages.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../core/reference');

/** Adds a value to the list of a key, once. */
function add(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

const sorted = (values: Iterable<string>): string[] => [...values].sort();

/** Returns the codes and the groups of a département that communes of others have too, each with the codes of the others. */
function sharedWith(
  code: string,
  rows: readonly CommuneRow[],
): { readonly [kind in 'postal' | 'epci']: Record<string, string[]> } {
  const [postal, groups] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const own = new Set(rows.filter(({ departement }) => departement === code).flatMap(({ epci }) => epci ?? []));
  for (const { departement, postal: codes, epci } of rows) {
    if (departement === code) continue;
    // Who looks for a code asks for the département that it begins with.
    for (const each of codes) if (departementOf(each) === code) add(postal, each, departement);
    if (epci !== null && own.has(epci)) add(groups, epci, departement);
  }
  const plain = (map: Map<string, Set<string>>) =>
    Object.fromEntries(sorted(map.keys()).map((key) => [key, sorted(map.get(key) ?? [])]));
  return { postal: plain(postal), epci: plain(groups) };
}

/** Returns what each number is more than the one before. */
const steps = (numbers: readonly number[]): number[] =>
  numbers.map((number, at) => number - (at === 0 ? 0 : (numbers[at - 1] ?? 0)));

/** Returns a number as two figures. @throws Error where it takes more */
function figures(number: number): string {
  const [upper, lower] = [Math.floor(number / FIGURES.length), number % FIGURES.length].map((at) => FIGURES[at]);
  if (upper === undefined || lower === undefined) throw new Error(`${number} takes more than two figures.`);
  return upper + lower;
}

/** Returns the file of a département, which ranks no names by their inhabitants. */
function departementFile(communes: Communes, departement: DepartementName): DepartementFile {
  const { code, name } = departement;
  const { columns, former, epci } = communeFile(communes, [departement]);
  const numbers = (codes: readonly string[]) =>
    steps(codes.map((each) => Number(each.startsWith(code) ? each.slice(code.length) : each)));
  const thousandths = (degrees: readonly (number | null)[]) =>
    degrees.map((each) => (each === null ? null : Math.round(each * 1000)));
  const [lon, lat] = [thousandths(columns.lon), thousandths(columns.lat)];
  const least = (all: readonly (number | null)[]) => all.reduce<number>((a, b) => Math.min(a, b ?? a), Infinity);
  const from = [least(lon), least(lat)].map((each) => (Number.isFinite(each) ? each : 0)) as [number, number];
  const points = lon.map((x, at) => (x === null ? '~' : figures(x - from[0]) + figures((lat[at] ?? 0) - from[1])));
  const short = (postal: string) => (postal.startsWith(code) ? postal.slice(code.length) : postal);
  return {
    format: 'ess-departement/1',
    name: name.fr,
    insee: numbers(columns.insee),
    names: columns.name.join('|'),
    from,
    points: points.join(''),
    postal: columns.postal.map((all) => all.map(short).join(' ')).join('|'),
    epci: columns.epci.map((at) => (at === null ? '-' : at.toString(36))).join(''),
    groups: epci.map(({ siren, name: called }) => siren + called).join('|'),
    former: { insee: numbers(former.insee), names: former.name.join('|'), commune: former.commune },
    shared: sharedWith(code, [...communes.byInsee.values()]),
  };
}

/** Articles in front of names, in the order in which the choices of a name without one are told. */
const ARTICLES = ['', 'le', 'la', 'les', 'l'];

/**
 * Returns where each name is that of a commune, of today or before, in files of like size.
 * @throws Error where two names have the same number: another count of numbers is to be chosen
 */
function namesFiles({ byInsee, former }: Communes): readonly NamesFile[] {
  const names = new Map<number, string>();
  const places = new Map<number, Set<string>>();
  const note = (name: string, departement = ''): void => {
    const bare = normaliseName(name);
    const key = keyOfName(bare);
    const other = names.get(key);
    if (other !== undefined && other !== bare) throw new Error(`"${bare}" and "${other}" have the same number.`);
    names.set(key, bare);
    const article = withArticle(name).slice(0, -bare.length).trim();
    places.set(key, (places.get(key) ?? new Set()).add(`${ARTICLES.indexOf(article)}${departement}`));
  };
  for (const { name, departement } of byInsee.values()) note(name, departement);
  for (const { name, now } of former) note(name, byInsee.get(now)?.departement);
  return Array.from({ length: NAME_FILES }, (_, rest) => {
    const keys: string[] = [];
    const departements: string[] = [];
    const own = [...places].filter(([key]) => key % NAME_FILES === rest).sort(([a], [b]) => a - b);
    for (const [key, set] of own) {
      const where = sorted(set);
      const isTold = new Set(where.map(([article]) => article)).size > 1;
      const quotient = (key - rest) / NAME_FILES;
      const upper = Math.floor(quotient / FIGURES.length ** 2);
      while (keys.length <= upper) keys.push('');
      for (const each of where) {
        keys[upper] += figures(quotient % FIGURES.length ** 2);
        departements.push((isTold ? (ARTICLES[Number(each[0])] ?? '') : '') + each.slice(1));
      }
    }
    return { format: 'ess-names/2', keys: keys.join('|'), departements: departements.join('') };
  });
}

/** Makes all files in memory, by their paths in the folder. */
export function referenceFiles(communes: Communes = readCommunes()): ReadonlyMap<string, string> {
  const departements = inseeDepartements().map(({ code, nom }) => ({ code, name: { fr: typographic(nom) } }));
  return new Map([
    ...departements.map((each): [string, string] => [
      `communes/${each.code}.json`,
      memberLines(departementFile(communes, each)),
    ]),
    ...namesFiles(communes).map((each, rest): [string, string] => [`names/${rest}.json`, memberLines(each)]),
    ['names/departements.json', memberLines({ departements })],
    // Once for all: a page reads none of them, and the core has the credit.
    ['licences.json', memberLines({ attribution: FRANCE_CREDIT, licences: [ETALAB, GEONAMES] })],
  ]);
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  const files = referenceFiles();
  rmSync(FOLDER, { recursive: true, force: true });
  for (const [name, text] of files) {
    mkdirSync(path.dirname(path.join(FOLDER, name)), { recursive: true });
    writeFileSync(path.join(FOLDER, name), text);
  }
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  console.log(`packages/core/reference: ${files.size} files, ${Math.round(bytes / 1000)} kB`);
}
