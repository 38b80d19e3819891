import { describe, expect, it } from 'vitest';
import { parseCommunes } from './communes-schema.ts';
import { createPlacer } from './placer.ts';

const table = parseCommunes({
  format: 'ess-communes/1',
  columns: {
    insee: ['29019', '22278', '56140', '35214', '29024', '29152', '22227', '29141'],
    name: [
      'Brest',
      'Saint-Brieuc',
      'Moustoir-Ac',
      'Saint-Brieuc',
      'Carhaix',
      'Motreff',
      'Plouguernével',
      'Le Moustoir',
    ],
    lon: [-4.486, -2.765, null, -2, -3.57, -3.5, -3.2, null],
    lat: [48.39, 48.514, null, 48, 48.27, 48.25, 48.24, null],
    postal: [['29200'], ['22000'], ['56500'], ['35630'], [], [], [], []],
    epci: [0, null, null, null, 1, 1, 1, 1],
  },
  epci: [
    { siren: '242900314', name: 'Brest Métropole' },
    { siren: '242900744', name: 'Poher' },
  ],
  departements: [{ code: '29', name: { fr: 'Finistère' } }],
  attribution: { fr: 'GeoNames' },
  licences: [],
});
const place = createPlacer(table);

describe('a placer', () => {
  it('finds a town by its INSEE code, by name and postal code, or by name alone', () => {
    const brest = {
      kind: 'found',
      insee: '29019',
      name: 'Brest',
      position: { lon: -4.486, lat: 48.39, precision: 'commune', territory: 'commune-29019' },
      within: [
        {
          id: 'epci-242900314',
          kind: 'epci',
          name: { fr: 'Brest Métropole' },
          code: '242900314',
          parents: ['departement-29'],
          position: { lon: -4.486, lat: 48.39 },
        },
        { id: 'departement-29', kind: 'departement', name: { fr: 'Finistère' }, code: '29', parents: [] },
      ],
    };
    expect(place({ insee: '29019' })).toEqual(brest);
    expect(place({ commune: 'BREST', postcode: '29200' })).toEqual(brest);
    expect(place({ commune: 'brest' })).toEqual(brest);
  });

  it('says of a group over two départements that it lies in a part of both, at the commune nearest to its middle', () => {
    const { within } = place({ commune: 'Carhaix' }) as { within: readonly unknown[] };
    expect(within[0]).toMatchObject({
      parents: [],
      overlaps: ['departement-29', 'departement-22'],
      position: { lon: -3.5, lat: 48.25 },
    });
  });

  it('never chooses between two towns of one name', () => {
    expect(place({ commune: 'St Brieuc' })).toEqual({
      kind: 'ambiguous',
      candidates: ['Saint-Brieuc (22278)', 'Saint-Brieuc (35214)'],
    });
    expect(place({ commune: 'St Brieuc', postcode: '22000' })).toMatchObject({ kind: 'found', insee: '22278' });
  });

  it('says what it does not know, with the nearest name', () => {
    expect(place({ commune: 'Breste' })).toEqual({ kind: 'unknown', suggestion: 'Brest (29019)' });
    expect(place({})).toEqual({ kind: 'unknown' });
  });

  it('takes no town of another département for a misspelt one', () => {
    expect(place({ commune: 'Bresst', postcode: '75011' })).toEqual({ kind: 'unknown' });
    expect(place({ commune: '97400 Brect' })).toEqual({ kind: 'unknown' });
    expect(place({ commune: 'Bresst', postcode: '29999' })).toEqual({ kind: 'unknown', suggestion: 'Brest (29019)' });
  });

  it('places a town that has no position at its group of communes, and says so', () => {
    expect(place({ insee: '29141' })).toMatchObject({
      kind: 'found',
      insee: '29141',
      position: { lon: -3.5, lat: 48.25, precision: 'epci', territory: 'epci-242900744' },
    });
  });

  it('recognises a town that has no position, nor any group of communes', () => {
    expect(place({ insee: '56140' })).toMatchObject({ kind: 'found', position: null });
  });
});
