import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from '../model/testing/spread.ts';
import { boxOfCircle, circleAround } from './circle.ts';
import { distanceKm, RADII } from './near.ts';

const place = fc.record({
  lon: spread(-179, 179),
  lat: spread(-70, 70),
});

describe('the circle around a place', () => {
  it('is as far from it everywhere as its radius', () => {
    fc.assert(
      fc.property(place, fc.constantFrom(...RADII), (center, km) => {
        for (const [lon, lat] of circleAround(center, km)) expect(distanceKm(center, { lon, lat })).toBeCloseTo(km, 6);
      }),
    );
  });

  it('begins in the north and goes round by the east', () => {
    const corners = circleAround({ lon: -4.4863, lat: 48.3903 }, 20);
    const [north = [0, 0], east = [0, 0]] = [corners[0], corners[corners.length / 4]];
    expect(north[0]).toBeCloseTo(-4.4863, 9);
    expect(north[1]).toBeCloseTo(48.5702, 4);
    // 20 km of the 73.83 that a degree of longitude has there.
    expect(east[0]).toBeCloseTo(-4.2156, 3);
    expect(east[1]).toBeCloseTo(48.39, 2);
  });

  it('is higher than it is wide in degrees of latitude, and has a box that holds it', () => {
    const [west, south, east, north] = boxOfCircle({ lon: -3, lat: 48 }, 50);
    expect(north - south).toBeCloseTo((2 * 50) / 111.195, 3);
    expect((east - west) * Math.cos((48 * Math.PI) / 180)).toBeCloseTo(north - south, 2);
    expect((west + east) / 2).toBeCloseTo(-3, 9);
  });
});
