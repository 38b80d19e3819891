/** `npm run typecheck`: every project of the workspace, two at a time; prints the errors of all of them. */
import { spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const TSC = path.join(ROOT, 'node_modules/typescript-native/bin/tsc');

/**
 * What each project adds: the same sources are seen without the DOM, without Node, and with their tests.
 * @type {readonly (readonly [project: string, what: string])[]}
 */
const PROJECTS = [
  ['packages/core/tsconfig.pure.json', 'model, indicators, checks, format: the language alone'],
  ['packages/core/tsconfig.build.json', 'core: what a worker has, no DOM'],
  ['packages/core/tsconfig.json', 'core with its tests'],
  ['packages/elements/tsconfig.json', 'elements with their tests'],
  ['packages/atelier/tsconfig.json', 'atelier'],
  ['packages/bretagne/tsconfig.json', 'bretagne'],
  ['packages/cli/tsconfig.json', 'cli'],
  ['packages/geo-tools/tsconfig.json', 'geo-tools'],
  ['packages/bench/tsconfig.json', 'bench'],
  ['tsconfig.json', 'scripts, stories, examples, settings'],
];

/** @param {string} project @returns {Promise<{ok: boolean, output: string}>} */
function check(project) {
  return new Promise((resolve) => {
    const cache = path.join(ROOT, 'node_modules/.cache/tsc', `${project.replaceAll('/', '-')}.tsbuildinfo`);
    const args = [TSC, '-p', path.join(ROOT, project), '--noEmit', '--incremental', '--tsBuildInfoFile', cache];
    const child = spawn(process.execPath, [...args, '--pretty', String(process.stdout.isTTY === true)], { cwd: ROOT });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('close', (code) => {
      // "No inputs": a package that has no source yet.
      const isEmpty = /error TS18003/.test(output);
      resolve({ ok: code === 0 || isEmpty, output: isEmpty ? '' : output });
    });
  });
}

let failed = false;
const queue = [...PROJECTS];
async function work() {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [project, what] = next;
    const { ok, output } = await check(project);
    if (!ok) failed = true;
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${project} (${what})`);
    if (output.trim()) console.log(output.trimEnd());
  }
}
await Promise.all([work(), work()]);
process.exitCode = failed ? 1 : 0;
