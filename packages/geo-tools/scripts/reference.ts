/**
 * `npm run build -- reference`: the communes of France in shards, which pages and commands ask for where the data of a network
 * do not have them. Written to `packages/core/reference`, which git ignores: same packages, same bytes.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { departementOf } from '@ess-widgets/core/geo';
import { normaliseName, withArticle } from '@ess-widgets/core/model';
import { memberLines } from '../src/documents.ts';
import { typographic } from '../src/records.ts';
import { type CommuneRow, type Communes, communeFile, readCommunes } from './communes.ts';
import { inseeDepartements } from './packages.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../core/reference');

/** Adds a value to the list of a key, once. */
function add(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

const sorted = (values: Iterable<string>): string[] => [...values].sort();

/** Returns the codes and the groups of a département that communes of others have too, each with the codes of the others. */
function sharedWith(code: string, rows: readonly CommuneRow[]): { readonly [kind in 'postal' | 'epci']: object } {
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

/** Returns the départements in which a name is that of a commune, of today or before, by the first letter of the name. */
function namesByLetter({ byInsee, former }: Communes): ReadonlyMap<string, object> {
  const names = new Map<string, Set<string>>();
  for (const { name, departement } of byInsee.values()) add(names, withArticle(name), departement);
  for (const { name, now } of former) add(names, withArticle(name), byInsee.get(now)?.departement ?? '');
  const letters = new Map<string, Record<string, string>>();
  for (const name of sorted(names.keys())) {
    const letter = normaliseName(name)[0] ?? '';
    const list = letters.get(letter) ?? {};
    letters.set(letter, list);
    list[name] = sorted(names.get(name) ?? []).join(' ');
  }
  return letters;
}

/** Makes all files in memory, by their paths in the folder. */
export function referenceFiles(communes: Communes = readCommunes()): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const rows = [...communes.byInsee.values()];
  const names = inseeDepartements().map(({ code, nom }) => ({ code, name: { fr: typographic(nom) } }));
  for (const departement of names) {
    const file = communeFile(communes, [departement]);
    // A file is of one département, and ranks no names.
    const { population: _, departement: __, ...columns } = file.columns;
    const shared = sharedWith(departement.code, rows);
    files.set(`communes/${departement.code}.json`, memberLines({ ...file, columns, shared }));
  }
  for (const [letter, list] of namesByLetter(communes))
    files.set(`names/${letter}.json`, memberLines({ format: 'ess-names/1', names: list }));
  files.set('names/departements.json', memberLines({ format: 'ess-names/1', departements: names }));
  return files;
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
