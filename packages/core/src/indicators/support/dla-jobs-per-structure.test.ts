import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { dlaJobsPerStructure } from './dla-jobs-per-structure.ts';

describe('dla-jobs-per-structure', () => {
  const jobs = (n: number, dimensions: object = {}) => observation('dla-jobs', n, { unit: 'jobs', dimensions });
  const structures = (n: number, dimensions: object = {}) =>
    observation('dla-structures', n, { unit: 'organisations', dimensions });

  it('divides the jobs by the organisations, of all lots or of one', () => {
    const lot = { lot: 'x' };
    const data = makeDataset({ observations: [jobs(3160), structures(89), jobs(319, lot), structures(19, lot)] });
    const measure = dlaJobsPerStructure.compute(data);
    expect(measure.quantity?.value).toBeCloseTo(35.5, 1);
    expect([measure.quantity?.unit, measure.basis]).toEqual(['jobs/organisation', 'computed']);
    expect(dlaJobsPerStructure.compute(data, { where: 'lot=x' }).quantity?.value).toBeCloseTo(16.79, 2);
  });

  it('is unknown without organisations', () => {
    expect(dlaJobsPerStructure.compute(makeDataset({ observations: [jobs(3160)] })).quantity).toBeNull();
    const none = makeDataset({ observations: [jobs(3160), structures(0)] });
    expect(dlaJobsPerStructure.compute(none).quantity).toBeNull();
  });
});
