import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { added, figure } from './testing/region.ts';

const rule = 'rates';

describe('a rate', () => {
  const derived = (value: number, unit: string, derivedFrom = ['workshops', 'voters']) =>
    linesOf(rule, added('observations', figure('rate', null, value, unit, { derivedFrom })));

  it('is the quotient of the two numbers that it comes from, in the order that its unit says', () => {
    expect(derived(0.5, 'events/organisation')).toEqual([]);
    expect(derived(2, 'organisations/event')).toEqual([]);
    expect(derived(0.5, 'events/organisation', ['voters', 'workshops'])).toEqual([]);
    expect(derived(0.8, 'events/organisation')).toEqual(['warning observations/rate quantity: 0.8, expected 0.5']);
  });

  it('without two numbers that it comes from is left alone', () => {
    expect(derived(0.8, 'events/organisation', ['workshops'])).toEqual([]);
    expect(derived(0.8, 'ratio')).toEqual([]);
  });

  it('is that of the two figures that it is named after', () => {
    const named = (value: number) =>
      linesOf(
        rule,
        added(
          'observations',
          figure('events', 'fete-events', 240, 'events'),
          figure('organisers', 'fete-organisers', 160, 'organisations'),
          figure('rate', 'fete-events-per-organiser', value, 'events/organisation'),
        ),
      );
    expect(named(1.5)).toEqual([]);
    expect(named(2.5)).toEqual(['warning observations/rate quantity: 2.5, expected 1.5']);
  });
});
