/** Licences of the packages that a release installs: found in the lock file, as npm recorded them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A package that is installed with ours. */
export interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/** Terms that permit the use of a package anywhere, with its notice. */
export const PERMITTED: ReadonlySet<string> = new Set([
  '0BSD',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
]);

/**
 * Returns every package that an installation of ours brings, ours apart, by name.
 * @param folders of our packages, from the root: `packages/core`
 */
export function shippedWith(root: string, folders: readonly string[]): readonly Shipped[] {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const shipped = new Map<string, Shipped>();
  const seen = new Set<string>();
  const visit = (place: string): void => {
    if (seen.has(place)) return;
    seen.add(place);
    const { dependencies = {}, peerDependencies = {} } = lock.packages[place] ?? {};
    for (const name of Object.keys({ ...dependencies, ...peerDependencies })) {
      const found = placeOf(lock.packages, place, name);
      if (!found) continue;
      const { version = '', license: licence = 'unknown', link, resolved = '' } = lock.packages[found] ?? {};
      if (!link) shipped.set(`${name} ${version}`, { name, version, licence });
      visit(link ? resolved : found);
    }
  };
  for (const folder of folders) visit(folder);
  return [...shipped.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Returns the place of a package as Node finds it from another: the nearest `node_modules` that has it. */
function placeOf(packages: Readonly<Record<string, Locked>>, from: string, name: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const place = `${at ? `${at}/` : ''}node_modules/${name}`;
    if (place in packages) return place;
    if (!at) return undefined;
  }
}
