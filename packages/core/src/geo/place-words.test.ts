import { describe, expect, it } from 'vitest';
import { communeTable } from './communes.ts';
import { createPlaceWords } from './place-words.ts';

const table = communeTable({
  format: 'ess-communes/1',
  columns: {
    insee: ['29019', '35238'],
    name: ['Brest', 'Rennes'],
    lon: [-4.486, null],
    lat: [48.39, null],
    postal: [['29200'], ['35000', '35700']],
    epci: [null, null],
  },
  former: { insee: ['29998'], name: ['Recouvrance'], commune: [0] },
  epci: [],
  departements: [{ code: '29', name: { fr: 'Finistère', br: 'Penn-ar-Bed' } }],
  attribution: { fr: '' },
  licences: [],
});
const wordsIn = (words: ReturnType<typeof createPlaceWords>, ...lineage: string[]) =>
  words({ lineage, departement: lineage[0]?.startsWith('commune-29') ? 'departement-29' : null }).flatMap((text) =>
    Object.values(text),
  );

describe('the words of a place', () => {
  it('are the names of its territories, as the data have them, and the postal codes of its commune', () => {
    const words = createPlaceWords([{ id: 'commune-35238', name: { fr: 'Rennes', br: 'Roazhon' } }], table);
    expect(wordsIn(words, 'commune-35238')).toEqual(['Rennes', 'Roazhon', '35000', '35700']);
  });

  it('are those of the table where the data have its code alone, the name of its département among them', () => {
    expect(wordsIn(createPlaceWords([], table), 'commune-29019')).toEqual([
      'Brest',
      '29200',
      'Finistère',
      'Penn-ar-Bed',
    ]);
    expect(wordsIn(createPlaceWords([], table), 'commune-29998')).toContain('29200');
  });

  it('come once, whatever says the département', () => {
    const words = createPlaceWords([{ id: 'departement-29', name: { fr: 'Finistère' } }], table);
    expect(wordsIn(words, 'commune-29019', 'departement-29')).toEqual(['Brest', '29200', 'Finistère']);
  });

  it('are those of the data alone without a table, and none for a place that neither knows', () => {
    const words = createPlaceWords([{ id: 'pole-rich-ess', name: { fr: 'Rich’ESS' } }], null);
    expect(wordsIn(words, 'pole-rich-ess', 'commune-99999')).toEqual(['Rich’ESS']);
    expect(wordsIn(createPlaceWords([], table), 'pole-rich-ess', 'commune-99999')).toEqual([]);
  });
});
