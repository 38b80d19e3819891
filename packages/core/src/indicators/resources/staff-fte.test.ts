import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { staffFte } from './staff-fte.ts';

describe('staff-fte', () => {
  const data = makeDataset({ observations: [observation('staff-fte', 19.61, { unit: 'FTE' })] });

  it('gives the mean of the year, as published', () => {
    const measure = staffFte.compute(data, { period: '2024' });
    expect([measure.quantity, measure.basis]).toEqual([{ value: 19.61, op: '=', unit: 'FTE' }, 'published']);
  });

  it('says nothing of a year that is not published', () => {
    expect(staffFte.compute(data, { period: '2023' }).quantity).toBeNull();
  });
});
