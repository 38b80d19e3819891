/**
 * `npm run new element <tag>` and `npm run new chart <name>`: write the files of a new one from templates, add an element to the
 * lists of elements, and sync the indexes. They name those files that are then to be written by hand. `--root <folder>` writes
 * elsewhere, without the sync.
 */
import path from 'node:path';
import { readArguments, UsageError } from './new/arguments.ts';
import { byHand, create } from './new/create.ts';

const HERE = path.resolve(import.meta.dirname, '..');

try {
  const { help, names, root = HERE } = readArguments(process.argv.slice(2));
  if (help !== undefined) {
    console.log(help);
  } else {
    const written = create(names, path.resolve(root));
    // The sync reads all of the sources: only for what is written among them.
    const synced = root === HERE ? await (await import('./sync.ts')).sync(HERE, { check: false }) : [];
    const hand = byHand(written);
    for (const file of [...written, ...synced]) if (!hand.includes(file)) console.log(`written: ${file}`);
    console.log(`\nYours, ${hand.length} files by hand:`);
    for (const file of hand) console.log(`  ${file}`);
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message} (npm run new -- --help)`);
  process.exitCode = 2;
}
