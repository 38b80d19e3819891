/** Whatever happens to a workbook, each of its rows is in the data, in something that is told, or blank. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataset, observation, temporaryFolder } from '../testing/data.ts';
import { ess } from '../testing/io.ts';
import { type FillableBook, type FillableSheet, openBook } from '../testing/workbook.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const cwd = folder.path;
const today = '2026-02-03';

const REPORT = {
  format: 'ess-report/1',
  id: 'rapport-2024',
  title: { fr: 'Rapport' },
  publisher: { name: 'Essai' },
  period: '2024',
  language: 'fr',
  opening: { id: '0', title: { fr: 'Ouverture' }, text: { fr: 'Une année de [[members-stock]].', en: 'A year.' } },
  chapters: [
    {
      id: 'I',
      title: { fr: 'Mouvement' },
      intro: { fr: 'Ce qui rassemble.' },
      sections: [{ id: 'I.1', title: { fr: 'Réseau' }, text: { fr: 'La tempête d’octobre.' } }],
    },
  ],
};

beforeAll(async () => {
  folder.write('data/report-2024.json', REPORT);
  folder.write(
    'data/manifest.json',
    dataset(
      {
        bodies: [{ id: 'ca', name: { fr: 'Conseil' }, kind: 'governance' }],
        observations: [observation('members-stock', 3, 'members', { period: '2024-12-31' })],
      },
      { report: 'report-2024.json' },
    ),
  );
  await ess('year 2025 --from data --out book', { cwd });
});

let turn = 0;
/** Prepares the workbook as somebody has changed it. */
async function prepared(fill: (book: FillableBook) => void) {
  turn += 1;
  const book = await openBook(path.join(cwd, 'book/annee-2025.xlsx'));
  fill(book);
  await book.save(path.join(cwd, 'book', `${turn}.xlsx`));
  const ran = await ess(`prepare book/${turn}.xlsx --out out-${turn}`, { cwd, today });
  const out = path.join(cwd, `out-${turn}`);
  const written = existsSync(out) ? readdirSync(out).map((name) => readFileSync(path.join(out, name), 'utf8')) : [];
  const json = (name: string) => JSON.parse(readFileSync(path.join(out, name), 'utf8'));
  return { ...ran, told: ran.out + ran.err, written: written.join('\n'), json };
}

/** Rows that are typed into sheets, each with a word of its own. */
const ROWS = {
  Événements: (word: string) => ({ Titre: word, Date: '12/09/2025', État: 'tenu', Participants: '40' }),
  Votes: (word: string) => ({ Sujet: word, Date: '12/06/2025', Pour: '12' }),
  Publications: (word: string) => ({ Titre: word, Date: '03/2025' }),
} as const;
type Name = keyof typeof ROWS;
const NAMES = Object.keys(ROWS) as readonly Name[];

interface Damage {
  readonly book: FillableBook;
  readonly name: Name;
  readonly sheet: FillableSheet;
  /** Line of one of its rows, from 0. */
  readonly at: number;
  readonly heading: string;
}

const FAULTS: Readonly<Record<string, (damage: Damage) => void>> = {
  'a sheet is renamed': ({ book, name }) => Object.assign(sheetOf(book, name), { name: `${name} 2025` }),
  'a sheet is deleted': ({ book, name }) => void book.sheets.splice(book.sheets.indexOf(sheetOf(book, name)), 1),
  'a sheet is there twice': ({ book, name, sheet }) =>
    void book.sheets.push({ name: `${name} (2)`, rows: [...sheet.cells.slice(0, sheet.head + 1), ['mot0']] }),
  'a sheet is written in small letters': ({ book, name }) =>
    Object.assign(sheetOf(book, name), { name: name.toLowerCase() }),
  'a sheet is somebody’s own': ({ book }) => void book.sheets.push({ name: 'Brouillon', rows: [['mot0'], ['à voir']] }),
  'a column is renamed': ({ sheet, heading }) => sheet.rename(heading, `${heading} ?`),
  'a heading is emptied': ({ sheet, heading }) => sheet.rename(heading, ''),
  'a column is there twice': ({ sheet }) => {
    sheet.cells[sheet.head]?.push('Date');
    sheet.cells[sheet.head + 1]?.push('mot8');
  },
  'a row stands above the headings': ({ sheet }) => void sheet.cells.splice(0, 0, ['mot9', null, 'note']),
  'headings are deleted': ({ sheet }) => void sheet.cells.splice(sheet.head, 1),
  'words stand beside the columns': ({ sheet, at }) => {
    const row = sheet.cells[at] ?? [];
    row[(sheet.cells[sheet.head]?.length ?? 0) + 3] = 'mot7';
  },
  'a row has words beside the columns alone': ({ sheet }) => {
    const row = Array.from<null | string>({ length: 40 }).fill(null);
    row[39] = 'mot7';
    sheet.cells.splice(sheet.head + 2, 0, row);
  },
  'rows are blank': ({ sheet, at }) => void sheet.cells.splice(at, 0, [null], ['', ' ']),
  'a day is of another year': ({ sheet, at }) => type(sheet, at, 'Date', '12/09/2024'),
  'a day is none': ({ sheet, at }) => type(sheet, at, 'Date', '31/02/2025'),
  'a cell is emptied': ({ sheet, at, heading }) => type(sheet, at, heading, ''),
  'a telephone is typed': ({ sheet, at, heading }) => type(sheet, at, heading, 'Avec Camille, 06 12 34 56 78'),
};

