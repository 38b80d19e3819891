/**
 * `npm test`: everything that must hold. It goes on after a failure, so that one run shows all of them, and its last line
 * says how many tests passed and failed; a step that is no test runner counts as one.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { addUp, countVitest, countWtr } from './test/counts.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const REPORTS = path.join(ROOT, 'node_modules/.cache/ess-test');

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} command an npm script with its arguments
 * @property {'vitest' | 'wtr'} [runner] counted by its report; else the step is one test
 * @property {readonly string[]} [holders] folders that must each have tests in the report
 * @property {readonly string[]} [after] steps without which this one cannot run
 */

/**
 * What runs beside another of these: each keeps one processor busy, and none has a test that waits in real time.
 * @type {readonly Step[]}
 */
const BESIDE = [
  { name: 'generated files', command: ['sync', '--', '--check'] },
  { name: 'types', command: ['typecheck'] },
  { name: 'lint', command: ['lint'] },
  { name: 'cdn build', command: ['build:cdn'] },
  { name: 'library build', command: ['build:lib'] },
  { name: 'storybook build', command: ['build-storybook'] },
];

/** @type {readonly Step[]} */
const ALONE = [
  { name: 'site build', command: ['build:site'], after: ['cdn build'] },
  {
    name: 'unit tests',
    command: ['test:unit'],
    runner: 'vitest',
    holders: ['packages/core/', 'packages/bretagne/', 'packages/cli/', 'scripts/'],
  },
  { name: 'element tests', command: ['test:elements'], runner: 'wtr' },
  {
    name: 'site tests',
    command: ['test:site'],
    runner: 'vitest',
    after: ['library build', 'cdn build', 'site build', 'storybook build'],
  },
];

/**
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 * @param {boolean} isQuiet what it says is kept, and comes as a whole
 * @returns {Promise<{code: number, said: string}>}
 */
function npmRun(args, env, isQuiet) {
  return new Promise((resolve) => {
    let said = '';
    const child = spawn('npm', ['run', '--silent', ...args], {
      cwd: ROOT,
      stdio: ['ignore', isQuiet ? 'pipe' : 'inherit', isQuiet ? 'pipe' : 'inherit'],
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (said += text));
    child.on('error', (error) => resolve({ code: 1, said: `${said}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

/**
 * @param {Step} step
 * @param {boolean} [isQuiet]
 * @returns {Promise<import('./test/counts.mjs').Counts>}
 */
async function runStep(step, isQuiet = false) {
  const report = path.join(REPORTS, `${step.name.replaceAll(' ', '-')}.json`);
  rmSync(report, { force: true });
  const isVitest = step.runner === 'vitest';
  const reporters = ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const command = isVitest ? [...step.command, ...reporters] : step.command;
  if (!isQuiet) console.log(`\n—— ${step.name}`);
  const { code, said } = await npmRun(command, { ESS_WTR_REPORT: report }, isQuiet);
  if (isQuiet) console.log(`\n—— ${step.name}\n${said.trimEnd()}`);
  if (!step.runner) return code === 0 ? { passed: 1, failed: 0, notes: [] } : { passed: 0, failed: 1, notes: [] };
  const json = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  return isVitest ? countVitest(json, code, ROOT, step.holders ?? []) : countWtr(json, code);
}

/** @type {Map<string, import('./test/counts.mjs').Counts & {seconds: number}>} */
const results = new Map();

/** @param {Step} step @param {boolean} [isQuiet] @returns {Promise<void>} */
async function take(step, isQuiet) {
  const start = performance.now();
  const broken = (step.after ?? []).filter((name) => results.get(name)?.failed !== 0);
  const counts = broken.length
    ? { passed: 0, failed: 1, notes: [`not run: ${broken.join(', ')} failed`] }
    : await runStep(step, isQuiet);
  results.set(step.name, { ...counts, seconds: Math.round((performance.now() - start) / 1000) });
}

const queue = [...BESIDE];
async function lane() {
  for (let step = queue.shift(); step; step = queue.shift()) await take(step, true);
}
await Promise.all([lane(), lane()]);
for (const step of ALONE) await take(step);

console.log('');
for (const [name, { passed, failed, notes, seconds }] of results) {
  console.log(`${failed ? 'FAILED' : 'ok    '} ${name}: ${passed} passed, ${failed} failed in ${seconds} s`);
  for (const note of notes) console.log(`       ${note}`);
}
const { passed, failed } = addUp([...results.values()]);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed`);
