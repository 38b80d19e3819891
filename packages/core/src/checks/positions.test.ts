import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { clean, planted } from './testing/region.ts';

const rule = 'positions';
const at = (lon: number, lat: number, more: object = {}) =>
  planted('organisations', 'jardins', { position: { lon, lat, precision: 'address' }, ...more });
const nowhere = { territories: [], town: null };

describe('a position', () => {
  it('may be anywhere in its commune', () => {
    expect(linesOf(rule, at(5.45, 45.25))).toEqual([]);
  });

  it('at 0, 0 is an empty field', () => {
    expect(linesOf(rule, at(0, 0))).toEqual(['error organisations/jardins position: 0, 0']);
  });

  it('with its coordinates swapped is told so, with or without a territory', () => {
    const said = ['error organisations/jardins position: 45.2, 5.4, expected 5.4, 45.2'];
    expect(linesOf(rule, at(45.2, 5.4))).toEqual(said);
    expect(linesOf(rule, at(45.2, 5.4, nowhere))).toEqual(said);
  });

  it('is that of the town where no territory is named', () => {
    expect(linesOf(rule, at(6.4, 45.2, { territories: [] }))).toEqual([
      'warning organisations/jardins position: 6.4, 45.2, expected Saint-Aubert',
    ]);
  });

  it('outside the region is only mentioned where nothing says what it should be', () => {
    expect(linesOf(rule, at(2.35, 48.85, nowhere))).toEqual(['info organisations/jardins position: 2.35, 48.85']);
  });
});

describe('the point of a territory', () => {
  it('is near that of the territory around it, and said once for all that lies there', () => {
    const places: Readonly<Record<string, object>> = {
      'commune-77001': { position: { lon: -5, lat: 45 } },
      'departement-77': { position: { lon: 5.2, lat: 45 } },
    };
    const territories = (clean.territories ?? []).map((each) => ({
      ...each,
      ...places[String(Reflect.get(each, 'id'))],
    }));
    expect(linesOf(rule, { ...clean, territories })).toEqual([
      'warning territories/commune-77001 position: -5, 45, expected ≤ 130 km',
    ]);
  });
});
