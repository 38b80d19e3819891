/** Prepared data on a page: what is read without a schema, and that all else is judged. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type * as z from 'zod/mini';
import { createClient, createMemoryCache, essDataset, type Fetch, readReport } from '../data/index.ts';
import { Catalogue, collectionSchemas, Manifest, MeasuresFrame, Report, Story } from '../model/index.ts';
import { areNumbersInPlace, hashOf, sealed } from '../reading/index.ts';
import { NUMBERS } from '../reading/judged.ts';
import '../data/sources/ess-dataset/judge-records.ts';
import { completed, judgedManifest } from './judge-files.ts';
import { recordsText } from './prepared-files.ts';

const SRC = 'https://site.example/data/manifest.json';

/** Ice: a field that no schema has. Whoever judges a record leaves it out. */
const EVENT = { id: 'ball', title: { fr: 'Bal' }, date: '2024-06-18', status: 'held', ice: 'cold' };

type Files = Record<string, string>;

const manifestOf = (records: readonly unknown[], more: Partial<Manifest> = {}): Manifest =>
  Manifest.parse({
    format: 'ess-dataset/1',
    id: 'test',
    title: { fr: 'Essai' },
    publisher: { name: 'Essai' },
    licence: { name: 'CC0' },
    language: 'fr',
    updated: '2025-03-05',
    periods: ['2024'],
    collections: { events: { href: 'events.json', count: records.length, hash: 'a', coverage: [] } },
    ...more,
  });

/** Returns the files of data that somebody has declared good, whatever is in them. */
async function declared(records: readonly unknown[], others: Files = {}, more: Partial<Manifest> = {}): Promise<Files> {
  const files: Files = { 'events.json': recordsText(records), ...others };
  const hashes: Record<string, string> = {};
  for (const [name, text] of Object.entries(files)) hashes[name] = await hashOf(text);
  const judged = { release: '0.2.0', seal: '', hashes };
  return { ...files, 'manifest.json': await sealed(JSON.stringify({ ...manifestOf(records, more), judged })) };
}

function clientOn(files: Files, isOwn: (url: string) => boolean = (url) => url === SRC) {
  const warnings: string[] = [];
  const fetch: Fetch = async (url) => {
    const text = files[url.slice(url.lastIndexOf('/') + 1)];
    return Object.defineProperty(new Response(text ?? '', { status: text === undefined ? 404 : 200 }), 'url', {
      value: url,
    });
  };
  const client = createClient({
    sources: [essDataset],
    cache: createMemoryCache(),
    fetch,
    isOwn,
    clock: { now: () => Date.parse('2025-03-10T09:00:00Z'), setTimeout: () => 0, clearTimeout: () => undefined },
    onWarn: (_code, message) => warnings.push(message),
  });
  return { client, warnings };
}

const NEED = { src: SRC, need: ['events'] } as const;

async function read(files: Files, isOwn?: (url: string) => boolean) {
  const { data, issues, error } = await clientOn(files, isOwn).client.query(NEED).ready;
  return { events: data?.collections.events, issues, error, isJudgedHere: data?.judged === undefined };
}

const withManifest = (files: Files, change: (manifest: Required<Manifest>) => unknown): Files => ({
  ...files,
  'manifest.json': JSON.stringify(change(JSON.parse(files['manifest.json'] ?? ''))),
});

/** Changes a manifest and seals it again. */
async function resealed(files: Files, change: (judged: NonNullable<Manifest['judged']>) => object): Promise<Files> {
  const changed = withManifest(files, (m) => ({ ...m, judged: { ...change(m.judged ?? never()), seal: '' } }));
  return { ...files, 'manifest.json': await sealed(changed['manifest.json'] ?? '') };
}

const never = (): never => {
  throw new Error('the manifest states nothing');
};

afterEach(() => vi.unstubAllGlobals());

