import fc from 'fast-check';

/**
 * Returns numbers spread evenly over a range, for properties. `fc.double` takes all doubles alike, of which nearly all
 * in a range that holds 0 lie next to it: a property of places or amounts would be tested of 0 alone.
 */
export const spread = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 1e9 }).map((n) => min + ((max - min) * n) / 1e9);
