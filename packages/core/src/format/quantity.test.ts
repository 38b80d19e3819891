import './all.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, isWritten, UNITS as KNOWN, type Quantity, quantity } from '../model/index.ts';
import { quantityRange } from '../model/quantity.ts';
import { spread } from '../model/testing/spread.ts';
import { french } from './languages/french.ts';
import { roundHalfAway } from './number.ts';
import {
  formatChange,
  formatCount,
  formatQuantity,
  formatValue,
  quantityParts,
  type ValueOrigin,
  valueParts,
} from './quantity.ts';
import { numbersOf, unitWord } from './units.ts';

const UNITS = [
  'members',
  'organisations',
  'people',
  'events',
  'projects',
  'percent',
  'points',
  'euros',
  'subscribers',
  'publications',
  'meetings',
  'years',
  'communes',
  'votes',
  'sites',
  'mandates',
  'webinars',
  'pupils',
  'teachers',
  'volunteers',
  'ratio',
  'events/organisation',
  'people/event',
  'edition',
  'jobs',
  'FTE',
  'hours',
  'days',
  'months',
  'weeks',
  'year',
  'licornes',
];
const LANGS = ['fr', 'br', 'en', 'de'] as const;
const OPS = ['=', '~', '>', '>=', '<', '<='] as const;

