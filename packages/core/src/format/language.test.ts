import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { quantity } from '../model/index.ts';
import type { FormatLanguage } from './language.ts';
import { breton } from './languages/breton.ts';
import { english } from './languages/english.ts';
import { french } from './languages/french.ts';

// A registry of its own: files of tests share their modules, and others add languages.
vi.resetModules();
const { formatBytes } = await import('./bytes.ts');
const { dateInWords } = await import('./date.ts');
const { addFormatLanguage, formatLang } = await import('./language.ts');
const { formatNumber } = await import('./number.ts');
const { pluralise } = await import('./plural.ts');
const { formatCount } = await import('./quantity.ts');
const { formatTime } = await import('./time.ts');
const { unitWord } = await import('./units.ts');
const { formatWeekday } = await import('./weekday.ts');

const LANGUAGES = [french, breton, english] as const;
/** Spaces as they are typed. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('formatting without the other languages', () => {
  // The first test looks at the registry before the others add to it.
  it('formats in French, whatever is asked for, until a language is added', () => {
    for (const lang of ['fr', 'br', 'en', 'de', 'constructor', '']) {
      expect(formatLang(lang)).toBe('fr');
      expect(formatNumber(7148, lang)).toBe('7\u202f148');
      expect(dateInWords('2025-03-05', lang)).toBe('5 mars 2025');
      expect(plain(formatCount(quantity(2, 'people'), lang))).toBe('2 personnes');
    }
  });

  it('has what only some widgets write in French too', () => {
    expect(plain(formatTime('2024-06-18T18:30', 'fr'))).toBe('18 h 30');
    expect(plain(formatBytes(9000, 'fr'))).toBe('9 Ko');
    expect(formatWeekday('2024-06-18', 'fr')).toBe('mardi 18 juin 2024');
    expect(formatWeekday('2024-06', 'fr')).toBe('juin 2024');
    expect(formatWeekday('bientôt', 'fr')).toBe('bientôt');
    expect(formatWeekday('2024-10-18', 'fr', { style: 'short' })).toBe('vendredi 18 oct. 2024');
    expect(formatWeekday('2024-06-18T23:30:00Z', 'fr')).toBe('mercredi 19 juin 2024');
    expect(formatWeekday('2024-06-18T23:30:00Z', 'fr', { timeZone: 'UTC' })).toBe('mardi 18 juin 2024');
  });

  it('formats in a language from the moment that it is added, and in that one only', () => {
    expect(pluralise(0, 'en', { one: 'one', other: 'other' })).toBe('one');
    addFormatLanguage(english);
    expect(formatLang('en-GB')).toBe('en');
    expect(formatNumber(7148, 'en')).toBe('7,148');
    expect(formatTime('2024-06-18T18:30', 'en')).toBe('18:30');
    expect(pluralise(0, 'en', { one: 'one', other: 'other' })).toBe('other');
    expect(formatNumber(7148, 'br')).toBe('7\u202f148');
    expect(dateInWords('2025-03-05', 'br')).toBe('5 mars 2025');
  });
});

describe('the words of units', () => {
  afterAll(() => addFormatLanguage(english));

  it('are the same units in every language', () => {
    for (const { units, short } of LANGUAGES) {
      expect(Object.keys(units).sort()).toEqual(Object.keys(french.units).sort());
      expect(Object.keys(short).sort()).toEqual(Object.keys(french.short).sort());
    }
  });

  it('have a form for every number, without the marks of the tables', () => {
    for (const { lang, units, forms } of LANGUAGES) {
      fc.assert(
        fc.property(fc.constantFrom(...Object.values(units)), fc.nat(), (word, n) => {
          expect(pluralise(n, lang, forms(word))).toMatch(/^[^|]+$/);
        }),
      );
    }
  });

  it('are French where a language lacks them, alone and in a ratio', () => {
    const { people, events } = english.units;
    addFormatLanguage({ ...english, units: { people, events } as FormatLanguage['units'] });
    expect(unitWord('people', 2, 'en')).toBe('people');
    expect(unitWord('projects', 2, 'en')).toBe('projets');
    expect(unitWord('projects', 0, 'en')).toBe('projet');
    expect(unitWord('people/event', 2, 'en')).toBe('people per event');
    expect(unitWord('people/project', 2, 'en')).toBe('personnes par projet');
    expect(unitWord('licornes', 2, 'en')).toBe('licornes');
  });

  it.each([
    ['departures', '1 départ en formation', '3 départs en formation'],
    ['filings', '1 dossier', '3 dossiers'],
    ['internships', '1 stage', '3 stages'],
    ['networks', '1 réseau', '3 réseaux'],
    ['agreements', '1 convention', '3 conventions'],
    ['FTE', '1 ETP', '3 ETP'],
    ['jobs/organisation', '1 emploi par organisation', '3 emplois par organisation'],
    ['meetings/year', '1 réunion par an', '3 réunions par an'],
    ['meetings/month', '1 réunion par mois', '3 réunions par mois'],
  ])('of %s: %s, %s', (unit, one, three) => {
    expect([1, 3].map((n) => `${n} ${unitWord(unit, n, 'fr')}`)).toEqual([one, three]);
  });

  it('of a ratio need both of its units', () => {
    expect(unitWord('people/licorne', 2, 'fr')).toBe('people/licorne');
    expect(unitWord('licornes/event', 2, 'fr')).toBe('licornes/event');
    expect(unitWord('people/constructor', 2, 'fr')).toBe('people/constructor');
  });

  it('soften in Breton after "dre"', () => {
    addFormatLanguage(breton);
    expect(unitWord('meetings/year', 4, 'br')).toBe('emvod dre vloaz');
    expect(unitWord('people/event', 2, 'br')).toBe('zen dre zarvoud');
  });
});
