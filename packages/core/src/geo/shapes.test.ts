import { describe, expect, it } from 'vitest';
import { REFUSED, readShape } from '../model/index.ts';
import { expectSameReading } from '../model/testing/same-reading.ts';
import { basemapSchema } from './basemap.ts';
import { basemapShape } from './basemap-shape.ts';
import { communesSchema } from './communes-schema.ts';
import { communesShape } from './communes-shape.ts';
import { geoRules } from './rules.ts';

describe('the shape of a geographic file', () => {
  it('reads communes as the schema does', () => {
    expectSameReading(communesShape, communesSchema, geoRules);
  });

  it('reads a basemap as the schema does', () => {
    expectSameReading(basemapShape, basemapSchema, { arcs: geoRules.arcs });
  });

  it('refuses a basemap whose objects name an arc that is not there', () => {
    const topology = (arc: number) => ({
      type: 'Topology',
      transform: { scale: [1, 1], translate: [0, 0] },
      arcs: [[[0, 0]]],
      objects: { land: { type: 'Polygon', arcs: [[arc]] } },
    });
    const basemap = (arc: number) => ({
      format: 'ess-basemap/1',
      bbox: [0, 0, 1, 1],
      focus: [0, 0, 1, 1],
      topology: topology(arc),
      places: [],
      labels: [],
      attribution: { fr: 'Essai' },
      licences: [],
    });
    expect(readShape(basemapShape, basemap(~0), geoRules)).not.toBe(REFUSED);
    expect(readShape(basemapShape, basemap(1), geoRules)).toBe(REFUSED);
  });
});
