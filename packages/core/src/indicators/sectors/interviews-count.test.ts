import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { interviewsCount } from './interviews-count.ts';

describe('interviews-count', () => {
  const observations = [
    observation('interviews-count', 38, { unit: 'interviews', dimensions: { programme: 'impact' } }),
    observation('interviews-count', 20, { unit: 'interviews', dimensions: { programme: 'housing' } }),
  ];
  const data = makeDataset({ observations });

  it('gives the interviews of each programme', () => {
    const measure = interviewsCount.compute(data, { by: 'programme' });
    expect(measure.parts?.map((part) => [part.id, part.quantity?.value, part.quantity?.unit])).toEqual([
      ['impact', 38, 'interviews'],
      ['housing', 20, 'interviews'],
    ]);
    expect([measure.quantity, measure.basis]).toEqual([null, 'published']);
    expect(measure.parts?.some((part) => part.share)).toBe(false);
  });

  it('gives one of them alone, with its source', () => {
    const measure = interviewsCount.compute(data, { period: '2024', where: 'programme=impact' });
    expect([measure.quantity?.value, measure.observations]).toEqual([38, ['interviews-count/2024/impact']]);
    expect(measure.sources).toEqual([{ document: 'report', section: 'I.1.a', page: 4 }]);
  });
});
