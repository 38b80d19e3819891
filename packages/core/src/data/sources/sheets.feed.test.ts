/** Sheets as people keep them, at an address that says nothing of what it gives. */
import { describe, expect, it } from 'vitest';
import type { EssError } from '../../errors.ts';
import { beginningOf } from '../../reading/index.ts';
import { workbookOf } from '../../testing/workbook.ts';
import { addressIn, creditOf, readAddress, splitOptions } from '../address.ts';
import { moreSources } from '../all.ts';
import { loadPicked, pickSource } from '../client/pick-source.ts';
import { essDataset } from './ess-dataset/ess-dataset.ts';
import { zipOf } from './xlsx/zip.ts';

type Body = string | ArrayBuffer | Uint8Array<ArrayBuffer>;

/** Reads a sheet as a page does: its source is found by its address and its content. */
async function read(body: Body, src = 'https://data.example/export') {
  const options = {
    base: 'https://page.example/',
    sources: [essDataset],
    moreSources: async () => moreSources,
    addresses: async () => ({ addressIn, creditOf, readAddress, splitOptions }),
  };
  const answer = (): Response => new Response(body, { headers: { date: 'Mon, 30 Nov 2026 08:00:00 GMT' } });
  const picked = await pickSource(options, src, undefined, async () => beginningOf(await answer().arrayBuffer()));
  const { dataset, issues } = await loadPicked(picked, (from) =>
    from.source.load(
      { src: from.src, need: ['organisations', 'events'], options: picked.options ?? {} },
      { fetch: async () => answer(), signal: new AbortController().signal },
    ),
  );
  const { organisations = [], events = [] } = dataset.collections;
  return {
    format: picked.source.id,
    records: [
      ...organisations.map(({ name, town }) => [name, town].filter(Boolean).join(', ')),
      ...events.map(({ title, date, startsAt }) => `${title.fr} ${startsAt ?? date}`),
    ],
    said: issues.map(({ message }) => message.fr).join('\n'),
  };
}

const utf16 = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array([...`\ufeff${text}`].flatMap((sign) => [sign.charCodeAt(0) & 0xff, sign.charCodeAt(0) >> 8]));

const mixed = (text: string): string =>
  String.fromCharCode(...new TextEncoder().encode(text))
    .replaceAll('\u0080', '€')
    .replaceAll('\u0099', '™');

const LIST = ['Kêr Vro, Brest', 'Xylm, Vannes'];

