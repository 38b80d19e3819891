import { describe, expect, it } from 'vitest';
import { apart, inOneLanguage, resolveText } from './text.ts';
import { Text } from './text-schema.ts';

const label = { fr: 'Associations', br: 'Kevredigezhioù' };

describe('a text', () => {
  it('always has its French form; other languages are free', () => {
    expect(Text.safeParse({ fr: 'Associations' }).success).toBe(true);
    expect(Text.safeParse({ fr: 'Associations', gallo: 'Souètes' }).success).toBe(true);
    expect(Text.safeParse({ br: 'Kevredigezhioù' }).success).toBe(false);
    expect(Text.safeParse({ fr: 'Associations', en: 3 }).success).toBe(false);
  });

  it.each([
    ['fr', 'Associations', 'fr'],
    ['br', 'Kevredigezhioù', 'br'],
    ['br-FR', 'Kevredigezhioù', 'br'],
    ['BR', 'Kevredigezhioù', 'br'],
    ['en', 'Associations', 'fr'],
    ['', 'Associations', 'fr'],
  ])('asked in "%s" reads %s, said to be in %s', (lang, text, said) => {
    expect(resolveText(label, lang)).toEqual({ text, lang: said });
  });

  it('that is empty in a language falls back to French', () => {
    expect(resolveText({ fr: 'Associations', en: '' }, 'en')).toEqual({ text: 'Associations', lang: 'fr' });
  });
});

describe('a part of one language', () => {
  const both = { fr: 'Adhérents', br: 'Izili', en: 'Members' };
  const words = { fr: 'Définition', en: 'Definition' };
  const name = { fr: 'Brest' };

  it('is whole where each word of it is there, and where only a name is not', () => {
    expect(inOneLanguage(() => [both, name].map((each) => resolveText(each, 'br').text))).toEqual({
      made: ['Izili', 'Brest'],
      isWhole: true,
    });
    expect(inOneLanguage(() => resolveText({ fr: 'Finistère', br: 'Penn-ar-Bed' }, 'en')).isWhole).toBe(true);
  });

  it('is not whole where a word fell back, unless that stands in a part of its own', () => {
    expect(inOneLanguage(() => resolveText(words, 'br')).isWhole).toBe(false);
    expect(inOneLanguage(() => apart(() => resolveText(words, 'br'))).isWhole).toBe(true);
    expect(inOneLanguage(() => resolveText(words, 'fr')).isWhole).toBe(true);
  });
});
