import { describe, expect, it } from 'vitest';
import { quantity } from '../model/index.ts';
import { formatInWords } from './in-words.ts';
import './all.ts';

const words = (n: number, lang: string) => formatInWords(quantity(n, 'meetings'), lang);

describe('a number in words', () => {
  it('is one from two to sixteen, in French and in English', () => {
    expect([2, 4, 9, 16].map((n) => words(n, 'fr'))).toEqual(['deux', 'quatre', 'neuf', 'seize']);
    expect([2, 4, 9, 16].map((n) => words(n, 'en-GB'))).toEqual(['two', 'four', 'nine', 'sixteen']);
  });

  it('is in digits beyond, for a half, for what may be masculine or feminine, and in Breton', () => {
    expect([0, 1, 2.5, 17, 1_200].map((n) => words(n, 'fr'))).toEqual(['0', '1', '2,5', '17', '1\u202f200']);
    expect([1, 17].map((n) => words(n, 'en'))).toEqual(['1', '17']);
    expect(words(2, 'br')).toBe('2');
  });

  it('is in digits where it is not exact, or no count', () => {
    expect(formatInWords(quantity(12, 'people', '~'), 'fr')).toBe('env.\u00a012');
    expect(formatInWords(quantity(12, 'people', '>='), 'en')).toBe('at least\u00a012');
    expect(formatInWords(quantity(12, 'percent'), 'fr')).toBe('12\u202f%');
  });

  it('has a capital letter where it begins a sentence', () => {
    expect(formatInWords(quantity(4, 'number'), 'fr', { isFirst: true })).toBe('Quatre');
  });
});
