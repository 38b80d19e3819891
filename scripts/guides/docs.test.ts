import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DOCS = path.join(ROOT, 'docs');
const ROOMS = readdirSync(ROOT);

describe.each(readdirSync(DOCS).filter((file) => file.endsWith('.md')))('docs/%s', (file) => {
  const text = readFileSync(path.join(DOCS, file), 'utf8');

  it('links to files that exist', () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(path.join(DOCS, link)))).toEqual([]);
  });

  it('names paths that exist', () => {
    const named = [...text.matchAll(/`([\w.-]+\/[\w./-]+)`/g)].map(([, name = '']) => name);
    const paths = named.filter((name) => ROOMS.includes(name.split('/')[0] ?? ''));
    expect(paths.filter((name) => !existsSync(path.join(ROOT, name)))).toEqual([]);
  });
});

describe('the page on architecture', () => {
  it('draws modules that exist', () => {
    const text = readFileSync(path.join(DOCS, 'ARCHITECTURE.md'), 'utf8');
    const drawing = /```mermaid\n([^]*?)```/.exec(text)?.[1] ?? '';
    const sources = ['packages/core/src', 'packages/elements/src'].flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }),
    );
    const drawn = drawing.match(/[\w/-]+\.ts\b/g) ?? [];
    expect(drawn.length).toBeGreaterThan(10);
    expect(drawn.filter((name) => !sources.some((each) => each === name || each.endsWith(`/${name}`)))).toEqual([]);
  });
});
