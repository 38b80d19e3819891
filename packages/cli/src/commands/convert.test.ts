import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { workbookOf } from '../../../core/src/testing/workbook.ts';
import { dataset, event, temporaryFolder } from '../testing/data.ts';
import { ess } from '../testing/io.ts';

const { path: folder, write, remove } = temporaryFolder();
afterAll(remove);

const run = (line: string) => ess(line, { cwd: folder });
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

write('messy.csv', 'Structure;Commune;SIRET\nKerhea;Brestt;n° 123-456-782\nXylm;Rennes;\nTag;Quimper;\nTOTAL;3;\n');

describe('convert', () => {
  it('writes a list as a data set in a single file, and says what is wrong with it', async () => {
    const { status, out, err } = await run('convert messy.csv --out out/messy.json');
    expect(status).toBe(0);
    expect(out).toMatch(/^out\/messy\.json {2}\d.*\(3 organisations\)\n$/);
    expect(err).toContain('Commune inconnue : ligne 2, colonne B\n');
    const { format, collections } = JSON.parse(read('out/messy.json'));
    expect([format, collections.organisations.map(({ name }: { name: string }) => name)]).toEqual([
      'ess-dataset/1',
      ['Kerhea', 'Xylm', 'Tag'],
    ]);
    expect((await run('check out/messy.json --severity error')).status).toBe(0);
  });

  it('writes the list with the corrections that are accepted, which check then finds no fault in', async () => {
    const { out } = await run('convert messy.csv --out mended.csv --accept-proposals');
    expect(out).toContain('3 corrections');
    expect(read('mended.csv')).toBe(
      '\ufeff"Structure";"Commune";"SIRET"\r\n"Kerhea";"Brest";"123456782"\r\n"Xylm";"Rennes";""\r\n"Tag";"Quimper";""\r\n',
    );
    expect(read('messy.csv')).toContain('Brestt');
    expect((await run('check mended.csv')).status).toBe(0);
  });

  it('leaves columns that look personal to a person', async () => {
    write('people.csv', 'Structure;Prénom\nKerhea;Xxxx\n');
    const { err } = await run('convert people.csv --out people-out.csv --accept-proposals');
    expect(err).toContain('Colonnes qui semblent personnelles');
    expect(read('people-out.csv')).toContain('Xxxx');
  });

  it('writes a report for a colleague, as a page or as a text, in the language of the command', async () => {
    await run('convert messy.csv --out a.json --report a.html');
    expect(read('a.html')).toContain('<h1>Vérification de messy.csv</h1>');
    await run('convert messy.csv --out a.json --report a.md --lang en');
    expect(read('a.md')).toContain('# Check of messy.csv');
  });

  it('takes what the lines are from its user', async () => {
    write('dates.csv', 'Nom;Date\nKerhea;3/12/2026\n');
    await run('convert dates.csv --out d.json');
    expect(JSON.parse(read('d.json')).collections).toHaveProperty('events');
    await run('convert dates.csv --out d.json --as members');
    expect(JSON.parse(read('d.json')).collections).toHaveProperty('organisations');
  });

  it('ends with status 1 where lines were left out', async () => {
    write('nameless.csv', 'Structure;Commune\n;Brest\nXylm;Rennes\n');
    expect((await run('convert nameless.csv --out n.json')).status).toBe(1);
  });

  it('writes a data set as it is, which is no list', async () => {
    write('set.json', dataset({ events: [event('a')] }));
    expect((await run('convert set.json --out copy.json')).status).toBe(0);
    expect(JSON.parse(read('copy.json')).collections.events).toHaveLength(1);
    const { status, err } = await run('convert set.json --out copy.csv');
    expect([status, err.includes('n’est pas une liste')]).toEqual([2, true]);
  });

  it.each([
    ['messy.csv', 'où écrire'],
    ['messy.csv --out a.xml', 'où écrire'],
    ['messy.csv --out a.json --as people', 'attendu'],
    ['messy.csv --out messy.csv', 'est lu par cette commande'],
    ['messy.csv --out a.json --sheet B --communes none.json', 'introuvable'],
    ['absent.csv --out a.json', 'introuvable'],
  ])('refuses %s in words', async (line, words) => {
    const { status, err } = await run(`convert ${line}`);
    expect([status, err]).toEqual([2, expect.stringContaining(words)]);
  });
});

describe('a workbook', () => {
  it('is checked and converted as the list that is in it', async () => {
    const bytes = workbookOf(
      { name: 'Notes', rows: [['Lisez-moi']] },
      {
        name: 'Adhérents',
        rows: [
          ['Structure', 'Commune', 'Prénom'],
          ['Kerhea', 'Brestt', 'X'],
          ['', 'Rennes', 'Y'],
          ['Xylm', 'Rennes', 'Z'],
          ['Tag', 'Quimper', 'T'],
        ],
      },
    );
    writeFileSync(path.join(folder, 'liste.xlsx'), new Uint8Array(bytes));
    const { status, out } = await run('check liste.xlsx');
    expect(status).toBe(1);
    expect(out).toContain('B Commune  [town-unknown]');
    expect(out).toContain('→ Écrivez le nom officiel de la commune');
    expect(out).toContain('[personal-columns, probable]');
    expect((await run('check liste.xlsx --only sheets --severity info')).out).toContain('non lues : « Notes »');
    await run('convert liste.xlsx --out liste.json --accept-proposals');
    expect(JSON.parse(read('liste.json')).collections.organisations[0]).toMatchObject({
      name: 'Kerhea',
      town: 'Brest',
    });
  });
});
