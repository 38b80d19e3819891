/** Runs the contract of a source over each of them. */
import { describe, expect, it } from 'vitest';
import { EssError } from '../../errors.ts';
import { type CollectionName, collectionSchemas } from '../../model/index.ts';
import { gogocarto, openagenda, opendatasoft, overpass, rows, tec, yeswiki } from '../feed/formats.ts';
import { csv } from './csv/csv.ts';
import { essDataset } from './ess-dataset/ess-dataset.ts';
import { geojson } from './geojson/geojson.ts';
import { ical } from './ical/ical.ts';
import { jsonld } from './jsonld/jsonld.ts';
import type { Source, SourceRequest } from './source.ts';

/** A source, an address that it recognises, and files: three good records, and five of which two cannot be read. */
interface Case {
  readonly source: Source;
  readonly src: string;
  readonly good: string;
  readonly damaged: string;
  /** Collection of its records; organisations where it is not said. */
  readonly collection?: 'organisations' | 'events';
  /** Whether no address is its own: another service may have the same. */
  readonly isByContent?: true;
  /** Whether its data may stand in a page. */
  readonly readsPages?: true;
}

/** Returns the three good names, and those of the damaged file, where an empty one cannot be read. */
const NAMES = { good: ['Kerhea', 'Xylm', 'Tag'], damaged: ['Kerhea', '', 'Xylm', '', 'Tag'] } as const;
const bodies = (bodyOf: (names: readonly string[]) => unknown): Pick<Case, 'good' | 'damaged'> => ({
  good: JSON.stringify(bodyOf(NAMES.good)),
  damaged: JSON.stringify(bodyOf(NAMES.damaged)),
});

const single = (organisations: readonly unknown[]): string =>
  JSON.stringify({
    format: 'ess-dataset/1',
    id: 'essai',
    title: { fr: 'Essai' },
    publisher: { name: 'Essai' },
    licence: { name: 'CC0' },
    language: 'fr',
    updated: '2025-03-05',
    periods: ['2024'],
    collections: { organisations },
  });

const named = (...names: readonly string[]) => names.map((name) => ({ id: name.toLowerCase(), name }));

const calendar = (...events: readonly string[]): string =>
  `BEGIN:VCALENDAR\nX-WR-CALNAME:Noms, membres\n${events.map((lines) => `BEGIN:VEVENT\n${lines}\nEND:VEVENT\n`).join('')}END:VCALENDAR\n`;
const eventsNamed = (...names: readonly string[]) =>
  names.map((name) => `UID:${name}\nSUMMARY:${name}\nDTSTART:20260330`);

