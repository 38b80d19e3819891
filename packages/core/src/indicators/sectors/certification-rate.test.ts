import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { certificationRate } from './certification-rate.ts';

describe('certification-rate', () => {
  const figure = (id: string, n: number) => observation(id, n, { unit: 'people' });

  it('is the people certified among the candidates: 8 / 9', () => {
    const observations = [figure('certification-certified', 8), figure('certification-candidates', 9)];
    const measure = certificationRate.compute(makeDataset({ observations }));
    expect(measure.quantity).toMatchObject({ op: '=', unit: 'percent', base: 'certification-candidates' });
    expect(measure.quantity?.value).toBeCloseTo(88.9, 1);
    expect(measure.derivedFrom).toEqual(['certification-certified/2024', 'certification-candidates/2024']);
  });

  it('is unknown without candidates, or when one of the two is not said', () => {
    const none = [figure('certification-certified', 0), figure('certification-candidates', 0)];
    expect(certificationRate.compute(makeDataset({ observations: none })).quantity).toBeNull();
    const half = [figure('certification-certified', 8)];
    expect(certificationRate.compute(makeDataset({ observations: half })).quantity).toBeNull();
  });
});
