import { describe, expect, it } from 'vitest';
import { makeDataset } from '../model/testing.ts';
import { recordWords, wordsNeed } from './record-words.ts';

const dataset = makeDataset({
  events: [
    {
      id: 'a',
      title: { fr: 'Fête', en: 'Fair' },
      status: 'held',
      place: 'Brest',
      organisers: ['adess'],
      themes: ['sea'],
    },
    { id: 'b', title: { fr: 'Salon' }, status: 'planned', organisers: ['gone'] },
  ],
  organisations: [{ id: 'adess', name: 'Adess du Léon', town: 'Morlaix' }],
  categories: [{ id: 'sea', dimension: 'theme', label: { fr: 'Mer' } }],
});
const words = (more: object = {}) =>
  recordWords(dataset, { collection: 'events', lang: 'fr', ...more })
    .split(' ')
    .filter(Boolean);

describe('the words of records', () => {
  it('are their names, those of what they lead to, and their places', () => {
    expect(words()).toEqual(expect.arrayContaining(['Fête', 'Salon', 'Brest', 'Adess']));
    expect(words()).not.toContain('gone');
    expect(words({ lang: 'en' })).toContain('Fair');
  });

  it('are those of the fields that are shown, of the records that are kept', () => {
    expect(words({ columns: ['title'] })).toEqual(['Fête', 'Salon']);
    expect(words({ columns: ['title', 'place'], where: 'status=held' })).toEqual(['Fête', 'Brest']);
  });

  it('need the collections that these names stand in, known from the records where no field is named', () => {
    expect(wordsNeed(dataset, { collection: 'events', columns: ['title'], lang: 'fr' })).toEqual(['events']);
    expect(wordsNeed(dataset, { collection: 'events', columns: ['organisers'], lang: 'fr' })).toContain(
      'organisations',
    );
    expect(wordsNeed(dataset, { collection: 'events', lang: 'fr' })).toEqual(
      expect.arrayContaining(['events', 'organisations']),
    );
    const title = { fr: 'Fête' };
    const last = makeDataset({
      events: [
        { id: 'a', title, status: 'held' },
        { id: 'b', title, status: 'planned', series: 'mois' },
      ],
    });
    expect(wordsNeed(last, { collection: 'events', where: 'status=planned', lang: 'fr' })).toContain('series');
    expect(wordsNeed(makeDataset({}), { collection: 'events', lang: 'fr' })).toEqual(['events']);
  });
});
