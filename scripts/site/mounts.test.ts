import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeOf } from '../sync/made-of.ts';
import { fileOf, leaveMountsAlone, type Mount, ROOT } from './mounts.mjs';

describe('a mount of the site', () => {
  let folder = '';
  let mounts: readonly Mount[] = [];
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ess-mounts-'));
    mkdirSync(path.join(folder, 'pole/deep'), { recursive: true });
    for (const file of ['pole/index.html', 'pole/deep/é.json', 'secret.txt'])
      writeFileSync(path.join(folder, file), '');
    mounts = [{ url: '/pole/', folder: path.join(folder, 'pole') }];
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const inPole = (file: string) => path.join(folder, 'pole', file);

  it('serves its files, and index.html for a folder', () => {
    expect(fileOf('/pole/', mounts)).toBe(inPole('index.html'));
    expect(fileOf('/pole/index.html?a=1', mounts)).toBe(inPole('index.html'));
    expect(fileOf('/pole/deep/%C3%A9.json', mounts)).toBe(inPole('deep/é.json'));
  });

  it('serves nothing that it does not have', () => {
    expect(fileOf('/pole/missing.json', mounts)).toBeNull();
    expect(fileOf('/pole/deep/', mounts)).toBeNull();
    expect(fileOf('/other/index.html', mounts)).toBeNull();
    expect(fileOf('/pole/%E0%A4%A', mounts)).toBeNull();
  });

  it('serves nothing outside of its folder', () => {
    expect(fileOf('/pole/../secret.txt', mounts)).toBeNull();
    expect(fileOf('/pole/..%2Fsecret.txt', mounts)).toBeNull();
  });

  it('keeps Vite from bundling what it serves, and nothing else', () => {
    const own = '<script type="module" src="./main.ts"></script>';
    const page = `<script type="module" src="/pole/a.js"></script>${own}`;
    expect(leaveMountsAlone(page, mounts)).toBe(`<script vite-ignore type="module" src="/pole/a.js"></script>${own}`);
  });
});

describe('the configuration of a build', () => {
  it.each(['vite.config.ts', 'packages/elements/vite.config.ts'])(
    '%s imports no package of ours: in a fresh clone none is built yet',
    (config) => {
      const built = /^(?:import|export)(?! type)[^;]*?from '@ess-widgets\/[^']+'/m;
      const files = [...madeOf(path.join(ROOT, config))];
      expect(files.length).toBeGreaterThan(3);
      expect(files.filter((file) => built.test(readFileSync(file, 'utf8')))).toEqual([]);
    },
  );
});
