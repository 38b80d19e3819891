import { describe, expect, it } from 'vitest';
import type { DatasetNeed } from '../../../model/index.ts';
import { essDataset } from './ess-dataset.ts';

const SRC = 'https://data.example/cress/manifest.json?v=2';

const manifest = (extra: object = {}) => ({
  format: 'ess-dataset/1',
  id: 'essai',
  title: { fr: 'Essai' },
  publisher: { name: 'Essai' },
  licence: { name: 'CC0' },
  language: 'fr',
  updated: '2025-03-05',
  periods: ['2024'],
  collections: {},
  ...extra,
});

const listed = (counts: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, { href: `${name}.json`, count, hash: `${name}-1` }]),
  );

const event = (id: string, extra: object = {}) => ({
  id,
  title: { fr: id },
  date: '2024-06-18',
  status: 'held',
  ...extra,
});

/** Loads a data set whose files are given by name, and notes what was asked. */
async function load(files: Record<string, unknown>, need: readonly DatasetNeed[]) {
  const asked: string[] = [];
  const fetch = async (url: string) => {
    asked.push(url);
    const name = new URL(url).pathname.replace('/cress/', '');
    const file = files[name];
    if (file === undefined) return new Response('', { status: 404 });
    return new Response(typeof file === 'string' ? file : JSON.stringify(file));
  };
  const result = await essDataset.load({ src: SRC, need }, { fetch, signal: new AbortController().signal });
  return { ...result, asked };
}

/** The events and findings of a data set that has these events. */
async function loadEvents(...events: readonly unknown[]) {
  const { dataset, issues } = await load(
    { 'manifest.json': manifest({ collections: listed({ events: events.length }) }), 'events.json': events },
    ['events'],
  );
  return { events: dataset.collections.events ?? [], issues };
}

describe('a data set', () => {
  it('has its files beside its manifest, and only those needed are asked for', async () => {
    const files = {
      'manifest.json': manifest({ collections: listed({ events: 1, organisations: 1 }) }),
      'events.json': [event('a')],
    };
    const { asked, dataset, issues } = await load(files, ['events', 'votes']);
    expect(asked).toEqual([SRC, 'https://data.example/cress/events.json']);
    expect(issues).toEqual([]);
    expect(Object.keys(dataset.collections)).toEqual(['events']);
    expect(dataset.collections.events?.[0]).toMatchObject({ id: 'a', count: 1, online: false, themes: [] });
  });

  it('tells its readers each notice of its manifest', async () => {
    const notices = [{ fr: 'La source n’est plus lue.', en: 'The source is no longer read.' }];
    const { issues } = await load({ 'manifest.json': manifest({ notices }) }, []);
    expect(issues).toMatchObject([{ rule: 'notice', severity: 'warning', message: notices[0] }]);
  });

  it('asks for its files all at once', async () => {
    const waiting: (() => void)[] = [];
    const names: string[] = [];
    const fetch = async (url: string) => {
      if (url === SRC) return Response.json(manifest({ collections: listed({ events: 0, votes: 0 }) }));
      names.push(url.split('/').pop() ?? '');
      await new Promise<void>((resolve) => waiting.push(resolve));
      return Response.json([]);
    };
    const loading = essDataset.load(
      { src: SRC, need: ['events', 'votes'] },
      { fetch, signal: new AbortController().signal },
    );
    await expect.poll(() => names).toEqual(['events.json', 'votes.json']);
    for (const release of waiting) release();
    expect((await loading).issues).toEqual([]);
  });

  it('may be a single file, its coverage beside its collections', async () => {
    const coverage = { organisations: [{ complete: true }] };
    const whole = manifest({ collections: { organisations: [{ id: 'a', name: 'A' }] }, coverage });
    const { asked, dataset, issues } = await load({ 'manifest.json': whole }, ['organisations']);
    expect(asked).toEqual([SRC]);
    expect(issues).toEqual([]);
    expect(dataset.collections.organisations).toHaveLength(1);
    expect(dataset.manifest.collections['organisations']).toMatchObject({ count: 1, coverage: [{ complete: true }] });
  });

  it('ignores fields and collections that this release does not know', async () => {
    const files = {
      'manifest.json': manifest({
        future: 1,
        collections: { ...listed({ events: 1 }), futures: { href: 'f.json', count: 1, hash: 'x' } },
      }),
      'events.json': [event('a', { mood: 'good' })],
    };
    expect((await load(files, ['events'])).issues).toEqual([]);
  });
});

