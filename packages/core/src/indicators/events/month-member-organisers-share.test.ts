import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { monthMemberOrganisersShare } from './month-member-organisers-share.ts';

describe('month-member-organisers-share', () => {
  const first = observation('month-member-organisers', 28, { unit: 'members' });
  const second = observation('month-organisers', 157, { unit: 'organisations' });

  it('takes members and organisers for the same things: 28 / 157', () => {
    const measure = monthMemberOrganisersShare.compute(makeDataset({ observations: [first, second] }));
    expect(measure.quantity?.value).toBeCloseTo(17.83, 2);
    expect([measure.quantity?.op, measure.basis]).toEqual(['=', 'computed']);
    expect(measure.derivedFrom).toEqual(['month-member-organisers/2024', 'month-organisers/2024']);
  });

  it('is unknown as soon as one of the two is', () => {
    expect(monthMemberOrganisersShare.compute(makeDataset({ observations: [first] })).quantity).toBeNull();
    expect(monthMemberOrganisersShare.compute(makeDataset({ observations: [second] })).quantity).toBeNull();
  });
});
