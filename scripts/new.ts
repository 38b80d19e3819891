/**
 * `npm run new element <tag>` and `npm run new chart <name>`: write the files of a new one from templates, and sync the indexes. `--root <folder>` writes elsewhere, without the sync.
 */
import path from 'node:path';
import { readArguments, UsageError } from './new/arguments.ts';
import { create } from './new/create.ts';

const HERE = path.resolve(import.meta.dirname, '..');

try {
  const { help, names, root = HERE } = readArguments(process.argv.slice(2));
  if (help !== undefined) {
    console.log(help);
  } else {
    const written = create(names, path.resolve(root));
    // The sync reads all of the sources: only for what is written among them.
    const synced = root === HERE ? await (await import('./sync.ts')).sync(HERE, { check: false }) : [];
    for (const file of [...written, ...synced]) console.log(`written: ${file}`);
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message} (npm run new -- --help)`);
  process.exitCode = 2;
}
