import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { dlaPermanentShare } from './dla-permanent-share.ts';

describe('dla-permanent-share', () => {
  const jobs = (n: number, dimensions: Readonly<Record<string, string>> = {}, partial?: string) => ({
    ...observation('dla-jobs', n, { unit: 'jobs', dimensions }),
    ...(partial ? { quantity: { value: n, op: '=', unit: 'jobs', partial } } : {}),
  });

  it('is the permanent contracts among all jobs, in all and in each lot', () => {
    const observations = [
      jobs(3160),
      jobs(1779, { contract: 'permanent' }),
      jobs(319, { lot: 'x' }),
      jobs(256, { lot: 'x', contract: 'permanent' }),
      jobs(32, { lot: 'y' }),
    ];
    const measure = dlaPermanentShare.compute(makeDataset({ observations }), { by: 'lot' });
    expect(measure.quantity).toMatchObject({ op: '=', unit: 'percent', base: 'dla-jobs' });
    expect(measure.quantity?.value).toBeCloseTo(56.3, 1);
    expect(measure.derivedFrom).toEqual(['dla-jobs/2024/permanent', 'dla-jobs/2024']);
    expect(measure.parts?.map((p) => [p.id, p.quantity?.value?.toFixed(1)])).toEqual([['x', '80.3']]);
  });

  it('is as partial as the jobs are, and unknown without one of the two', () => {
    const partial = [jobs(3160, {}, 'incomplet'), jobs(1779, { contract: 'permanent' })];
    expect(dlaPermanentShare.compute(makeDataset({ observations: partial })).quantity?.partial).toBe('incomplet');
    expect(dlaPermanentShare.compute(makeDataset({ observations: [jobs(3160)] })).quantity).toBeNull();
    const none = makeDataset({ observations: [jobs(0), jobs(0, { contract: 'permanent' })] });
    expect(dlaPermanentShare.compute(none).quantity).toBeNull();
  });
});
