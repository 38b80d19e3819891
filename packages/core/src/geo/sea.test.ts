import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from '../model/testing/spread.ts';
import { isAtSea, isSwapped, type SeaGround } from './sea.ts';

const KM = 111.195;

/** Two countries that share the meridian 3° W, from 47° N to 48° N and 5° W to 1° W, with an inlet into the eastern one. */
const ground: SeaGround = {
  bbox: [-7, 46, 0, 50],
  coastWithin: 6,
  islets: [{ name: 'Islet', lon: -6, lat: 47.5, radius: 1 }],
  topology: {
    type: 'Topology',
    transform: { scale: [0.001, 0.001], translate: [-7, 46] },
    arcs: [
      // The border, northwards; then each country from there round to its beginning.
      [
        [4000, 1000],
        [0, 1000],
      ],
      [
        [4000, 2000],
        [-2000, 0],
        [0, -1000],
        [2000, 0],
      ],
      [
        [4000, 1000],
        [2000, 0],
        [0, 400],
        [-1000, 0],
        [0, 200],
        [1000, 0],
        [0, 400],
        [-2000, 0],
      ],
    ],
    objects: { land: { type: 'MultiPolygon', arcs: [[[0, 1]], [[2, -1]]] } },
  },
};

const inInlet = ({ lon, lat }: { lon: number; lat: number }) => lon > -2 && lat > 47.4 && lat < 47.6;
const position = fc.record({ lon: spread(-7, 0), lat: spread(46, 50) });

/** Distance from a box in km, 0 inside, by the definition: the nearest of its points. */
function offBox(
  lon: number,
  lat: number,
  [west, south, east, north]: readonly [number, number, number, number],
): number {
  const dx = Math.max(west - lon, 0, lon - east) * Math.cos((lat * Math.PI) / 180);
  return Math.hypot(dx, Math.max(south - lat, 0, lat - north)) * KM;
}

const landKm = (lon: number, lat: number): number =>
  Math.min(
    offBox(lon, lat, [-5, 47, -2, 48]),
    offBox(lon, lat, [-2, 47, -1, 47.4]),
    offBox(lon, lat, [-2, 47.6, -1, 48]),
    offBox(lon, lat, [-6, 47.5, -6, 47.5]),
  );

describe('a position', () => {
  it.each([
    ['far off the coast', -6.3, 48.6],
    ['north of it', -3, 48.1],
    ['in the middle of a wide inlet', -1.5, 47.5],
  ])('%s is at sea', (_, lon, lat) => {
    expect(isAtSea(ground, { lon, lat })).toBe(true);
  });

  it.each([
    ['inland', -4, 47.5],
    ['on the border of two countries', -3, 47.5],
    ['on the coast', -5, 47.5],
    ['nearer to the coast than it may be wrong', -3, 48.05],
    ['near an islet', -6.05, 47.52],
  ])('%s is not', (_, lon, lat) => {
    expect(isAtSea(ground, { lon, lat })).toBe(false);
  });

  it.each([
    ['beyond the ground', -9, 47],
    ['so near to its edge that land may lie behind', -6.95, 48.6],
    ['that is no number', Number.NaN, 47],
  ])('%s is not known to be', (_, lon, lat) => {
    expect(isAtSea(ground, { lon, lat })).toBe(false);
  });

  it('is not known to be where the ground does not say how good its coast is', () => {
    const { coastWithin: _, ...silent } = ground;
    expect(isAtSea(silent, { lon: -6.3, lat: 48.6 })).toBe(false);
  });

  it('is at sea exactly where it is inside the ground and farther from land and islets than the coast may be wrong', () => {
    fc.assert(
      fc.property(position, fc.integer({ min: 1, max: 60 }), ({ lon, lat }, coastWithin) => {
        const up = coastWithin / KM;
        const aside = up / Math.cos((lat * Math.PI) / 180);
        const known = lon > -7 + aside && lon < -aside && lat > 46 + up && lat < 50 - up;
        const km = landKm(lon, lat);
        // Nothing can be tested where rounding decides.
        fc.pre(Math.abs(km - coastWithin) > 1e-6);
        expect(isAtSea({ ...ground, coastWithin }, { lon, lat })).toBe(known && km > coastWithin);
      }),
      { numRuns: 500 },
    );
  });

  it('on land is never at sea, however exact the coast is said to be', () => {
    const exact = { ...ground, coastWithin: 0.001 };
    const inland = fc.record({ lon: spread(-4.999, -1.001), lat: spread(47.001, 47.999) });
    const dry = inland.filter((one) => !inInlet(one));
    fc.assert(fc.property(dry, (one) => !isAtSea(exact, one)));
  });

  it('that is at sea stays so when the coast is better known', () => {
    fc.assert(
      fc.property(position, fc.double({ min: 1, max: 50, noNaN: true }), (one, km) => {
        const worse = isAtSea({ ...ground, coastWithin: km + 1 }, one);
        expect(worse && !isAtSea({ ...ground, coastWithin: km }, one)).toBe(false);
      }),
    );
  });
});

describe('a position the wrong way round', () => {
  it('is one that would lie on the ground if it were turned', () => {
    expect(isSwapped(ground, { lon: 47.39, lat: -4.49 })).toBe(true);
    expect(isSwapped(ground, { lon: -4.49, lat: 47.39 })).toBe(false);
    expect(isSwapped(ground, { lon: 4.49, lat: 43.39 })).toBe(false);
    expect(isSwapped({ ...ground, bbox: [0, 0, 60, 60] }, { lon: 48, lat: 10 })).toBe(false);
  });

  it('is none that would lie at sea if it were turned, as far as the ground knows', () => {
    const turned = { lon: 48.6, lat: -6.3 };
    expect(isSwapped(ground, turned)).toBe(false);
    const { coastWithin: _, ...silent } = ground;
    expect(isSwapped(silent, turned)).toBe(true);
  });
});
