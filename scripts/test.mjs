/**
 * `npm test`: everything that must hold. It goes on after a failure, so that one run shows all of them, and its last line
 * says how many tests passed and failed; a step that is no test runner counts as one.
 *
 * `npm test -- unit site` runs these parts, with the builds that they need; what follows goes to the last of them. Any other
 * word, `npm test -- feed`, runs the unit tests of the files whose names have it; `npm test -- watch` runs them at each save.
 *
 * `npm run test:full` also runs what is too long for every change (the stories, packed packages, the PDF, the bench,
 * mutants, projects that install the packages, the hosts), and the tests of real files where these are there. `npm run
 * test:full -- hosts` takes one part; the whole attack, `-- attack`, runs so alone.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensureHosts, ensurePhp } from './hosts/debian.mjs';
import { addUp, countStep, countVitest, countWtr, unopenedVitest, withSecond } from './test/counts.mjs';
import { hasSamples, NO_SAMPLES } from './test/samples.mjs';
import { plan, readWords, UNIT } from './test/steps.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const REPORTS = path.join(ROOT, 'node_modules/.cache/ess-test');
const isFull = process.argv[2] === 'full';
const command = isFull ? 'full' : 'test';
const words = process.argv.slice(isFull ? 3 : 2);

/**
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 * @param {boolean} isQuiet what it says is kept, and comes as a whole
 * @returns {Promise<{code: number, said: string}>}
 */
function npmRun(args, env, isQuiet) {
  return new Promise((resolve) => {
    let said = '';
    const child = spawn('npm', ['--silent', ...args], {
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
 * Runs a step, and once more, alone, the files of which a page did not open: a browser was late, which says nothing of them.
 * @param {import('./test/steps.mjs').Step} step
 * @param {readonly string[]} [rest] what goes to its command
 * @returns {Promise<import('./test/counts.mjs').Counts>}
 */
async function runStep(step, rest = []) {
  const first = await runOnce(step, rest);
  if (first.unopened.length === 0) return first.counts;
  const files = first.unopened.map(({ file }) => file);
  console.log(`\n—— ${step.name}, once more and alone: ${files.join(', ')}`);
  const alone = step.runner === 'wtr' ? ['--concurrency', '1', ...files.flatMap((file) => ['--files', file])] : files;
  const second = await runOnce({ ...step, name: `${step.name} alone`, holders: [] }, alone);
  return withSecond(first.counts, first.unopened, second.counts);
}

/**
 * @param {import('./test/steps.mjs').Step} step
 * @param {readonly string[]} rest
 * @returns {Promise<{counts: import('./test/counts.mjs').Counts, unopened: readonly import('./test/counts.mjs').Unopened[]}>}
 */
async function runOnce(step, rest) {
  const report = step.report
    ? path.join(ROOT, step.report)
    : path.join(REPORTS, `${step.name.replaceAll(/\W+/g, '-')}.json`);
  rmSync(report, { force: true });
  const isVitest = step.runner === 'vitest';
  const reporters = isVitest ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : [];
  const isQuiet = step.isBeside === true && parts.length !== 1;
  if (!isQuiet) console.log(`\n—— ${step.name}`);
  const { code, said } = await npmRun([...step.command, ...reporters, ...rest], { ESS_WTR_REPORT: report }, isQuiet);
  if (isQuiet) console.log(`\n—— ${step.name}\n${said.trimEnd()}`);
  const json = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  if (!step.runner) return { counts: countStep(json, code), unopened: [] };
  if (!isVitest) return { counts: countWtr(json, code), unopened: json?.unopened ?? [] };
  const holders = rest.length > 0 ? [] : (step.holders ?? []);
  return { counts: countVitest(json, code, ROOT, holders), unopened: unopenedVitest(json, ROOT) };
}

/** @type {Map<string, import('./test/counts.mjs').Counts & {seconds: number}>} */
const results = new Map();

/** @param {import('./test/steps.mjs').Step} step @returns {Promise<void>} */
async function take(step) {
  const start = performance.now();
  const broken = (step.after ?? []).filter((name) => results.get(name)?.failed !== 0);
  const counts = broken.length
    ? { passed: 0, failed: 1, notes: [`not run: ${broken.join(', ')} failed`] }
    : await runStep(step, step.part === parts.at(-1) ? rest : []);
  results.set(step.name, { ...counts, seconds: Math.round((performance.now() - start) / 1000) });
}

/** @returns {{parts: readonly string[], rest: readonly string[]}} */
function readArguments() {
  try {
    return readWords(command, words);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

if (!isFull && words[0] === 'watch') {
  const projects = UNIT.flatMap((name) => ['--project', name]);
  process.exit(
    (await npmRun(['exec', '--no', '--', 'vitest', 'watch', ...projects, ...words.slice(1)], {}, false)).code,
  );
}

const { parts, rest } = readArguments();
if (parts.includes('samples') && !hasSamples()) {
  console.error(NO_SAMPLES);
  process.exit(1);
}
const steps = plan(command, parts, (need) => (need === 'hosts' ? ensureHosts() : hasSamples()));
if (parts.includes('hosts') && !ensureHosts()) process.exit(1);
if (steps.some(({ part }) => part === 'unit')) ensurePhp();
if (steps.some(({ isBeside }) => !isBeside)) ensureChromium();

const queue = steps.filter(({ isBeside }) => isBeside);
async function lane() {
  for (let step = queue.shift(); step; step = queue.shift()) await take(step);
}
await Promise.all([lane(), lane()]);
for (const step of steps.filter(({ isBeside }) => !isBeside)) await take(step);

console.log('');
for (const [name, { passed, failed, notes, seconds }] of results) {
  console.log(`${failed ? 'FAILED' : 'ok    '} ${name}: ${passed} passed, ${failed} failed in ${seconds} s`);
  for (const note of notes) console.log(`       ${note}`);
}
const { passed, failed } = addUp([...results.values()]);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed`);
