import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { bodyMeetingsExpected } from './body-meetings-expected.ts';

describe('body-meetings-expected', () => {
  const observations = [
    observation('body-meetings-expected', 9, { unit: 'meetings', dimensions: { body: 'team' } }),
    observation('body-meetings-expected', 12, { unit: 'meetings', dimensions: { body: 'council' } }),
  ];
  const data = makeDataset({ observations });

  it('gives the meetings expected of each body', () => {
    const measure = bodyMeetingsExpected.compute(data, { by: 'body' });
    expect(measure.parts?.map((part) => [part.id, part.quantity?.value, part.quantity?.unit])).toEqual([
      ['team', 9, 'meetings'],
      ['council', 12, 'meetings'],
    ]);
    expect([measure.quantity, measure.basis]).toEqual([null, 'published']);
    expect(measure.parts?.some((part) => part.share)).toBe(false);
  });

  it('gives one of them alone, with its source', () => {
    const measure = bodyMeetingsExpected.compute(data, { period: '2024', where: 'body=team' });
    expect([measure.quantity?.value, measure.observations]).toEqual([9, ['body-meetings-expected/2024/team']]);
    expect(measure.sources).toEqual([{ document: 'report', section: 'I.1.a', page: 4 }]);
  });
});
