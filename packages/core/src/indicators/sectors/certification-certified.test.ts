import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { certificationCertified } from './certification-certified.ts';

describe('certification-certified', () => {
  const data = makeDataset({ observations: [observation('certification-certified', 8, { unit: 'people' })] });

  it('counts the people who obtained it, as published', () => {
    const measure = certificationCertified.compute(data, { period: '2024' });
    expect([measure.quantity, measure.basis]).toEqual([{ value: 8, op: '=', unit: 'people' }, 'published']);
  });

  it('says nothing of a year that is not published', () => {
    expect(certificationCertified.compute(data, { period: '2023' }).quantity).toBeNull();
  });
});
