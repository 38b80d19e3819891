import { describe, expect, it } from 'vitest';
import { fromLambert } from './lambert.ts';

describe('Lambert-93', () => {
  it('has its origin at 3° east and 46° 30′ north', () => {
    expect(fromLambert(700_000, 6_600_000)).toEqual({ lat: 46.5, lon: 3 });
  });

  it('is the same east and west of its meridian', () => {
    const [west, east] = [fromLambert(500_000, 6_600_000), fromLambert(900_000, 6_600_000)];
    expect(west?.lat).toBe(east?.lat);
    expect((west?.lon ?? 0) + (east?.lon ?? 0)).toBeCloseTo(6, 9);
  });

  // The national address service gives both.
  it.each([
    ['Sartrouville', 639_541.49, 6_871_190.16, 48.937841, 2.174718],
    ['Matignon', 310_448.88, 6_845_460.22, 48.591949, -2.286256],
    ['rue Haute Pierre, Metz', 931_453.96, 6_895_429.96, 49.116845, 6.171141],
  ])('finds %s within a metre', (_, east, north, lat, lon) => {
    const found = fromLambert(east, north);
    expect(Math.abs((found?.lat ?? 0) - lat)).toBeLessThan(0.00001);
    expect(Math.abs((found?.lon ?? 0) - lon)).toBeLessThan(0.00001);
  });

  it.each([
    ['degrees', -4.48, 48.39],
    ['metres of La Réunion (UTM 40S)', 340_000, 7_690_000],
    ['metres of a zone of nine (CC 48)', 1_352_000, 7_223_000],
    ['the old Lambert (II étendu)', 300_000, 2_350_000],
  ])('leaves %s alone', (_, east, north) => {
    expect(fromLambert(east, north)).toBeNull();
  });
});