const CASES: readonly Case[] = [
  {
    source: essDataset,
    src: 'https://data.example/manifest.json',
    good: single(named('Kerhea', 'Xylm', 'Tag')),
    damaged: single([...named('Kerhea'), { id: 'no-name' }, ...named('Xylm'), 'not a record', ...named('Tag')]),
  },
  {
    source: csv,
    src: 'https://data.example/membres.csv',
    good: 'nom;commune\nKerhea;Brest\nXylm;Rennes\nTag;Quimper\n',
    damaged: 'nom;commune\nKerhea;Brest\n;Rennes\nXylm;Rennes\n;Vannes\nTag;Quimper\n',
  },
  {
    source: ical,
    src: 'https://data.example/agenda.ics',
    good: calendar(...eventsNamed('Kerhea', 'Xylm', 'Tag')),
    damaged: calendar(
      ...eventsNamed('Kerhea'),
      'UID:no-date',
      ...eventsNamed('Xylm'),
      'DTSTART:none',
      ...eventsNamed('Tag'),
    ),
    collection: 'events',
  },
  {
    source: rows,
    src: 'https://data.example/liste',
    ...bodies((names) => [['nom', 'commune'], ...names.map((name) => [name, 'Brest'])]),
    isByContent: true,
  },
  {
    source: gogocarto,
    src: 'https://carte.example/api/elements.json',
    ...bodies((names) => ({
      ontology: 'gogofull',
      data: names.map((name, at) => ({ id: `a${at}`, name, geo: { latitude: 48.1, longitude: -4.1 }, status: 1 })),
    })),
  },
  {
    source: openagenda,
    src: 'https://agenda.example/export.json',
    ...bodies((names) => ({
      total: names.length,
      events: names.map((title, at) => ({
        uid: at + 1,
        originAgenda: { slug: 'pole' },
        title: { fr: title },
        timings: [{ begin: '2026-03-30T18:00:00+02:00', end: '2026-03-30T19:00:00+02:00' }],
      })),
    })),
    collection: 'events',
    isByContent: true,
  },
  {
    source: opendatasoft,
    src: 'https://data.portail.example/api/records/1.0/search/?dataset=lieux',
    ...bodies((names) => ({
      nhits: names.length,
      records: names.map((nom) => ({ fields: { nom, commune: 'Brest' } })),
    })),
  },
  {
    source: tec,
    src: 'https://site.example/wp-json/tribe/events/v1/events',
    ...bodies((names) => ({
      events: names.map((title, at) => ({
        id: at + 1,
        global_id_lineage: ['site.example'],
        title,
        start_date: '2026-03-30 18:00:00',
        utc_start_date: '2026-03-30 16:00:00',
      })),
    })),
    collection: 'events',
  },
  {
    source: overpass,
    src: 'https://overpass.example/api/interpreter?data=x',
    ...bodies((names) => ({
      version: 0.6,
      generator: 'Overpass API',
      osm3s: {},
      elements: names.map((name, at) => ({
        type: 'node',
        id: at + 1,
        lat: 48.1,
        lon: -4.1,
        tags: { name, office: 'x' },
      })),
    })),
  },
  {
    source: yeswiki,
    src: 'https://wiki.example/?api/forms/2/entries',
    ...bodies((names) =>
      Object.fromEntries(
        names.map((bf_titre, at) => [
          `Fiche${at}`,
          { id_typeannonce: '2', id_fiche: `Fiche${at}`, bf_titre, bf_date_debut_evenement: '2026-03-30' },
        ]),
      ),
    ),
    collection: 'events',
  },
  {
    source: jsonld,
    src: 'https://site.example/agenda.jsonld',
    ...bodies((names) => ({
      '@context': 'https://schema.org',
      '@graph': names.map((name) => ({ '@type': 'Event', name, startDate: '2026-03-30' })),
    })),
    collection: 'events',
    readsPages: true,
  },
  {
    source: geojson,
    src: 'https://data.example/carte.geojson',
    ...bodies((names) => ({
      type: 'FeatureCollection',
      features: names.map((nom) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [-4.1, 48.1] },
        properties: { nom },
      })),
    })),
  },
];

const REQUEST: Omit<SourceRequest, 'src'> = { need: ['organisations'] };

