import './all.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../model/index.ts';
import { dateBlock } from './block.ts';
import { monthName } from './calendar.ts';
import { formatPeriod } from './full.ts';
import { formatStockDate } from './period.ts';
import { weekdayName } from './weekday.ts';

const LANGS = ['fr', 'br', 'en', 'de'] as const;

describe('a period in full', () => {
  it.each([
    ['2024', '2024', '2024', '2024'],
    ['2024-H1', '1er semestre 2024', '1añ hanter-bloaz 2024', '1st half of 2024'],
    ['2024-H2', '2e semestre 2024', '2l hanter-bloaz 2024', '2nd half of 2024'],
    ['2024-Q4', '4e trimestre 2024', '4e trimiziad 2024', '4th quarter of 2024'],
    ['2024-06', 'juin 2024', 'Mezheven 2024', 'June 2024'],
    ['2025-10', 'octobre 2025', 'Here 2025', 'October 2025'],
    ['2024-06-18', '18 juin 2024', '18 a viz Mezheven 2024', '18 June 2024'],
    ['2024-03-19', '19 mars 2024', '19 a viz Meurzh 2024', '19 March 2024'],
    ['2024-04-01', '1er avril 2024', '1añ a viz Ebrel 2024', '1 April 2024'],
    ['2024-02-29', '29 février 2024', '29 a viz C’hwevrer 2024', '29 February 2024'],
    ['2023-SY', 'année scolaire 2023-2024', 'bloavezh-skol 2023-2024', 'school year 2023-2024'],
    ['2024-10-18/2024-10-19', '18 et 19 octobre 2024', '18 ha 19 a viz Here 2024', '18 and 19 October 2024'],
    ['2024-10-07/2024-10-08', '7 et 8 octobre 2024', '7 hag 8 a viz Here 2024', '7 and 8 October 2024'],
    ['2024-04-01/2024-04-02', '1er et 2 avril 2024', '1añ ha 2 a viz Ebrel 2024', '1 and 2 April 2024'],
    [
      '2024-03-31/2024-04-01',
      '31 mars et 1er avril 2024',
      '31 a viz Meurzh ha 1añ a viz Ebrel 2024',
      '31 March and 1 April 2024',
    ],
    ['2024-03-25/2024-03-30', 'du 25 au 30 mars 2024', 'eus ar 25 d’an 30 a viz Meurzh 2024', '25 to 30 March 2024'],
    ['2024-04-01/2024-04-04', 'du 1er au 4 avril 2024', 'eus ar 1añ d’ar 4 a viz Ebrel 2024', '1 to 4 April 2024'],
    [
      '2024-03-30/2024-04-02',
      'du 30 mars au 2 avril 2024',
      'eus an 30 a viz Meurzh d’an 2 a viz Ebrel 2024',
      '30 March to 2 April 2024',
    ],
    [
      '2024-12-30/2025-01-02',
      'du 30 décembre 2024 au 2 janvier 2025',
      'eus an 30 a viz Kerzu 2024 d’an 2 a viz Genver 2025',
      '30 December 2024 to 2 January 2025',
    ],
    [
      '2024-12-31/2025-01-01',
      '31 décembre 2024 et 1er janvier 2025',
      '31 a viz Kerzu 2024 ha 1añ a viz Genver 2025',
      '31 December 2024 and 1 January 2025',
    ],
    ['2024-06-18/2024-06-18', '18 juin 2024', '18 a viz Mezheven 2024', '18 June 2024'],
    ['2022/2024', 'de 2022 à 2024', 'eus 2022 da 2024', '2022 to 2024'],
    ['2024-02/2024-07', 'de février à juillet 2024', 'eus miz C’hwevrer da viz Gouere 2024', 'February to July 2024'],
    ['2024-04/2024-06', 'd’avril à juin 2024', 'eus miz Ebrel da viz Mezheven 2024', 'April to June 2024'],
    [
      '2024-10/2025-03',
      'd’octobre 2024 à mars 2025',
      'eus miz Here 2024 da viz Meurzh 2025',
      'October 2024 to March 2025',
    ],
    [
      '2024-Q1/2024-Q3',
      'du 1er trimestre 2024 au 3e trimestre 2024',
      'eus ar 1añ trimiziad 2024 d’an 3e trimiziad 2024',
      '1st quarter of 2024 to 3rd quarter of 2024',
    ],
    [
      '2022-SY/2023-SY',
      'de l’année scolaire 2022-2023 à l’année scolaire 2023-2024',
      'eus bloavezh-skol 2022-2023 da bloavezh-skol 2023-2024',
      'school year 2022-2023 to school year 2023-2024',
    ],
    [
      '2024-03/2024-05-18',
      'de mars 2024 au 18 mai 2024',
      'eus miz Meurzh 2024 d’an 18 a viz Mae 2024',
      'March 2024 to 18 May 2024',
    ],
    [
      '2024-06-18/2024-09',
      'du 18 juin 2024 à septembre 2024',
      'eus an 18 a viz Mezheven 2024 da viz Gwengolo 2024',
      '18 June 2024 to September 2024',
    ],
  ])('%s is %s, %s, %s', (text, french, breton, english) => {
    expect([formatPeriod(text, 'fr'), formatPeriod(text, 'br'), formatPeriod(text, 'en')]).toEqual([
      french,
      breton,
      english,
    ]);
    expect(formatPeriod(text, 'de')).toBe(french);
  });

  it('that is none is refused', () => {
    expect(() => formatPeriod('2023-24', 'fr')).toThrow('not a period: "2023-24"');
  });
});

