import { describe, expect, it } from 'vitest';
import { parseCommunes } from './communes-schema.ts';
import { createPlacer } from './placer.ts';

const table = parseCommunes({
  format: 'ess-communes/1',
  columns: {
    insee: ['29019', '22278', '56140', '35214'],
    name: ['Brest', 'Saint-Brieuc', 'Moustoir-Ac', 'Saint-Brieuc'],
    lon: [-4.486, -2.765, null, -2],
    lat: [48.39, 48.514, null, 48],
    postal: [['29200'], ['22000'], ['56500'], ['35630']],
    epci: [0, null, null, null],
  },
  epci: [{ siren: '242900314', name: 'Brest Métropole' }],
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
    };
    expect(place({ insee: '29019' })).toEqual(brest);
    expect(place({ commune: 'BREST', postcode: '29200' })).toEqual(brest);
    expect(place({ commune: 'brest' })).toEqual(brest);
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

  it('recognises a town that has no position', () => {
    expect(place({ insee: '56140' })).toMatchObject({ kind: 'found', position: null });
  });
});
