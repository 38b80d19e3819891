import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BESIDE, stepsAlone } from './steps.mjs';

const names = (wish?: Parameters<typeof stepsAlone>[0]): readonly string[] => stepsAlone(wish).map(({ name }) => name);

describe('the steps of the tests', () => {
  it('attack what was built in short, and in full only where everything is asked for', () => {
    expect(stepsAlone().find(({ command }) => command[0] === 'attack')).toMatchObject({
      command: ['attack', '--', '--quick'],
      after: ['cdn build'],
    });
    const more = names({ isFull: true }).slice(names().length);
    expect(more).toEqual(['storybook build', 'long site tests', 'attack']);
  });

  it('install host sites only where they may be', () => {
    expect(names({ isFull: true })).not.toContain('hosts');
    expect(names({ isFull: true, hasHosts: true }).at(-1)).toBe('hosts');
  });

  it('read real files last, and only where they are there', () => {
    expect(names()).not.toContain('samples');
    expect(names({ hasSamples: true })).toEqual([...names(), 'samples']);
    expect(names({ isFull: true, hasSamples: true }).at(-1)).toBe('samples');
  });

  it('come after the steps that they need', () => {
    const order = [...BESIDE, ...stepsAlone({ isFull: true, hasHosts: true, hasSamples: true })];
    for (const [at, { after = [] }] of order.entries()) {
      const before = order.slice(0, at).map(({ name }) => name);
      for (const name of after) expect(before).toContain(name);
    }
  });

  it('have names of their own, by which their reports and results are kept', () => {
    const all = [...BESIDE, ...stepsAlone({ isFull: true, hasHosts: true, hasSamples: true })].map(({ name }) => name);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('the tests of real files', () => {
  it('say in one sentence, and fail, where the files are not beside the repository', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ess-samples-'));
    try {
      const copy = path.join(folder, 'repository/scripts/test/samples.mjs');
      mkdirSync(path.dirname(copy), { recursive: true });
      copyFileSync(path.join(import.meta.dirname, 'samples.mjs'), copy);
      const { status, stdout, stderr } = spawnSync(process.execPath, [copy], { encoding: 'utf8' });
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).toBe(
        'The folder "shared" with the real files is not beside this repository: no test could run.\n',
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
