import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { prizeAmount } from './prize-amount.ts';

describe('prize-amount', () => {
  const data = makeDataset({ observations: [observation('prize-amount', 1000, { unit: 'euros' })] });

  it('is the amount that is published', () => {
    const measure = prizeAmount.compute(data, { period: '2024' });
    expect([measure.quantity, measure.basis]).toEqual([{ value: 1000, op: '=', unit: 'euros' }, 'published']);
  });

  it('says nothing of a year that is not published', () => {
    expect(prizeAmount.compute(data, { period: '2023' }).quantity).toBeNull();
  });
});
