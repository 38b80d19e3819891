/**
 * `npm run test:samples`: the tests that read real files from the folder `shared` beside the repository. It takes the
 * options of Vitest, and fails where the folder is not there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The folder of real files. */
const SAMPLES = path.resolve(ROOT, '../shared');

/** @returns {boolean} whether the tests of real files can run here */
export const hasSamples = () => existsSync(SAMPLES);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (hasSamples()) {
    const vitest = path.join(ROOT, 'node_modules/vitest/vitest.mjs');
    const args = [vitest, 'run', '--project', 'samples', ...process.argv.slice(2)];
    process.exitCode = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
  } else {
    console.error('The folder "shared" with the real files is not beside this repository: no test could run.');
    process.exitCode = 1;
  }
}
