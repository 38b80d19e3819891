/**
 * `npm test`: everything that must hold. It goes on after a failure, so that one run shows all of them, and its last line
 * says how many tests passed and failed; a step that is no test runner counts as one.
 *
 * `npm test -- feed` runs the unit tests of the files whose names have that word, and nothing else.
 *
 * `npm run test:full` also runs what is too long for every change (the stories, packed packages, the PDF, the bench, the
 * whole attack, the hosts), and the tests of real files where these are there.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureHosts } from './hosts/debian.mjs';
import { addUp, countStep, countVitest, countWtr } from './test/counts.mjs';
import { hasSamples } from './test/samples.mjs';
import { BESIDE, stepsAlone } from './test/steps.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const REPORTS = path.join(ROOT, 'node_modules/.cache/ess-test');
const isFull = process.argv.includes('full');
/** Words of the files of which the unit tests are run alone. */
const words = process.argv.slice(2).filter((word) => word !== 'full');

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
 * @param {import('./test/steps.mjs').Step} step
 * @param {boolean} [isQuiet]
 * @returns {Promise<import('./test/counts.mjs').Counts>}
 */
async function runStep(step, isQuiet = false) {
  const report = step.report
    ? path.join(ROOT, step.report)
    : path.join(REPORTS, `${step.name.replaceAll(/\W+/g, '-')}.json`);
  rmSync(report, { force: true });
  const isVitest = step.runner === 'vitest';
  const reporters = ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const command = isVitest ? [...step.command, ...reporters] : step.command;
  if (!isQuiet) console.log(`\n—— ${step.name}`);
  const { code, said } = await npmRun(command, { ESS_WTR_REPORT: report }, isQuiet);
  if (isQuiet) console.log(`\n—— ${step.name}\n${said.trimEnd()}`);
  const json = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  if (!step.runner) return countStep(json, code);
  return isVitest ? countVitest(json, code, ROOT, step.holders ?? []) : countWtr(json, code);
}

/** @type {Map<string, import('./test/counts.mjs').Counts & {seconds: number}>} */
const results = new Map();

/** @param {import('./test/steps.mjs').Step} step @param {boolean} [isQuiet] @returns {Promise<void>} */
async function take(step, isQuiet) {
  const start = performance.now();
  const broken = (step.after ?? []).filter((name) => results.get(name)?.failed !== 0);
  const counts = broken.length
    ? { passed: 0, failed: 1, notes: [`not run: ${broken.join(', ')} failed`] }
    : await runStep(step, isQuiet);
  results.set(step.name, { ...counts, seconds: Math.round((performance.now() - start) / 1000) });
}

if (words.length > 0) process.exit((await npmRun(['test:unit', '--', ...words], {}, false)).code);

const queue = [...BESIDE];
async function lane() {
  for (let step = queue.shift(); step; step = queue.shift()) await take(step, true);
}
await Promise.all([lane(), lane()]);
const alone = stepsAlone({ isFull, hasHosts: isFull && ensureHosts(), hasSamples: isFull && hasSamples() });
for (const step of alone) await take(step);

console.log('');
for (const [name, { passed, failed, notes, seconds }] of results) {
  console.log(`${failed ? 'FAILED' : 'ok    '} ${name}: ${passed} passed, ${failed} failed in ${seconds} s`);
  for (const note of notes) console.log(`       ${note}`);
}
const { passed, failed } = addUp([...results.values()]);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed`);
