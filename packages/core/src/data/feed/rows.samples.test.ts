import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rows } from './formats.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../../../../../shared/samples');

const DOC = 'https://grist.example/api/docs/abcdefghijkl/tables';
const grist = (table: string, file: string): Readonly<Record<string, string>> => ({
  [`${DOC}/${table}/columns`]: `grist/${file}.columns.json`,
  [`${DOC}/${table}/records`]: `grist/${file}.records.json`,
});
const VIEW = 'https://api.baserow.example/api/database/views';
const baserow = (file: string): Readonly<Record<string, string>> => ({
  [`${VIEW}/S/public/info/`]: `baserow/${file}.info-RECONSTRUCTED.json`,
  [`${VIEW}/grid/S/public/rows/?size=200&page=1`]: `baserow/${file}.rows-RECONSTRUCTED.json`,
});
const NOCO = 'https://noco.example/api/v2/public/shared-view/3f0a1c52-7c1e-4b0e-9a55-2b7f4b8d9e10';
const one = 'https://data.example/x';

/** Addresses asked for, the files that answer them, and what is read. */
const CASES: readonly {
  readonly title: string;
  readonly src: string;
  readonly files: Readonly<Record<string, string>>;
  readonly table?: string;
  readonly members?: number;
  readonly events?: number;
  readonly first: string;
}[] = [
  {
    title: 'Grist, members with communes of another table',
    src: DOC,
    table: 'Adherents',
    files: {
      [DOC]: 'grist/document-HANDWRITTEN.tables.json',
      ...grist('Adherents', 'adherents-HANDWRITTEN'),
      [`${DOC}/Communes/records`]: 'grist/communes-HANDWRITTEN.records.json',
    },
    members: 6,
    first: 'Ressourcerie du Blavet',
  },
  {
    title: 'Baserow, events in two pages',
    src: `${VIEW}/S/public/info/`,
    files: {
      [`${VIEW}/S/public/info/`]: 'baserow/non-profit-events.info-RECONSTRUCTED.json',
      [`${VIEW}/grid/S/public/rows/?size=200&page=1`]: 'baserow/non-profit-events.rows-page1-RECONSTRUCTED.json',
      [`${VIEW}/grid/S/public/rows/?page=2&size=5`]: 'baserow/non-profit-events.rows-page2-RECONSTRUCTED.json',
    },
    events: 10,
    first: 'Nutrition label reading',
  },
  {
    title: 'Baserow, places',
    src: `${VIEW}/S/public/info/`,
    files: baserow('non-profit-locations'),
    members: 4,
    first: '',
  },
  {
    title: 'NocoDB, a shared view in two pages',
    src: `${NOCO}/meta`,
    files: {
      [`${NOCO}/meta`]: 'nocodb/shared-view.meta-HANDWRITTEN.json',
      [`${NOCO}/rows?limit=100&offset=0`]: 'nocodb/shared-view.rows-HANDWRITTEN.json',
      [`${NOCO}/rows?limit=100&offset=3`]: 'nocodb/shared-view.rows-last-page-HANDWRITTEN.json',
    },
    members: 5,
    first: 'Ressourcerie du Blavet',
  },
  {
    title: 'EtherCalc, events',
    src: one,
    files: { [one]: 'ethercalc/agenda-HANDWRITTEN.csv.json' },
    events: 3,
    first: 'Assemblée générale',
  },
  {
    title: 'Tabular, places',
    src: one,
    files: { [one]: 'tabular/france-services.data-RECONSTRUCTED.json' },
    members: 50,
    first: 'France services de Valserhône',
  },
];

describe('real tables of services', () => {
  it.each(CASES)('$title', async ({ src, files, table, members, events, first }) => {
    const fetch = async (url: string): Promise<Response> => {
      const file = files[url];
      return file ? new Response(readFileSync(path.join(SAMPLES, file))) : new Response('{"columns":[],"data":[]}');
    };
    const context = { fetch, signal: new AbortController().signal };
    const request = { src, need: ['organisations', 'events'] as const, options: table ? { table } : {} };
    const { dataset } = await rows.load(request, context);
    const { organisations, events: agenda } = dataset.collections;
    expect([organisations?.length, agenda?.length]).toEqual([members, events]);
    const [record] = [...(organisations ?? []), ...(agenda ?? [])];
    if (first) expect([record && 'name' in record ? record.name : record?.title.fr]).toEqual([first]);
  });
});
