import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tagsOf } from './elements.ts';
import { pascalCase } from './files.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, 'packages/elements');

interface Declaration {
  readonly tagName: string;
  readonly attributes: readonly { readonly name: string }[];
}
interface Manifest {
  readonly modules: readonly { readonly path: string; readonly declarations: readonly Declaration[] }[];
}

const text = readFileSync(path.join(FOLDER, 'custom-elements.json'), 'utf8');
const { modules } = JSON.parse(text) as Manifest;

describe('the custom elements manifest', () => {
  it.each(tagsOf(ROOT))('has every attribute that <%s> listens to, also those of the classes above it', async (tag) => {
    const module = (await import(path.join(FOLDER, 'src', tag, `${tag}.ts`))) as Readonly<
      Record<string, { readonly observedAttributes: readonly string[] }>
    >;
    const declared = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName === tag);
    const names = declared.flatMap(({ attributes }) => attributes.map(({ name }) => name));
    expect([...names].sort()).toEqual([...(module[pascalCase(tag)]?.observedAttributes ?? [])].sort());
  });

  it('names files as they are packed', () => {
    const named = [...text.matchAll(/"(?:path|module)": "([^"]+)"/g)].map(([, file = '']) => file);
    expect(named.length).toBeGreaterThan(0);
    const sources = named.map((file) => file.replace(/^dist\/(.*)\.js$/, 'src/$1.ts'));
    expect(sources.filter((file, at) => file === named[at] || !existsSync(path.join(FOLDER, file)))).toEqual([]);
  });
});
