import { afterEach, describe, expect, it, vi } from 'vitest';
import { essDataset, FIELDS, type ListKind, readHeaders, type Source } from '../data/index.ts';
import { EssError } from '../errors.ts';
import { createPlacer, parseCommunes } from '../geo/index.ts';
import { HOSTILE_WORKBOOKS } from '../testing/hostile-workbooks.ts';
import { workbookOf } from '../testing/workbook.ts';
import { type Correction } from './corrections.ts';
import { type Examination, type ExamineOptions, examine } from './examine.ts';
import { FIELD_NAMES } from './fields.ts';
import { correctedCsv, datasetFile, derivedName, reportFile } from './files.ts';

const COMMUNES = parseCommunes({
  format: 'ess-communes/1',
  licences: [],
  attribution: { fr: 'x' },
  departements: [
    { code: '29', name: { fr: 'Finistère' } },
    { code: '35', name: { fr: 'Ille-et-Vilaine' } },
  ],
  epci: [],
  columns: {
    insee: ['29019', '29232', '35238'],
    name: ['Brest', 'Quimper', 'Rennes'],
    lon: [-4.5, -4.1, -1.68],
    lat: [48.4, 48, 48.11],
    postal: [['29200'], ['29000'], ['35000']],
    epci: [null, null, null],
  },
});

const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;
const OPTIONS: ExamineOptions = { today: '2026-11-29', placer: async () => createPlacer(COMMUNES) };
const look = (text: string, options: Partial<ExamineOptions> = {}, name = 'liste.csv') =>
  examine({ name, bytes: bytesOf(text) }, { ...OPTIONS, ...options });

const rules = ({ findings }: Examination) => findings.map(({ rule }) => rule);
const groupOf = ({ groups }: Examination, rule: string) => groups.find((group) => group.rule === rule);
const names = ({ dataset }: Examination) => dataset?.collections.organisations?.map(({ name }) => name);
/** All corrections that the groups propose. */
const proposed = ({ groups }: Examination): readonly Correction[] =>
  groups.flatMap(({ proposals }) => proposals.flatMap(({ corrections }) => corrections));

/** A list with one of each fault that can be mended without looking anything up. */
const MESSY = [
  'Structure;Commune;SIRET;Adhésion;Latitude;Longitude;Prénom',
  'Kerhea;Brestt;n° 123-456-782;10/15/2024;48,4;-4,5;X',
  'Xylm;Rennes;;12/03/2021;-1,68;48,11;Y',
  'Tag;Quimper;;;;;Z',
  'Tag;Quimper;;;;;Z',
  'Structure;Commune;SIRET;Adhésion;Latitude;Longitude;Prénom',
  'TOTAL;4;;;;;',
].join('\n');

afterEach(() => vi.unstubAllGlobals());

describe('the findings on a list', () => {
  it('stand in groups, with their lines and the letter of their column, and the remedy for a spreadsheet', async () => {
    const rows = ['Quimper', ...new Array(12).fill('Brestt')].map((town, index) => `Coop ${index};${town}`);
    const group = groupOf(await look(`Structure;Commune\n${rows.join('\n')}`), 'town-unknown');
    expect(group).toMatchObject({
      title: {
        fr: 'Commune inconnue\u202f: 12 lignes (3, 4, 5, 6, 7, 8, 9, 10, 11, 12…), colonne B',
        en: 'Unknown commune: 12 lines (3, 4, 5, 6, 7, 8, 9, 10, 11, 12…), column B',
      },
      column: 'B',
      severity: 'warning',
      remedy: { fr: expect.stringContaining('nom officiel'), en: expect.stringContaining('official name') },
    });
    expect(group?.lines).toHaveLength(12);
  });

  it('come by gravity, then those of most lines first', async () => {
    const { groups } = await look('Structure;Commune;Autre\n;Rennes;x\nA;Xxxx;\nB;Yyyy;\nC;;');
    expect(groups.map(({ rule, lines }) => [rule, lines.length])).toEqual([
      ['name-missing', 1],
      ['town-unknown', 2],
      ['place-missing', 1],
      ['columns', 0],
    ]);
  });

  it('have a title and a remedy for every rule of a list that this one breaks, and no address of ours', async () => {
    const examination = await look(MESSY);
    for (const { rule, remedy, title } of examination.groups)
      expect([rule, remedy === null, title.en === rule]).toEqual([rule, false, false]);
    expect(JSON.stringify(examination.findings)).not.toContain('file.invalid');
    expect(examination.findings.every(({ where }) => where.file === 'liste.csv')).toBe(true);
  });

  it('are those of the widgets: one set of messages', async () => {
    const { messages } = groupOf(await look('Structure;Commune\nKerhea;Brestt'), 'town-unknown') ?? {};
    expect(messages?.map(({ fr }) => fr)).toEqual([
      'ligne 2\u202f: commune inconnue «\u202fBrestt\u202f» (peut-être Brest (29019))',
    ]);
  });
});

