import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandsOf, SCRIPTS } from './parts.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const scripts: Readonly<Record<string, string>> = JSON.parse(read('package.json')).scripts;

describe('the scripts of npm', () => {
  it('are at most 25: parts of them are words', () => {
    expect(Object.keys(scripts).length).toBeLessThanOrEqual(25);
    for (const name of Object.keys(SCRIPTS)) expect(scripts[name]).toBe(`node scripts/parts.mjs ${name}`);
  });
});

describe('the parts of a script', () => {
  it('are all that make the whole where none is named', () => {
    const whole = commandsOf('build', []).map(([command]) => command);
    expect(whole).toEqual(commandsOf('build', ['lib', 'cdn', 'site']).map(([command]) => command));
    expect(whole.join()).not.toContain('storybook');
  });

  it('are taken in the order named, and options go to the last command', () => {
    expect(commandsOf('zip', ['spip'])).toEqual([
      ['npm run --silent build -- stills cdn', []],
      ['tsx --conditions=ess-source scripts/hosts/plugin-zip.ts spip', []],
    ]);
    expect(commandsOf('sync', ['--check'])).toEqual([['tsx --conditions=ess-source scripts/sync.ts', ['--check']]]);
    expect(commandsOf('release', ['folder', '--keep', 'a b'])).toEqual([
      ['tsx --conditions=ess-source scripts/release/folder.ts', ['--keep', 'a b']],
    ]);
  });

  it('are named where one is missing or unknown', () => {
    expect(() => commandsOf('release', [])).toThrow('npm run release: name a part: version, folder, dry.');
    expect(() => commandsOf('build', ['cnd'])).toThrow(
      '"cnd" is no part: lib, reference, cdn, site, stills, storybook.',
    );
    expect(() => commandsOf('build', ['toString'])).toThrow('"toString" is no part');
  });
});