/** Spaces as they are typed: for tables that are read by people. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const extras = fc.record({ approx: fc.boolean(), partial: fc.constant('some') }, { requiredKeys: [] });
const numbers = fc.oneof(
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  spread(-1e9, 1e9),
  fc.integer({ min: -2000, max: 2000 }),
  fc.constantFrom(0, -0, 1, 2, 1e6, 1e21),
);
const unit = fc.constantFrom(...UNITS);
const anyQuantity: fc.Arbitrary<Quantity> = fc.oneof(
  fc.tuple(numbers, unit, fc.constantFrom(...OPS), extras).map(([n, u, op, x]) => quantity(n, u, op, x)),
  fc.tuple(numbers, numbers, unit, extras).map(([a, b, u, x]) => quantityRange(Math.min(a, b), Math.max(a, b), u, x)),
);

describe('a quantity with its unit', () => {
  it.each([
    [quantity(117, 'members'), '117 adhérents', '117 ezel', '117 members'],
    [quantity(1, 'members'), '1 adhérent', '1 ezel', '1 member'],
    [quantity(0, 'members'), '0 adhérent', '0 ezel', '0 members'],
    [quantity(1500, 'pupils', '~'), 'env. 1 500 élèves', 'war-dro 1 500 skoliad', 'about 1,500 pupils'],
    [quantity(552, 'pupils', '>='), 'au moins 552 élèves', 'da nebeutañ 552 skoliad', 'at least 552 pupils'],
    [
      quantity(900, 'organisations', '>'),
      'plus de 900 organisations',
      'muioc’h eget 900 aozadur',
      'more than 900 organisations',
    ],
    [quantity(10, 'people', '<'), 'moins de 10 personnes', 'nebeutoc’h eget 10 den', 'less than 10 people'],
    [quantity(10, 'people', '<='), 'au plus 10 personnes', 'd’ar muiañ 10 den', 'at most 10 people'],
    [quantityRange(6, 12, 'people'), '6 à 12 personnes', '6 da 12 den', '6 to 12 people'],
    [quantity(20_000, 'people', '~'), 'env. 20 000 personnes', 'war-dro 20 000 den', 'about 20,000 people'],
    [quantity(17.5, 'percent'), '17,5 %', '17,5 %', '17.5%'],
    [quantity(50, 'percent', '>'), 'plus de 50 %', 'muioc’h eget 50 %', 'more than 50%'],
    [quantity(1000, 'euros'), '1 000 €', '1 000 €', '€1,000'],
    [quantity(12.5, 'euros'), '12,50 €', '12,50 €', '€12.50'],
    [quantity(19.61, 'FTE'), '19,61 ETP', '19,61 ETP', '19.61 FTE'],
    [quantity(0.15, 'FTE'), '0,15 ETP', '0,15 ETP', '0.15 FTE'],
    [quantity(0.5, 'FTE'), '0,5 ETP', '0,5 ETP', '0.5 FTE'],
    [quantity(1 / 3, 'FTE', '~'), 'env. 0,33 ETP', 'war-dro 0,33 ETP', 'about 0.33 FTE'],
    [quantity(-1000, 'euros'), '\u22121 000 €', '\u22121 000 €', '\u2212€1,000'],
    [quantity(4, 'points'), '4 points', '4 foent', '4 points'],
    [quantity(2, 'communes'), '2 communes', '2 gumun', '2 communes'],
    [quantity(2, 'years'), '2 ans', '2 vloaz', '2 years'],
    [quantity(3, 'years'), '3 ans', '3 bloaz', '3 years'],
    [quantity(10, 'years'), '10 ans', '10 vloaz', '10 years'],
    [quantity(18, 'votes'), '18 voix', '18 mouezh', '18 votes'],
    [quantity(17, 'edition'), '17e édition', '17vet embannadenn', '17th edition'],
    [quantity(1, 'edition'), '1re édition', '1añ embannadenn', '1st edition'],
    [quantity(2009, 'year'), '2009', '2009', '2009'],
    [quantity(2.1019, 'ratio'), '2,10', '2,10', '2.10'],
    [
      quantity(330 / 157, 'events/organisation'),
      '2,10 événements par organisation',
      '2,10 darvoud dre aozadur',
      '2.10 events per organisation',
    ],
    [
      quantity(20_000 / 330, 'people/event', '~'),
      'env. 60,6 personnes par événement',
      'war-dro 60,6 den dre zarvoud',
      'about 60.6 people per event',
    ],
    [quantity(1_885.714285714, 'events', '~'), 'env. 1 886 événements', 'war-dro 1 886 darvoud', 'about 1,886 events'],
    [quantity(7_148_000, 'people'), '7 148 000 personnes', '7 148 000 den', '7,148,000 people'],
    [quantity(12, 'licornes'), '12 licornes', '12 licornes', '12 licornes'],
    [quantity(2.5, 'tonnes'), '2,5 tonnes', '2,5 tonnes', '2.5 tonnes'],
    [quantity(1.5, 'months'), '1,5 mois', '1,5 miz', '1.5 months'],
    [quantity(12.4, 'people'), '12,4 personnes', '12,4 den', '12.4 people'],
    [quantity(0.5, 'fte'), '0,5 fte', '0,5 fte', '0.5 fte'],
    [quantity(0.1 + 0.2, 'tonnes'), '0,3 tonnes', '0,3 tonnes', '0.3 tonnes'],
  ])('%j reads %s, %s, %s', (q, french, breton, english) => {
    expect([plain(formatCount(q, 'fr')), plain(formatCount(q, 'br')), plain(formatCount(q, 'en'))]).toEqual([
      french,
      breton,
      english,
    ]);
  });

  it('takes its plural from the number that is shown', () => {
    expect(plain(formatCount(quantity(1.99999, 'events'), 'fr'))).toBe('2 événements');
    expect(plain(formatCount(quantity(1.4, 'events'), 'fr'))).toBe('1,4 événement');
    expect(plain(formatCount(quantity(1.5, 'points'), 'fr'))).toBe('1,5 point');
  });

  it('is flagged as rough whatever its spelling', () => {
    const rough = { approx: true };
    expect(plain(formatQuantity(quantity(900, 'people', '>', rough), 'fr'))).toBe('plus d’env. 900');
    expect(plain(formatQuantity(quantity(900, 'people', '>=', rough), 'fr'))).toBe('au moins env. 900');
    expect(plain(formatQuantity(quantityRange(6, 12, 'people', rough), 'fr'))).toBe('env. 6 à 12');
    expect(plain(formatQuantity(quantity(900, 'people', '>', rough), 'en'))).toBe('more than about 900');
  });

  it('as a range that is narrower than what is shown reads as one rounded number', () => {
    expect(plain(formatQuantity(quantityRange(60.2111, 60.4111, 'people'), 'fr'))).toBe('env. 60');
  });

  it('as a range with negative or signed bounds has no dash that reads as a minus', () => {
    expect(plain(formatQuantity(quantityRange(-12, -6, 'points'), 'fr'))).toBe('\u221212 à \u22126 points');
    expect(plain(formatQuantity(quantityRange(3, 6, 'members'), 'fr', { sign: true }))).toBe('+3 à +6');
    expect(plain(formatQuantity(quantityRange(3, 6, 'members'), 'en', { sign: true }))).toBe('+3 to +6');
  });

  it('leaves its word out, or shortens it, but never its sign', () => {
    expect(plain(formatQuantity(quantity(117, 'members'), 'fr'))).toBe('117');
    expect(plain(formatQuantity(quantity(45, 'people'), 'fr', { unit: 'short' }))).toBe('45 pers.');
    expect(plain(formatQuantity(quantity(45, 'members'), 'fr', { unit: 'short' }))).toBe('45 adhérents');
    expect(plain(formatQuantity(quantity(45, 'percent'), 'fr'))).toBe('45 %');
    expect(plain(formatQuantity(quantity(4, 'points'), 'fr', { sign: true }))).toBe('+4 points');
  });

  it('is abbreviated only where it is asked for', () => {
    expect(plain(formatQuantity(quantity(10_000_000, 'euros'), 'fr', { compact: true }))).toBe(
      '10 M€'.replace(' M', ' M '),
    );
    expect(plain(formatQuantity(quantity(10_000_000, 'euros'), 'fr'))).toBe('10 000 000 €');
    expect(plain(formatQuantity(quantity(10_000_000, 'euros'), 'en', { compact: true }))).toBe('€10M');
  });

  it('without a number is refused, with what was received', () => {
    expect(() => formatQuantity({ op: '=', unit: 'members' }, 'fr')).toThrow('"unit":"members"');
  });
});

describe('the pieces of a quantity', () => {
  it.each([
    [quantity(20_000, 'people', '~'), { prefix: 'env.', number: '20\u202f000', suffix: '', unit: 'personnes' }],
    [quantity(50, 'percent', '>'), { prefix: 'plus de', number: '50', suffix: '\u202f%', unit: '' }],
    [quantity(1000, 'euros'), { prefix: '', number: '1\u202f000', suffix: '\u202f€', unit: '' }],
    [quantity(4, 'points'), { prefix: '', number: '4', suffix: '\u00a0points', unit: '' }],
  ])('of %j', (q, parts) => {
    expect(quantityParts(q, 'fr')).toEqual(parts);
  });
});

describe('the value of a measure, as tiles and texts tell it', () => {
  type Told = readonly [Quantity, ValueOrigin];
  const told = (q: Quantity, basis: ValueOrigin['basis'] = 'computed', more: Partial<ValueOrigin> = {}): Told => [
    q,
    { basis, ...more },
  ];
  const rough = { approx: true };
  const counts = (form: 'ratio' | 'rest', a: Quantity, b: Quantity): Partial<ValueOrigin> => ({
    calculation: { form, operands: [a, b].map((each) => ({ label: { fr: '…' }, quantity: each })) },
  });
  const percent = quantity((8 / 9) * 100, 'percent');
  const [eight, nine] = [quantity(8, 'people'), quantity(9, 'people')];

  it.each([
    [
      'a bound, rounded down',
      told(quantity(421, 'events', '>=', rough), 'listed'),
      'plus de 400 événements',
      'more than 400 events',
    ],
    [
      'a strict bound',
      told(quantity(22_365, 'people', '>', rough), 'listed'),
      'plus de 20 000 personnes',
      'more than 20,000 people',
    ],
    [
      'a bound that is round',
      told(quantity(900, 'people', '>=', rough)),
      'au moins env. 900 personnes',
      'at least about 900 people',
    ],
    [
      'a certain bound',
      told(quantity(102, 'organisations', '>='), 'listed'),
      'au moins 102 organisations',
      'at least 102 organisations',
    ],
    ['a number rounded up', told(quantity(1885.714, 'events', '~')), 'près de 1 900 événements', 'nearly 1,900 events'],
    ['a number rounded down', told(quantity(1944, 'events', '~')), 'env. 1 900 événements', 'about 1,900 events'],
    [
      'a small round number',
      told(quantity(60.606, 'people/event', '~')),
      'une soixantaine de personnes par événement',
      'about sixty people per event',
    ],
    [
      'a small round number before a vowel',
      told(quantity(20, 'events', '=', rough)),
      'une vingtaine d’événements',
      'about twenty events',
    ],
    [
      'a small number that is not round',
      told(quantity(74.6, 'people', '~')),
      'près de 75 personnes',
      'nearly 75 people',
    ],
    ['a percentage', told(quantity(60.6, 'percent', '~')), 'près de 61 %', 'nearly 61%'],
    ['a ratio printed as a fraction', told(quantity(0.8, 'ratio'), 'published', { printed: '4/5ème' }), '4/5', '4/5'],
    ['a ratio printed as another', told(quantity(0.8, 'ratio'), 'published', { printed: '2/3' }), '0,8', '0.8'],
    ['an exact number', told(quantity(1886, 'events')), '1 886 événements', '1,886 events'],
    ['a published number', told(quantity(832, 'people', '~'), 'published'), 'env. 832 personnes', 'about 832 people'],
    [
      'a published bound',
      told(quantity(421, 'people', '>=', rough), 'both'),
      'au moins env. 421 personnes',
      'at least about 421 people',
    ],
    ['a range', told(quantityRange(61, 127, 'people', rough)), 'env. 61 à 127 personnes', 'about 61 to 127 people'],
    ['what is less than one', told(quantity(0.4275, 'ratio', '~')), 'env. 0,43', 'about 0.43'],
  ])('rounds %s', (_what, value, french, english) => {
    expect([
      plain(formatValue(...value, 'fr', { unit: 'long' })),
      plain(formatValue(...value, 'en', { unit: 'long' })),
    ]).toEqual([french, english]);
  });

  it('tells a ratio of few things by their counts', () => {
    expect(plain(formatValue(...told(percent, 'computed', counts('ratio', eight, nine)), 'fr'))).toBe('8 sur 9');
    expect(plain(formatValue(...told(percent, 'computed', counts('rest', quantity(1, 'people'), nine)), 'en'))).toBe(
      '8 out of 9',
    );
    expect(valueParts(...told(percent, 'computed', counts('ratio', eight, nine)), 'fr')).toEqual({
      prefix: '',
      number: '8',
      suffix: '\u00a0sur\u00a09',
      unit: '',
    });
  });

  it('keeps the percentage of many things, of what is not known exactly, and of what was published', () => {
    const asPercent = (value: Told) => plain(formatValue(...value, 'fr'));
    const ofThirty = counts('ratio', eight, quantity(30, 'people'));
    expect(asPercent(told(quantity(80 / 3, 'percent'), 'computed', ofThirty))).toBe('26,7 %');
    expect(asPercent(told(percent, 'computed', counts('ratio', eight, quantity(9, 'people', '~'))))).toBe('88,9 %');
    expect(asPercent(told(percent, 'published', counts('ratio', eight, nine)))).toBe('88,9 %');
    expect(asPercent(told(percent, 'computed', counts('ratio', quantity(0.5, 'FTE'), nine)))).toBe('88,9 %');
    expect(asPercent(told(percent, 'computed', counts('ratio', nine, eight)))).toBe('88,9 %');
    expect(asPercent(told(percent))).toBe('88,9 %');
  });

  it('keeps the percentage in a language that has no words for counts', () => {
    expect(plain(formatValue(...told(percent, 'computed', counts('ratio', eight, nine)), 'br'))).toBe('88,9 %');
    expect(plain(formatValue(...told(quantity(60.6, 'people', '~')), 'br', { unit: 'long' }))).toBe('war-dro 61 den');
  });

  it('has digits before a word that is not its own, and the form that a word asks for', () => {
    const sixty = told(quantity(60.6, 'interviews', '~'));
    expect(plain(formatValue(...sixty, 'fr'))).toBe('près de 61');
    expect(plain(formatValue(...sixty, 'fr', { noun: 'entretiens menés' }))).toBe('une soixantaine d’entretiens menés');
    expect(valueParts(...sixty, 'fr', { words: true }).number).toBe('une soixantaine');
    expect(plain(formatValue(...told(quantity(-60.6, 'people', '~')), 'fr', { sign: true }))).toBe('env. \u221261');
  });

  it('never says more than it is known, nor another number of digits than two', () => {
    const values = fc.oneof(spread(1, 1e6), fc.integer({ min: 1, max: 1e6 }));
    fc.assert(
      fc.property(values, (n) => {
        const read = (q: Quantity): number =>
          Number(
            valueParts(...told(q), 'fr')
              .number.replaceAll('\u202f', '')
              .replace(',', '.'),
          );
        expect(read(quantity(n, 'people', '>=', rough))).toBeLessThanOrEqual(n + 0.5);
        const about = read(quantity(n, 'people', '~'));
        expect(Number(about.toPrecision(2))).toBe(about);
        expect(Math.abs(about - n)).toBeLessThanOrEqual(n / 2 + 1e-6);
      }),
    );
  });
});

describe('every quantity, in every language', () => {
  it('is a text without NaN, undefined, a tilde, a hyphen for a minus, or a space that breaks inside the figure', () => {
    fc.assert(
      fc.property(anyQuantity, fc.constantFrom(...LANGS), fc.boolean(), fc.boolean(), (q, lang, sign, compact) => {
        const parts = quantityParts(q, lang, { sign, compact });
        for (const text of [
          formatQuantity(q, lang, { sign, compact }),
          formatCount(q, lang),
          parts.number + parts.suffix,
        ]) {
          expect(text).not.toMatch(/NaN|undefined|null|Infinity|~/);
          expect(text).not.toMatch(/-\d/);
          expect(text).not.toMatch(/\d [\d%€]| %| €|\d\u00a0%/);
        }
        expect(parts.number).not.toContain(' ');
        if (q.unit === 'percent') expect(parts.suffix).toBe(lang === 'en' ? '%' : '\u202f%');
      }),
      { numRuns: 500 },
    );
  });

  it('groups its thousands with the separator of the language and its minus is U+2212', () => {
    const large = fc.integer({ min: 1000, max: 1e9 });
    fc.assert(
      fc.property(large, fc.constantFrom(...OPS), (n, op) => {
        expect(quantityParts(quantity(n, 'members', op), 'fr').number).toContain('\u202f');
        expect(quantityParts(quantity(n, 'members', op), 'br').number).toContain('\u202f');
        expect(quantityParts(quantity(n, 'members', op), 'en').number).toContain(',');
        expect(quantityParts(quantity(-n, 'members', op), 'fr').number).toMatch(/^\u2212/);
      }),
    );
  });

  it('reads back as its value rounded half away from zero to the digits of its unit', () => {
    const values = fc.oneof(spread(-1e6, 1e6), spread(-10, 10));
    const plainUnit = fc.constantFrom('members', 'percent', 'points', 'ratio', 'people/event', 'hours');
    fc.assert(
      fc.property(values, plainUnit, (n, u) => {
        const { number } = quantityParts(quantity(n, u), 'fr');
        const read = Number(number.replaceAll('\u202f', '').replace(',', '.').replace('\u2212', '-'));
        expect(read).toBe(roundHalfAway(n, numbersOf(u, n).decimals));
      }),
    );
  });

  it('has a prefix exactly where it is not a plain number', () => {
    fc.assert(
      fc.property(anyQuantity, fc.constantFrom(...LANGS), (q, lang) => {
        const { prefix, number } = quantityParts(q, lang);
        if (q.op === '=' && !q.approx) expect(prefix).toBe('');
        if (q.op !== '=' && q.op !== 'range') expect(prefix).not.toBe('');
        if (q.op === 'range' && prefix === '') expect(number).toMatch(/–|\u00a0(à|da|to)\u00a0/);
      }),
    );
  });
});

describe('the digits of a unit', () => {
  it.each([
    ['members', 1.66666, 0],
    ['members', 1.6, 3],
    ['percent', 17.512, 1],
    ['percent', 12.34, 2],
    ['percent', 16.239316239, 1],
    ['points', 4.25, 2],
    ['ratio', 2.1019, 2],
    ['people/event', 60.606, 1],
    ['people/event', 606.06, 0],
    ['FTE', 19.61666, 2],
    ['euros', 1000, 2],
    ['euros', 12.5, 2],
  ])('%s of %f: at most %i', (u, n, decimals) => {
    expect(numbersOf(u, n).decimals).toBe(decimals);
  });

  it('is in the tables exactly where the model says so, ratios too', () => {
    expect(Object.keys(french.units)).toEqual(KNOWN);
    for (const u of [...KNOWN, 'events/organisation', 'meetings/month', 'licornes', 'events/licorne', 'constructor'])
      expect(isWritten(u), u).toBe(unitWord(u, 1, 'fr') !== u);
  });

  it('is its own word where the unit is unknown, whatever its name', () => {
    expect(unitWord('constructor', 2, 'fr')).toBe('constructor');
    expect(unitWord('percent', 2, 'fr')).toBeNull();
    expect(unitWord('members', 2, 'fr')).toBe('adhérents');
  });
});

describe('a change', () => {
  const between = (current: Quantity, previous: Quantity) => {
    const change = changeOf(current, previous);
    if (!change) throw new Error('the two quantities do not compare');
    return change;
  };
  const followers = (n: number, op: (typeof OPS)[number] = '=') => quantity(n, 'subscribers', op);

  it.each([
    ['a few members', quantity(117, 'members'), quantity(114, 'members'), '+3', '+3'],
    ['members who leave', quantity(114, 'members'), quantity(117, 'members'), '\u22123', '\u22123'],
    ['many followers', followers(7148), followers(5178), '+38,0 % (+1 970)', '+38.0% (+1,970)'],
    ['a hundred followers', followers(1100), followers(1000), '+10 % (+100)', '+10% (+100)'],
    [
      'a range that reaches a hundred',
      quantityRange(1050, 1150, 'subscribers'),
      followers(1000),
      '+5 à +15 % (+50 à +150)',
      '+5 to +15% (+50 to +150)',
    ],
    ['fewer followers', followers(2283), followers(2424), '\u22125,8 % (\u2212141)', '\u22125.8% (\u2212141)'],
    ['percents', quantity(76, 'percent'), quantity(72, 'percent'), '+4 points', '+4 points'],
    ['percents, by one point', quantity(73, 'percent'), quantity(72, 'percent'), '+1 point', '+1 point'],
    ['nothing', quantity(76, 'percent'), quantity(76, 'percent'), 'stable', 'unchanged'],
    ['nothing, roughly', followers(800, '~'), followers(800), 'stable', 'unchanged'],
    ['from nothing', followers(1000), followers(0), '+1 000', '+1,000'],
    ['roughly', followers(4877), followers(4077, '~'), 'env. +19,6 % (+800)', 'about +19.6% (+800)'],
    ['more than', followers(5000, '>'), followers(4000), 'plus de +25 % (+1 000)', 'more than +25% (+1,000)'],
    ['full-time equivalents', quantity(3.75, 'FTE'), quantity(3.8, 'FTE'), '\u22120,05', '\u22120.05'],
    ['euros', quantity(1500, 'euros'), quantity(1000, 'euros'), '+50 % (+500 €)', '+50% (+€500)'],
  ])('of %s', (_what, current, previous, french, english) => {
    expect(plain(formatChange(between(current, previous), 'fr'))).toBe(french);
    expect(plain(formatChange(between(current, previous), 'en'))).toBe(english);
  });

  it('can be told in one way only', () => {
    const change = between(quantity(117, 'members'), quantity(114, 'members'));
    expect(plain(formatChange(change, 'fr', { show: 'both' }))).toBe('+2,6 % (+3)');
    expect(plain(formatChange(change, 'fr', { show: 'relative' }))).toBe('+2,6 %');
    expect(plain(formatChange(between(followers(7148), followers(5178)), 'fr', { show: 'absolute' }))).toBe('+1 970');
  });

  it('is never red or green, and never "NaN"', () => {
    fc.assert(
      fc.property(anyQuantity, anyQuantity, fc.constantFrom(...LANGS), (a, b, lang) => {
        const change = changeOf(a, { ...b, unit: a.unit });
        if (change) expect(formatChange(change, lang)).not.toMatch(/NaN|undefined|Infinity/);
      }),
    );
  });
});
