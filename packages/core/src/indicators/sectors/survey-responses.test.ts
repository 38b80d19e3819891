import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { surveyResponses } from './survey-responses.ts';

describe('survey-responses', () => {
  const observations = [
    observation('survey-responses', 94, { unit: 'responses', dimensions: { survey: 'impact' } }),
    observation('survey-responses', 20, { unit: 'responses', dimensions: { survey: 'reuse' } }),
  ];
  const data = makeDataset({ observations });

  it('gives the responses to each survey', () => {
    const measure = surveyResponses.compute(data, { by: 'survey' });
    expect(measure.parts?.map((part) => [part.id, part.quantity?.value, part.quantity?.unit])).toEqual([
      ['impact', 94, 'responses'],
      ['reuse', 20, 'responses'],
    ]);
    expect([measure.quantity, measure.basis]).toEqual([null, 'published']);
    expect(measure.parts?.some((part) => part.share)).toBe(false);
  });

  it('gives one of them alone, with its source', () => {
    const measure = surveyResponses.compute(data, { period: '2024', where: 'survey=impact' });
    expect([measure.quantity?.value, measure.observations]).toEqual([94, ['survey-responses/2024/impact']]);
    expect(measure.sources).toEqual([{ document: 'report', section: 'I.1.a', page: 4 }]);
  });
});