describe('a proposal', () => {
  it('is made for what can be mended without looking anything up', async () => {
    const labels = (await look(MESSY)).groups.flatMap(({ rule, proposals }) =>
      proposals.map(({ label }) => [rule, label.fr]),
    );
    expect(Object.fromEntries(labels)).toEqual({
      'town-unknown': '«\u202fBrestt\u202f» → «\u202fBrest\u202f» (1 ligne)',
      siren: '«\u202fn° 123-456-782\u202f» → «\u202f123456782\u202f» (1 ligne)',
      date: '«\u202f10/15/2024\u202f» → «\u202f2024-10-15\u202f» (1 ligne)',
      coordinates: 'Échanger latitude et longitude (1 ligne)',
      duplicate: 'Retirer cette ligne',
      header: 'Retirer cette ligne',
      total: 'Retirer cette ligne',
      'personal-columns': 'Retirer la colonne G',
    });
  });

  it('that is accepted leaves no such finding, neither now nor when the corrected list is read again', async () => {
    const first = await look(MESSY);
    const corrections = proposed(first);
    const second = await look(MESSY, { corrections });
    const third = await look(correctedCsv(second.list!));
    const mended = ['town-unknown', 'siren', 'date', 'coordinates', 'duplicate', 'header', 'total', 'personal-columns'];
    expect(mended.every((rule) => rules(first).includes(rule))).toBe(true);
    for (const after of [second, third]) {
      expect(rules(after).filter((rule) => mended.includes(rule))).toEqual([]);
      expect(names(after)).toEqual(['Kerhea', 'Xylm', 'Tag']);
      expect(after.dataset?.collections.organisations).toMatchObject([
        { town: 'Brest', siren: '123456782', position: { lat: 48.4, lon: -4.5 } },
        { position: { lat: 48.11, lon: -1.68 } },
        { town: 'Quimper' },
      ]);
      expect(after.dataset?.collections.memberships?.map(({ start }) => start)).toEqual([
        '2024-10-15',
        '2021-03-12',
        null,
      ]);
    }
    expect(third.list?.columns.map(({ title }) => title)).not.toContain('Prénom');
  });

  it.each([
    ['of another first letter', 'Structure;Commune\nKerhea;Drest'],
    ['whose commune is not that of the postal code', 'Structure;Commune;Code postal\nKerhea;Brestt;35999'],
    ['of a number whose last figure is wrong', 'Structure;SIRET\nKerhea;n° 123-456-789'],
    ['of two lines of one name that differ', 'Structure;Commune;Site\nTag;Brest;a.example\nTag;Brest;b.example'],
  ])('is not made %s', async (_title, text) => {
    expect(proposed(await look(text))).toEqual([]);
  });
});

describe('columns that are mapped by hand', () => {
  const UNKNOWN = 'Libre A;Libre B;Libre C\nKerhea;Brest;x\nXylm;Rennes;y';

  it('make a list of one whose columns nobody recognises, which still shows them', async () => {
    const before = await look(UNKNOWN);
    expect(before).toMatchObject({ dataset: null, error: { code: 'schema' } });
    expect(groupOf(before, 'schema')?.messages[0]?.fr).toContain('trouvé\u202f: Libre A, Libre B, Libre C');
    expect(before.list?.columns).toMatchObject([
      { letter: 'A', title: 'Libre A', field: null, samples: ['Kerhea', 'Xylm'] },
      { letter: 'B' },
      { letter: 'C' },
    ]);
    const after = await look(UNKNOWN, { mapping: { 0: 'name', 1: 'town' } });
    expect(after.dataset?.collections.organisations).toMatchObject([
      { name: 'Kerhea', town: 'Brest', position: { precision: 'commune' } },
      { name: 'Xylm', town: 'Rennes' },
    ]);
    expect(after.list?.columns.map(({ field }) => field)).toEqual(['name', 'town', null]);
  });

  it('win over their titles, and the corrected list is read so without the mapping', async () => {
    const text = 'Structure;Commune;Nom d’usage\nAncien;Brest;Kerhea\nVieux;Rennes;Xylm';
    const mapped = await look(text, { mapping: { 0: null, 2: 'name' } });
    expect(names(mapped)).toEqual(['Kerhea', 'Xylm']);
    const again = await look(correctedCsv(mapped.list!));
    expect(names(again)).toEqual(['Kerhea', 'Xylm']);
    expect(again.list?.columns.map(({ field }) => field)).toEqual([null, 'town', 'name']);
  });

  it('may be those of the other kind of list', async () => {
    const text = 'Nom;Date;Ville\nApéro;3/12/2026;Brest';
    expect((await look(text)).dataset?.collections).toHaveProperty('events');
    const members = await look(text, { kind: 'members' });
    expect([members.list?.kind, names(members)]).toEqual(['members', ['Apéro']]);
    expect(members.list?.fields).toContain('college');
  });

  it.each(['members', 'events'] as const)('have names by which the fields of %s are recognised', (kind: ListKind) => {
    for (const field of FIELDS[kind]) {
      for (const language of ['fr', 'en'] as const) {
        const name = FIELD_NAMES[kind][field]?.[language] ?? '';
        const read = readHeaders([field === 'name' ? '' : FIELD_NAMES[kind].name!.fr, name], kind).columns;
        expect(read.get(field), `${field} ${name}`).toBe(1);
      }
    }
  });
});

