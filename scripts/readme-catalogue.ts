/** How many indicators the catalogue has, as the README says it: written by `npm run sync`. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Generated } from './sync/files.ts';
import { idsOf, topicsOf } from './sync/indicators.ts';

const README = 'README.md';

/** The README with the number of today, or nothing where there is none. */
export function readmeCatalogue(root: string): Generated {
  const file = path.join(root, README);
  if (!existsSync(file)) return new Map();
  const count = topicsOf(root).flatMap((topic) => idsOf(root, topic)).length;
  return new Map([[README, readFileSync(file, 'utf8').replace(/\bhas \d+ indicators\b/, `has ${count} indicators`)]]);
}