describe('a manifest', () => {
  const failure = (files: Record<string, unknown>) => load(files, ['events']).catch((error: unknown) => error);

  it('of a newer major is refused, naming both', async () => {
    const error = await failure({ 'manifest.json': manifest({ format: 'ess-dataset/2' }) });
    expect(error).toMatchObject({
      code: 'format',
      message: expect.stringContaining('ess-dataset/2: this release reads ess-dataset/1'),
    });
  });

  it('of a newer minor is read', async () => {
    expect((await load({ 'manifest.json': manifest({ format: 'ess-dataset/1.4' }) }, [])).issues).toEqual([]);
  });

  it('of another format, or of none, is refused', async () => {
    for (const document of [{ format: 'ess-basemap/1' }, {}, [], null, 'text']) {
      expect(await failure({ 'manifest.json': JSON.stringify(document) })).toMatchObject({ code: 'format' });
    }
  });

  it('that is TopoJSON is said to be that, with what to do', async () => {
    const document = { type: 'Topology', arcs: [], objects: {} };
    expect(await failure({ 'manifest.json': JSON.stringify(document) })).toMatchObject({
      code: 'config',
      message: expect.stringMatching(/is TopoJSON, which is not read: export its members as CSV.*boundaries/),
      details: { given: 'src = TopoJSON (ess-dataset, csv)' },
    });
  });

  it('of a wrong shape is refused with path, received and expected', async () => {
    const collections = { events: { href: 'events.json', count: 'many', hash: 'x' } };
    expect(await failure({ 'manifest.json': manifest({ collections }) })).toMatchObject({
      code: 'schema',
      details: { path: 'collections.events.count' },
      message: expect.stringContaining('received "many", expected a number'),
    });
    expect(await failure({ 'manifest.json': manifest({ collections: 'none' }) })).toMatchObject({
      code: 'schema',
      details: { path: 'collections' },
    });
  });
});

describe('a collection', () => {
  const failure = (events: unknown) =>
    load({ 'manifest.json': manifest({ collections: listed({ events: 1 }) }), 'events.json': events }, [
      'events',
    ]).catch((error: unknown) => error);

  it('that is not there is an error, not an empty list', async () => {
    expect(await failure(undefined)).toMatchObject({ code: 'http' });
  });

  it('that is no list, or of which nothing can be read, is an error', async () => {
    expect(await failure({ events: [] })).toMatchObject({ code: 'schema', details: { path: 'events' } });
    expect(await failure([{ id: 'a' }])).toMatchObject({ code: 'schema', message: expect.stringContaining('title') });
  });

  it('may be empty', async () => {
    expect((await loadEvents()).events).toEqual([]);
  });

  it('that is not as long as announced is reported: one of the two files is old', async () => {
    const files = { 'manifest.json': manifest({ collections: listed({ events: 3 }) }), 'events.json': [event('a')] };
    const { issues, dataset } = await load(files, ['events']);
    expect(dataset.collections.events).toHaveLength(1);
    expect(issues).toMatchObject([{ rule: 'count', severity: 'warning', found: '1', expected: '3' }]);
  });

  it('has errors of syntax with line and column', async () => {
    const error = await failure('[\n  {"id": "a",}\n]');
    expect(error).toMatchObject({ code: 'syntax', details: { path: 'line 2, column 14' } });
  });
});

