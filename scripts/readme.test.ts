import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SCRIPTS } from './parts.mjs';
import { tagsOf } from './sync/elements.ts';
import { foldersIn } from './sync/files.ts';
import { partsOf } from './test/steps.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
/** Folders that a build writes: a fresh clone has none. */
const BUILT = ['packages/elements/cdn'];
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const manifest: { readonly version: string; readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  read('package.json'),
);
const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

describe.each(['README.md', 'CONTRIBUTING.md'])('%s', (file) => {
  const text = read(file);

  it('names only scripts that exist', () => {
    const named = all(text, /npm run (?:--silent )?([a-z:-]+[a-z])/g);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  it('names only parts that these scripts have', () => {
    const parts: Readonly<Record<string, readonly string[]>> = {
      'test:full': partsOf('full'),
      ...Object.fromEntries(Object.entries(SCRIPTS).map(([name, script]) => [name, Object.keys(script.parts)])),
    };
    const named = [...text.matchAll(/npm run (?:--silent )?([a-z:-]+[a-z]) -- ([a-z]+)\b(?!-)/g)].filter(
      ([, script = '']) => script in parts,
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(([, script = '', part = '']) => !parts[script]?.includes(part)).map(([all]) => all)).toEqual(
      [],
    );
  });

  it('links and points only to what exists', () => {
    const links = all(text, /\]\((?!https?:)([^)#]+)\)/g);
    const paths = all(text, /(?:^|[\s`'])((?:packages|examples|scripts|stories)\/[\w./@-]+\w)/gm);
    const known = [...links, ...paths].filter((each) => !/recycled-bikes|ess-something/.test(each));
    expect(known.length).toBeGreaterThan(0);
    const written = known.filter((each) => !BUILT.includes(each));
    expect(written.filter((each) => !existsSync(path.join(ROOT, each)))).toEqual([]);
  });
});

describe('README.md', () => {
  const text = read('README.md');

  it('lists the packages that exist, and no other', () => {
    const listed = all(text, /^\| \[packages\/([a-z-]+)\]/gm);
    expect([...listed].sort()).toEqual(foldersIn(path.join(ROOT, 'packages')));
  });

  it('lists the elements that exist, and no other', () => {
    const [, table = ''] = /\n\| element .*\n((?:\|.*\n)+)/.exec(text) ?? [];
    expect([...all(table, /^\| `(ess-[a-z-]+)`/gm)].sort()).toEqual([...tagsOf(ROOT)].sort());
  });

  it('credits every source that the geographic files name', () => {
    const [, credits = ''] = text.split('## Données et licences');
    for (const file of ['basemap', 'communes']) {
      const { licences }: { readonly licences: readonly { readonly source: string; readonly licence: string }[] } =
        JSON.parse(read(`packages/bretagne/data/${file}.json`));
      for (const { source } of licences) {
        const [, dependency = ''] = /\(([^ )]+) [\d.]+\)|etalab\/([a-z-]+)/.exec(source) ?? [];
        expect(credits, source).toContain(dependency || 'decoupage-administratif');
      }
    }
  });
});

describe.each(['core', 'elements'])('packages/%s/README.md', (folder) => {
  it('names only what the package exports', () => {
    const { name, exports }: { readonly name: string; readonly exports: Readonly<Record<string, unknown>> } =
      JSON.parse(read(`packages/${folder}/package.json`));
    const named = all(read(`packages/${folder}/README.md`), new RegExp(`['\`]${name}((?:/[a-z-]+)*)['\`]`, 'g'));
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((entry) => !(`.${entry}` in exports))).toEqual([]);
  });
});

describe('CHANGELOG.md', () => {
  it('has a section for the version of the packages, dated', () => {
    expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## \\[${manifest.version}\\] - \\d{4}-\\d\\d-\\d\\d$`, 'm'));
    // The plugins of hosts are no npm packages.
    const named = foldersIn(path.join(ROOT, 'packages')).filter((name) =>
      existsSync(path.join(ROOT, 'packages', name, 'package.json')),
    );
    for (const name of named) {
      expect(JSON.parse(read(`packages/${name}/package.json`)).version, name).toBe(manifest.version);
    }
  });
});
