import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { schoolTeachers } from './school-teachers.ts';

describe('school-teachers', () => {
  const data = makeDataset({ observations: [observation('school-teachers', 100, { unit: 'people', op: '~' })] });

  it('is as approximate as the figure published', () => {
    const measure = schoolTeachers.compute(data, { period: '2024' });
    expect([measure.quantity, measure.basis]).toEqual([{ value: 100, op: '~', unit: 'people' }, 'published']);
  });

  it('says nothing of a year that is not published', () => {
    expect(schoolTeachers.compute(data, { period: '2023' }).quantity).toBeNull();
  });
});
