import './all.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from '../model/testing/spread.ts';
import { formatBytes } from './bytes.ts';
import { formatLang } from './language.ts';
import { formatNumber, formatOrdinal, roundHalfAway } from './number.ts';

const LANGS = ['fr', 'br', 'en'] as const;

/** Reads back what was written: a second, independent way from text to number. */
function readBack(text: string, lang: string): number {
  const digits = text.replace(/[\u202f+]/g, '').replace('\u2212', '-');
  return Number(lang === 'en' ? digits.replaceAll(',', '') : digits.replace(',', '.'));
}

describe('the language of a text', () => {
  it.each([
    ['fr', 'fr'],
    ['br-FR', 'br'],
    ['BR', 'br'],
    ['en-GB', 'en'],
    ['en_US', 'en'],
    ['de', 'fr'],
    ['bre', 'fr'],
    ['', 'fr'],
  ])('asked for as "%s" is %s', (asked, lang) => {
    expect(formatLang(asked)).toBe(lang);
  });
});

describe('rounding', () => {
  it.each([
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [0.5, 0, 1],
    [-0.4, 0, 0],
    [1.005, 2, 1.01],
    [17.45, 1, 17.5],
    [-17.45, 1, -17.5],
    [0.285 * 100, 0, 29],
    [94.736_842, 1, 94.7],
    [1e-9, 2, 0],
    [1e21, 2, 1e21],
  ])('takes %f with %i digits to %f', (n, decimals, rounded) => {
    expect(roundHalfAway(n, decimals)).toBe(rounded);
  });

  it('goes half away from zero: of a decimal written in hundredths, its halves go up, its negative likewise', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), (hundredths) => {
        // Whole arithmetic on the digits, without binary fractions.
        const n = Number(`${hundredths}e-2`);
        const tenths = (hundredths + 5n) / 10n;
        expect(roundHalfAway(n, 1)).toBe(Number(`${tenths}e-1`));
        expect(roundHalfAway(-n, 1)).toBe(tenths === 0n ? 0 : -Number(`${tenths}e-1`));
        expect(roundHalfAway(n, 0)).toBe(Number((hundredths + 50n) / 100n));
      }),
    );
  });
});

