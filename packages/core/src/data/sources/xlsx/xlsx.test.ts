import { describe, expect, it } from 'vitest';
import type { EssError } from '../../../errors.ts';
import { HOSTILE_WORKBOOKS, packed } from '../../../testing/hostile-workbooks.ts';
import { partsOf, type WorkbookSheet, workbookOf } from '../../../testing/workbook.ts';
import { openBook } from './book.ts';
import { xlsx } from './xlsx.ts';
import { zipOf } from './zip.ts';

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

  it.each([
    ['A &amp; B', 'A & B'],
    ['&lt;i&gt; &quot;x&quot; &apos;y&apos;', `<i> "x" 'y'`],
    ['caf&#233; &#xE9;&#Xe9;', 'café éé'],
    ['&#x1F33E; &#127806;', '\u{1f33e} \u{1f33e}'],
    ['&#x10FFFF;', '\u{10ffff}'],
    ['&#x110000; &#9999999;', '&#x110000; &#9999999;'],
    ['&amp;lt;', '&lt;'],
    ['&nbsp; &#; &#xg; &', '&nbsp; &#; &#xg; &'],
  ])('has a sheet whose name is written %s', async (written, name) => {
    const parts = partsOf(members());
    const book = parts['xl/workbook.xml']?.replace('name="Adhérents"', `name="${written}"`) ?? '';
    const [sheet] = await openBook(packed({ ...parts, 'xl/workbook.xml': book }), SRC);
    expect(sheet?.name).toBe(name);
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
    ['another archive', zipOf(new Map([['a.txt', '1']])).buffer, 'format'],
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
    [
      // The sheet behind it could be read in its place.
      'a sheet that was cut',
      zipOf(
        new Map(Object.entries(partsOf(members({ name: 'A' }), members()))).set(
          'xl/worksheets/sheet1.xml',
          '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Nom</t></is></c></row><row r="2"><c r="A2"><v>1</v>',
        ),
      ).buffer,
      'schema',
    ],
  ])('that is %s is refused with a code', async (_title, bytes, code) => {
    await expect(load(bytes)).rejects.toMatchObject({ name: 'EssError', code });
  });

  it.each(Object.entries(HOSTILE_WORKBOOKS))(
    'with %s is read, or refused with words',
    async (_name, { fate, make }) => {
      const bytes = make();
      expect(bytes.byteLength).toBeLessThanOrEqual(70_000);
      const read = await load(bytes).then(
        ({ collections }) => collections.organisations?.some(({ name }) => name === 'Kerhea'),
        (error: EssError) => error,
      );
      if (fate === 'read') return expect(read).toBe(true);
      expect(read).toMatchObject({ name: 'EssError', code: fate });
      if (fate === 'large') expect((read as EssError).details.remedy?.fr).toContain('Copiez la liste seule');
      if (fate === 'schema') expect((read as EssError).details.remedy?.fr).toContain('Enregistrez-le de nouveau');
    },
  );

  it('counts all its sheets together, and each of them alone is read', async () => {
    const far = '<row r="20000"><c r="IV20000"><v>1</v></c></row>';
    const sheets = ['A', 'B'].map((name) => ({ name, rows: [], more: far }));
    const [first, second] = await openBook(workbookOf(...sheets), SRC);
    expect(await first?.rows()).toMatchObject([{ line: 20_000 }]);
    await expect(second?.rows()).rejects.toMatchObject({ code: 'large' });
    const [, alone] = await openBook(workbookOf(...sheets), SRC);
    expect(await alone?.rows()).toMatchObject([{ line: 20_000 }]);
  });

  it('has all that somebody typed into it read, in whichever way its program writes it', async () => {
    const rows = `<x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="B2" t="b"><x:v>1</x:v></x:c><x:c r="C2" t="str"><x:f>A1</x:f><x:v>a&amp;b</x:v></x:c></x:row><x:row><x:c t="inlineStr"><x:is><x:r><x:t>de</x:t></x:r><x:r><x:t>ux</x:t></x:r></x:is></x:c><x:c><x:v><![CDATA[3]]></x:v></x:c></x:row>`;
    const parts = {
      ...partsOf({ name: 'L’&lt;été&gt;', rows: [] }),
      'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><x:worksheet><x:dimension ref="A1"/><x:sheetData>${rows}</x:sheetData></x:worksheet>`,
      'xl/sharedStrings.xml': '<sst><si><t>un</t></si></sst>',
    };
    const [sheet] = await openBook(packed(parts), SRC);
    expect(await sheet?.rows()).toEqual([
      { line: 2, cells: ['un', true, 'a&b'] },
      { line: 3, cells: ['deux', 3] },
    ]);
  });
});
