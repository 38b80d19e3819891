import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { monthNationalShare } from './month-national-share.ts';

describe('month-national-share', () => {
  const data = makeDataset({ observations: [observation('month-national-share', 17.5, { unit: 'percent' })] });

  it('is the share that is published', () => {
    const measure = monthNationalShare.compute(data, { period: '2024' });
    expect([measure.quantity, measure.basis]).toEqual([{ value: 17.5, op: '=', unit: 'percent' }, 'published']);
  });

  it('says nothing of a year that is not published', () => {
    expect(monthNationalShare.compute(data, { period: '2023' }).quantity).toBeNull();
  });
});
