import { describe, expect, it } from 'vitest';
import { CELL_LENGTH, findHeader } from '../table/table.ts';
import { readTable } from './parse.ts';

const long = (sign: string): string => sign.repeat(50_000);

describe('a table with long cells', () => {
  it.each([
    ['in a row', `nom;commune\n${long('a')};${long('9')}\n${long('@')};${long('-')}`],
    ['in the header', `nom;${long('x')}\nKerhea;Brest`],
    ['in a title above it', `${long('.')};\nnom;commune\nKerhea;Brest`],
    ['under a header of commas', `nom,commune\n${long('a')};${long('b')}`],
    ['between quotes, one never closed', `nom;commune\n"${long('"" ')}`],
    ['of pairs that make one character', `nom;commune\na;b${long('😀')}`],
    ['under a hint', `sep=;\nnom;commune\n${long(' a')};${long("'")}`],
  ])('hands no reader more than the limit of a cell: %s', (_where, text) => {
    const { rows } = readTable(text);
    expect(rows.length).toBeGreaterThan(1);
    const cells = [...rows.flatMap((row) => row.cells), ...(findHeader(rows)?.headers.texts ?? [])];
    expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThanOrEqual(CELL_LENGTH);
    expect(cells.filter((cell) => /[\ud800-\udbff]$/.test(cell))).toEqual([]);
  });
});

describe('the texts of a table that was exported', () => {
  it('are read without the apostrophe that guards them, and with their own', () => {
    const { rows } = readTable(`nom;commune\r\n"'=1+1";"'\u200b＝x"\r\n"''+2";"'tis"\r\n"l'eau";"a\tb,c"\r\n`);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['nom', 'commune'],
      ['=1+1', '\u200b＝x'],
      ["'+2", "'tis"],
      ["l'eau", 'a\tb,c'],
    ]);
  });
});

describe('a table between quotes', () => {
  it.each([
    [
      'a comma, though a text has a semicolon',
      '\ufeff"nom","commune"\n"Coop; SCIC","Brest"\n',
      ['Coop; SCIC', 'Brest'],
    ],
    ['a semicolon, though a text has commas', '"nom";"commune"\n"Coop, ""a""";"Brest"\n', ['Coop, "a"', 'Brest']],
    [
      'the ends of lines, though a text has some',
      '"nom";"commune"\r\n"Dit ""a""\r\nou b";"Brest"\r\n',
      ['Dit "a"\r\nou b', 'Brest'],
    ],
    ['a tab', '"nom"\t"commune"\n"a;b,c"\t"Brest"\n', ['a;b,c', 'Brest']],
  ])('is cut by %s', (_what, text, row) => {
    expect(readTable(text).rows.map(({ cells }) => cells)).toEqual([['nom', 'commune'], row]);
  });
});

describe('rows that end in several ways', () => {
  const rows = [
    ['nom', 'commune', 'note'],
    ['Kerhea', 'Brest', 'deux\r\nlignes'],
    ['dit "Xylm"', 'Rennes', 'trois\nlignes\rici'],
    ['5" pipe', '', 'un;deux'],
    ['Tag', 'Quimper', ''],
  ];
  const quoted = (cell: string): string =>
    /[";\r\n]/.test(cell) && cell !== '5" pipe' ? `"${cell.replaceAll('"', '""')}"` : cell;

  it.each(['\n', '\r\n', '\r', '\r\n|\n', '\n|\r\n', '\r|\n|\r\n', '\n|\r', '\r\n|\r'])('are all read: %j', (ends) => {
    for (const hint of ['', 'sep=;']) {
      const lines = [...(hint ? [hint] : []), ...rows.map((row) => row.map(quoted).join(';'))];
      const all = ends.split('|');
      const text = lines.map((line, at) => line + (all[at % all.length] ?? '')).join('');
      expect(readTable(text).rows.map(({ cells }) => cells)).toEqual(rows);
      expect(readTable(text).rows.map(({ line }) => line - (hint ? 1 : 0))).toEqual([1, 2, 4, 7, 8]);
    }
  });
});
