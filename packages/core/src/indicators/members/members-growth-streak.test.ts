import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { membersGrowthStreak } from './members-growth-streak.ts';

describe('members-growth-streak', () => {
  const data = makeDataset({
    observations: [observation('members-growth-streak', 3, { unit: 'years', period: '2022/2024' })],
  });

  it('is the streak that ends with the year asked for, whenever it began', () => {
    const measure = membersGrowthStreak.compute(data, { period: '2024' });
    expect([measure.quantity, measure.basis]).toEqual([{ value: 3, op: '=', unit: 'years' }, 'published']);
  });

  it('says nothing of a year that is not published', () => {
    expect(membersGrowthStreak.compute(data, { period: '2023' }).quantity).toBeNull();
  });
});
