import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Returns the modules that an element is made of: what its module imports, now or later, other elements apart. */
export function madeOf(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file) || !existsSync(file)) return found;
  found.add(file);
  // A module that is imported for its types alone is no part of it.
  const code = readFileSync(file, 'utf8').replaceAll(/^(?:import|export) type [^;]*;/gm, '');
  for (const [, from = ''] of code.matchAll(/(?:from|import|import\()\s*'(\.[^']+)'/g)) {
    const next = path.resolve(path.dirname(file), from);
    if (!/\/(define|ess-[a-z-]+)\.ts$/.test(next)) madeOf(next, found);
  }
  return found;
}
