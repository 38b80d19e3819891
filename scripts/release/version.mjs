/**
 * `npm run release -- version`: takes the changes of `.changeset` into a release. Changesets give the packages their next version,
 * one for all of them; their texts become a section of `CHANGELOG.md`. The summary of a change begins with its kind, `New: …`;
 * that of one that breaks says the cure.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Kinds of changes, in the order of a section. */
const KINDS = ['Breaking', 'Security', 'New', 'Fixed'];
const SUMMARY = /^---\n(?<heads>[^]*?)\n---\n+(?<kind>\w+): (?<text>[^]+?)\s*$/;

/**
 * Reads a change.
 * @param {string} name of its file, for messages
 * @param {string} text
 * @returns {{kind: string, text: string}}
 * @throws Error for a summary without a kind, and for one that breaks in a patch
 */
export function readChange(name, text) {
  const { heads = '', kind = '', text: summary = '' } = SUMMARY.exec(text)?.groups ?? {};
  if (!KINDS.includes(kind))
    throw new Error(`${name}: the summary begins with one of ${KINDS.join(', ')} and a colon.`);
  if (kind === 'Breaking' && /: patch\s*$/m.test(heads))
    throw new Error(`${name}: a patch breaks nothing: it is minor.`);
  return { kind, text: summary };
}

/**
 * Returns a changelog with a section for a release before those that it has.
 * @param {string} changelog
 * @param {{version: string, date: string}} release
 * @param {readonly {kind: string, text: string}[]} changes
 */
export function withRelease(changelog, { version, date }, changes) {
  const parts = KINDS.flatMap((kind) => {
    const own = changes
      .filter((change) => change.kind === kind)
      .map(({ text }) => `- ${text.replaceAll('\n', '\n  ')}`);
    return own.length > 0 ? [`### ${kind}`, own.join('\n')] : [];
  });
  const section = [`## [${version}] - ${date}`, ...parts].join('\n\n');
  const at = changelog.indexOf('\n## [');
  if (at < 0) throw new Error('CHANGELOG.md has no release before which the new one could stand.');
  return `${changelog.slice(0, at + 1)}${section}\n\n${changelog.slice(at + 1)}`;
}

/** @param {string} command @param {readonly string[]} args */
function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed.`);
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  const folder = path.join(ROOT, '.changeset');
  const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  if (names.length === 0) throw new Error('.changeset has no change: `npx changeset add` writes one.');
  const changes = names.map((name) => readChange(name, readFileSync(path.join(folder, name), 'utf8')));
  run('npx', ['--no', 'changeset', 'version']);
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'packages/core/package.json'), 'utf8'));
  const root = path.join(ROOT, 'package.json');
  writeFileSync(root, readFileSync(root, 'utf8').replace(/"version": "[^"]+"/, `"version": "${version}"`));
  const changelog = path.join(ROOT, 'CHANGELOG.md');
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(changelog, withRelease(readFileSync(changelog, 'utf8'), { version, date }, changes));
  run('npm', ['install', '--package-lock-only', '--ignore-scripts']);
}