describe('data that were judged when they were prepared', () => {
  it('are read as they are on a page of their site', async () => {
    const { events, issues, isJudgedHere } = await read(await declared([EVENT]));
    expect([events, issues, isJudgedHere]).toEqual([[EVENT], [], false]);
  });

  it('are so for each release of the same line', async () => {
    const { events } = await read(
      await resealed(await declared([EVENT]), (judged) => ({ ...judged, release: '0.2.7' })),
    );
    expect(events).toEqual([EVENT]);
  });

  const OTHERS: readonly (readonly [why: string, files: (good: Files) => Files | Promise<Files>])[] = [
    ['whose file has no hash', (good) => resealed(good, (judged) => ({ ...judged, hashes: {} }))],
    ['whose file has another hash', (good) => ({ ...good, 'events.json': `${good['events.json']} ` })],
    ['that no release has judged', (good) => resealed(good, ({ hashes }) => ({ hashes }))],
    ['of another line of releases', (good) => resealed(good, (judged) => ({ ...judged, release: '0.3.0' }))],
    ['whose manifest was changed since', (good) => withManifest(good, (m) => ({ ...m, id: 'other' }))],
    ['whose manifest has no seal', (good) => withManifest(good, (m) => ({ ...m, judged: { ...m.judged, seal: '' } }))],
    ['whose manifest states nothing', (good) => withManifest(good, ({ judged: _, ...m }) => m)],
    ['whose manifest states what is no such thing', (good) => withManifest(good, (m) => ({ ...m, judged: 'yes' }))],
  ];

  it.each(OTHERS)('%s are judged', async (_, change) => {
    const { events } = await read(await change(await declared([EVENT])));
    expect(events).toMatchObject([{ id: 'ball', count: 1 }]);
    expect(events?.[0]).not.toHaveProperty('ice');
  });

  it('are judged where the site has not written their address', async () => {
    const good = await declared([EVENT]);
    expect((await read(good, () => false)).events?.[0]).not.toHaveProperty('ice');
    expect((await read(good, (url) => url === `${SRC}?`)).events?.[0]).not.toHaveProperty('ice');
  });

  it('are judged where the platform has no hashes, as over plain http', async () => {
    const good = await declared([EVENT]);
    vi.stubGlobal('crypto', {});
    expect((await read(good)).events?.[0]).not.toHaveProperty('ice');
    vi.stubGlobal('crypto', undefined);
    expect((await read(good)).events?.[0]).not.toHaveProperty('ice');
  });

  it.each([
    ['digits in a text', { count: '12' }],
    ['a number for a text', { id: 7 }],
    ['a number in a list', { themes: [3] }],
    ['a list for a number', { count: [1] }],
  ])('and have %s are judged: the record is named and left out', async (_, wrong) => {
    const { events, issues } = await read(await declared([EVENT, { ...EVENT, id: 'fair', ...wrong }]));
    expect(events?.map(({ id }) => id)).toEqual(['ball']);
    expect(issues).toMatchObject([{ rule: 'schema', where: { collection: 'events' } }]);
  });

  it('and cannot be read are judged at once', async () => {
    const measures = { format: 'ess-measures/1', hashes: null, indicators: {}, measures: [] };
    const files = await declared([EVENT], { 'measures.json': JSON.stringify(measures) }, { measures: 'measures.json' });
    const { error } = await clientOn(files).client.query({ src: SRC, need: ['measures'] }).ready;
    expect(error).toMatchObject({ code: 'schema', message: expect.stringContaining('"hashes" of the measures') });
  });

  it('and have a manifest that is none are judged at once', async () => {
    const files = await declared([EVENT], {}, { collections: null as never }).catch(() => declared([EVENT]));
    const hostile = await resealed(
      withManifest(files, (m) => ({ ...m, collections: null })),
      (judged) => judged,
    );
    expect((await read(hostile)).error).toMatchObject({
      code: 'schema',
      message: expect.stringContaining('collections'),
    });
  });
});

describe('a file beside data that were judged', () => {
  const REPORT = {
    format: 'ess-report/1',
    id: 'r',
    title: { fr: 'Rapport' },
    period: '2024',
    language: 'fr',
    chapters: [{ id: 'I', title: { fr: '[[@period]]' }, sections: [], ice: 'cold' }],
  };

  async function readBeside(report: object, change: (files: Files) => Files = (files) => files) {
    const text = JSON.stringify(report);
    const files = await declared([EVENT], { 'report.json': text }, { report: 'report.json' });
    const { client } = clientOn(change(files));
    const { data } = await client.query(NEED).ready;
    if (!data) throw new Error('nothing was read');
    const parse = (found: string, url: string, _reach: unknown, isRead: boolean) => readReport(found, url, isRead);
    return client.file('report.json', parse, { author: 'data', of: data });
  }

  it('is read as it is, with its periods in place of their words', async () => {
    const [chapter] = (await readBeside(REPORT)).chapters;
    expect(chapter).toEqual({ ...REPORT.chapters[0], title: { fr: '2024' } });
  });

  it('is judged where it has another hash, or a number for a text', async () => {
    const changed = await readBeside(REPORT, (files) => ({ ...files, 'report.json': `${files['report.json']} ` }));
    expect(changed.chapters[0]).not.toHaveProperty('ice');
    const hostile = await readBeside({ ...REPORT, chapters: [{ ...REPORT.chapters[0], id: 1 }] });
    expect(hostile.chapters[0]).not.toHaveProperty('ice');
  });

  it('is judged where it cannot be read without a schema', async () => {
    const { client } = clientOn(await declared([EVENT], { 'a.txt': 'a' }));
    const { data } = await client.query(NEED).ready;
    const parse = (text: string, _from: string, _reach: unknown, isRead: boolean): string => {
      if (isRead) throw new TypeError('not as it was declared');
      return `${text}, judged`;
    };
    expect(await client.file('a.txt', parse, { author: 'data', of: data ?? never() })).toBe('a, judged');
  });
});

