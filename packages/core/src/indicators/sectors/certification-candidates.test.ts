import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { certificationCandidates } from './certification-candidates.ts';

describe('certification-candidates', () => {
  const data = makeDataset({ observations: [observation('certification-candidates', 9, { unit: 'people' })] });

  it('counts the people who sat for it, as published', () => {
    const measure = certificationCandidates.compute(data, { period: '2024' });
    expect([measure.quantity, measure.basis]).toEqual([{ value: 9, op: '=', unit: 'people' }, 'published']);
  });

  it('says nothing of a year that is not published', () => {
    expect(certificationCandidates.compute(data, { period: '2023' }).quantity).toBeNull();
  });
});
