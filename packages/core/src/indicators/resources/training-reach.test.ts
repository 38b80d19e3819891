import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { trainingReach } from './training-reach.ts';

describe('training-reach', () => {
  const observations = [
    observation('training-reach', 10, { unit: 'organisations', dimensions: { 'network-kind': 'poles' } }),
    observation('training-reach', 2, { unit: 'organisations', dimensions: { 'network-kind': 'incubators' } }),
  ];
  const data = makeDataset({ observations });

  it('gives the organisations of each network', () => {
    const measure = trainingReach.compute(data, { by: 'network-kind' });
    expect(measure.parts?.map((part) => [part.id, part.quantity?.value, part.quantity?.unit])).toEqual([
      ['poles', 10, 'organisations'],
      ['incubators', 2, 'organisations'],
    ]);
    expect([measure.quantity, measure.basis]).toEqual([null, 'published']);
    expect(measure.parts?.some((part) => part.share)).toBe(false);
  });

  it('gives one of them alone, with its source', () => {
    const measure = trainingReach.compute(data, { period: '2024', where: 'network-kind=poles' });
    expect([measure.quantity?.value, measure.observations]).toEqual([10, ['training-reach/2024/poles']]);
    expect(measure.sources).toEqual([{ document: 'report', section: 'I.1.a', page: 4 }]);
  });
});
