import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';

describe('a table written for a spreadsheet in France', () => {
  it('has a byte-order mark, semicolons, and lines that end with CRLF', () => {
    expect(toCsv(['nom', 'n'], [['Adess', 3]])).toBe('\ufeffnom;n\r\nAdess;3\r\n');
  });

  it('has a decimal comma, and nothing where a value is unknown', () => {
    expect(toCsv(['a', 'b', 'c', 'd'], [[17.5, null, undefined, 0]])).toBe('\ufeffa;b;c;d\r\n17,5;;;0\r\n');
  });

  it('quotes what holds a separator, a quote or a line', () => {
    expect(toCsv(['a'], [['x;y'], ['« z "z" »'], ['one\ntwo']])).toBe(
      '\ufeffa\r\n"x;y"\r\n"« z ""z"" »"\r\n"one\ntwo"\r\n',
    );
  });

  it('disarms what a spreadsheet would run as a formula, but not a negative number', () => {
    expect(toCsv(['a'], [['=1+1'], ['@x'], ['+33 2'], [-3]])).toBe("\ufeffa\r\n'=1+1\r\n'@x\r\n'+33 2\r\n-3\r\n");
  });
});