describe('a number', () => {
  it.each([
    [7148, '7\u202f148', '7,148'],
    [7_148_000, '7\u202f148\u202f000', '7,148,000'],
    [999, '999', '999'],
    [17.5, '17,5', '17.5'],
    [-141, '\u2212141', '\u2212141'],
    [-0.001, '0,00', '0.00'],
    [0, '0', '0'],
    [-0, '0', '0'],
    [1234.567, '1\u202f234,57', '1,234.57'],
    [1e21, '1\u202f000\u202f000\u202f000\u202f000\u202f000\u202f000\u202f000', '1,000,000,000,000,000,000,000'],
  ])('%f is written %s in French, %s in English', (n, french, english) => {
    expect(formatNumber(n, 'fr')).toBe(french);
    expect(formatNumber(n, 'br')).toBe(french);
    expect(formatNumber(n, 'de')).toBe(french);
    expect(formatNumber(n, 'en')).toBe(english);
  });

  it('keeps the zeros that rounding made, and no others', () => {
    expect(formatNumber(38.045, 'fr', { decimals: 1 })).toBe('38,0');
    expect(formatNumber(38, 'fr', { decimals: 1 })).toBe('38');
    expect(formatNumber(38, 'fr', { decimals: 1, fixed: true })).toBe('38,0');
    expect(formatNumber(38.045, 'fr', { decimals: 1, fixed: false })).toBe('38');
    expect(formatNumber(0.1 + 0.2, 'fr')).toBe('0,3');
  });

  it('has a sign where it is asked for; zero never has one', () => {
    expect(formatNumber(3, 'fr', { sign: true })).toBe('+3');
    expect(formatNumber(-3, 'fr', { sign: true })).toBe('\u22123');
    expect(formatNumber(0, 'fr', { sign: true })).toBe('0');
    expect(formatNumber(-0.04, 'fr', { sign: true, decimals: 1 })).toBe('0,0');
  });

  it('is abbreviated only where it is asked for', () => {
    expect(formatNumber(7_148_000, 'fr', { compact: true })).toBe('7,1\u202fM');
    expect(formatNumber(10_000_000, 'fr', { compact: true })).toBe('10\u202fM');
    expect(formatNumber(10_000_000, 'fr', { compact: true, fixed: true })).toBe('10\u202fM');
    expect(formatNumber(1e6, 'fr', { compact: true })).toBe('1\u202fM');
    expect(formatNumber(1e9, 'fr', { compact: true })).toBe('1\u202fMd');
    expect(formatNumber(-2_340_000_000, 'fr', { compact: true })).toBe('\u22122,3\u202fMd');
    expect(formatNumber(2_340_000_000, 'en', { compact: true })).toBe('2.3bn');
    expect(formatNumber(7148, 'fr', { compact: true })).toBe('7\u202f148');
  });

  it('that is none is refused, with what was received', () => {
    expect(() => formatNumber(Number.NaN, 'fr')).toThrow('received NaN');
    expect(() => formatNumber(Number.POSITIVE_INFINITY, 'fr')).toThrow('received Infinity');
  });

  it('reads back as what it was, rounded half away from zero', () => {
    const numbers = fc.oneof(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      spread(-1e12, 1e12),
      fc.integer(),
      fc.integer().map((n) => n / 1000),
    );
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 3 }), fc.constantFrom(...LANGS), (n, decimals, lang) => {
        expect(readBack(formatNumber(n, lang, { decimals }), lang)).toBe(roundHalfAway(n, decimals));
      }),
    );
  });

  it('has digits in threes, its own separators, and no space that breaks', () => {
    fc.assert(
      fc.property(fc.oneof(spread(-1e15, 1e15), spread(-1e5, 1e5)), (n) => {
        expect(formatNumber(n, 'fr')).toMatch(/^\u2212?\d{1,3}(\u202f\d{3})*(,\d{1,2})?$/);
        expect(formatNumber(n, 'en')).toMatch(/^\u2212?\d{1,3}(,\d{3})*(\.\d{1,2})?$/);
      }),
    );
  });
});

describe('a rank', () => {
  it.each([
    [1, '1er', '1añ', '1st'],
    [2, '2e', '2l', '2nd'],
    [3, '3e', '3e', '3rd'],
    [4, '4e', '4e', '4th'],
    [11, '11e', '11vet', '11th'],
    [17, '17e', '17vet', '17th'],
    [22, '22e', '22vet', '22nd'],
    [113, '113e', '113vet', '113th'],
    [1000, '1\u202f000e', '1\u202f000vet', '1,000th'],
  ])('%i is %s, %s, %s', (n, french, breton, english) => {
    expect([formatOrdinal(n, 'fr'), formatOrdinal(n, 'br'), formatOrdinal(n, 'en')]).toEqual([french, breton, english]);
  });

  it('of a feminine word is "1re"', () => {
    expect(formatOrdinal(1, 'fr', 'f')).toBe('1re');
    expect(formatOrdinal(2, 'fr', 'f')).toBe('2e');
  });
});

describe('the size of a file', () => {
  it.each([
    [0, '0\u202fKo', '0\u202fKe', '0\u00a0KB'],
    [1, '1\u202fKo', '1\u202fKe', '1\u00a0KB'],
    [9000, '9\u202fKo', '9\u202fKe', '9\u00a0KB'],
    [9001, '10\u202fKo', '10\u202fKe', '10\u00a0KB'],
    [1_240_000, '1,2\u202fMo', '1,2\u202fMe', '1.2\u00a0MB'],
    [2_000_001, '2\u202fMo', '2\u202fMe', '2\u00a0MB'],
  ])('of %i bytes is %s, %s, %s', (n, french, breton, english) => {
    expect([formatBytes(n, 'fr'), formatBytes(n, 'br'), formatBytes(n, 'en')]).toEqual([french, breton, english]);
  });
});
