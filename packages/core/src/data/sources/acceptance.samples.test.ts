/** Real answers of each product, found by their address or by their content alone, as a widget's `src` is. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { moreSources } from '../all.ts';
import { pickSource } from '../client/pick-source.ts';
import { essDataset } from './ess-dataset/ess-dataset.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../../../../../shared/samples');
/** An address that says nothing of what it gives. */
const UNKNOWN = 'https://data.example/export';

interface Sample {
  readonly file: string;
  /** Address at which it is found; one that says nothing where it is not given. */
  readonly src?: string;
  readonly format: string;
  /** Members, and those of them with a position; or events, and those of them with a date. */
  readonly counts: readonly [records: number, known: number];
  readonly first: string;
  /** Further answers of the product, by address. */
  readonly more?: Readonly<Record<string, string>>;
  /** A name among those of the product, where one of its tables is to be chosen. */
  readonly table?: string;
}

const GRIST = 'https://docs.getgrist.com/api/docs/abcdefghijkl/tables';
const BASEROW = 'https://api.baserow.io/api/database/views';
const NOCO = 'https://noco.example/api/v2/public/shared-view/3f0a1c52-7c1e-4b0e-9a55-2b7f4b8d9e10';

const EVENTS: readonly Sample[] = [
  { file: 'ics/douai-collectif.ics', format: 'ical', counts: [4, 4], first: 'Réunion de travail du collectif' },
  {
    file: 'nextcloud/public-calendar-export-HANDWRITTEN.ics',
    format: 'ical',
    counts: [15, 15],
    first: 'Permanence du lundi',
  },
  {
    file: 'mobilizon/group-feed-HANDWRITTEN.ics',
    format: 'ical',
    counts: [5, 5],
    first: 'Assemblée générale, puis apéro ; ouvert à tous',
  },
  {
    file: 'mobilizon/event-jsonld-HANDWRITTEN.html',
    format: 'jsonld',
    counts: [1, 1],
    first: 'Assemblée générale, puis apéro ; ouvert à tous',
  },
  {
    file: 'jsonld/mennecy-metal-fest.html',
    format: 'jsonld',
    counts: [1, 1],
    first: 'DATURHA - Mennecy Metal Festival',
  },
  { file: 'openagenda/events-v2.json', format: 'openagenda', counts: [2, 2], first: "***COMPLET *** VILLE D'AVRAY" },
  {
    file: 'openagenda/events-json-legacy.json',
    format: 'openagenda',
    counts: [79, 79],
    first: 'LUMA / Gary Hill : Circular Breathing',
  },
  {
    file: 'opendatasoft/v2.1-records-events.json',
    format: 'opendatasoft',
    counts: [25, 25],
    first: "Le grand récit de l'Univers",
    more: { [`${UNKNOWN}?offset=10&limit=100`]: '{"total_count":2693,"results":[]}' },
  },
  {
    file: 'tec/events-list-doc-example.json',
    format: 'tec',
    counts: [1, 1],
    first: 'Tango Workshop with Instructor',
    more: {
      'https://bostontangocalendar.com/wp-json/tribe/events/v1/events?page=2&start_date=2025-05-01&per_page=50':
        '{"events":[]}',
    },
  },
  { file: 'tec/tec-v1-events.json', format: 'tec', counts: [5, 5], first: 'Past Conference 2023' },
  // Its first sheet tells how to fill it in, so the second is the list.
  { file: 'xlsx/agenda-HANDWRITTEN.xlsx', format: 'xlsx', counts: [6, 5], first: 'Assemblée générale' },
];

