/**
 * `npm run new element <tag>` and `npm run new indicator <id> <topic>`: writes the files of a new one from templates,
 * and syncs the indexes. `--root <folder>` writes elsewhere, without the sync.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { create, UsageError } from './new/create.ts';
import { sync } from './sync.ts';

const HERE = path.resolve(import.meta.dirname, '..');

const { values, positionals } = parseArgs({ allowPositionals: true, options: { root: { type: 'string' } } });
try {
  const root = path.resolve(values.root ?? HERE);
  const written = create(positionals, root);
  const synced = root === HERE ? await sync(root, { check: false }) : [];
  for (const file of [...written, ...synced]) console.log(`written: ${file}`);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
