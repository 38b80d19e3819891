import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { monthMemberParticipation } from './month-member-participation.ts';

describe('month-member-participation', () => {
  const first = observation('month-member-organisers', 28, { unit: 'members' });
  const second = observation('members-stock', 117, { unit: 'members' });

  it('is the part of the members that held an event: 28 / 117', () => {
    const measure = monthMemberParticipation.compute(makeDataset({ observations: [first, second] }));
    expect(measure.quantity?.value).toBeCloseTo(23.93, 2);
    expect([measure.quantity?.op, measure.basis]).toEqual(['=', 'computed']);
    expect(measure.derivedFrom).toEqual(['month-member-organisers/2024', 'members-stock/2024']);
  });

  it('is unknown as soon as one of the two is', () => {
    expect(monthMemberParticipation.compute(makeDataset({ observations: [first] })).quantity).toBeNull();
    expect(monthMemberParticipation.compute(makeDataset({ observations: [second] })).quantity).toBeNull();
  });
});