describe('a file', () => {
  it('that is a workbook is read whatever it is called, from the sheet that is chosen', async () => {
    const bytes = workbookOf(
      {
        name: 'A',
        rows: [
          ['Structure', 'Commune'],
          ['Kerhea', 'Brest'],
        ],
      },
      {
        name: 'B',
        rows: [
          ['Structure', 'Commune'],
          ['Xylm', 'Rennes'],
        ],
      },
    );
    const first = await examine({ name: 'liste.csv', bytes }, OPTIONS);
    expect([first.format, first.list?.sheet, first.list?.sheets, names(first)]).toEqual([
      'xlsx',
      'A',
      ['A', 'B'],
      ['Kerhea'],
    ]);
    const second = await examine({ name: 'liste.xlsx', bytes }, { ...OPTIONS, sheet: 'B' });
    expect(names(second)).toEqual(['Xylm']);
    expect(correctedCsv(second.list!)).toBe('\ufeff"Structure";"Commune"\r\n"Xylm";"Rennes"\r\n');
  });

  it('that is a data set is read and checked for what contradicts itself', async () => {
    const events = [
      { id: 'a', title: { fr: 'A' }, date: '2024-02-01', status: 'held', startsAt: '2024-02-05T10:00' },
      { id: 'b' },
    ];
    const document = {
      format: 'ess-dataset/1',
      id: 'essai',
      title: { fr: 'Essai' },
      publisher: { name: 'Essai' },
      licence: { name: 'CC0' },
      language: 'fr',
      updated: '2025-03-05',
      periods: ['2024'],
      collections: {
        organisations: [
          { id: 'x', name: 'Même' },
          { id: 'y', name: 'Même' },
        ],
        events,
      },
    };
    const examination = await look(JSON.stringify(document), {}, 'donnees.json');
    expect(examination.format).toBe('ess-dataset');
    expect(rules(examination)).toEqual(expect.arrayContaining(['schema', 'duplicates']));
    expect(examination.list).toBeNull();
  });

  it('of another format is read by the source that recognises it, and nothing else is asked for', async () => {
    vi.stubGlobal('fetch', () => {
      throw new Error('a request');
    });
    const asked: string[] = [];
    const calendar: Source = {
      id: 'ical',
      title: 'A calendar',
      detect: (src, head) => (src.endsWith('.ics') || head?.startsWith('BEGIN:VCALENDAR') ? 0.9 : 0),
      load: async (request, context) => {
        const text = await (await context.fetch(request.src)).text();
        asked.push(text);
        const other = await context.fetch('https://elsewhere.example/');
        if (!text.startsWith('BEGIN'))
          throw new EssError('syntax', `${request.src} is no calendar.`, { url: request.src });
        const { dataset } = await essDataset.load(
          { ...request, src: request.src },
          { ...context, read: async () => EMPTY },
        );
        return { dataset, issues: [{ ...FINDING, found: String(other.status), where: { file: request.src } }] };
      },
    };
    const options = { sources: [calendar] };
    const good = await look('BEGIN:VCALENDAR', options, 'agenda.ics');
    expect([good.format, asked, good.findings[0]?.found]).toEqual(['ical', ['BEGIN:VCALENDAR'], '404']);
    expect((await look('BEGIN:VCALENDAR', options, 'sans-nom')).format).toBe('ical');
    const bad = await look('rien', options, 'agenda.ics');
    expect(bad.findings).toMatchObject([{ rule: 'syntax', message: { en: 'agenda.ics is no calendar.' } }]);
  });

  it.each([
    ['a page', '<!doctype html><p>Connectez-vous', 'liste.csv', 'html'],
    ['a PDF', '%PDF-1.7', 'rapport.pdf', 'format'],
    ['an old workbook', '\u00d0\u00cf\u0011\u00e0', 'liste.xls', 'format'],
    ['empty', '', 'liste.csv', 'schema'],
    ['text', 'Bonjour', 'lettre.txt', 'config'],
    ['broken JSON', '{"format": ', 'donnees.json', 'syntax'],
    ['of another format', '{"format": "autre/3"}', 'donnees.json', 'format'],
  ])('that is %s is a finding in words, and never an exception', async (_title, text, name, rule) => {
    const bytes = name.endsWith('.xls') ? new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]).buffer : bytesOf(text);
    const examination = await examine({ name, bytes }, OPTIONS);
    expect(examination).toMatchObject({ dataset: null, groups: [{ rule, severity: 'error' }] });
    const { message } = examination.findings[0]!;
    expect(message.fr).not.toContain('file.invalid');
    expect(message.en).not.toContain('file.invalid');
  });
});

