import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type WorkbookSheet, workbookOf } from '../../../testing/workbook.ts';
import { xlsx } from './xlsx.ts';
import { unzip, zipOf } from './zip.ts';

const SRC = 'https://data.example/dossier/membres.xlsx';

async function load(bytes: ArrayBuffer, options: Readonly<Record<string, string>> = {}) {
  const context = { fetch: async () => new Response(bytes), signal: new AbortController().signal };
  const { dataset, issues, rows } = await xlsx.load({ src: SRC, need: ['organisations'], options }, context);
  return { issues, rows, collections: dataset.collections };
}

const HEADER = ['Structure', 'Commune', 'Date d’adhésion', 'SIRET'] as const;
const members = (more: Partial<WorkbookSheet> = {}): WorkbookSheet => ({
  name: 'Adhérents',
  rows: [HEADER, ['Kerhea', 'Brest', { day: 44_267 }, 12_345_678_200_010], [], ['Xylm', 'Rennes', 43_831, null]],
  ...more,
});

describe('a workbook', () => {
  it('is read as a list, with its dates and numbers, and lines as the spreadsheet counts them', async () => {
    const { collections, rows } = await load(workbookOf(members()));
    expect(collections.organisations).toMatchObject([
      { name: 'Kerhea', town: 'Brest', siren: '123456782' },
      { name: 'Xylm', town: 'Rennes' },
    ]);
    // The second day is a number that nobody formatted.
    expect(collections.memberships?.map(({ start }) => start)).toEqual(['2021-03-12', '2020-01-01']);
    expect([...(rows?.lines ?? [])]).toEqual([
      ['kerhea', 2],
      ['xylm', 4],
    ]);
  });

  it('has its hidden rows and sheets left out, which is said', async () => {
    const secret = {
      name: 'Salaires',
      state: 'veryHidden',
      rows: [
        ['Structure', 'Commune'],
        ['Caché', 'Brest'],
      ],
    } as const;
    const { collections, issues } = await load(workbookOf(secret, members({ hidden: [2] })));
    expect(collections.organisations?.map(({ name }) => name)).toEqual(['Xylm']);
    expect(issues.find(({ rule }) => rule === 'hidden-rows')).toMatchObject({
      severity: 'warning',
      where: { line: 2 },
    });
    expect(issues.find(({ rule }) => rule === 'sheets')?.message.fr).toBe(
      'Feuille lue\u202f: «\u202fAdhérents\u202f»\u202f; masquées, non lues\u202f: «\u202fSalaires\u202f»',
    );
  });

  it('is read from its first sheet with a list, or from the one that is named', async () => {
    const notes = { name: 'Lisez-moi', rows: [['Ce classeur'], ['est à jour']] };
    const old = members({ name: 'Anciens', rows: [HEADER, ['Tag', 'Quimper', null, null]] });
    const workbook = workbookOf(notes, members(), old);
    expect((await load(workbook)).collections.organisations).toHaveLength(2);
    const { collections, issues } = await load(workbook, { sheet: 'Anciens' });
    expect(collections.organisations).toMatchObject([{ name: 'Tag' }]);
    expect(issues.find(({ rule }) => rule === 'sheets')?.found).toBe('Lisez-moi, Adhérents');
    await expect(load(workbook, { sheet: 'Autre' })).rejects.toMatchObject({ code: 'schema' });
  });

  it('may have a sheet that is a chart', async () => {
    const chart = { name: 'Graphique', kind: 'chartsheet', rows: [] } as const;
    expect((await load(workbookOf(chart, members()))).collections.organisations).toHaveLength(2);
    await expect(load(workbookOf(chart))).rejects.toMatchObject({ code: 'schema' });
  });

  it('has cells that could not be computed read as empty, and named', async () => {
    const rows = [HEADER, ['Kerhea', { error: '#REF!' }, null, null], ['Xylm', 'Rennes', { error: '#DIV/0!' }, null]];
    const { collections, issues } = await load(workbookOf(members({ rows })));
    expect(collections.organisations?.map(({ town }) => town)).toEqual([null, 'Rennes']);
    expect(
      issues.filter(({ rule }) => rule === 'cell-error').map(({ where, found }) => [where.column, where.line, found]),
    ).toEqual([
      ['B', 2, '#REF!'],
      ['C', 3, '#DIV/0!'],
    ]);
  });

  it('of a million rows and ten thousand columns is read as far as a list goes', async () => {
    const far = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>';
    const wide = members({ rows: [HEADER, ['Kerhea', 'Brest', null, null]], more: far });
    const bytes = workbookOf(wide);
    const { collections, issues } = await load(bytes);
    expect(collections.organisations).toHaveLength(1);
    expect(issues.find(({ rule }) => rule === 'sheet-size')).toMatchObject({ severity: 'warning' });
    const beside = '<row r="3"><c r="A3" t="inlineStr"><is><t>Xylm</t></is></c><c r="XFD3"><v>1</v></c></row>';
    const read = await load(workbookOf(members({ rows: [HEADER, ['Kerhea', 'Brest', null, null]], more: beside })));
    expect(read.collections.organisations).toHaveLength(2);
  });

  it.each([
    ['another archive', zipOf(new Map([['a.txt', new Uint8Array([1])]])), 'format'],
    ['a damaged one', workbookOf(members()).slice(0, 900), 'format'],
    ['no archive', new TextEncoder().encode('nom;commune\nKerhea;Brest').buffer, 'format'],
    ['a login page', new TextEncoder().encode('<!doctype html><p>Connectez-vous').buffer, 'html'],
    ['nothing', new ArrayBuffer(0), 'schema'],
    [
      'a list of something else',
      workbookOf({
        name: 'A',
        rows: [
          ['Poids', 'Prix'],
          [1, 2],
        ],
      }),
      'schema',
    ],
    ['no cell', workbookOf({ name: 'A', rows: [] }), 'schema'],
    ['rows in disorder', workbookOf(members({ more: '<row r="1"><c r="A1"><v>1</v></c></row>' })), 'schema'],
  ])('that is %s is refused with a code', async (_title, bytes, code) => {
    await expect(load(bytes)).rejects.toMatchObject({ name: 'EssError', code });
  });

  it('that inflates to gigabytes is refused before it is parsed', async () => {
    const packed = deflateRawSync(new Uint8Array(120_000_000));
    const bytes = zipOf(new Map([['xl/workbook.xml', packed]]));
    const view = new DataView(bytes);
    const directory = view.getUint32(bytes.byteLength - 6, true);
    view.setUint16(directory + 10, 8, true);
    await expect(unzip(bytes, SRC, () => true)).rejects.toMatchObject({ code: 'large' });
  });
});
