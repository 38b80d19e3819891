import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { staffHeadcount } from './staff-headcount.ts';

describe('staff-headcount', () => {
  const observations = [
    observation('staff-headcount', 3, { unit: 'people', dimensions: { kind: 'shared' } }),
    observation('staff-headcount', 19, { unit: 'people', dimensions: { kind: 'own' } }),
  ];
  const data = makeDataset({ observations });

  it('gives the people of each kind', () => {
    const measure = staffHeadcount.compute(data, { by: 'kind' });
    expect(measure.parts?.map((part) => [part.id, part.quantity?.value, part.quantity?.unit])).toEqual([
      ['shared', 3, 'people'],
      ['own', 19, 'people'],
    ]);
    expect([measure.quantity, measure.basis]).toEqual([null, 'published']);
    expect(measure.parts?.some((part) => part.share)).toBe(false);
  });

  it('gives one of them alone, with its source', () => {
    const measure = staffHeadcount.compute(data, { period: '2024', where: 'kind=shared' });
    expect([measure.quantity?.value, measure.observations]).toEqual([3, ['staff-headcount/2024/shared']]);
    expect(measure.sources).toEqual([{ document: 'report', section: 'I.1.a', page: 4 }]);
  });
});