const FINDING = { rule: 'x', severity: 'info', certainty: 'certain', found: '', message: { fr: 'x' } } as const;
const EMPTY = {
  format: 'ess-dataset/1',
  id: 'a',
  title: { fr: 'A' },
  publisher: { name: 'A' },
  licence: { name: 'A' },
  language: 'fr',
  updated: '2025-03-05',
  periods: ['2024'],
  collections: {},
};

describe('a long list', () => {
  const LONG = `Structure;Commune\n${new Array(3_000)
    .fill(0)
    .map((_, index) => `Coop ${index};Brest`)
    .join('\n')}`;

  it('says how far its reading is, and lets its page go on meanwhile', async () => {
    const steps: string[] = [];
    let pauses = 0;
    await look(LONG, {
      onProgress: ({ step, done, total }) => void steps.push(`${step} ${done}/${total}`),
      pause: async () => void (pauses += 1),
    });
    expect(steps.slice(0, 3)).toEqual(['opening 0/0', 'reading 0/3000', 'reading 200/3000']);
    expect(pauses).toBeGreaterThanOrEqual(6);
  });

  it('ends where it is cancelled', async () => {
    const controller = new AbortController();
    const reading = look(LONG, {
      signal: controller.signal,
      onProgress: ({ done }) => done === 400 && controller.abort(new Error('cancelled')),
    });
    await expect(reading).rejects.toThrow('cancelled');
  });
});

describe('a file that is taken home', () => {
  it('has no cell that a spreadsheet runs', async () => {
    const { list } = await look('Structure;Description\n"=HYPERLINK(""https://x.example"")";"+33 2"');
    expect(correctedCsv(list!)).toContain('"\'=HYPERLINK(');
    expect(names(await look(correctedCsv(list!)))).toEqual(['=HYPERLINK("https://x.example")']);
  });

  it('is a data set that is read as what was shown', async () => {
    const { dataset } = await look(MESSY);
    const again = await look(datasetFile(dataset!), {}, 'liste.json');
    expect(again.dataset?.collections).toEqual(dataset?.collections);
    expect(again.dataset?.manifest.collections['memberships']?.coverage).toEqual(
      dataset?.manifest.collections['memberships']?.coverage,
    );
    expect(again.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is a report in either language, as a text or as a page that shows what is written', async () => {
    const examination = await look('Structure;Commune\n<b>X</b>;Brest\n;Rennes', {}, '<i>.csv');
    const text = reportFile(examination, { language: 'fr', form: 'text', today: '2026-11-29' });
    expect(text).toContain('# Vérification de <i>.csv\n');
    expect(text).toContain('Lu le 29 novembre 2026. 1 adhérent.');
    expect(text).toContain('- Nom manquant\u202f: ligne 3, colonne A\n');
    expect(text).toContain('- B Commune → Commune\n');
    const page = reportFile(examination, { language: 'en', form: 'html', today: '2026-11-29' });
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<h1>Check of &lt;i&gt;.csv</h1>');
    expect(page).not.toContain('<i>');
    expect(page).toContain('Name missing: line 3, column A');
  });

  it('is named after the one that it is made of', () => {
    expect(derivedName('liste.v2.xlsx', '-corrige.csv')).toBe('liste.v2-corrige.csv');
    expect(derivedName('liste', '.json')).toBe('liste.json');
  });
});

it('says of a workbook that asks for far more than a list what to do instead, in the visitor’s language', async () => {
  const bytes = HOSTILE_WORKBOOKS['sixty sheets with a far cell']?.make() ?? new ArrayBuffer(0);
  const { error, findings } = await examine({ name: 'liste.xlsx', bytes }, OPTIONS);
  expect(error?.code).toBe('large');
  expect(findings.map(({ message }) => [message.fr, message['en']])).toEqual([
    [expect.stringContaining('Copiez la liste seule'), expect.stringContaining('Copy the list alone')],
  ]);
});
