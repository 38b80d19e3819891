import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { added, figure } from './testing/region.ts';

const visits = (...units: readonly string[]) =>
  added('observations', ...units.map((unit, at) => figure(`v${at}`, 'visits', 10 + at, unit, { period: `201${at}` })));

describe('a unit', () => {
  it('is that of the others of its indicator', () => {
    expect(linesOf('units', visits('people', 'people', 'people', 'euros'))).toEqual([
      'warning observations/v3 quantity.unit: euros, expected people',
    ]);
  });

  it('may be one of two that an indicator is told in', () => {
    expect(linesOf('units', visits('people', 'people', 'organisations', 'organisations'))).toEqual([]);
    expect(linesOf('units', visits('people', 'organisations'))).toEqual([]);
  });
});