describe('a record', () => {
  it('that cannot be read is left out and listed with field, found and expected, in three languages', async () => {
    const { events, issues } = await loadEvents(event('a'), event('b', { status: 7 }), event('c'));
    expect(events.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(issues).toMatchObject([
      {
        rule: 'schema',
        severity: 'error',
        where: { file: 'https://data.example/cress/events.json', collection: 'events', id: 'b', field: 'status' },
        found: '7',
      },
    ]);
    expect(issues[0]?.expected).toContain('"held" | "planned"');
    expect(issues[0]?.message.fr).toMatch(/^events «.b.».: fiche laissée de côté, status vaut 7, attendu.: "held" \| /);
    expect(issues[0]?.message['br']).toMatch(/lezet er-maez, status.: 7, gortozet.: "held" \| /);
    expect(issues[0]?.message['en']).toMatch(/^events "b" is left out: status is 7, expected: "held" \| /);
  });

  it('with a word that this release does not know is kept with "other", and the word is listed', async () => {
    const { events, issues } = await loadEvents(
      event('a', { status: 'dreamt', position: { lon: -4.4, lat: 48.4, precision: 'quartier' } }),
    );
    expect(events).toMatchObject([{ id: 'a', status: 'other', position: { precision: 'other' }, count: 1 }]);
    expect(issues).toMatchObject([
      { rule: 'unknown-word', severity: 'warning', where: { id: 'a', field: 'status' }, found: '"dreamt"' },
      { rule: 'unknown-word', where: { field: 'position.precision' }, found: '"quartier"' },
    ]);
    expect(issues[0]?.expected).toContain('"held" | "planned"');
    expect(issues[0]?.message.fr).toContain('gardée');
    expect(issues[0]?.message['en']).toContain('kept');
  });

  it('whose operator is unknown is left out: it decides what the figure means', async () => {
    const { events } = await loadEvents(event('a'), event('b', { attendance: { value: 3, op: '!', unit: 'people' } }));
    expect(events.map(({ id }) => id)).toEqual(['a']);
  });

  it('without an id is named by its rank', async () => {
    const { issues } = await loadEvents(event('a'), { title: { fr: 'x' }, status: 'held' });
    expect(issues[0]?.where).toMatchObject({ id: '#2', field: 'id' });
  });

  it('whose period is in the wrong order is left out', async () => {
    const { events, issues } = await loadEvents(event('a'), event('b', { date: '2024-10-19/2024-10-18' }));
    expect(events).toHaveLength(1);
    expect(issues[0]).toMatchObject({
      where: { field: 'date' },
      expected: 'an end after the start, such as 2024-10-18/2024-10-19',
    });
  });

  it('that ends before it starts keeps all but its end', async () => {
    const times = { startsAt: '2024-06-18T14:00:00+02:00', endsAt: '2024-06-18T12:00:00+02:00' };
    const { events, issues } = await loadEvents(event('a', times));
    expect(events[0]).toMatchObject({ startsAt: times.startsAt, endsAt: null });
    expect(issues).toMatchObject([{ rule: 'time', severity: 'warning', where: { id: 'a', field: 'endsAt' } }]);
  });

  it('whose hour is no hour keeps all but its hour', async () => {
    const { events, issues } = await loadEvents(event('a', { startsAt: 'bientôt' }));
    expect(events[0]?.startsAt).toBeNull();
    expect(issues).toMatchObject([{ rule: 'time', where: { field: 'startsAt' } }]);
  });

  it.each([
    ['at 0, 0', { lon: 0, lat: 0 }],
    ['off the globe', { lon: 541, lat: 48 }],
    ['off the poles', { lon: -4.4, lat: 148 }],
  ])('%s keeps all but its position', async (_title, at) => {
    const { events, issues } = await loadEvents(event('a', { position: { ...at, precision: 'address' } }));
    expect(events[0]?.position).toBeNull();
    expect(issues).toMatchObject([{ rule: 'position', severity: 'warning', where: { id: 'a', field: 'position' } }]);
  });

  it('whose id is taken is left out; a category’s id is its own within its dimension', async () => {
    expect((await loadEvents(event('a'), event('a'))).issues).toMatchObject([
      { rule: 'duplicate-id', where: { id: 'a' } },
    ]);
    const category = (dimension: string) => ({ id: 'other', dimension, label: { fr: 'Autre' } });
    const files = {
      'manifest.json': manifest({ collections: listed({ categories: 2 }) }),
      'categories.json': [category('theme'), category('format')],
    };
    expect((await load(files, ['categories'])).issues).toEqual([]);
  });

  it('is one of many: a hundred findings are detailed, the gravest first, and all are counted', async () => {
    const mended = [...Array(120).keys()].map((n) => event(`m${n}`, { startsAt: 'soon' }));
    const { events, issues } = await loadEvents(...mended, event('bad', { status: null }));
    expect(events).toHaveLength(120);
    expect(issues).toHaveLength(101);
    expect(issues[0]).toMatchObject({ severity: 'error', where: { id: 'bad' } });
    expect(issues[100]).toMatchObject({ rule: 'more', found: '121' });
  });
});

describe('the measures of a build', () => {
  const measures = (hashes: Record<string, string>) => ({
    format: 'ess-measures/1',
    hashes,
    indicators: {},
    measures: [],
  });
  const files = (document: unknown) => ({
    'manifest.json': manifest({ measures: 'measures.json', collections: listed({ events: 0 }) }),
    'measures.json': document,
  });

  it('are loaded only when they are needed', async () => {
    expect((await load(files(measures({})), [])).asked).toEqual([SRC]);
    expect((await load({ 'manifest.json': manifest() }, ['measures'])).asked).toEqual([SRC]);
  });

  it('are kept when they were computed from these very collections', async () => {
    const { dataset, issues } = await load(files(measures({ events: 'events-1' })), ['measures']);
    expect(dataset.measures?.measures).toEqual([]);
    expect(issues).toEqual([]);
  });

  it('are dropped, and said to be, when the data have changed since', async () => {
    for (const hashes of [{ events: 'events-0' }, {}]) {
      const { dataset, issues } = await load(files(measures(hashes)), ['measures']);
      expect(dataset.measures).toBeUndefined();
      expect(issues).toMatchObject([{ rule: 'measures', severity: 'info', found: 'events' }]);
    }
  });

  it('of a later format are dropped', async () => {
    const later = { ...measures({ events: 'events-1' }), format: 'ess-measures/2' };
    expect((await load(files(later), ['measures'])).issues).toMatchObject([
      { rule: 'measures', expected: 'ess-measures/1' },
    ]);
  });

  it('of a wrong shape are an error', async () => {
    await expect(load(files({ format: 'ess-measures/1' }), ['measures'])).rejects.toMatchObject({ code: 'schema' });
  });
});

describe('an excerpt of the measures', () => {
  const part = (id: string, hashes: Record<string, string>) => ({
    format: 'ess-measures/1',
    hashes,
    indicators: { [id]: { label: { fr: id } } },
    measures: [{ indicator: id, period: '2024' }],
  });
  const files = (hashes: { readonly events: string; readonly votes: string }) => ({
    'manifest.json': manifest({
      measures: 'measures.json',
      excerpts: { 'e.json': ['events-held', 'month-events'], 'v.json': ['vote-share'] },
      collections: listed({ events: 0, votes: 0 }),
    }),
    'measures.json': { ...part('all', { events: 'events-1', votes: 'votes-1' }) },
    'e.json': { ...part('events-held', { events: hashes.events }), events: { series: [] } },
    'v.json': part('vote-share', { votes: hashes.votes }),
  });
  const GOOD = files({ events: 'events-1', votes: 'votes-1' });
  const named = (asked: readonly string[]) => asked.map((url) => url.split('/').pop());

  it('is read in place of the whole by who names its indicators, each file once', async () => {
    const one = await load(GOOD, ['measures/events-held', 'measures/month-events']);
    expect(named(one.asked)).toEqual(['manifest.json?v=2', 'e.json']);
    expect(one.dataset.measures).toEqual(GOOD['e.json']);
    expect(one.dataset.need).toEqual(['measures/events-held', 'measures/month-events']);
    const two = await load(GOOD, ['measures/vote-share', 'measures/events-held']);
    expect(two.dataset.measures?.measures.map(({ indicator }) => indicator)).toEqual(['vote-share', 'events-held']);
    expect(Object.keys(two.dataset.measures?.indicators ?? {})).toEqual(['vote-share', 'events-held']);
    expect(two.dataset.measures?.events).toEqual({ series: [] });
  });

  it('holds where its manifest has left out records that it was computed from, as the whole does', async () => {
    const { votes: _left, ...collections } = listed({ events: 0, votes: 0 });
    const packed = { ...GOOD, 'manifest.json': { ...GOOD['manifest.json'], collections } };
    for (const need of ['measures/vote-share', 'measures'] as const) {
      const { dataset, issues } = await load(packed, [need]);
      expect(dataset.measures?.measures).toHaveLength(1);
      expect(issues).toEqual([]);
    }
  });

  it('is not asked for beside the whole, nor for what no build has written', async () => {
    expect(named((await load(GOOD, ['measures/vote-share', 'measures'])).asked)).toEqual([
      'manifest.json?v=2',
      'measures.json',
    ]);
    const unknown = await load(GOOD, ['measures/toString']);
    expect([named(unknown.asked), unknown.dataset.measures]).toEqual([['manifest.json?v=2'], undefined]);
  });

  it('is the whole where the build made none', async () => {
    const { excerpts: _none, ...old } = GOOD['manifest.json'] as ReturnType<typeof manifest> & { excerpts: unknown };
    const { asked, dataset } = await load({ ...GOOD, 'manifest.json': old }, ['measures/vote-share']);
    expect(named(asked)).toEqual(['manifest.json?v=2', 'measures.json']);
    expect(dataset.measures?.measures).toHaveLength(1);
  });

  it('that is not there is done without, and said: figures can be computed; a server that fails may answer yet', async () => {
    const { 'e.json': _gone, ...rest } = GOOD;
    const { dataset, issues } = await load(rest, ['measures/events-held', 'measures/vote-share']);
    expect(dataset.measures?.measures.map(({ indicator }) => indicator)).toEqual(['vote-share']);
    expect(issues).toMatchObject([
      { rule: 'missing-file', severity: 'warning', found: '404', where: { file: expect.stringContaining('e.json') } },
    ]);
    const fetch = async (url: string) =>
      url.endsWith('e.json') ? new Response('', { status: 503 }) : Response.json(GOOD['manifest.json']);
    const failing = essDataset.load(
      { src: SRC, need: ['measures/events-held'] },
      { fetch, signal: new AbortController().signal },
    );
    await expect(failing).rejects.toMatchObject({ code: 'http', details: { status: 503 } });
  });

  it('depends on the collections that it names alone, and is dropped for itself', async () => {
    const { dataset, issues } = await load(files({ events: 'events-0', votes: 'votes-1' }), [
      'measures/events-held',
      'measures/vote-share',
    ]);
    expect(dataset.measures?.measures.map(({ indicator }) => indicator)).toEqual(['vote-share']);
    expect(issues).toMatchObject([
      { rule: 'measures', found: 'events', where: { file: expect.stringContaining('e.json') } },
    ]);
  });
});

describe('the catalogue of a data set', () => {
  const entry = {
    id: 'bikes',
    kind: 'flow',
    unit: 'bikes',
    label: { fr: 'Vélos' },
    definition: { fr: 'Vélos.' },
    dimensions: [],
    needs: ['observations'],
    remark: 'for those who maintain it',
  };
  const files = (document: unknown) => ({
    'manifest.json': manifest({ catalogue: { href: 'indicators/catalogue.json', hash: '1' } }),
    'indicators/catalogue.json': document,
  });
  const catalogue = { format: 'ess-catalogue/1', indicators: [entry] };

  it('is loaded only when it is needed, and where the manifest names one', async () => {
    expect((await load(files(catalogue), [])).asked).toEqual([SRC]);
    const none = await load({ 'manifest.json': manifest() }, ['catalogue']);
    expect([none.asked, none.dataset.catalogue]).toEqual([[SRC], undefined]);
    const { remark: _, ...known } = entry;
    const { asked, dataset } = await load(files(catalogue), ['catalogue']);
    expect(asked).toEqual([SRC, 'https://data.example/cress/indicators/catalogue.json']);
    expect(dataset.catalogue).toEqual({ format: 'ess-catalogue/1', indicators: [known] });
  });

  it('comes with measures that no build has written, which will be computed, and costs nothing where it fails', async () => {
    const { asked, dataset } = await load(files(catalogue), ['measures/bikes']);
    expect([asked.length, dataset.catalogue?.indicators.length]).toEqual([2, 1]);
    expect((await load(files(undefined), ['measures'])).dataset.catalogue).toBeUndefined();
    const written = {
      ...files(catalogue),
      'manifest.json': manifest({ measures: 'measures.json', catalogue: { href: 'catalogue.json', hash: '1' } }),
      'measures.json': { format: 'ess-measures/1', hashes: {}, indicators: {}, measures: [] },
    };
    expect((await load(written, ['measures'])).asked).toEqual([SRC, 'https://data.example/cress/measures.json']);
  });

  it('of a newer major is refused, of a newer minor is read', async () => {
    const later = load(files({ ...catalogue, format: 'ess-catalogue/2' }), ['catalogue']);
    await expect(later).rejects.toMatchObject({ code: 'format' });
    const { dataset } = await load(files({ ...catalogue, format: 'ess-catalogue/1.1' }), ['catalogue']);
    expect(dataset.catalogue?.indicators).toHaveLength(1);
  });

  it('of a wrong shape is refused with path, received and expected; one that is not there is an error', async () => {
    const wrong = load(files({ ...catalogue, indicators: [{ ...entry, kind: 'guess' }] }), ['catalogue']);
    await expect(wrong).rejects.toMatchObject({ code: 'schema', details: { path: 'indicators.0.kind' } });
    await expect(load(files(undefined), ['catalogue'])).rejects.toMatchObject({ code: 'http' });
  });
});
