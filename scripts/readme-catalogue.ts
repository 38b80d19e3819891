/** Number of indicators in the catalogue, as the README states it: written by `npm run sync`. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesIn, type Generated } from './sync/files.ts';

const README = 'README.md';
const CATALOGUE = 'packages/bretagne/catalogue';

/** Returns the ids of the indicators, topic by topic. */
export function idsOf(root: string): readonly string[] {
  const folder = path.join(root, CATALOGUE);
  return filesIn(folder).flatMap((file) => {
    const entries: readonly { readonly id: string }[] = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
    return entries.map(({ id }) => id);
  });
}

/** Returns the README with the number of today, or nothing where there is none. */
export function readmeCatalogue(root: string): Generated {
  const file = path.join(root, README);
  if (!existsSync(file)) return new Map();
  const text = readFileSync(file, 'utf8').replace(/\bhas \d+ indicators\b/, `has ${idsOf(root).length} indicators`);
  return new Map([[README, text]]);
}