const sheetOf = (book: FillableBook, name: string) => {
  const found = book.sheets.find((each) => each.name === name);
  if (!found) throw new Error(`no sheet "${name}"`);
  return found;
};

function type(sheet: FillableSheet, at: number, heading: string, value: string): void {
  const row = sheet.cells[at];
  if (row) row[sheet.cells[sheet.head]?.indexOf(heading) ?? 0] = value;
}

const COUNT = Object.keys(FAULTS).length;
/** Every fault in each sheet with the long tests; for each change every fault once, in one sheet after the other. */
const SEEDS = Array.from({ length: 3 * COUNT }, (_, seed) => seed).filter(
  (seed) => process.env['ESS_FULL'] || Math.floor(seed / COUNT) === (seed % COUNT) % 3,
);

describe('of a workbook with a fault', () => {
  it.each(SEEDS)('no row disappears: %i', async (seed) => {
    const kinds = Object.keys(FAULTS);
    const kind = kinds[seed % kinds.length] ?? '';
    const name = NAMES[Math.floor(seed / kinds.length) % NAMES.length] ?? 'Votes';
    const headings = Object.keys(ROWS[name](''));
    const typed: { word: string; line: number }[] = [];
    const { status, told, written } = await prepared((book) => {
      const sheet = book.sheet(name);
      for (let n = 0; n < 4; n += 1) {
        const word = `mot${n}`;
        typed.push({ word, line: sheet.add(ROWS[name](word)) });
      }
      const [heading = ''] = headings.slice((seed * 7) % headings.length);
      FAULTS[kind]?.({ book, name, sheet, at: (typed[seed % 4]?.line ?? 1) - 1, heading });
    });
    if (status === 2) {
      // Nothing is written, and the sheet is named.
      expect([written, told.toLowerCase()], kind).toEqual(['', expect.stringContaining(name.toLowerCase())]);
      return;
    }
    const missing = typed.filter(({ word }) => !written.includes(word));
    expect(
      missing.filter(({ line }) => !told.includes(`${name}, ligne ${line}`)),
      `${kind}\n${told}`,
    ).toEqual([]);
    if (/mot[789]|beside|another year|twice/.test(kind)) expect(told, kind).toContain(name);
  });
});

