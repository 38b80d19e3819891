import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { surveyResponseRate } from './survey-response-rate.ts';

describe('survey-response-rate', () => {
  const observations = [
    observation('survey-response-rate', 50, { unit: 'percent', dimensions: { survey: 'reuse' } }),
    observation('survey-response-rate', 80, { unit: 'percent', dimensions: { survey: 'impact' } }),
  ];
  const data = makeDataset({ observations });

  it('gives the rate of each survey, and never a mean of them', () => {
    const measure = surveyResponseRate.compute(data, { by: 'survey' });
    expect(measure.parts?.map((part) => [part.id, part.quantity?.value, part.quantity?.unit])).toEqual([
      ['reuse', 50, 'percent'],
      ['impact', 80, 'percent'],
    ]);
    expect([measure.quantity, measure.basis]).toEqual([null, 'published']);
    expect(measure.parts?.some((part) => part.share)).toBe(false);
  });

  it('gives one of them alone, with its source', () => {
    const measure = surveyResponseRate.compute(data, { period: '2024', where: 'survey=reuse' });
    expect([measure.quantity?.value, measure.observations]).toEqual([50, ['survey-response-rate/2024/reuse']]);
    expect(measure.sources).toEqual([{ document: 'report', section: 'I.1.a', page: 4 }]);
  });
});
