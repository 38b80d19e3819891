import { describe, expect, it } from 'vitest';
import type { DirectoryEntry } from '../../directory/index.ts';
import type { PlainWords } from '../words/words.ts';
import { entryFacts, precisionNote } from './entry-words.ts';

const m = { lang: 'fr', text: (key: unknown) => `<${String(key)}>` } as unknown as PlainWords;
const categories = { labelOf: () => '' } as unknown as Parameters<typeof entryFacts>[1];
const entry = (status: string, precision: string): DirectoryEntry =>
  ({
    id: 'a',
    layer: 'events',
    name: { fr: 'A' },
    place: null,
    departement: null,
    date: null,
    status,
    position: { lon: -4, lat: 48, precision },
  }) as unknown as DirectoryEntry;

describe('the facts of an entry', () => {
  it('say its status and how exactly it is placed', () => {
    const facts = entryFacts(entry('cancelled', 'postal'), categories, m);
    expect(facts).toEqual([
      ['status', '<dirStatusCancelled>'],
      ['precision', '<dirPlacedAtPostcode>'],
    ]);
  });

  it.each(['constructor', '__proto__', 'hasOwnProperty'])('have no words for a status or a precision %s', (word) => {
    expect(entryFacts(entry(word, word), categories, m)).toEqual([['precision', '<dirPlacedAtTerritory>']]);
    expect(precisionNote(entry(word, word), m)).toBe('<dirPlacedAtTerritory>');
  });
});
