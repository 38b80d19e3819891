import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from '../model/testing/spread.ts';
import { type GeoRecord, toGeoJson } from './geojson.ts';

const brest: GeoRecord = {
  id: 'algue',
  position: { lon: -4.4863, lat: 48.3903 },
  properties: { nom: 'Algue verte', précision: 'commune', site: undefined },
};

describe('a GeoJSON file', () => {
  it('has a feature a record, its longitude first, and nothing of a reference system', () => {
    expect(JSON.parse(toGeoJson([brest]))).toEqual({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          id: 'algue',
          geometry: { type: 'Point', coordinates: [-4.4863, 48.3903] },
          properties: { nom: 'Algue verte', précision: 'commune', site: null },
        },
      ],
    });
  });

  it('keeps what has no position, as a feature without geometry', () => {
    const { features } = JSON.parse(toGeoJson([brest, { ...brest, id: 'banc', position: null }]));
    expect(
      features.map(({ id, geometry }: { id: string; geometry: object | null }) => [id, geometry?.constructor]),
    ).toEqual([
      ['algue', Object],
      ['banc', undefined],
    ]);
  });

  it('of no record is a collection of none', () => {
    expect(JSON.parse(toGeoJson([]))).toEqual({ type: 'FeatureCollection', features: [] });
  });

  it('is read again as it was written, a line a feature, whatever its texts hold', () => {
    const record = fc.record({
      id: fc.string(),
      position: fc.option(
        fc.record({
          lon: spread(-180, 180),
          lat: spread(-90, 90),
        }),
      ),
      properties: fc.dictionary(
        fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'),
        fc.option(fc.string({ unit: 'binary' })),
      ),
    });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 5 }), (records) => {
        const text = toGeoJson(records);
        const { features } = JSON.parse(text);
        expect(text.trimEnd().split('\n')).toHaveLength(Math.max(records.length, 1) + 2);
        records.forEach(({ position, properties }, at) => {
          expect(features[at].properties).toEqual({ ...properties });
          const written = position && [position.lon + 0, position.lat + 0];
          expect(features[at].geometry?.coordinates ?? null).toEqual(written);
        });
      }),
    );
  });
});