describe('a period that another is compared with', () => {
  it.each([
    ['2023', 'à 2023', '2023', '2023'],
    ['2023-06', 'à juin 2023', 'miz Mezheven 2023', 'June 2023'],
    ['2023-10', 'à octobre 2023', 'miz Here 2023', 'October 2023'],
    ['2023-12-31', 'au 31 décembre 2023', 'an 31 a viz Kerzu 2023', '31 December 2023'],
    ['2023-04-01', 'au 1er avril 2023', 'ar 1añ a viz Ebrel 2023', '1 April 2023'],
    ['2023-H1', 'au 1er semestre 2023', 'ar 1añ hanter-bloaz 2023', 'the 1st half of 2023'],
    ['2023-Q2', 'au 2e trimestre 2023', 'an 2l trimiziad 2023', 'the 2nd quarter of 2023'],
    ['2022-SY', 'à l’année scolaire 2022-2023', 'ar bloavezh-skol 2022-2023', 'the school year 2022-2023'],
    ['2023-10-18/2023-10-19', 'aux 18 et 19 octobre 2023', 'an 18 ha 19 a viz Here 2023', '18 and 19 October 2023'],
    [
      '2023-06/2023-12',
      'à la période de juin à décembre 2023',
      'ar prantad eus miz Mezheven da viz Kerzu 2023',
      'June to December 2023',
    ],
    ['2021/2022', 'à la période de 2021 à 2022', 'ar prantad eus 2021 da 2022', '2021 to 2022'],
    [
      '2023-03-25/2023-03-30',
      'à la période du 25 au 30 mars 2023',
      'ar prantad eus ar 25 d’an 30 a viz Meurzh 2023',
      '25 to 30 March 2023',
    ],
  ])('%s is %s, %s, %s', (text, french, breton, english) => {
    expect(['fr', 'br', 'en'].map((lang) => formatPeriod(text, lang, { against: true }))).toEqual([
      french,
      breton,
      english,
    ]);
  });
});

describe('a period in short', () => {
  it.each([
    ['2024-H1', 'S1 2024', 'H1 2024'],
    ['2024-Q4', 'T4 2024', 'Q4 2024'],
    ['2023-SY', '2023-2024', '2023-2024'],
    ['2024-10', 'oct. 2024', 'Oct 2024'],
    ['2024-10-18', '18 oct. 2024', '18 Oct 2024'],
    ['2024-03-25/2024-03-30', '25–30 mars 2024', '25–30 Mar 2024'],
    ['2024-10-09/2024-10-10', '9–10 oct. 2024', '9–10 Oct 2024'],
    ['2024-03-30/2024-04-02', '30 mars – 2 avr. 2024', '30 Mar – 2 Apr 2024'],
    ['2024-02/2024-07', 'févr.–juil. 2024', 'Feb–July 2024'],
    ['2022/2024', '2022–2024', '2022–2024'],
  ])('%s is %s, %s', (text, french, english) => {
    expect([formatPeriod(text, 'fr', { style: 'short' }), formatPeriod(text, 'en', { style: 'short' })]).toEqual([
      french,
      english,
    ]);
  });
});

