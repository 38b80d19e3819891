import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { dlaTimeAllocation } from './dla-time-allocation.ts';

describe('dla-time-allocation', () => {
  const observations = [
    observation('dla-time-allocation', 35, { unit: 'percent', dimensions: { activity: 'support' } }),
    observation('dla-time-allocation', 65, { unit: 'percent', dimensions: { activity: 'coordination' } }),
  ];
  const data = makeDataset({ observations });

  it('gives the share of each activity', () => {
    const measure = dlaTimeAllocation.compute(data, { by: 'activity' });
    expect(measure.parts?.map((part) => [part.id, part.quantity?.value, part.quantity?.unit])).toEqual([
      ['support', 35, 'percent'],
      ['coordination', 65, 'percent'],
    ]);
    expect([measure.quantity, measure.basis]).toEqual([null, 'published']);
    expect(measure.parts?.some((part) => part.share)).toBe(false);
  });

  it('gives one of them alone, with its source', () => {
    const measure = dlaTimeAllocation.compute(data, { period: '2024', where: 'activity=support' });
    expect([measure.quantity?.value, measure.observations]).toEqual([35, ['dla-time-allocation/2024/support']]);
    expect(measure.sources).toEqual([{ document: 'report', section: 'I.1.a', page: 4 }]);
  });
});
