import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, fold, oneErrorApart } from './spelling.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

describe('fold', () => {
  it('keeps letters and digits, without accents', () => {
    expect(fold('  Œuvre  d’Été – n° 35 ')).toBe('oeuvre d ete n 35');
    expect(fold('Wind-Coop  35')).toBe('wind coop 35');
  });
});

describe('oneErrorApart', () => {
  it('is what the edit distance says, for all words', () => {
    fc.assert(fc.property(word, word, (a, b) => oneErrorApart(a, b) === (a !== b && editDistance(a, b, 1) === 1)));
  });

  it('knows swapped neighbours', () => {
    expect(oneErrorApart('briec', 'brice')).toBe(true);
    expect(oneErrorApart('briec', 'barec')).toBe(false);
  });
});
