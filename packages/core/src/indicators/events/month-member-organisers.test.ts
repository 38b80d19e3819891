import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { monthMemberOrganisers } from './month-member-organisers.ts';

describe('month-member-organisers', () => {
  const data = makeDataset({ observations: [observation('month-member-organisers', 28, { unit: 'members' })] });

  it('counts the members among them, as published', () => {
    const measure = monthMemberOrganisers.compute(data, { period: '2024' });
    expect([measure.quantity, measure.basis]).toEqual([{ value: 28, op: '=', unit: 'members' }, 'published']);
  });

  it('says nothing of a year that is not published', () => {
    expect(monthMemberOrganisers.compute(data, { period: '2023' }).quantity).toBeNull();
  });
});
