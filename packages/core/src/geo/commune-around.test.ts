import { describe, expect, it } from 'vitest';
import { createAround } from './commune-around.ts';
import { type CommuneTable } from './communes.ts';
import { parseCommunes } from './communes-schema.ts';

/** Four communes of a group that lies in two départements, one of another, one of none. */
const table: CommuneTable = parseCommunes({
  format: 'ess-communes/1',
  columns: {
    insee: ['29001', '29002', '22003', '22004', '29005', '29006'],
    name: ['Amont', 'Mitan', 'Aval', 'Sans point', 'Ailleurs', 'Seul'],
    lon: [-4, -3.8, -2.9, null, 5, -4],
    lat: [48, 48.1, 48.1, null, 45, 48],
    postal: [[], [], [], [], [], []],
    epci: [0, 0, 0, 0, 1, null],
  },
  epci: [
    { siren: '242900001', name: 'Les Deux Rives' },
    { siren: '242900002', name: 'Le Large' },
  ],
  departements: [
    { code: '22', name: { fr: 'Côtes-d’Armor' } },
    { code: '29', name: { fr: 'Finistère' } },
  ],
  attribution: { fr: 'GeoNames' },
  licences: [],
});
const around = createAround(table);
const of = (name: string) => {
  const commune = table.communes.find((each) => each.name === name);
  return commune ? around(commune) : [];
};

describe('what lies around a commune', () => {
  it('is its group, which overlaps the départements that it has communes in, and its own département', () => {
    expect(of('Aval').map(({ id }) => id)).toEqual(['epci-242900001', 'departement-22']);
    expect(of('Aval')[0]).toMatchObject({ parents: [], overlaps: ['departement-29', 'departement-22'] });
    expect(of('Ailleurs')[0]).toMatchObject({ parents: ['departement-29'] });
    expect(of('Ailleurs')[0]).not.toHaveProperty('overlaps');
    expect(of('Seul').map(({ id }) => id)).toEqual(['departement-29']);
  });

  it('has the middle of a group in the commune that is nearest to the mean of those that have a point', () => {
    expect(of('Amont')[0]?.position).toEqual({ lon: -3.8, lat: 48.1 });
    expect(of('Ailleurs')[0]?.position).toEqual({ lon: 5, lat: 45 });
  });

  it('is made once, however many communes lie in it', () => {
    expect(of('Amont')[0]).toBe(of('Sans point')[0]);
  });
});
