import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { schoolPupils } from './school-pupils.ts';

describe('school-pupils', () => {
  const data = makeDataset({ observations: [observation('school-pupils', 1500, { unit: 'people', op: '~' })] });

  it('is as approximate as the figure published', () => {
    const measure = schoolPupils.compute(data, { period: '2024' });
    expect([measure.quantity, measure.basis]).toEqual([{ value: 1500, op: '~', unit: 'people' }, 'published']);
  });

  it('says nothing of a year that is not published', () => {
    expect(schoolPupils.compute(data, { period: '2023' }).quantity).toBeNull();
  });
});
