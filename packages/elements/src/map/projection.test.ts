import { coastLines, createPlane } from '@ess-widgets/core/geo';
import { expect } from '@open-wc/testing';
import { geometryPath } from './projection.ts';
import type { LonLatBox } from './types.ts';

const bbox: LonLatBox = [-6, 46, 2, 50];

describe('the plane of the map', () => {
  const plane = createPlane(bbox);

  it('maps the box of the basemap to 4096 across, north at the top', () => {
    const [[left, top], [right, bottom]] = plane.box;
    expect([left, top, right].map(Math.round)).to.deep.equal([0, 0, 4096]);
    expect(bottom).to.be.greaterThan(0);
  });

  it('is Mercator: a degree of latitude is longer than one of longitude by the secant of the latitude', () => {
    const [x0, y0] = plane.toPlane(-2, 48);
    const [x1, y1] = plane.toPlane(-1.99, 48.01);
    expect(-(y1 - y0) / (x1 - x0)).to.be.closeTo(1 / Math.cos((48.005 * Math.PI) / 180), 1e-4);
  });

  it('comes back to where it started', () => {
    const [lon, lat] = plane.toLonLat(...plane.toPlane(-3.37, 47.75));
    expect(lon).to.be.closeTo(-3.37, 1e-9);
    expect(lat).to.be.closeTo(47.75, 1e-9);
  });

  it('knows how wide the world would be', () => {
    expect(plane.world).to.be.closeTo((4096 / 8) * 360, 1e-6);
  });

  it('draws polygons closed, lines open, and passes over points', () => {
    const square = [
      [-6, 50],
      [2, 50],
      [2, 46],
      [-6, 50],
    ];
    expect(geometryPath(plane, { type: 'Polygon', coordinates: [square] })).to.match(/^M0 0L4096 0L4096 [\d.]+Z$/);
    expect(geometryPath(plane, { type: 'MultiLineString', coordinates: [square.slice(0, 2)] })).to.equal('M0 0L4096 0');
    expect(geometryPath(plane, { type: 'Point', coordinates: [0, 48] })).to.equal('');
    const feature = {
      type: 'Feature',
      properties: {},
      geometry: { type: 'LineString', coordinates: square.slice(0, 2) },
    } as const;
    expect(geometryPath(plane, { type: 'FeatureCollection', features: [feature] })).to.equal('M0 0L4096 0');
  });
});

describe('shorelines', () => {
  const land = (ring: readonly (readonly [number, number])[]) => coastLines([ring], bbox);

  it('leave out the edges along which the land was cut', () => {
    const lines = land([
      [0, 48],
      [2, 48],
      [2, 46],
      [0, 46],
      [0, 48],
    ]);
    expect(lines).to.deep.equal([
      [
        [0, 46],
        [0, 48],
        [2, 48],
      ],
    ]);
  });

  it('keep an island whole', () => {
    const island: [number, number][] = [
      [-3, 47],
      [-2, 47],
      [-2, 48],
      [-3, 47],
    ];
    expect(land(island)).to.deep.equal([island]);
  });
});
