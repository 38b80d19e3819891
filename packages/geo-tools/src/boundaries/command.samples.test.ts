import { describe, expect, it } from 'vitest';
import { areaOf, featuresOf, idsOf, outlinesOf } from '../testing/outlines.ts';
import { REAL_CONTOURS } from '../testing/samples.ts';

describe('the official contours of Brittany', () => {
  it('become 61 EPCI and 4 départements in less than 50 kB', async () => {
    const topology = await outlinesOf(`--from ${REAL_CONTOURS}`);
    expect(idsOf(topology, 'epci')).toHaveLength(61);
    expect(idsOf(topology, 'departements')).toEqual([22, 29, 35, 56].map((code) => `departement-${code}`));
    expect(JSON.stringify(topology).length).toBeLessThan(50_000);
    const whole = featuresOf(topology, 'region').reduce((sum, each) => sum + areaOf(each), 0);
    const parts = featuresOf(topology, 'departements').reduce((sum, each) => sum + areaOf(each), 0);
    expect(whole).toBeCloseTo(parts, 6);
  });
});
