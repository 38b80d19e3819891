import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Runs the example as its first lines say. */
function run(...flags: readonly string[]): readonly string[] {
  const file = path.join(import.meta.dirname, 'index.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, file], { cwd: ROOT, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return stdout.trim().replaceAll('\u00a0', ' ').split('\n');
}

const built = run();

describe('the headless example', () => {
  it('prints the published figures with the built packages, in plain Node', () => {
    expect(built).toContain('Adhérents : 117 adhérents (published)');
    expect(built).toContain('Nouvelles adhésions : 9 adhérents (both)');
    expect(built).toContain('Événements du Mois de l’ESS : 330 événements (published)');
  });

  it('prints the same from the sources', () => {
    expect(run('--conditions=ess-source', '--import', 'tsx')).toEqual(built);
  });
});
