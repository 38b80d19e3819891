import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';

const monthNationalEvents = named('month-national-events');
describe('month-national-events', () => {
  const first = observation('month-events', 330, { unit: 'events' });
  const second = observation('month-national-share', 17.5, { unit: 'percent' });

  it('finds the national number from the regional one and its share, roughly: 330 / 17.5 %', () => {
    const measure = monthNationalEvents.compute(makeDataset({ observations: [first, second] }));
    expect(measure.quantity?.value).toBeCloseTo(1885.71, 2);
    expect([measure.quantity?.op, measure.basis]).toEqual(['~', 'computed']);
    expect(measure.derivedFrom).toEqual(['month-events/2024', 'month-national-share/2024']);
  });

  it('is unknown as soon as one of the two is', () => {
    expect(monthNationalEvents.compute(makeDataset({ observations: [first] })).quantity).toBeNull();
    expect(monthNationalEvents.compute(makeDataset({ observations: [second] })).quantity).toBeNull();
  });

  it('is unknown when the share is 0', () => {
    const none = observation('month-national-share', 0, { unit: 'percent' });
    expect(monthNationalEvents.compute(makeDataset({ observations: [first, none] })).quantity).toBeNull();
  });
});