describe('a workbook is told of', () => {
  const told = async (fill: (book: FillableBook) => void) => {
    const ran = await prepared(fill);
    return [ran.status, ran.told] as const;
  };

  it('a sheet that is missing, with the one that has its columns', async () => {
    expect(await told((book) => Object.assign(sheetOf(book, 'Votes'), { name: 'Scrutins' }))).toEqual([
      2,
      expect.stringContaining('Votes : cette feuille manque : « Scrutins » a ses colonnes, redonnez-lui ce nom.'),
    ]);
    for (const name of ['Listes complètes', 'Textes']) {
      const isThere = (await openBook(path.join(cwd, 'book/annee-2025.xlsx'))).names.includes(name);
      if (!isThere) continue;
      const without = await told((book) => void book.sheets.splice(book.sheets.indexOf(sheetOf(book, name)), 1));
      expect(without).toEqual([2, expect.stringContaining(`${name} : cette feuille manque`)]);
    }
  });

  it('a column that has another heading, with its letter', async () => {
    const [status, text] = await told((book) => {
      const events = book.sheet('Événements');
      events.add({ Titre: 'Fête', Date: '12/09/2025', État: 'tenu', Participants: '40' });
      events.rename('Participants', 'Nb de participants');
    });
    expect(status).toBe(2);
    expect(text).toMatch(
      /Événements, ligne \d+, colonne « Nb de participants » \([A-Z]\d+\) : cette colonne n’est pas lue, et il manque Participants/,
    );
  });

  it('a day of another year, a 0 that may be unknown, and a person in a title', async () => {
    const [status, text] = await told((book) => {
      const events = book.sheet('Événements');
      events.add({ Titre: 'Fête', Date: '12/09/2024', État: 'tenu', Participants: 0 });
      events.add({ Titre: 'Forum', Date: '12/09/2025', État: 'tenu', Participants: 'zéro' });
      events.add({ Titre: 'Assises', Date: '12/09/2026', État: 'prévu' });
    });
    expect(status).toBe(1);
    expect(text).toContain('2 cellules à relire');
    expect(text).toMatch(/Événements, ligne \d+, colonne « Date » \(B\d+\) : « 12\/09\/2024 » : ce n’est pas en 2025/);
    expect(text).toMatch(
      /Événements, ligne \d+, colonne « Participants » \([A-Z]\d+\) : « 0 » : personne, ou pas compté/,
    );
    for (const [title, words] of [
      ['Atelier avec Camille Martin, 06 12 34 56 78', 'téléphone'],
      ['Atelier (+33 (0)2.98.00.00.00)', 'téléphone'],
      ['Écrire à camille@exemple.invalid', 'courriel'],
      ['Rencontre avec Mme Martin', 'nomme une personne'],
    ] as const) {
      const person = await told(
        (book) => void book.sheet('Événements').add({ Titre: title, Date: '2025', État: 'tenu' }),
      );
      expect(person).toEqual([
        2,
        expect.stringMatching(new RegExp(`Événements, ligne \\d+, colonne « Titre » \\(A\\d+\\).*${words}`)),
      ]);
    }
    const places = await told((book) => {
      for (const title of ['Foire du 02 au 05 2025', 'Salle 0298', 'M6 et le reste', 'Madame, monsieur'])
        book.sheet('Événements').add({ Titre: title, Date: '2025', État: 'tenu' });
    });
    expect(places[0]).toBe(0);
  });
});

describe('a text of last year’s report', () => {
  it('is published once somebody has read it again, or written it anew', async () => {
    const { status, told, json } = await prepared((book) => {
      const texts = book.sheet('Textes');
      texts.edit('Repère', '0', { 'Relu\u202f?': 'oui' });
      texts.edit('Repère', 'I', { 'Texte de 2025, s’il change': 'Ce qui rassemble encore.' });
    });
    const report = json('report-2025.json');
    expect([status, report.period]).toEqual([0, '2025']);
    expect(report.opening.text).toEqual(REPORT.opening.text);
    expect(report.chapters[0].intro).toEqual({ fr: 'Ce qui rassemble encore.' });
    expect(report.chapters[0].sections[0]).toEqual({ id: 'I.1', title: { fr: 'Réseau' }, blocks: [], sections: [] });
    expect(told).toContain(
      'Un texte de 2024 n’est pas relu, ni publié (feuille « Textes », colonne « Relu ? ») : ligne 4.',
    );
  });

  it('is not published where its row is gone, and a row of no text is told', async () => {
    const gone = await prepared((book) => void book.sheet('Textes').cells.splice(3, 1));
    expect([gone.written.includes('tempête'), gone.told]).toEqual([
      false,
      expect.stringContaining('colonne « Relu ? ») : lignes 2 à 3 ; sans ligne I.1.'),
    ]);
    const other = await prepared((book) => void book.sheet('Textes').edit('Repère', 'I.1', { Repère: 'I.9' }));
    expect([other.status, other.told]).toEqual([
      2,
      expect.stringContaining('Textes, ligne 4, colonne « Repère » (F4) : « I.9 »'),
    ]);
  });
});
