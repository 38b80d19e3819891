import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readmeCatalogue } from '../readme-catalogue.ts';
import { elementIndexes } from './elements.ts';
import { camelCase, pascalCase, stale, write } from './files.ts';
import { licences } from './licences.ts';

describe('the generated indexes', () => {
  let root = '';
  const file = (name: string, text = '') => {
    const full = path.join(root, name);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, text);
  };
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'ess-sync-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('count the indicators, and list the formats, where the README does', () => {
    file('packages/bretagne/catalogue/members.json', '[{"id":"a"},{"id":"b"}]');
    file('packages/bretagne/catalogue/events.json', '[{"id":"c"}]');
    expect(readmeCatalogue(root)).toEqual(new Map());
    const marks = '<!-- formats:start -->\n<!-- formats:end -->\n';
    writeFileSync(path.join(root, 'README.md'), `The catalogue\nhas 2 indicators, which say…\n\n${marks}`);
    const text = readmeCatalogue(root).get('README.md');
    expect(text).toContain('The catalogue\nhas 3 indicators, which say…\n');
    expect(text).toMatch(/formats:start -->\n\| format [^]*\| `ical` [^]*<!-- formats:end/);
  });

  it('list the elements, and no folder that is not one', () => {
    for (const name of ['ess-map/ess-map.ts', 'ess-map/define.ts', 'internal/element.ts', 'ess-draft/notes.ts']) {
      file(`packages/elements/src/${name}`);
    }
    const generated = elementIndexes(root);
    expect(generated.get('packages/elements/src/define.ts')).toContain(`import './ess-map/define.ts';`);
    expect(generated.get('packages/elements/src/loader/registry.ts')).toContain(
      `'ess-map': () => import('../ess-map/define.ts'),`,
    );
    expect(generated.get('packages/elements/src/loader/registry.ts')).not.toContain('draft');
  });

  it('give its licence to each package that is packed', () => {
    file('LICENSE', 'MIT');
    file('packages/core/package.json', '{}');
    file('packages/bench/package.json', '{"private": true}');
    expect([...licences(root)]).toEqual([['packages/core/LICENSE', 'MIT']]);
  });

  it('refuse an element that nothing registers', () => {
    file('packages/elements/src/ess-map/ess-map.ts');
    expect(() => elementIndexes(root)).toThrow('No define.ts in ess-map');
  });

  it('are stale until they are written, and again after an edit', () => {
    const generated = new Map([['a/b.ts', 'one\n']]);
    expect(stale(root, generated)).toEqual(['a/b.ts']);
    write(root, generated);
    expect(stale(root, generated)).toEqual([]);
    writeFileSync(path.join(root, 'a/b.ts'), 'two\n');
    expect(stale(root, generated)).toEqual(['a/b.ts']);
  });

  it('name things after their id', () => {
    expect(camelCase('members-by-age-2')).toBe('membersByAge2');
    expect(pascalCase('ess-member-map')).toBe('EssMemberMap');
  });
});
