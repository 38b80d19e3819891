/**
 * `npm run test:full -- mutants [--seed 38] [--count 60] [--only packages/core]`: changes one operator, condition, constant or
 * pair of names of the sources at a time, in a copy, and runs the tests of that file's room. It prints which changes the tests
 * noticed (killed) and which they did not (survived). Status 1 where they noticed less than half. Sources in `packages/elements`
 * are tested in Chromium, others in Node.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { copyRepository } from '../copy.ts';
import { foldersIn } from '../sync/files.ts';
import { type Mutation, mutated, mutationsOf, sample } from './sites.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Time for the tests of one change, ms: a loop that no longer ends is noticed too. */
const TIMEOUT_MS = 120_000;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '38' },
    count: { type: 'string', default: '60' },
    only: { type: 'string', default: 'packages/' },
  },
});

/** A file and one change of it. */
interface Mutant {
  readonly file: string;
  readonly mutation: Mutation;
}

/** Sources that somebody wrote and that run: no tests, no helpers of tests, nothing generated. */
function sources(): readonly string[] {
  const isOurs = (file: string): boolean =>
    file.endsWith('.ts') && !/(?:\.test|\.d)\.ts$|testing|(?:^|\/)contract\//.test(file);
  return foldersIn(path.join(ROOT, 'packages')).flatMap((name) => {
    const folder = `packages/${name}/src`;
    if (!existsSync(path.join(ROOT, folder))) return [];
    return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter((file) => isOurs(file) && !readFileSync(path.join(ROOT, file), 'utf8').startsWith('// Generated'))
      .sort();
  });
}

/** Returns the arguments of Node for the tests of a file's room; none where the room has no test. */
function testsOf(file: string): readonly string[] {
  const [, name = '', , ...below] = file.split('/');
  const room = ['packages', name, 'src', ...below.slice(0, 1).filter((each) => !each.endsWith('.ts'))].join('/');
  if (name === 'elements') {
    const folder = path.posix.dirname(file);
    const hasTests = readdirSync(path.join(ROOT, folder)).some((each) => each.endsWith('.test.ts'));
    return hasTests ? ['node_modules/@web/test-runner/dist/bin.js', '--files', `${folder}/*.test.ts`] : [];
  }
  const options = ['--run', '--project', name, '--dir', room, '--bail', '1', '--passWithNoTests'];
  return ['node_modules/vitest/vitest.mjs', 'related', file, ...options];
}

/** Returns whether the tests pass. */
function passes(copy: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: copy, stdio: 'ignore', detached: true });
    const timer = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), TIMEOUT_MS);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}

function describe(source: string, { from, to, by }: Mutation): string {
  const line = source.slice(0, from).split('\n').length;
  const short = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 60);
  return `${line}: ${short(source.slice(from, to))} → ${short(by)}`;
}

const all = sources()
  .filter((file) => file.startsWith(values.only))
  .flatMap((file): readonly Mutant[] =>
    mutationsOf(readFileSync(path.join(ROOT, file), 'utf8')).map((mutation) => ({ file, mutation })),
  );
const queue = [...sample(all, Number(values.count), Number(values.seed))];
const asked = queue.length;
/** Whether the tests of a folder pass as they are. */
const sound = new Map<string, boolean>();
let [killed, unsure] = [0, 0];

/** Tests mutants one after the other, in a copy of its own. */
async function lane(): Promise<void> {
  const copy = copyRepository();
  try {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { file, mutation } = next;
      const source = readFileSync(path.join(ROOT, file), 'utf8');
      const tests = testsOf(file);
      writeFileSync(path.join(copy, file), mutated(source, mutation));
      const isKilled = tests.length > 0 && !(await passes(copy, tests));
      writeFileSync(path.join(copy, file), source);
      // Tests that fail without any change, or are too slow on a busy machine, would notice everything.
      const room = path.dirname(file);
      if (isKilled && !sound.has(room)) sound.set(room, await passes(copy, tests));
      const isSure = !isKilled || sound.get(room) === true;
      unsure += isSure ? 0 : 1;
      killed += isKilled && isSure ? 1 : 0;
      const fate = isSure ? (isKilled ? 'killed  ' : 'SURVIVED') : 'UNSURE  ';
      console.log(`${fate} ${file}:${describe(source, mutation)}`);
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

await Promise.all([lane(), lane()]);
const unclear = unsure > 0 ? `, ${unsure} unsure: their tests fail without a change` : '';
console.log(`\n${killed} of ${asked} mutants killed${unclear} (seed ${values.seed}, ${all.length} places).`);
process.exitCode = killed * 2 < asked || asked === 0 ? 1 : 0;
