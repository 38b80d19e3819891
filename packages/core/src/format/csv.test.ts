import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';
import { guardFormula, unguardFormula } from './formula-guard.ts';

describe('a table written for a spreadsheet in France', () => {
  it('has a byte-order mark, semicolons, quoted texts, and lines that end with CRLF', () => {
    expect(toCsv(['nom', 'n'], [['Adess', 3]])).toBe('\ufeff"nom";"n"\r\n"Adess";3\r\n');
  });

  it('has a decimal comma, and nothing where a value is unknown', () => {
    expect(toCsv(['a', 'b', 'c', 'd'], [[17.5, null, undefined, 0]])).toBe('\ufeff"a";"b";"c";"d"\r\n17,5;;;0\r\n');
  });

  it('keeps separators, quotes and lines inside a text', () => {
    expect(toCsv(['a'], [['x;y'], ['« z "z" »'], ['one\ntwo']])).toBe(
      '\ufeff"a"\r\n"x;y"\r\n"« z ""z"" »"\r\n"one\ntwo"\r\n',
    );
  });

  it('holds no control character but tabs and line ends', () => {
    const controls = [...Array(0xa0).keys()].map((code) => String.fromCharCode(code));
    const written = toCsv([controls.join('')], [[`x${controls.join('x')}`]]);
    expect(written.match(/[^\P{Cc}\t\r\n]/gu)).toBeNull();
  });
});

const OPENERS = ['=', '+', '-', '@', '\u2212', '＝', '＋', '－', '＠', '﹢', '﹣', '﹫', '⁼', '₊'];
const PREFIXES = [
  ...[
    '',
    ' ',
    '  ',
    '\u00a0',
    '\u202f',
    '\u3000',
    '\u2028',
    '\ufeff',
    '\u200b',
    '\u200d',
    '\u2060',
    '\u00ad',
    '\u202e',
  ],
  ...[
    '\u034f',
    '\u3164',
    '\ufe0f',
    '\u180e',
    '\t',
    '\r',
    '\n',
    '\r\n',
    '\t ',
    ' \t',
    '\u0000',
    '\u0007',
    '\u001b',
    '\u0085',
  ],
  ...['"', ';', ',', 'x;', 'x,', 'x\t', '";', "'", "''"],
];

/** Cells as spreadsheets read them: a quote opens a cell at its start alone, and what follows its end is text. */
function cellsOf(csv: string, delimiter: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let state: 'start' | 'quoted' | 'plain' = 'start';
  for (let at = 0; at < csv.length; at++) {
    const sign = csv[at] ?? '';
    if (state === 'quoted') {
      if (sign !== '"') cell += sign;
      else if (csv[at + 1] === '"') cell += csv[++at];
      else state = 'plain';
    } else if (sign === delimiter || sign === '\n' || sign === '\r') {
      cells.push(cell);
      [cell, state] = ['', 'start'];
    } else if (state === 'start' && sign === '"') state = 'quoted';
    else {
      cell += sign;
      state = 'plain';
    }
  }
  return cells;
}

const isFormula = (cell: string): boolean =>
  /^[\t\r\n]/.test(cell) ||
  /^[=+\-@\u2212]/.test(cell.normalize('NFKC').replace(/^[\s\p{Cf}\p{Default_Ignorable_Code_Point}]+/u, ''));

describe('an exported table', () => {
  const texts = PREFIXES.flatMap((prefix) => OPENERS.map((opener) => `${prefix}${opener}1+1`));
  const rows = texts.flatMap((text) => [[text], ['x', text, text], [1, text, `${text}"`]]);

  it.each([';', ',', '\t'])('has no cell that begins a formula where it is read with %j', (delimiter) => {
    const cells = cellsOf(toCsv(texts, rows).slice(1), delimiter);
    expect(cells.length).toBeGreaterThan(texts.length);
    expect(cells.filter(isFormula)).toEqual([]);
  });

  it('would have many without its guard, which the test of them sees', () => {
    expect(cellsOf('"x";"y,=1+1"\r\n', ',').filter(isFormula)).toEqual(['=1+1"']);
  });

  it('leaves negative numbers as numbers, and other texts as they are', () => {
    expect(toCsv(['a'], [[-3], ["l'Atelier d'à côté, 29"], ['Brest - Quimper']])).toBe(
      '\ufeff"a"\r\n-3\r\n"l\'Atelier d\'à côté, 29"\r\n"Brest - Quimper"\r\n',
    );
  });

  it('gives back every text that it guards, apostrophes of its own and formulas too', () => {
    const signs = fc.constantFrom('=', '+', '-', '@', "'", ' ', ';', ',', '"', 'a', 'é', '\u200b', '＝', '\n', '\t');
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 10 }), (text) => {
        expect(unguardFormula(guardFormula(text))).toBe(text);
      }),
    );
  });
});