describe('a sheet', () => {
  it('in UTF-16 is read', async () => {
    const { format, records } = await read(utf16('Coopérative\tCommune\r\nKêr Vro\tBrest\r\nXylm\tVannes\r\n'));
    expect([format, records]).toEqual(['csv', LIST]);
  });

  it('whose letters were read in the wrong encoding once says what was meant', async () => {
    expect((await read(mixed('Dénomination;Commune\nKêr Vro;Brest\nXylm;Vannes\nL’Été;Sené\n'))).records).toEqual([
      ...LIST,
      'L’Été, Sené',
    ]);
    // A name that has these signs itself, among letters that are right.
    expect((await read('Nom;Commune\nÃ© et é;Brest\n')).records).toEqual(['Ã© et é, Brest']);
  });

  it('of a workbook in a page repeats the cells that are one over several lines', async () => {
    const rows = [
      ['Structure', 'Commune', 'Contact'],
      ['Kêr Vro', 'Brest', 'a'],
      [null, null, 'b'],
      ['Xylm', null, 'c'],
      ['Tag', 'Vannes', 'd'],
    ];
    const members = { name: 'Adhérents', rows, merged: ['A2:A3', 'B2:B4'] };
    const { format, records } = await read(workbookOf(members), 'https://data.example/liste.xlsx');
    expect([format, records]).toEqual(['xlsx', ['Kêr Vro, Brest', 'Xylm, Brest', 'Tag, Vannes']]);
    const dates = {
      name: 'Agenda',
      rows: [
        ['Titre', 'Date', 'Heure'],
        ['Atelier', '05/12/2026', '10h'],
        [null, '12/12/2026', '14h'],
        ['Bilan', null, '16h'],
      ],
      merged: ['A2:A3', 'B3:B4'],
    };
    expect((await read(workbookOf(dates))).records).toEqual([
      'Atelier 2026-12-05T10:00',
      'Atelier 2026-12-12T14:00',
      'Bilan 2026-12-12T16:00',
    ]);
  });

  it('of LibreOffice is read as one of the other kind', async () => {
    const cell = (text: string, more = '') => `<table:table-cell${more}><text:p>${text}</text:p></table:table-cell>`;
    const row = (cells: string, more = '') => `<table:table-row${more}>${cells}</table:table-row>`;
    const sheet = (name: string, rows: string, style = 'a') =>
      `<table:table table:name="${name}" table:style-name="${style}">${rows}</table:table>`;
    const styles = `<style:style style:name="b"><style:table-properties table:display="false"/></style:style>`;
    const day = `<table:table-cell office:value-type="date" office:date-value="2026-12-05"><text:p>05/12/26</text:p></table:table-cell>`;
    const hour = `<table:table-cell office:value-type="time" office:time-value="PT10H30M00S"><text:p>10:30</text:p></table:table-cell>`;
    const merged = ' table:number-rows-spanned="2"';
    const rows = [
      row(cell('Titre') + cell('Date') + cell('Heure')),
      row(cell('Atelier<text:s/>d’hiver <text:span>&amp; fête</text:span>', merged) + day + hour),
      row('<table:covered-table-cell/>' + day + cell('14h')),
      row(cell('Caché') + day + cell('9h'), ' table:visibility="collapse"'),
      row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="1048571"'),
    ].join('');
    const noted = `<table:table-cell><office:annotation><text:p>À voir</text:p></office:annotation><text:p>Kêr Vro</text:p></table:table-cell>`;
    const members = row(cell('Structure') + cell('Commune')) + row(noted + cell('Brest'));
    const book = (...sheets: readonly string[]) =>
      zipOf(
        new Map([
          ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
          ['content.xml', `<office:document-content>${styles}${sheets.join('')}</office:document-content>`],
        ]),
      );
    const agenda = await read(book(sheet('Secret', members, 'b'), sheet('Agenda', rows)));
    expect([agenda.format, agenda.records]).toEqual([
      'xlsx',
      ['Atelier d’hiver & fête 2026-12-05T10:30', 'Atelier d’hiver & fête 2026-12-05T14:00'],
    ]);
    expect(agenda.said).toContain('ligne 4\u202f: masquée, non lue');
    expect((await read(book(sheet('A', members)), 'https://data.example/liste.ods')).records).toEqual([
      'Kêr Vro, Brest',
    ]);
    // A file of a kilobyte may say that it is a million lines of a thousand cells.
    const far = row(cell('a', ' table:number-columns-repeated="16384"'), ' table:number-rows-repeated="1048576"');
    await expect(read(book(sheet('A', far), sheet('B', far)))).rejects.toMatchObject({ code: 'large' });
    const cut = new Map([
      ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
      ['content.xml', '<office:document-content>'],
    ]);
    await expect(read(zipOf(cut))).rejects.toMatchObject({ code: 'schema' });
  });

  it('of a workbook has two lines of headers, merged where they are one', async () => {
    const rows = [
      ['Organisme', 'Situation', null],
      [null, 'Commune', 'Code postal'],
      ['Kêr Vro', 'Brest', 29200],
    ];
    const book = workbookOf({ name: 'Adhérents', rows, merged: ['A1:A2', 'B1:C1'] });
    expect((await read(book)).records).toEqual(['Kêr Vro, Brest']);
  });

  it('is the one that the address names', async () => {
    const sheet = (name: string, member: string) => ({ name, rows: [['Structure'], [member]] });
    const book = workbookOf(sheet('2025', 'Xylm'), sheet('2026', 'Kêr Vro'));
    expect((await read(book, 'https://data.example/liste.xlsx#table=2026')).records).toEqual(['Kêr Vro']);
  });

  it('has its hidden rows left out, which is said', async () => {
    const rows = [
      ['Structure', 'Commune'],
      ['Caché', 'Brest'],
      ['Xylm', 'Vannes'],
    ];
    const { records, said } = await read(workbookOf({ name: 'Adhérents', rows, hidden: [2] }));
    expect(records).toEqual(['Xylm, Vannes']);
    expect(said).toContain('ligne 2\u202f: masquée, non lue');
  });

  it.each([
    ['members', 'Nom;Commune;Salariés\nXylm;Vannes;3\nTOTAL;;3\n', ['Xylm, Vannes'], 'adhérents'],
    ['events', 'Titre;Date;Participants\nForum;05/12/2026;30\nTOTAL;;30\n', ['Forum 2026-12-05'], 'événements'],
  ])('of %s has no sum among them', async (_kind, text, records, of) => {
    const result = await read(text);
    expect(result.records).toEqual(records);
    expect(result.said).toContain(`ligne 3\u202f: sans doute un total, non compté parmi les ${of}`);
  });

  it('of an old workbook is refused, with what to press', async () => {
    const error: unknown = await read(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])).catch(
      (reason: unknown) => reason,
    );
    expect((error as EssError).details.remedy?.fr).toContain('«\u202fFichier › Enregistrer sous › .xlsx\u202f»');
  });
});