describe('judging data that could not be shown', () => {
  it('names the record, and leaves it out', async () => {
    const { client, warnings } = clientOn(await declared([EVENT, { id: 'fair', date: {} }]));
    const query = client.query(NEED);
    const leave = query.subscribe(() => undefined);
    expect((await query.ready).data?.collections.events).toHaveLength(2);
    await query.judge?.();
    expect(query.state.data?.collections.events?.map(({ id }) => id)).toEqual(['ball']);
    expect(query.state.data).not.toHaveProperty('judged');
    expect(query.state.issues).toMatchObject([{ rule: 'schema', where: { collection: 'events', id: 'fair' } }]);
    expect(warnings).toEqual([expect.stringContaining('"fair"')]);
    leave();
  });

  it('leaves nothing shown where nothing can be read', async () => {
    const { client } = clientOn(await declared([{ id: 'fair', date: {} }]));
    const query = client.query(NEED);
    const leave = query.subscribe(() => undefined);
    await query.ready;
    await query.judge?.();
    expect(query.state).toMatchObject({ data: null, error: { code: 'schema' }, fetching: false });
    await query.refresh();
    expect(query.state).toMatchObject({ data: null, error: { code: 'schema' } });
    leave();
  });
});

describe('preparing', () => {
  it('writes the defaults that records leave out, and nothing else anew', () => {
    const read = collectionSchemas.events.parse(EVENT);
    const whole = completed(EVENT, read);
    expect(whole).toMatchObject({ ...EVENT, count: 1, online: false, themes: [] });
    expect(Object.keys(whole as object).slice(0, 5)).toEqual(Object.keys(EVENT));
    expect(completed({ type: 'x', on: 1 }, { type: 'other', name: 'x' })).toEqual({ type: 'x', on: 1 });
  });

  it('states only what a schema reads as it is written', async () => {
    const whole = completed(EVENT, collectionSchemas.events.parse(EVENT));
    const hashesOf = async (...records: readonly unknown[]) => {
      const files = new Map([['events.json', recordsText(records)]]);
      const text = await judgedManifest(manifestOf(records), files, (manifest) => JSON.stringify(manifest));
      return Object.keys(JSON.parse(text).judged.hashes);
    };
    expect(await hashesOf(whole)).toEqual(['events.json']);
    for (const bad of [{ ...EVENT, id: 'fair' }, { ...EVENT, status: 'tomorrow' }, { id: 'x' }])
      expect(await hashesOf(whole, bad)).toEqual([]);
    expect(await hashesOf(whole, whole)).toEqual([]);
  });

  it('gives what a page of the site reads', async () => {
    const whole = completed(EVENT, collectionSchemas.events.parse(EVENT));
    const files = { 'events.json': recordsText([whole]) };
    const write = (manifest: Manifest) => JSON.stringify(manifest, null, 2);
    const manifest = await judgedManifest(manifestOf([whole]), new Map(Object.entries(files)), write);
    expect((await read({ ...files, 'manifest.json': manifest })).events).toEqual([whole]);
  });
});

type Schema = z.core.$ZodTypes;

/** Calls `found` for each plain value of a schema, with the name of its field. */
function eachField(
  schema: Schema,
  name: string,
  found: (name: string, type: string) => void,
  seen = new Set<Schema>(),
): void {
  const { def } = schema._zod;
  const inside = (each: unknown, inner = name): void => eachField(each as Schema, inner, found, seen);
  if ('innerType' in def) return inside(def.innerType);
  if (def.type !== 'object' && def.type !== 'array' && def.type !== 'union' && def.type !== 'record')
    return found(name, def.type);
  if (seen.has(schema)) return;
  seen.add(schema);
  if (def.type === 'object') for (const [inner, each] of Object.entries(def.shape)) inside(each, inner);
  if (def.type === 'array') inside(def.element, `${name}[]`);
  if (def.type === 'record') inside(def.valueType, `${name}{}`);
  if (def.type === 'union') for (const each of def.options) inside(each);
}

describe('numbers', () => {
  it('are told apart by their fields in every document', () => {
    const all = [...Object.values(collectionSchemas), Manifest, MeasuresFrame, Report, Story, Catalogue];
    const kinds = new Map<string, Set<boolean>>();
    for (const schema of all)
      eachField(schema, '', (name, type) => {
        if (type === 'unknown') return;
        kinds.set(name, (kinds.get(name) ?? new Set()).add(type === 'number'));
      });
    const numbers = [...kinds].filter(([, kind]) => kind.has(true));
    expect(numbers.map(([name]) => name).filter((name) => !NUMBERS.has(name))).toEqual([]);
    expect(numbers.filter(([, kind]) => kind.has(false))).toEqual([]);
    expect(numbers.length).toBeGreaterThan(10);
  });

  it('stand where they belong', () => {
    expect(areNumbersInPlace([{ count: 1, value: null, printed: { count: 'un' }, name: 'a' }])).toBe(true);
    for (const odd of [{ count: '1' }, { name: 1 }, { value: {} }, { value: true }, [[7]]])
      expect(areNumbersInPlace([odd]), JSON.stringify(odd)).toBe(false);
  });
});
