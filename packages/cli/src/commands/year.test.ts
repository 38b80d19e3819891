import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { dataset, event, observation, temporaryFolder } from '../testing/data.ts';
import { ess } from '../testing/io.ts';
import { openBook } from '../testing/workbook.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const cwd = folder.path;
const today = '2026-02-03';
const bookAt = (...names: string[]) => openBook(path.join(cwd, ...names));

describe('ess-widgets year', () => {
  const written = ess('year 2025 --from packages/bretagne/data --out ' + path.join(cwd, 'bretagne'));

  it('writes a workbook and the same sheets as CSV', async () => {
    const { status, out } = await written;
    expect([status, out]).toEqual([0, expect.stringContaining('annee-2025.xlsx')]);
    const { names } = await bookAt('bretagne', 'annee-2025.xlsx');
    expect(names[0]).toBe('Lisez-moi');
    expect(names.slice(1, 8)).toEqual([
      'Entrées et sorties',
      'Événements',
      'Réunions et présences',
      'Votes',
      'Chiffres',
      'Programmes',
      'Missions',
    ]);
    expect(names.slice(-4)).toEqual(['Listes complètes', 'Textes', 'À vérifier', 'Listes']);
    expect(readdirSync(path.join(cwd, 'bretagne/annee-2025'))).toHaveLength(names.length);
    expect(readFileSync(path.join(cwd, 'bretagne/annee-2025/evenements.csv'), 'utf8')).toContain('"Liste complète');
  });

  it('has what goes on, what was planned, and last year’s figures beside empty cells', async () => {
    await written;
    const book = await bookAt('bretagne', 'annee-2025.xlsx');
    const members = book.sheet('Entrées et sorties').rows();
    expect(members.map((row) => row['Structure'])).toContain('CASDEN');
    expect(members.map((row) => row['Structure'])).not.toContain('Le Cric');
    const [stock] = book
      .sheet('Chiffres')
      .rows()
      .filter((row) => row['D’après'] === 'members-total-2024');
    expect(stock).toMatchObject({ Période: '31/12/2025', 2024: '117\u00a0adhérents', 2025: null, Unité: 'adhérents' });
    const [assembly] = book
      .sheet('Événements')
      .rows()
      .filter((row) => row['Titre'] === 'Assemblée générale 2025');
    expect(assembly).toMatchObject({
      Date: '22/05/2025',
      État: null,
      'Prévu sous': expect.stringContaining('22/05/2025'),
    });
    const left = book.sheet('À vérifier').rows();
    for (const what of ['Prévu', 'À vérifier', 'Sans lieu', 'Révision']) {
      expect(left.map((row) => row['Quoi'])).toContain(what);
    }
  });

  it('offers the allowed values of each cell as a list that a spreadsheet shows', async () => {
    await written;
    const { sheets } = await readXlsx(readFileSync(path.join(cwd, 'bretagne/annee-2025.xlsx')));
    const lists = sheets.find(({ name }) => name === 'Listes');
    const events = sheets.find(({ name }) => name === 'Événements');
    const headings = events?.rows[1] ?? [];
    for (const heading of ['État', 'Série', 'Organisateurs', 'Thèmes', 'Prévu sous']) {
      const letter = String.fromCharCode(65 + headings.indexOf(heading));
      const rule = events?.dataValidations?.find(({ range }) => range.startsWith(`${letter}3:`));
      const [, column = '', last = ''] = /^Listes!\$([A-Z]+)\$2:\$[A-Z]+\$(\d+)$/.exec(rule?.formula1 ?? '') ?? [];
      const at = [...column].reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0) - 1;
      const values = lists?.rows.slice(1, Number(last)).map((row) => row[at]);
      expect(values?.length, heading).toBeGreaterThan(3);
      expect(values, heading).not.toContain(null);
      if (heading === 'État') expect(values).toEqual(['tenu', 'prévu', 'annulé', 'reporté', 'complet']);
    }
    expect(events?.freezePane).toMatchObject({ rows: 2, columns: 1 });
  });

  it('never replaces a workbook, which may be filled in', async () => {
    folder.write('one.json', dataset({}));
    folder.write('taken/annee-2025.xlsx', 'filled in');
    const { status, err } = await ess('year 2025 --from one.json --out taken', { cwd });
    expect([status, err]).toEqual([2, expect.stringContaining('annee-2025.xlsx existe déjà')]);
    expect(readFileSync(path.join(cwd, 'taken/annee-2025.xlsx'), 'utf8')).toBe('filled in');
  });

  it('says what is missing, and which year follows', async () => {
    folder.write('one.json', dataset({}));
    const err = async (line: string) => (await ess(line, { cwd })).err;
    expect(await err('year --from one.json --out x')).toContain('quelle année');
    expect(await err('year 2025 --out x')).toContain('il manque --from');
    expect(await err('year 2025 --from one.json')).toContain('il manque --out');
    expect(await err('year 2025 2026 --from one.json --out x')).toContain('de trop');
    expect(await err('year 2024 --from one.json --out x')).toContain('l’année qui suit est 2025');
    expect(await err('year 2025 --from one.json --out x --lang en')).toBe('');
    expect((await ess('year --help --lang en', { cwd })).out).toContain('ess-widgets year <year>');
  });

  it('keeps where last year’s data are, so that both folders can be moved together', async () => {
    folder.write('moved/data/manifest.json', dataset({}));
    await ess('year 2025 --from moved/data --out moved/book', { cwd });
    const [kept] = (await bookAt('moved/book/annee-2025.xlsx'))
      .sheet('Lisez-moi')
      .rows()
      .filter((row) => String(row['Réglage']).startsWith('Données de l’an'));
    expect(kept?.['Valeur']).toBe('../data');
    expect((await ess('prepare moved/book/annee-2025.xlsx --out moved/next', { cwd, today })).status).toBe(0);
  });

  it('makes no formula of a text, in either form', async () => {
    const name = '=HYPERLINK("https://example.org")';
    const organisations = [{ id: 'o', name }];
    const memberships = [{ id: 'm', organisation: 'o', network: 'n', start: null, end: null }];
    folder.write('formula.json', dataset({ organisations, memberships }));
    await ess('year 2025 --from formula.json --out formula', { cwd });
    expect(readFileSync(path.join(cwd, 'formula/annee-2025/entrees-et-sorties.csv'), 'utf8')).toContain(`"'=HYPERLINK`);
    const { sheets } = await readXlsx(readFileSync(path.join(cwd, 'formula/annee-2025.xlsx')));
    const cells = sheets.flatMap((sheet) => [...(sheet.cells?.values() ?? [])]);
    expect(cells.filter(({ formula }) => formula)).toEqual([]);
    for (const made of ['annee-2025', 'annee-2025.xlsx']) {
      const { out } = await ess(`prepare formula/${made} --out formula-${made.length}`, { cwd, today });
      expect(out).toContain('0 fiche nouvelle, 0 modifiée');
    }
  });
});