describe.each(CASES)('the source $source.id', (one) => {
  const { source, src, good, damaged, collection = 'organisations' } = one;
  const load = (
    body: string | Uint8Array<ArrayBuffer>,
    init: ResponseInit = {},
    signal = new AbortController().signal,
  ) => source.load({ src, ...REQUEST }, { fetch: async () => new Response(body, init), signal });
  const failure = async (body: string | Uint8Array<ArrayBuffer>, init?: ResponseInit): Promise<EssError> => {
    const error: unknown = await load(body, init).catch((reason: unknown) => reason);
    if (!(error instanceof EssError)) throw new Error(`expected an EssError, received ${String(error)}`);
    return error;
  };

  it('recognises its addresses, and its content under another address', () => {
    if (!one.isByContent) expect(source.detect(src)).toBeGreaterThanOrEqual(0.5);
    expect(source.detect('https://data.example/export', good.slice(0, 2_000))).toBeGreaterThan(0.5);
  });

  it('recognises neither a page nor what another source reads', () => {
    // A page is looked into last.
    const ofPage = source.detect('https://data.example/', '<!doctype html><title>nom;commune</title>');
    expect(ofPage).toBeLessThanOrEqual(one.readsPages ? 0.1 : 0);
    for (const other of CASES) {
      if (other.source !== source) expect(source.detect('https://data.example/x', other.good.slice(0, 2_000))).toBe(0);
    }
  });

  it('gives records that pass their schemas', async () => {
    const { dataset, issues } = await load(good);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const name of Object.keys(dataset.collections) as CollectionName[]) {
      for (const record of dataset.collections[name] ?? [])
        expect(collectionSchemas[name].parse(record)).toEqual(record);
    }
    expect(dataset.collections[collection]).toHaveLength(3);
    expect(dataset.base).toBe(src);
  });

  it('drops no record in silence: those read and those reported are all there are', async () => {
    const { dataset, issues } = await load(damaged);
    const left = issues.filter(({ severity }) => severity === 'error');
    const names = dataset.collections[collection]?.map((each) => ('name' in each ? each.name : each.title.fr));
    expect(names).toEqual(['Kerhea', 'Xylm', 'Tag']);
    // One finding may tell of several lines.
    expect(left.flatMap(({ where }) => [...(where.lines ?? [where.line])])).toHaveLength(2);
    for (const { where, message } of left) {
      expect(where.file).toBe(src);
      expect(where.line ?? where.id).toBeDefined();
      expect(message.fr).not.toBe(message['en']);
    }
  });

  it('keeps no state: the same file gives the same data, whatever was read before', async () => {
    const first = await load(good, { headers: { date: 'Wed, 05 Mar 2025 08:00:00 GMT' } });
    await load(damaged);
    expect(await load(good, { headers: { date: 'Wed, 05 Mar 2025 08:00:00 GMT' } })).toEqual(first);
  });

  it('honours its signal, before and during the request', async () => {
    const aborted = AbortSignal.abort(new Error('left'));
    await expect(load(good, {}, aborted)).rejects.toThrow('left');
    const controller = new AbortController();
    const seen: (AbortSignal | undefined)[] = [];
    const loading = source.load(
      { src, ...REQUEST },
      {
        fetch: async (_url, init) => {
          seen.push(init?.signal);
          controller.abort(new Error('left'));
          return new Response(good);
        },
        signal: controller.signal,
      },
    );
    await expect(loading).rejects.toThrow('left');
    expect(seen[0]).toBe(controller.signal);
  });

  it('passes on what the network says', async () => {
    const refused = source.load(
      { src, ...REQUEST },
      { fetch: () => Promise.reject(new EssError('network', 'offline')), signal: new AbortController().signal },
    );
    await expect(refused).rejects.toMatchObject({ code: 'network' });
  });

  it('says that an answer is none, or is a page', async () => {
    expect(await failure('no', { status: 404 })).toMatchObject({ code: 'http', details: { status: 404, url: src } });
    const page = { headers: { 'content-type': 'text/html' } };
    expect(await failure('<!doctype html>', page)).toMatchObject({
      code: 'html',
      message: expect.stringContaining('is a page (text/html)'),
    });
    const untyped = await failure(new TextEncoder().encode('\n <html>'));
    expect(untyped).toMatchObject({ code: 'html', message: expect.stringContaining('is a page (it begins with "<")') });
  });

  it('refuses an empty file, and one that is cut or is no text', async () => {
    const codes = ['syntax', 'schema', 'format', 'config'];
    expect(['syntax', 'schema']).toContain((await failure('')).code);
    expect(codes).toContain((await failure(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 255, 254]))).code);
    expect(codes).toContain((await failure(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))).code);
    // The start of a table, or of a calendar, is one.
    if (/^[[{]/.test(good)) expect((await failure(good.slice(0, -9))).code).toBe('syntax');
  });

  it('says that a key is not accepted', async () => {
    for (const status of [401, 403])
      expect(await failure('{"message":"no"}', { status })).toMatchObject({ code: 'http', details: { status } });
  });
});
