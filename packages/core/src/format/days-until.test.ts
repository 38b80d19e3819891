import { describe, expect, it } from 'vitest';
import { formatDaysUntil } from './days-until.ts';
import { addFormatLanguage } from './language.ts';
import { breton } from './languages/breton.ts';
import { english } from './languages/english.ts';

addFormatLanguage(breton);
addFormatLanguage(english);

describe('the days until something', () => {
  const said = (lang: string) => [0, 1, 2, 3, 14].map((days) => formatDaysUntil(days, lang));

  it('have names for the nearest, and are counted after these', () => {
    expect(said('fr')).toEqual(['aujourd’hui', 'demain', 'après-demain', 'dans 3 jours', 'dans 14 jours']);
    expect(said('en')).toEqual(['today', 'tomorrow', 'in 2 days', 'in 3 days', 'in 14 days']);
  });

  it('follow the mutations of Breton, which browsers do not know', () => {
    expect(said('br')).toEqual(['hiziv', 'warc’hoazh', 'a-benn 2 zeiz', 'a-benn 3 deiz', 'a-benn 14 deiz']);
  });

  it('are French in a language that was not added', () => {
    expect(formatDaysUntil(1, 'es')).toBe('demain');
  });
});
