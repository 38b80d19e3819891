/** What a page fetches is what it needs, or little more: files are put together by one rule (`chunks.ts`). */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/site/mounts.mjs';
import { type BuiltModule, builtModules } from './support/code.ts';

/** A file may hold a quarter more than what a page needs of it; a late one, in place of that, so many bytes. */
const SHARE = 1.25;
const LATE_BYTES = 12_000;
/** Elements of whose weight little is asked: a provider shows nothing, a data check is on few pages. */
const APART: readonly string[] = ['ess-provider', 'ess-data-check'];

const CDN = path.join(ROOT, 'packages/elements/cdn');
const RELEASE = path.join(CDN, readdirSync(CDN).find((name) => /^\d/.test(name)) ?? '');

const modules = new Map(builtModules().map((each) => [each.id, each]));
const ids = [...modules.keys()];

const textOf = (file: string): string => readFileSync(path.join(RELEASE, file), 'utf8');
/** Bytes of each file, compressed, and what its modules weigh before it is made smaller. */
const sizes = new Map(
  [...new Set([...modules.values()].map(({ file }) => file))]
    .filter((file) => file !== 'ess.js')
    .map((file) => [file, gzipSync(textOf(file), { level: 9 }).length]),
);
const lengths = new Map<string, number>();
for (const { file, length } of modules.values()) lengths.set(file, (lengths.get(file) ?? 0) + length);

/** Returns the bytes of a module, as its part of the file that holds it. */
const bytesOf = ({ file, length }: BuiltModule): number =>
  ((sizes.get(file) ?? 0) * length) / Math.max(1, lengths.get(file) ?? 0);

/** Adds a module and all that it imports at once. */
function needed(id: string, found: Set<BuiltModule> = new Set()): ReadonlySet<BuiltModule> {
  const module = modules.get(id);
  if (!module || found.has(module)) return found;
  found.add(module);
  for (const next of module.imports) needed(next, found);
  return found;
}

/** Adds a file and all that it imports at once, which a browser fetches with it. */
function fetched(file: string, found: Set<string> = new Set()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, next = ''] of textOf(file).matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) fetched(next, found);
  return found;
}

/** Returns the modules that are imported late by what a page may reach. */
function lateIn(start: string): ReadonlySet<string> {
  const late = new Set<string>();
  const seen = new Set<string>();
  const visit = (id: string): void => {
    const module = modules.get(id);
    if (!module || seen.has(id)) return;
    seen.add(id);
    module.imports.forEach(visit);
    for (const next of module.late) {
      if (next.endsWith('/define.ts')) continue;
      late.add(next);
      visit(next);
    }
  };
  visit(start);
  return late;
}

const sum = <T>(all: Iterable<T>, of: (one: T) => number): number =>
  [...all].reduce((total, one) => total + of(one), 0);
const sizeOf = (file: string): number => sizes.get(file) ?? 0;
const tagOf = (id: string): string => path.basename(path.dirname(id));

const elements = ids
  .filter((id) => /\/src\/ess-[^/]+\/define\.ts$/.test(id))
  .filter((id) => !APART.includes(tagOf(id)))
  .map((id) => ({ tag: tagOf(id), id, needs: needed(id), files: fetched(`${tagOf(id)}.js`) }));

describe('the files of cdn', () => {
  it('begin with a loader of 4.5 kB at most, as a server sends it', () => {
    expect(brotliCompressSync(readFileSync(path.join(CDN, 'ess.js'))).length).toBeLessThanOrEqual(4_500);
  });

  it('are about what each element needs', () => {
    expect(elements.length).toBeGreaterThan(10);
    const heavy = elements
      .map(({ tag, needs, files }) => ({ tag, needs: sum(needs, bytesOf), fetches: sum(files, sizeOf) }))
      .filter((each) => each.fetches > SHARE * each.needs);
    expect(heavy).toEqual([]);
  });

  it('are about what each late module needs, beside each element that may ask for it', () => {
    const pairs = elements.flatMap(({ tag, id, needs, files }) =>
      [...lateIn(id)].flatMap((late) => {
        const module = modules.get(late);
        if (!module || files.has(module.file)) return [];
        const own = [...needed(late)].filter((each) => !needs.has(each) && !files.has(each.file));
        const more = [...fetched(module.file)].filter((file) => !files.has(file));
        return [{ tag, late, needs: sum(own, bytesOf), fetches: sum(more, sizeOf) }];
      }),
    );
    expect(pairs.length).toBeGreaterThan(400);
    const heavy = pairs.filter(({ needs, fetches }) => fetches > SHARE * needs && fetches > needs + LATE_BYTES);
    expect(heavy).toEqual([]);
  });
});
