import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { partsOf, plan, readWords, STEPS } from './steps.mjs';

const names = (...wish: Parameters<typeof plan>): readonly string[] => plan(...wish).map(({ name }) => name);

describe('the steps of the tests', () => {
  it('attack what was built in short, and as a whole where that is named', () => {
    const short = [{ command: ['run', 'attack', '--', '--quick'], after: ['cdn build'] }];
    expect(plan('test').filter(({ part }) => part === 'attack')).toMatchObject(short);
    expect(plan('full').filter(({ part }) => part === 'attack')).toMatchObject(short);
    expect(plan('full', ['attack']).map(({ command }) => command)).toEqual([
      ['run', 'build', '--', 'cdn'],
      ['run', 'attack'],
    ]);
  });

  it('are in full all of those that run for each change, and the long ones', () => {
    expect(names('full')).toEqual(expect.arrayContaining([...names('test')]));
    expect(partsOf('full')).toEqual(
      expect.arrayContaining(['storybook', 'bench', 'packages', 'mutants', 'consumers', 'hosts', 'samples']),
    );
  });

  it('are left out of the whole where a machine lacks what they need, never where they are asked for', () => {
    const without = names('full', [], () => false);
    expect(without).not.toContain('hosts');
    expect(without).not.toContain('samples');
    expect(names('full', ['samples'], () => false)).toEqual(['samples']);
  });

  it('come after the builds that they need, and only those are built', () => {
    expect(names('test', ['unit'])).toEqual(['unit tests']);
    expect(names('test', ['site'])).toEqual(['cdn build', 'library build', 'site build', 'site tests']);
    expect(names('full', ['hosts'])).toEqual(['cdn build', 'site build', 'stills build', 'hosts']);
    expect(names('test')).not.toContain('storybook build');
    for (const [at, { after = [] }] of STEPS.entries()) {
      const before = STEPS.slice(0, at).map(({ name }) => name);
      for (const name of after) expect(before).toContain(name);
    }
  });

  it('have names of their own, by which their reports and results are kept', () => {
    expect(new Set(STEPS.map(({ name }) => name)).size).toBe(STEPS.length);
  });
});

describe('the words after the commands', () => {
  it('are parts, and what follows goes to the last of them', () => {
    expect(readWords('test', [])).toEqual({ parts: [], rest: [] });
    expect(readWords('test', ['elements', 'site', 'phones'])).toEqual({
      parts: ['elements', 'site'],
      rest: ['phones'],
    });
    expect(readWords('full', ['attack', '--seed', '7'])).toEqual({ parts: ['attack'], rest: ['--seed', '7'] });
  });

  it('are names of unit tests of `npm test` where they are no part', () => {
    expect(readWords('test', ['feed'])).toEqual({ parts: ['unit'], rest: ['feed'] });
  });

  it('are refused by `npm run test:full` where they are no part', () => {
    expect(() => readWords('full', ['feed'])).toThrow('npm run test:full: "feed" is no part: sync, types, lint, unit');
  });
});

describe('the tests of real files', () => {
  it('say in one sentence, and fail, where the files are not beside the repository', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ess-samples-'));
    try {
      const copy = path.join(folder, 'repository/scripts');
      for (const each of ['test', 'hosts']) mkdirSync(path.join(copy, each), { recursive: true });
      for (const each of [
        'test.mjs',
        'chromium.mjs',
        'hosts/debian.mjs',
        ...['counts', 'samples', 'steps'].map((name) => `test/${name}.mjs`),
      ]) {
        copyFileSync(path.join(import.meta.dirname, '..', each), path.join(copy, each));
      }
      const args = [path.join(copy, 'test.mjs'), 'full', 'samples'];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).toBe(
        'The folder "shared" with the real files is not beside this repository: no test could run.\n',
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
