/** `prepack` of each public package: refuses to pack files that were not built, or were built before their sources changed. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Built folders: the command that writes each, and whether it also holds the packages of this repository that are needed.
 * @type {Readonly<Record<string, {command: string, isBundled: boolean}>>}
 */
const BUILT = {
  dist: { command: 'npm run build:lib', isBundled: false },
  cdn: { command: 'npm run build:cdn', isBundled: true },
};
const OURS = '@ess-widgets/';
const TESTS = /\.test\.ts$|(^|[\\/])(testing[^\\/]*|contract)([\\/]|$)/;

/** @param {string} folder @returns {readonly string[]} full paths of its files; none where it does not exist */
function filesIn(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** @param {readonly string[]} files @returns {readonly number[]} */
const timesOf = (files) => files.map((file) => statSync(file).mtimeMs);

/**
 * Returns the reasons not to pack a package, each with its cure; none where its files are there and up to date.
 * @param {string} folder of the package, beside those of the others
 * @returns {readonly string[]}
 */
export function reasonsAgainst(folder) {
  const { files = [], dependencies = {} } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const neighbours = Object.keys(dependencies).filter((name) => name.startsWith(OURS));
  return files
    .filter((/** @type {string} */ entry) => !entry.startsWith('!'))
    .flatMap((/** @type {string} */ entry) => {
      const built = BUILT[entry];
      if (!built) return existsSync(path.join(folder, entry)) ? [] : [`${entry} is missing.`];
      const written = timesOf(filesIn(path.join(folder, entry)));
      if (written.length === 0) return [`${entry} is missing or empty: run \`${built.command}\`.`];
      const holders = built.isBundled ? neighbours.map((name) => path.join(folder, '..', name.slice(OURS.length))) : [];
      const sources = [folder, ...holders].flatMap((each) =>
        filesIn(path.join(each, 'src')).filter((file) => !TESTS.test(path.relative(each, file))),
      );
      const oldest = Math.min(...written);
      const newer = sources.find((file) => statSync(file).mtimeMs > oldest);
      return newer ? [`${entry} is older than ${path.relative(folder, newer)}: run \`${built.command}\`.`] : [];
    });
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  const reasons = reasonsAgainst(process.cwd());
  for (const reason of reasons) console.error(`${path.basename(process.cwd())} is not packed: ${reason}`);
  process.exitCode = reasons.length > 0 ? 1 : 0;
}
