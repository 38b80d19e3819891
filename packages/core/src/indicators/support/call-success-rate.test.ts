import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { callSuccessRate } from './call-success-rate.ts';

describe('call-success-rate', () => {
  const figure = (n: number, dimensions: object) =>
    observation('call-applications', n, { unit: 'applications', dimensions });
  const here = { call: 'cloth', territory: 'region-53' };
  const observations = [
    figure(103, { call: 'cloth' }),
    figure(34, { call: 'cloth', result: 'selected' }),
    figure(11, here),
    figure(6, { ...here, result: 'selected' }),
    figure(20, { call: 'wood' }),
  ];
  const data = makeDataset({ observations });

  it('is the applications selected among all those of the call: 34 / 103', () => {
    const measure = callSuccessRate.compute(data, { where: 'call=cloth' });
    expect(measure.quantity).toMatchObject({ op: '=', unit: 'percent', base: 'call-applications' });
    expect(measure.quantity?.value).toBeCloseTo(33.0, 1);
    expect(measure.derivedFrom).toHaveLength(2);
  });

  it('is that of a territory within the call: 6 / 11', () => {
    const measure = callSuccessRate.compute(data, { where: 'call=cloth territory=region-53' });
    expect(measure.quantity?.value).toBeCloseTo(54.5, 1);
    const { parts } = callSuccessRate.compute(data, { by: 'territory', where: 'call=cloth' });
    expect(parts?.map((p) => [p.id, p.quantity?.value?.toFixed(1)])).toEqual([['region-53', '54.5']]);
  });

  it('averages no calls, and knows nothing of one whose results are not published', () => {
    const measure = callSuccessRate.compute(data, { by: 'call' });
    expect(measure.quantity).toBeNull();
    expect(measure.parts?.map((p) => p.id)).toEqual(['cloth']);
    expect(callSuccessRate.compute(data, { by: 'territory' }).parts).toEqual([]);
    expect(callSuccessRate.compute(data, { where: 'call=wood' }).quantity).toBeNull();
  });
});
