import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { aioSatisfaction } from './aio-satisfaction.ts';

describe('aio-satisfaction', () => {
  const observations = [
    observation('aio-satisfaction', 100, { unit: 'percent', dimensions: { question: 'recommend' } }),
    observation('aio-satisfaction', 80, { unit: 'percent', dimensions: { question: 'alive' } }),
  ];
  const data = makeDataset({ observations });

  it('gives the percent of each question, and no total of questions', () => {
    const measure = aioSatisfaction.compute(data, { by: 'question' });
    expect(measure.parts?.map((part) => [part.id, part.quantity?.value, part.quantity?.unit])).toEqual([
      ['recommend', 100, 'percent'],
      ['alive', 80, 'percent'],
    ]);
    expect([measure.quantity, measure.basis]).toEqual([null, 'published']);
    expect(measure.parts?.some((part) => part.share)).toBe(false);
  });

  it('gives one of them alone, with its source', () => {
    const measure = aioSatisfaction.compute(data, { period: '2024', where: 'question=recommend' });
    expect([measure.quantity?.value, measure.observations]).toEqual([100, ['aio-satisfaction/2024/recommend']]);
    expect(measure.sources).toEqual([{ document: 'report', section: 'I.1.a', page: 4 }]);
  });
});
