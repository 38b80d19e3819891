/** The table of elements in the README, from their rows in `base/attributes.ts`: written by `npm run sync`. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { about } from '../packages/elements/src/base/attributes.ts';
import { formatted, type Generated, withBlock } from './sync/files.ts';

/** Returns the README with the elements of today, or nothing where there is none. */
export function readmeElements(root: string): Generated {
  const file = path.join(root, 'README.md');
  if (!existsSync(file)) return new Map();
  const rows = Object.entries(about).map(([tag, { en }]) => `| \`${tag}\` | ${en} |`);
  const table = ['| element | shows |', '|---|---|', ...rows].join('\n');
  const text = withBlock('README.md', readFileSync(file, 'utf8'), table, [
    '<!-- elements:start -->',
    '<!-- elements:end -->',
  ]);
  return new Map([['README.md', formatted('README.md', text)]]);
}
