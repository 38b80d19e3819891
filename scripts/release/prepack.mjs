/** `prepack` of each public package: refuses to pack files that were not built, or were built before their sources changed. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { filesIn } from './files.mjs';

/**
 * Built folders: the command that writes each, and the folder that it is made from. All of them also hold code, or the work of
 * code, of the packages of this repository that their package needs.
 * @type {Readonly<Record<string, {command: string, from: string}>>}
 */
const BUILT = {
  dist: { command: 'npm run build -- lib', from: 'src' },
  cdn: { command: 'npm run build -- cdn', from: 'src' },
  'data/stills': { command: 'npm run build -- stills', from: 'data' },
};
const OURS = '@ess-widgets/';
const TESTS = /\.test\.ts$|(^|[\\/])(testing[^\\/]*|contract)([\\/]|$)/;

/**
 * Returns the reasons not to pack a package, each with its cure; none where its files are there and up to date.
 * @param {string} folder of the package, beside those of the others
 * @returns {readonly string[]}
 */
export function reasonsAgainst(folder) {
  const { files = [], dependencies = {} } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const needed = Object.keys(dependencies)
    .filter((name) => name.startsWith(OURS))
    .map((name) => path.join('..', name.slice(OURS.length), 'src'));
  // Paths are from the folder of the package: sources of others are outside.
  const within = (/** @type {string} */ each) => filesIn(path.join(folder, each)).map((file) => path.join(each, file));
  const changedAt = (/** @type {string} */ file) => statSync(path.join(folder, file)).mtimeMs;
  return files
    .filter((/** @type {string} */ entry) => !entry.startsWith('!'))
    .flatMap((/** @type {string} */ entry) => {
      const built = BUILT[entry];
      if (!built) return existsSync(path.join(folder, entry)) ? [] : [`${entry} is missing.`];
      const written = within(entry);
      if (written.length === 0) return [`${entry} is missing or empty: run \`${built.command}\`.`];
      const sources = [built.from, ...needed]
        .flatMap(within)
        .filter((file) => !TESTS.test(file) && !written.includes(file));
      const oldest = Math.min(...written.map(changedAt));
      const newer = sources.find((file) => changedAt(file) > oldest);
      return newer ? [`${entry} is older than ${newer}: run \`${built.command}\`.`] : [];
    });
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  const reasons = reasonsAgainst(process.cwd());
  for (const reason of reasons) console.error(`${path.basename(process.cwd())} is not packed: ${reason}`);
  process.exitCode = reasons.length > 0 ? 1 : 0;
}
