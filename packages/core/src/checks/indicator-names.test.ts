import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { added, figure } from './testing/region.ts';

const named = (indicator: string, more = {}) =>
  linesOf('indicator-names', added('observations', figure('more', indicator, 4, 'events')), more);

describe('the indicator of a figure', () => {
  it('a letter from one that is known is probably that one', () => {
    expect(named('atelier')).toEqual(['warning observations/more indicator: atelier, expected ateliers']);
    expect(named('Ateliers')).toHaveLength(1);
  });

  it('of the publisher’s own is left alone, and all are where none is known', () => {
    expect(named('rencontres')).toEqual([]);
    expect(named('atelier', { indicators: {} })).toEqual([]);
  });
});
