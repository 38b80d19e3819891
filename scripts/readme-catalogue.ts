/** Number of indicators in the catalogue and formats of sources, as the README states them: written by `npm run sync`. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { essDataset } from '@ess-widgets/core/data';
import { moreSources } from '@ess-widgets/core/data/all';
import { topicsIn } from './sync/catalogue.ts';
import { formatted, type Generated, withBlock } from './sync/files.ts';

const README = 'README.md';
/** The general indicators, and those of Brittany. */
const CATALOGUES = ['packages/core/catalogue', 'packages/bretagne/catalogue'];

/** Returns the ids of the indicators, topic by topic. */
export const idsOf = (root: string): readonly string[] =>
  CATALOGUES.flatMap((folder) => topicsIn(path.join(root, folder)).map(({ id }) => id));

/** Returns the formats that pages read, as a table in Markdown. */
const formatsTable = (): string =>
  [
    '| format | what it is |',
    '|---|---|',
    ...[essDataset, ...moreSources].map(({ id, title }) => `| \`${id}\` | ${title} |`),
  ].join('\n');

/** Returns the README with the number and the formats of today, or nothing where there is none. */
export function readmeCatalogue(root: string): Generated {
  const file = path.join(root, README);
  if (!existsSync(file)) return new Map();
  const text = readFileSync(file, 'utf8').replace(/\bhas \d+ indicators\b/, `has ${idsOf(root).length} indicators`);
  const markers = ['<!-- formats:start -->', '<!-- formats:end -->'] as const;
  return new Map([[README, formatted(README, withBlock(README, text, formatsTable(), markers))]]);
}