describe('the sheets as CSV', () => {
  it('are read as a spreadsheet in France, or one with commas, saves them', async () => {
    const series = [{ id: 's', name: { fr: 'Semaine' } }];
    folder.write(
      'csv.json',
      dataset({ series, events: [event('plan', { status: 'planned', date: '2025-06', series: 's' })] }),
    );
    await ess('year 2025 --from csv.json --out csv', { cwd });
    const file = path.join(cwd, 'csv/annee-2025/evenements.csv');
    const text = readFileSync(file, 'utf8');
    const [, heads = ''] = text.split('\r\n');
    const headings = heads.split(';').map((cell) => cell.slice(1, -1));
    const cells: Readonly<Record<string, string>> = {
      Titre: 'Fête',
      Date: '21/06/2025',
      État: 'tenu',
      Série: 'Semaine',
      Participants: '1 200',
    };
    const row = (separator: string) => headings.map((heading) => `"${cells[heading] ?? ''}"`).join(separator);
    writeFileSync(file, Buffer.from(`${text.replace(/^\ufeff/, '')}${row(';')}\r\n`, 'latin1'));
    const french = await ess('prepare csv/annee-2025 --out csv-a', { cwd, today });
    expect([french.status, french.out]).toEqual([0, expect.stringContaining('1 fiche nouvelle')]);
    const commas = text.replace(/^\ufeff/, '').replaceAll('";"', '","');
    writeFileSync(file, `${commas}${row(',')}\r\n`);
    expect((await ess('prepare csv/annee-2025 --out csv-b', { cwd, today })).out).toContain('1 fiche nouvelle');
    const read = (out: string) => JSON.parse(readFileSync(path.join(cwd, out, 'events.json'), 'utf8'));
    expect(read('csv-b')).toEqual(read('csv-a'));
    expect(read('csv-a')).toMatchObject([
      { id: 'plan', status: 'planned' },
      { id: 'fete-2025', attendance: { value: 1200 } },
    ]);
  });
});

