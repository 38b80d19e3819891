import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { monthEventsPerOrganiser } from './month-events-per-organiser.ts';

describe('month-events-per-organiser', () => {
  const first = observation('month-events', 330, { unit: 'events' });
  const second = observation('month-organisers', 157, { unit: 'organisations' });

  it('is a mean: 330 / 157', () => {
    const measure = monthEventsPerOrganiser.compute(makeDataset({ observations: [first, second] }));
    expect(measure.quantity?.value).toBeCloseTo(2.1, 2);
    expect([measure.quantity?.op, measure.basis]).toEqual(['=', 'computed']);
    expect(measure.derivedFrom).toEqual(['month-events/2024', 'month-organisers/2024']);
  });

  it('is unknown as soon as one of the two is', () => {
    expect(monthEventsPerOrganiser.compute(makeDataset({ observations: [first] })).quantity).toBeNull();
    expect(monthEventsPerOrganiser.compute(makeDataset({ observations: [second] })).quantity).toBeNull();
  });
});
