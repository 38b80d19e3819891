import './all.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedForms } from './languages/breton.ts';
import { formatList } from './list.ts';
import { pluralise } from './plural.ts';

describe('the plural', () => {
  const forms = { one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' };

  it.each([
    ['fr', [0, 1, 1.5, 2, 117], ['one', 'one', 'one', 'other', 'other']],
    ['en', [0, 1, 1.5, 2, 117], ['other', 'one', 'other', 'other', 'other']],
    ['br', [1, 2, 3, 4, 9, 5, 11, 1_000_000], ['one', 'two', 'few', 'few', 'few', 'other', 'other', 'many']],
  ])('in "%s" takes the form of its rules', (lang, numbers, expected) => {
    expect(numbers.map((n) => pluralise(n, lang, forms))).toEqual(expected);
  });

  it('of a language without texts is the French one', () => {
    expect(pluralise(0, 'de', forms)).toBe('one');
  });

  it('of a negative number is that of its size', () => {
    expect(pluralise(-1, 'fr', forms)).toBe('one');
    expect(pluralise(-1, 'br', forms)).toBe('one');
  });

  it('falls back to the form that every language has', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom('fr', 'br', 'en', 'xx'),
        (n, lang) => pluralise(n, lang, { other: 'x' }) === 'x',
      ),
    );
  });
});

describe('a Breton word after a number', () => {
  it.each([
    ['kumun', 'kumunioù', 'gumun', 'c’humun', 'a gumunioù'],
    ['post', 'postoù', 'bost', 'fost', 'a bostoù'],
    ['tem', 'temoù', 'dem', 'zem', 'a demoù'],
    ['den', 'tud', 'zen', 'den', 'a dud'],
    ['mouezh', 'mouezhioù', 'vouezh', 'mouezh', 'a vouezhioù'],
    ['ezel', 'izili', 'ezel', 'ezel', 'a izili'],
    ['strollad', 'strolladoù', 'strollad', 'strollad', 'a strolladoù'],
  ])('%s (%s) stays singular, and its beginning changes: %s, %s, %s', (singular, plural, two, few, many) => {
    expect(countedForms(singular, plural)).toEqual({ two, few, many, other: singular });
  });

  it('agrees with the platform where it knows Breton', () => {
    if (Intl.NumberFormat.supportedLocalesOf('br').length === 0) {
      console.info('This Node has no Breton: the comparison with its units is left out.');
      return;
    }
    const words = {
      day: countedForms('deiz', 'deizioù'),
      week: countedForms('sizhun', 'sizhunioù'),
      month: countedForms('miz', 'mizioù'),
    };
    for (const [unit, word] of Object.entries(words)) {
      const format = new Intl.NumberFormat('br', { style: 'unit', unit, unitDisplay: 'long', useGrouping: false });
      for (const n of [1, 2, 3, 4, 5, 9, 10, 12, 1_000_000]) {
        expect(`${n} ${pluralise(n, 'br', word)}`).toBe(
          format.format(n).replaceAll('\u00a0', ' ').replaceAll('ʼ', '’'),
        );
      }
    }
  });
});

describe('a list', () => {
  it.each([
    [[], '', '', ''],
    [['a'], 'a', 'a', 'a'],
    [['Brest', 'Rennes'], 'Brest et Rennes', 'Brest ha Rennes', 'Brest and Rennes'],
    [['a', 'b', 'c'], 'a, b et c', 'a, b ha c', 'a, b and c'],
    [['Brest', 'An Alre'], 'Brest et An Alre', 'Brest hag An Alre', 'Brest and An Alre'],
  ])('of %j', (items, french, bretonText, english) => {
    expect([formatList(items, 'fr'), formatList(items, 'br'), formatList(items, 'en')]).toEqual([
      french,
      bretonText,
      english,
    ]);
  });
});