describe('a workbook as spreadsheet programs leave it', () => {
  it('with a million empty rows, hidden sheets and other sheets, is read by what it says', async () => {
    folder.write(
      'rows.json',
      dataset({ observations: [observation('members-stock', 3, 'members', { period: '2024-12-31' })] }),
    );
    await ess('year 2025 --from rows.json --out rows', { cwd });
    const file = path.join(cwd, 'rows/annee-2025.xlsx');
    const { sheets } = await readXlsx(readFileSync(file));
    const changed = sheets.map(({ name, rows }) => ({
      name,
      rows: name === 'Votes' ? [...rows, ['Budget', null, new Date('2025-05-22')]] : rows,
      ...(name === 'Votes' ? { cells: new Map([['1048575,3', { value: ' ', type: 'string' as const }]]) } : {}),
    }));
    const noise = { name: 'Brouillon', rows: [['Titre'], ['=1+1', 'x']], hidden: true };
    writeFileSync(file, await writeXlsx({ sheets: [...changed, noise] }));
    const { status, out } = await ess('prepare rows/annee-2025.xlsx --out rows-2025', { cwd, today });
    expect([status, out]).toEqual([0, expect.stringContaining('1 fiche nouvelle')]);
    const [vote] = JSON.parse(readFileSync(path.join(cwd, 'rows-2025/votes.json'), 'utf8'));
    expect(vote).toMatchObject({ date: '2025-05-22', subject: { fr: 'Budget' } });
  });

  it('with the error of a formula in a cell, is told of it', async () => {
    await ess('year 2025 --from rows.json --out rows-b', { cwd });
    const { sheets } = await readXlsx(readFileSync(path.join(cwd, 'rows-b/annee-2025.xlsx')));
    const figures = sheets.find(({ name }) => name === 'Chiffres');
    const column = figures?.rows[0]?.indexOf('2025') ?? -1;
    const failed = { value: '#REF!', type: 'error' as const };
    const changed = sheets.map(({ name, rows }) => ({
      name,
      rows,
      ...(name === 'Chiffres' ? { cells: new Map([[`1,${column}`, failed]]) } : {}),
    }));
    writeFileSync(path.join(cwd, 'error.xlsx'), await writeXlsx({ sheets: changed }));
    const { status, err } = await ess('prepare error.xlsx --from rows.json --out error', { cwd, today });
    expect([status, err]).toEqual([2, expect.stringContaining('colonne « 2025 » (G2) : « #REF! » : la formule')]);
    expect(existsSync(path.join(cwd, 'error'))).toBe(false);
    rmSync(path.join(cwd, 'error.xlsx'));
  });
});
