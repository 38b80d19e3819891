/**
 * `npm run check`: what a change may have broken, in some seconds. Format and lint of the files that differ from the last
 * commit, the types of everything, and the tests of the folders that changed. `npm run check -- main` compares with another
 * commit. The tests of what depends on a change are those of `npm test`, the long ones those of `npm run test:full`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { UNIT as UNIT_PROJECTS } from './test/steps.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const UNIT = UNIT_PROJECTS.map((name) => `--project=${name}`);

/** @param {readonly string[]} args @returns {readonly string[]} lines that git prints */
function git(...args) {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout.split('\n').filter(Boolean);
}

/**
 * @param {string} name
 * @param {string} tool below `node_modules`
 * @param {readonly string[]} args
 * @returns {Promise<boolean>} whether it found nothing to say against the change
 */
function run(name, tool, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(ROOT, tool), ...args], { cwd: ROOT });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.on('close', (code) => {
      console.log(code === 0 ? `ok     ${name}` : `FAILED ${name}\n${said.trimEnd()}`);
      resolve(code === 0);
    });
  });
}

const base = process.argv[2] ?? 'HEAD';
const changed = [...git('diff', '--name-only', base), ...git('ls-files', '--others', '--exclude-standard')].filter(
  (file) => existsSync(path.join(ROOT, file)),
);
const scripts = changed.filter((file) => /\.(ts|mjs|js)$/.test(file));
const folders = [...new Set(scripts.map((file) => path.posix.dirname(file)))];
const tests = folders.flatMap((folder) =>
  readdirSync(path.join(ROOT, folder))
    .filter((file) => /(?<!\.(e2e|samples|hosts|consumers))\.test\.ts$/.test(file))
    .map((file) => `${folder}/${file}`),
);
const isElement = (/** @type {string} */ file) => file.startsWith('packages/elements/src/');
const inBrowser = tests.filter(isElement).flatMap((file) => ['--files', file]);
const inNode = tests.filter((file) => !isElement(file) && !file.startsWith('packages/elements/e2e/'));

console.log(`${changed.length} files differ from ${base}.`);
const results = await Promise.all([
  run('format', 'node_modules/@biomejs/biome/bin/biome', ['check', '--no-errors-on-unmatched', ...changed]),
  ...(scripts.length ? [run('lint', 'node_modules/oxlint/bin/oxlint', scripts)] : []),
  ...(scripts.length ? [run('types', 'scripts/typecheck.mjs', [])] : []),
]);
// A folder may have nothing but tests that are too long for each change: those of `npm run test:full -- long`.
const vitest = ['run', '--passWithNoTests', ...UNIT];
if (inNode.length) results.push(await run('tests', 'node_modules/vitest/vitest.mjs', [...vitest, ...inNode]));
if (inBrowser.length) results.push(await run('element tests', 'node_modules/@web/test-runner/dist/bin.js', inBrowser));
process.exitCode = results.every(Boolean) ? 0 : 1;