describe('a date block', () => {
  it.each([
    ['2024-12-19', { kind: 'day', day: '19', month: 'déc.', year: '2024' }, '19 déc. 2024'],
    ['2024-04-01', { kind: 'day', day: '1er', month: 'avr.', year: '2024' }, '1er avr. 2024'],
    ['2024-10-09/2024-10-10', { kind: 'range', day: '9–10', month: 'oct.', year: '2024' }, '9–10 oct. 2024'],
    [
      '2024-03-30/2024-04-02',
      { kind: 'range', day: '30 mars\u00a0–', month: '2 avr.', year: '2024' },
      '30 mars\u00a0– 2 avr. 2024',
    ],
    [
      '2024-12-30/2025-01-02',
      { kind: 'range', day: '30 déc.\u00a0–', month: '2 janv.', year: '2025' },
      '30 déc.\u00a0– 2 janv. 2025',
    ],
    [
      '2023-12-30/2025-01-02',
      { kind: 'range', day: '30 déc.\u00a0–', month: '2 janv.', year: '2023–2025' },
      '30 déc.\u00a0– 2 janv. 2023–2025',
    ],
    ['2024-06-18/2024-06-18', { kind: 'day', day: '18', month: 'juin', year: '2024' }, '18 juin 2024'],
    ['2025-10', { kind: 'month', day: '', month: 'oct.', year: '2025' }, 'oct. 2025'],
    ['2024-Q4', { kind: 'month', day: '', month: 'oct.–déc.', year: '2024' }, 'oct.–déc. 2024'],
    ['2024-H1', { kind: 'month', day: '', month: 'janv.–juin', year: '2024' }, 'janv.–juin 2024'],
    ['2023-06/2024-06', { kind: 'month', day: '', month: 'juin–juin', year: '2023–2024' }, 'juin–juin 2023–2024'],
    ['2024-02/2024-07', { kind: 'month', day: '', month: 'févr.–juil.', year: '2024' }, 'févr.–juil. 2024'],
    ['2024-06-18/2024-07', { kind: 'month', day: '', month: 'juin–juil.', year: '2024' }, 'juin–juil. 2024'],
    ['2024', { kind: 'year', day: '', month: '', year: '2024' }, '2024'],
    ['2023-SY', { kind: 'year', day: '', month: '', year: '2023-2024' }, '2023-2024'],
    ['2022/2024', { kind: 'year', day: '', month: '', year: '2022–2024' }, '2022–2024'],
  ])('of %s shows no more than is known', (text, block, line) => {
    expect(dateBlock(text, 'fr')).toEqual(block);
    expect(formatPeriod(text, 'fr', { style: 'block' })).toBe(line);
  });

  it('speaks the language of the reader', () => {
    expect(dateBlock('2024-10-09/2024-10-10', 'br')).toEqual({
      kind: 'range',
      day: '9–10',
      month: 'Here',
      year: '2024',
    });
    expect(dateBlock('2024-09-01', 'en')).toEqual({ kind: 'day', day: '1', month: 'Sept', year: '2024' });
  });
});

describe('the date of a stock', () => {
  it.each([
    ['2024', 'au 31 décembre 2024', 'd’an 31 a viz Kerzu 2024', 'on 31 December 2024'],
    ['2024-02', 'au 29 février 2024', 'd’an 29 a viz C’hwevrer 2024', 'on 29 February 2024'],
    ['2023-SY', 'au 31 août 2024', 'd’an 31 a viz Eost 2024', 'on 31 August 2024'],
    ['2025-01-01', 'au 1er janvier 2025', 'd’ar 1añ a viz Genver 2025', 'on 1 January 2025'],
    ['2022/2024-06', 'au 30 juin 2024', 'd’an 30 a viz Mezheven 2024', 'on 30 June 2024'],
  ])('for %s is its last day: %s, %s, %s', (text, french, breton, english) => {
    expect([formatStockDate(text, 'fr'), formatStockDate(text, 'br'), formatStockDate(text, 'en')]).toEqual([
      french,
      breton,
      english,
    ]);
  });
});

