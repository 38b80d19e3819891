import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reasonsAgainst } from './prepack.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'ess-prepack-'));
  write('elements/package.json', 1, JSON.stringify(MANIFEST));
  write('elements/src/element.ts', 10);
  write('core/src/core.ts', 10);
  write('elements/dist/element.js', 20);
  write('elements/cdn/ess.js', 20);
  write('elements/elements.json', 1);
});
afterEach(() => rmSync(root, { recursive: true }));

const MANIFEST = {
  name: '@ess-widgets/elements',
  version: '1.0.0',
  scripts: { prepack: `node ${path.join(import.meta.dirname, 'prepack.mjs')}` },
  files: ['dist', 'cdn', 'elements.json', 'src', '!src/**/*.test.ts'],
  dependencies: { '@ess-widgets/core': '1.0.0', lit: '^3.0.0' },
};

/** Writes a file that was changed last at a second of its own. */
function write(name: string, second: number, text = ''): void {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  utimesSync(file, second, second);
}

const reasons = (): readonly string[] => reasonsAgainst(path.join(root, 'elements'));

describe('a package', () => {
  it('is packed when it is built after its sources', () => {
    expect(reasons()).toEqual([]);
  });

  it.each([
    ['dist', 'build -- lib'],
    ['cdn', 'build -- cdn'],
  ])('is refused without %s', (folder, command) => {
    rmSync(path.join(root, 'elements', folder), { recursive: true });
    expect(reasons()).toEqual([`${folder} is missing or empty: run \`npm run ${command}\`.`]);
  });

  it('is refused when a source is newer than one of the built files', () => {
    write('elements/src/element.ts', 30);
    write('elements/dist/another.js', 40);
    expect(reasons()).toEqual([
      'dist is older than src/element.ts: run `npm run build -- lib`.',
      'cdn is older than src/element.ts: run `npm run build -- cdn`.',
    ]);
  });

  it('is refused when its bundle and its workers are older than the sources of a package inside of them', () => {
    write('core/src/core.ts', 30);
    expect(reasons()).toEqual([
      'dist is older than ../core/src/core.ts: run `npm run build -- lib`.',
      'cdn is older than ../core/src/core.ts: run `npm run build -- cdn`.',
    ]);
  });

  it('is packed when only tests are newer', () => {
    write('elements/src/element.test.ts', 30);
    write('elements/src/testing/page.ts', 30);
    expect(reasons()).toEqual([]);
  });

  it('is refused when its stills are older than its data, of which they are a part', () => {
    write('bretagne/package.json', 1, JSON.stringify({ files: ['data', 'data/stills'] }));
    write('bretagne/data/stills/index.json', 20);
    write('bretagne/data/stills/map.fr.html', 25);
    write('bretagne/data/manifest.json', 10);
    expect(reasonsAgainst(path.join(root, 'bretagne'))).toEqual([]);
    write('bretagne/data/manifest.json', 30);
    expect(reasonsAgainst(path.join(root, 'bretagne'))).toEqual([
      'data/stills is older than data/manifest.json: run `npm run build -- stills`.',
    ]);
  });

  it('is refused without a file that it lists', () => {
    rmSync(path.join(root, 'elements/elements.json'));
    expect(reasons()).toEqual(['elements.json is missing.']);
  });

  it('is not packed by npm when it is refused', { timeout: 120_000 }, () => {
    write('elements/src/element.ts', 30);
    const { status, stderr } = spawnSync('npm', ['pack', '--dry-run'], {
      cwd: path.join(root, 'elements'),
      encoding: 'utf8',
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain('elements is not packed: dist is older than src/element.ts');
  });
});
