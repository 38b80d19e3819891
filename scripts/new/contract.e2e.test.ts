import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyRepository } from '../copy.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TAG = 'ess-boat-list';

/** Time for the whole command, ms: other tests may run beside it. */
const TIMEOUT_MS = 600_000;

describe('an element as it is generated', () => {
  let copy = '';
  const run = (command: string, ...args: readonly string[]) => {
    const { stdout, stderr, status } = spawnSync(command, args, { cwd: copy, encoding: 'utf8', maxBuffer: 1e9 });
    return { status, said: `${stdout}${stderr}` };
  };
  beforeAll(() => {
    copy = copyRepository();
    const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
    for (const args of [
      ['init', '-q'],
      ['add', '-A'],
      [...author, 'commit', '-q', '-m', 'before'],
    ])
      run('git', ...args);
    const { status, said } = run('npm', 'run', '--silent', 'new', 'element', TAG);
    if (status !== 0) throw new Error(said);
  }, TIMEOUT_MS);
  afterAll(() => rmSync(copy, { recursive: true }));

  it(
    'passes `npm run check` at once: format, lint, types, its tests and those of the folders that it joins',
    () => {
      const { status, said } = run('npm', 'run', '--silent', 'check');
      expect([status, said]).toEqual([0, expect.not.stringContaining('FAILED')]);
      for (const part of ['format', 'lint', 'types', 'element tests']) expect(said).toContain(`ok     ${part}`);
    },
    TIMEOUT_MS,
  );

  it(
    'is in all that names the elements: README, guides, stories, keys, heights, exports',
    () => {
      const tests = [
        'readme.test',
        'guides.test',
        'heights.test',
        'stories/',
        'sync/manifest',
        'site/guides/guides.test',
      ];
      const { status, said } = run('npm', 'test', '--', ...tests);
      expect([status, said]).toEqual([0, expect.stringContaining(' 0 failed')]);
    },
    TIMEOUT_MS,
  );

  it(
    'keeps the contract of all elements',
    () => {
      const base = JSON.stringify(pathToFileURL(path.join(copy, 'web-test-runner.config.mjs')));
      writeFileSync(
        path.join(copy, 'contract.config.mjs'),
        `import base from ${base};
      const config = { ...base.testFramework.config, grep: '${TAG}' };
      export default { ...base, testFramework: { config } };`,
      );
      const runner = path.join(ROOT, 'node_modules/.bin/wtr');
      const files = ['--files', 'packages/elements/src/contract/*.test.ts'];
      const { said } = run(runner, '--config', 'contract.config.mjs', ...files);
      expect([...said.matchAll(/❌ (.+)/g)].map(([, name]) => name)).toEqual([]);
      // The runner counts files that it leaves out as failed.
      expect(Number(/(\d+) passed/.exec(said)?.[1] ?? 0), said).toBeGreaterThan(16);
    },
    TIMEOUT_MS,
  );
});
