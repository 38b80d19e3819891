import { describe, expect, it } from 'vitest';
import { UNITS } from '../model/index.ts';
import { addFormatLanguage } from './language.ts';
import { breton } from './languages/breton.ts';
import { english } from './languages/english.ts';
import { unitWord } from './units.ts';

addFormatLanguage(english);
addFormatLanguage(breton);

describe('the word of a unit', () => {
  it.each(['fr', 'en', 'br'])('is never its code, alone or by person: %s', (lang) => {
    for (const unit of UNITS) {
      expect(unitWord(unit, 2, 'fr'), unit).toBeTruthy();
      // English calls most units by their own names; a ratio shows a code by its bar.
      for (const each of ['person', 'organisation', 'event', 'member', 'year'])
        expect(unitWord(`${unit}/${each}`, 2, lang), `${unit}/${each}`).not.toContain('/');
    }
  });

  it('of departures by person is written out', () => {
    expect(unitWord('departures/person', 2, 'fr')).toBe('départs en formation par personne');
    expect(unitWord('departures/person', 2, 'en')).toMatch(/ per person$/);
  });
});
