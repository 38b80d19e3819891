import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { monthOrganisers } from './month-organisers.ts';

describe('month-organisers', () => {
  const data = makeDataset({ observations: [observation('month-organisers', 157, { unit: 'organisations' })] });

  it('counts the organisers, as published', () => {
    const measure = monthOrganisers.compute(data, { period: '2024' });
    expect([measure.quantity, measure.basis]).toEqual([{ value: 157, op: '=', unit: 'organisations' }, 'published']);
  });

  it('says nothing of a year that is not published', () => {
    expect(monthOrganisers.compute(data, { period: '2023' }).quantity).toBeNull();
  });
});