const PLACES: readonly Sample[] = [
  {
    file: 'csv/annuaire-mieux-trier-nantes-bom.csv',
    format: 'csv',
    counts: [80, 0],
    first: 'Kerhea',
  },
  { file: 'csv/fibre64-excel-cp1252.csv', format: 'csv', counts: [61, 61], first: 'Reseau Cyber-base Lacq-Orthez' },
  {
    file: 'csv/france-services-extrait.csv',
    src: 'https://data.example/services.csv',
    format: 'csv',
    counts: [150, 150],
    first: 'France services de Valserhône',
  },
  { file: 'csv/mulhouse-point-virgule.csv', format: 'csv', counts: [55, 55], first: 'LE REZO!' },
  { file: 'geojson/umap-test_upload_data.csv', format: 'csv', counts: [2, 2], first: 'a point somewhere' },
  {
    file: 'geojson/haute-vienne-featurecollection.geojson',
    format: 'geojson',
    counts: [60, 60],
    first: 'Agence postale de Saint-Sylvestre',
  },
  { file: 'geojson/niort-coworking.geojson', format: 'geojson', counts: [1, 1], first: 'Kaptain Coworking' },
  { file: 'geojson/niort-economie_solidaire.geojson', format: 'geojson', counts: [3, 3], first: 'Communauté Emmaüs' },
  {
    file: 'geojson/niort-repair_cafe.geojson',
    format: 'geojson',
    counts: [3, 3],
    first: 'Centre SocioCulturel de Souche',
  },
  { file: 'geojson/umap-test_upload_data.json', format: 'geojson', counts: [5, 5], first: 'London' },
  { file: 'geojson/umap-test_upload_data.umap', format: 'geojson', counts: [3, 3], first: 'Bruxelles' },
  { file: 'geojson/umap-test_upload_data_with_enum.umap', format: 'geojson', counts: [4, 4], first: "I'm a foo" },
  { file: 'gogocarto/elements-gogofull.json', format: 'gogocarto', counts: [12, 12], first: 'La Ruche de Chenay' },
  {
    file: 'gogocarto/elements-gogocompact.json',
    format: 'gogocarto',
    counts: [51, 51],
    first: 'A Table Naturellement',
  },
  { file: 'gogocarto/elements-single.json', format: 'gogocarto', counts: [2, 2], first: 'GoGo Example' },
  { file: 'gogocarto/elements-geojson.json', format: 'gogocarto', counts: [3, 3], first: 'Tramway Ligne 1' },
  { file: 'carteco/elements-HANDWRITTEN.json', format: 'gogocarto', counts: [8, 5], first: 'Ressourcerie du Blavet' },
  {
    file: 'carteco/elements-compact-HANDWRITTEN.json',
    format: 'gogocarto',
    counts: [3, 2],
    first: 'Ressourcerie du Blavet',
  },
  {
    file: 'grist/document-HANDWRITTEN.tables.json',
    src: GRIST,
    format: 'rows',
    table: 'Adherents',
    counts: [6, 4],
    first: 'Ressourcerie du Blavet',
    more: {
      [`${GRIST}/Adherents/columns`]: 'grist/adherents-HANDWRITTEN.columns.json',
      [`${GRIST}/Adherents/records`]: 'grist/adherents-HANDWRITTEN.records.json',
      [`${GRIST}/Communes/columns`]: '{"columns":[]}',
      [`${GRIST}/Communes/records`]: 'grist/communes-HANDWRITTEN.records.json',
    },
  },
  {
    file: 'baserow/non-profit-locations.info-RECONSTRUCTED.json',
    src: `${BASEROW}/S/public/info/`,
    format: 'rows',
    counts: [4, 0],
    first: '',
    more: {
      [`${BASEROW}/grid/S/public/rows/?size=200&page=1`]: 'baserow/non-profit-locations.rows-RECONSTRUCTED.json',
    },
  },
  {
    file: 'nocodb/shared-view.meta-HANDWRITTEN.json',
    src: `${NOCO}/meta`,
    format: 'rows',
    counts: [5, 3],
    first: 'Ressourcerie du Blavet',
    more: {
      [`${NOCO}/rows?limit=100&offset=0`]: 'nocodb/shared-view.rows-HANDWRITTEN.json',
      [`${NOCO}/rows?limit=100&offset=3`]: 'nocodb/shared-view.rows-last-page-HANDWRITTEN.json',
    },
  },
  {
    file: 'tabular/france-services.data-RECONSTRUCTED.json',
    format: 'rows',
    counts: [50, 50],
    first: 'France services de Valserhône',
    more: { [`${UNKNOWN}?page=2&page_size=50`]: '{"data":[]}' },
  },
];

const bodyOf = (answer: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(answer.startsWith('{') ? new TextEncoder().encode(answer) : readFileSync(path.join(SAMPLES, answer)));

async function read({ file, src = UNKNOWN, more = {}, table }: Sample) {
  const answers: Readonly<Record<string, string>> = { [src]: file, ...more };
  const fetch = async (url: string): Promise<Response> => {
    const answer = answers[url];
    return answer === undefined ? new Response('{}', { status: 404 }) : new Response(bodyOf(answer));
  };
  const options = { base: 'https://page.example/', sources: [essDataset], moreSources: async () => moreSources };
  const head = async (url: string): Promise<string> => (await (await fetch(url)).text()).slice(0, 2_000);
  const { source } = await pickSource(options, src, undefined, head);
  const request = { src, need: ['organisations', 'events'] as const, options: table ? { table } : {} };
  const { dataset } = await source.load(request, { fetch, signal: new AbortController().signal });
  const { organisations = [], events = [] } = dataset.collections;
  return { format: source.id, organisations, events };
}

describe('eleven agendas and twenty-two maps are read', () => {
  it('as many as the acceptance asks for', () => {
    expect(EVENTS).toHaveLength(11);
    expect(PLACES.filter(({ counts: [, placed] }) => placed > 0).length).toBeGreaterThanOrEqual(20);
  });

  it.each(EVENTS)('$file gives an agenda of $counts.0', async (sample) => {
    const { format, events } = await read(sample);
    expect([format, events.length, events.filter(({ date }) => date).length]).toEqual([
      sample.format,
      ...sample.counts,
    ]);
    expect(events[0]?.title.fr).toContain(sample.first);
  });

  it.each(PLACES)('$file gives $counts.0 members', async (sample) => {
    const { format, organisations } = await read(sample);
    const placed = organisations.filter(({ position }) => position).length;
    expect([format, organisations.length, placed]).toEqual([sample.format, ...sample.counts]);
    expect(organisations[0]?.name).toContain(sample.first);
  });
});

describe('what holds no list is refused', () => {
  it.each([
    ['google-sheets/share-link-answers-sign-in-HANDWRITTEN.html', 'html'],
    ['google-sheets/pub-redirect-307-HANDWRITTEN.html', 'html'],
    ['nextcloud/share-page-HANDWRITTEN.html', 'html'],
    ['google-sheets/gviz-access-denied-HANDWRITTEN.txt', 'config'],
    ['nextcloud/webdav-interface-text.txt', 'config'],
    ['tec/error-rest-no-route-HANDWRITTEN.json', 'format'],
  ])('%s: %s', async (file, code) => {
    await expect(read({ file, format: '', counts: [0, 0], first: '' })).rejects.toMatchObject({
      name: 'EssError',
      code,
    });
  });

  it('a map that asks for a token, at its address', async () => {
    const src = 'https://carte.example/api/elements.json';
    const sample = { file: 'carteco/token-required.txt', src, format: '', counts: [0, 0], first: '' } as const;
    await expect(read(sample)).rejects.toMatchObject({ code: 'http', details: { status: 401 } });
  });
});
