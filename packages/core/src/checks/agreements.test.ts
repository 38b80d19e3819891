import { expect, it } from 'vitest';
import { computeAll } from '../indicators/compute-all.ts';
import { dlaJobs } from '../indicators/support/dla-jobs.ts';
import { makeDataset, observation } from '../model/testing.ts';
import { runChecks } from './run.ts';

const found = (total: number) => {
  const job = (contract: string, value: number) => ({
    id: contract,
    programme: 'dla',
    period: '2024',
    contract,
    jobs: { value, op: '=', unit: 'jobs' },
  });
  const dataset = makeDataset(
    {
      observations: [observation('dla-jobs', total, { unit: 'jobs' })],
      jobs: [job('permanent', 1779), job('fixed', 1283), job('other', 98)],
    },
    { coverage: { jobs: [{ complete: true }] } },
  );
  const { measures } = computeAll(dataset, [dlaJobs]);
  return runChecks(dataset, { only: ['agreements'], measures }).map(({ found: said, expected }) => [said, expected]);
};

it('a published total of jobs that is not the sum of the contracts is found once', () => {
  expect(found(3200)).toEqual([['3200', '3160']]);
  expect(found(3160)).toEqual([]);
});
