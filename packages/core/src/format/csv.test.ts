import { describe, expect, it } from 'vitest';
import { unguarded } from '../model/formula-guard.ts';
import { toCsv } from './csv.ts';

describe('a table written for a spreadsheet in France', () => {
  it('has a byte-order mark, semicolons, and lines that end with CRLF', () => {
    expect(toCsv(['nom', 'n'], [['Adess', 3]])).toBe('\ufeff"nom";"n"\r\n"Adess";3\r\n');
  });

  it('has a decimal comma, and nothing where a value is unknown', () => {
    expect(toCsv(['a', 'b', 'c', 'd'], [[17.5, null, undefined, 0]])).toBe('\ufeff"a";"b";"c";"d"\r\n17,5;;;0\r\n');
  });

  it('quotes what holds a separator, a quote or a line', () => {
    expect(toCsv(['a'], [['x;y'], ['« z "z" »'], ['one\ntwo']])).toBe(
      '\ufeff"a"\r\n"x;y"\r\n"« z ""z"" »"\r\n"one\ntwo"\r\n',
    );
  });

  it('disarms what a spreadsheet would run as a formula, but not a negative number', () => {
    expect(toCsv(['a'], [['=1+1'], ['@x'], ['+33 2'], [-3]])).toBe(
      '\ufeff"a"\r\n"\'=1+1"\r\n"\'@x"\r\n"\'+33 2"\r\n-3\r\n',
    );
  });

  const openers = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹢', '\u2212'];
  const prefixes = [
    '',
    ' ',
    '\u00a0',
    '\ufeff',
    '\u200b',
    '\u00ad',
    '\u2060',
    '\t',
    '\r',
    '\n',
    '\u0000',
    '\u0085',
    "'",
  ];
  const attacks = openers.flatMap((opener) => prefixes.map((prefix) => `${prefix}${opener}1+1`));

  it('writes an apostrophe before every sign that opens a formula, whatever unseen characters come before it', () => {
    for (const attack of [...attacks, '\tx', '\rx', '\nx']) {
      expect(toCsv([attack], [[attack]])).toMatch(/^\ufeff"'[^"]*"\r\n"'[^"]*"\r\n$/);
    }
  });

  it('quotes every text, so that neither a comma nor a tab begins a cell', () => {
    expect(toCsv(['a'], [['x,=1'], ['x\t=1']])).toBe('\ufeff"a"\r\n"x,=1"\r\n"x\t=1"\r\n');
  });

  it('drops control characters but tab and line ends', () => {
    expect(toCsv(['a\u0000b'], [['c\u007f\u0085\u009fd\te\nf']])).toBe('\ufeff"ab"\r\n"cd\te\nf"\r\n');
  });

  it('gives every text back without the apostrophe that it wrote, and with those that were there', () => {
    for (const text of [...attacks, "''=1", "l'eau", "'tis", '']) {
      const written = toCsv(['a'], [[text]])
        .slice(6, -2)
        .slice(1, -1);
      expect(unguarded(written)).toBe(text.replace(/[\u0000\u0085]/g, ''));
    }
  });
});
