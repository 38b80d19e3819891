import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { holds } from '../geometry/rings.ts';
import { areasOf, groundOf, holdsPlace, polygonsOf } from '../testing/grounds.ts';
import { REAL_CONTOURS } from '../testing/samples.ts';

describe('the official contours of Brittany', () => {
  it('become a ground as light as the shipped one, whose coast goes on where theirs ends', async () => {
    const map = await groundOf(`--region 53 --from ${REAL_CONTOURS}`);
    expect(gzipSync(JSON.stringify(map), { level: 9 }).length).toBeLessThan(10_000);
    const ids = areasOf(map)
      ?.map((each) => String(each?.['id']))
      .sort();
    expect(ids).toEqual([22, 29, 35, 56].map((code) => `departement-${code}`));
    // Rennes; Nantes and Avranches, around; Ouessant; the gulf of Morbihan and the bay of Mont-Saint-Michel.
    expect(holdsPlace(map, 'region', -1.68, 48.11)).toBe(true);
    for (const [lon, lat] of [
      [-1.55, 47.22],
      [-1.36, 48.68],
      [-5.09, 48.46],
    ] as const)
      expect(holdsPlace(map, 'land', lon, lat)).toBe(true);
    for (const [lon, lat] of [
      [-2.82, 47.58],
      [-1.75, 48.68],
      [-4.6, 48.15],
    ] as const)
      expect(holdsPlace(map, 'land', lon, lat)).toBe(false);
    const mainland = polygonsOf(map, 'land').filter((rings) => holds(rings, [-1.68, 48.11]));
    expect(mainland).toHaveLength(1);
    expect(mainland[0] && holds(mainland[0], [-1.55, 47.22])).toBe(true);
  });
});