describe('every period, in every language and style', () => {
  const two = (n: number): string => String(n).padStart(2, '0');
  const year = fc.integer({ min: 1900, max: 2100 });
  const month = fc.integer({ min: 1, max: 12 });
  const simple = fc.oneof(
    year.map(String),
    fc.tuple(year, fc.constantFrom('H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4', 'SY')).map(([y, part]) => `${y}-${part}`),
    fc.tuple(year, month).map(([y, m]) => `${y}-${two(m)}`),
    fc.tuple(year, month, fc.integer({ min: 1, max: 28 })).map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`),
  );
  const periods = fc.oneof(
    simple,
    fc
      .tuple(simple, simple)
      .map(([a, b]) => `${a}/${b}`)
      .filter((text) => parsePeriod(text) !== null),
  );
  const style = fc.constantFrom('long', 'short', 'block');

  it('reads without a gap, and names the year that it ends in', () => {
    fc.assert(
      fc.property(periods, fc.constantFrom(...LANGS), style, (text, lang, s) => {
        const words = formatPeriod(text, lang, { style: s as 'long' });
        expect(words).not.toMatch(/NaN|undefined|null|\s\s|^\s|\s$/);
        expect(words).toContain(parsePeriod(text)?.last.slice(0, 4));
      }),
    );
  });

  it('is told apart from every other one of its kind', () => {
    fc.assert(
      fc.property(simple, simple, fc.constantFrom('fr', 'br', 'en'), (a, b, lang) => {
        fc.pre(a !== b);
        expect(formatPeriod(a, lang)).not.toBe(formatPeriod(b, lang));
      }),
    );
  });

  it('has no day where none is known', () => {
    fc.assert(
      fc.property(year, month, fc.constantFrom(...LANGS), (y, m, lang) => {
        expect(formatPeriod(`${y}-${two(m)}`, lang)).not.toMatch(/(^|\s)\d{1,2}(\s|$)/);
        expect(dateBlock(`${y}-${two(m)}`, lang).day).toBe('');
      }),
    );
  });
});

describe('our names of months and days', () => {
  it.each([
    ['fr', 'fr-FR'],
    ['en', 'en-GB'],
  ])('are those of the platform in %s', (lang, locale) => {
    const names = (options: Intl.DateTimeFormatOptions) => {
      const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
      return [...new Array(12).keys()].map((m) => format.format(Date.UTC(2024, m, 15)));
    };
    expect([...new Array(12).keys()].map((m) => monthName(m + 1, lang))).toEqual(names({ month: 'long' }));
    const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
    for (let day = 1; day <= 7; day += 1)
      expect(weekdayName(`2024-09-0${day}`, lang)).toBe(weekday.format(Date.UTC(2024, 8, day)));
  });

  it('are those of the platform in Breton, where it has them', () => {
    if (Intl.DateTimeFormat.supportedLocalesOf('br').length === 0) {
      console.info('This Node has no Breton: the comparison with its names is left out.');
      return;
    }
    const format = new Intl.DateTimeFormat('br', { month: 'long', timeZone: 'UTC' });
    const weekday = new Intl.DateTimeFormat('br', { weekday: 'long', timeZone: 'UTC' });
    for (let m = 0; m < 12; m += 1)
      expect(monthName(m + 1, 'br')).toBe(format.format(Date.UTC(2024, m, 15)).replace('ʼ', '’'));
    for (let day = 1; day <= 7; day += 1)
      expect(weekdayName(`2024-09-0${day}`, 'br')).toBe(weekday.format(Date.UTC(2024, 8, day)).replace('ʼ', '’'));
  });
});
