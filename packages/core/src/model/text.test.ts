import { describe, expect, it } from 'vitest';
import { resolveText } from './text.ts';
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
