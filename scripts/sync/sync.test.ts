import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readmeCatalogue } from '../readme-catalogue.ts';
import { elementIndexes } from './elements.ts';
import { camelCase, pascalCase, stale, write } from './files.ts';
import { indicatorIndexes } from './indicators.ts';
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

  it('list the indicators by topic, without their tests and the engine', () => {
    for (const name of ['members-stock.ts', 'members-stock.test.ts', 'members-by-college.ts', 'index.ts']) {
      file(`packages/core/src/indicators/members/${name}`);
    }
    file('packages/core/src/indicators/events/events-held.ts');
    file('packages/core/src/indicators/engine.ts');
    const generated = indicatorIndexes(root);
    expect([...generated.keys()]).toEqual([
      'packages/core/src/indicators/events/index.ts',
      'packages/core/src/indicators/members/index.ts',
      'packages/core/src/indicators/topics.ts',
    ]);
    expect(generated.get('packages/core/src/indicators/members/index.ts')).toContain(
      'export const indicators = [membersByCollege, membersStock] as const;',
    );
    const topics = generated.get('packages/core/src/indicators/topics.ts');
    expect(topics).toContain(`members: () => import('./members/index.ts'),`);
    expect(topics).toContain(`'events-held': 'events',`);
    expect(topics).not.toContain('engine');
  });

  it('count the indicators where the README says how many there are', () => {
    for (const name of ['members/a.ts', 'members/b.ts', 'members/b.test.ts', 'events/c.ts', 'events/index.ts']) {
      file(`packages/core/src/indicators/${name}`);
    }
    expect(readmeCatalogue(root)).toEqual(new Map());
    writeFileSync(path.join(root, 'README.md'), 'The catalogue\nhas 2 indicators, which say…\n');
    expect([...readmeCatalogue(root)]).toEqual([['README.md', 'The catalogue\nhas 3 indicators, which say…\n']]);
  });

  it('refuse an indicator that is in two topics', () => {
    file('packages/core/src/indicators/events/a-b.ts');
    file('packages/core/src/indicators/members/a-b.ts');
    expect(() => indicatorIndexes(root)).toThrow('a-b is in two topics: events and members');
  });

  it('list the elements, and no folder that is not one', () => {
    for (const name of ['ess-map/ess-map.ts', 'ess-map/define.ts', 'internal/element.ts', 'ess-draft/notes.ts']) {
      file(`packages/elements/src/${name}`);
    }
    const generated = elementIndexes(root);
    expect(generated.get('packages/elements/src/index.ts')).toContain(`export { EssMap } from './ess-map/ess-map.ts';`);
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
