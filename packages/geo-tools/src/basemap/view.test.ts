import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockwise, type Line, type LonLatExtent, type Rings, ringsExtent, unstitched } from '../geometry/rings.ts';
import { focusOf, mainPart, windowOf } from './view.ts';

const box = ([west, south, east, north]: LonLatExtent): Rings => [
  clockwise([
    [west, south],
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ]),
];

const mercator = (lat: number): number => (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;

describe('the view of a territory', () => {
  it('shows its main part and the islands near it, and leaves out what lies overseas', () => {
    const mainland = box([-5, 42, 8, 51]);
    const [corsica, guiana, reunion]: readonly Rings[] = [
      box([8.5, 41.3, 9.6, 43]),
      box([-54.6, 2.1, -51.6, 5.8]),
      box([55.2, -21.4, 55.8, -20.9]),
    ];
    expect(mainPart([reunion ?? [], corsica ?? [], guiana ?? [], mainland])).toEqual([mainland, corsica]);
  });

  it('shows an archipelago whole, island after island', () => {
    const islands = [0, 1, 2, 3, 4].map((step) => box([step * 2, 0, step * 2 + 0.2, 0.2]));
    expect(mainPart(islands)).toHaveLength(5);
  });

  it('is on one side of the antimeridian, also where an outline crosses it', () => {
    const crossing: Line = [
      [177, -19],
      [177, -16],
      [-179.5, -16],
      [-179.5, -19],
      [177, -19],
    ];
    const cut = unstitched([[crossing]]);
    expect(cut.map((polygon) => ringsExtent(polygon))).toEqual([
      [-180, -19, -179.5, -16],
      [177, -19, 180, -16],
    ]);
    const beyond = crossing.map(([x, y]) => [x < 0 ? x + 360 : x, y] as const);
    expect(unstitched([[beyond]])).toEqual(cut);
    expect(ringsExtent(mainPart(cut).flat())[0]).toBe(177);
  });

  it('has room around it, in round numbers', () => {
    expect(focusOf([box([-5, 47, -1, 49])])).toEqual([-5.09, 46.91, -0.91, 49.09]);
  });
});

describe('the ground around a view', () => {
  it('does not end inside a banner or a phone on full screen, unless the world does', () => {
    const within = (min: number, max: number) => fc.integer({ min, max });
    const places = fc.tuple(within(-60, 60), within(-50, 50), within(1, 900), within(1, 900));
    fc.assert(
      fc.property(places, ([lon, lat, wide, high]) => {
        const focus: LonLatExtent = [lon, lat, lon + wide / 100, lat + high / 100];
        const [west, south, east, north] = windowOf(focus);
        const [w, low, e, top] = focus;
        const [s, n] = [mercator(low), mercator(top)];
        for (const shape of [2.4, 0.5]) {
          const [across, up] = [Math.max(e - w, (n - s) * shape) / 2, Math.max(n - s, (e - w) / shape) / 2];
          expect((w + e) / 2 - across).toBeGreaterThan(west);
          expect((w + e) / 2 + across).toBeLessThan(east);
          expect((s + n) / 2 - up).toBeGreaterThan(mercator(south));
          expect((s + n) / 2 + up).toBeLessThan(mercator(north));
        }
      }),
    );
  });

  it('stays on the map of the world', () => {
    expect(windowOf([170, -20, 180, -10])[2]).toBe(180);
    expect(windowOf([0, 60, 120, 81])[3]).toBe(85);
  });
});
