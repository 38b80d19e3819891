import { expect, it } from 'vitest';
import { makeDataset, observation } from '../model/testing.ts';
import { compareAll } from '../prepare/index.ts';
import { named } from '../testing/bretagne.ts';
import { runChecks } from './run.ts';

const membersJoined = named('members-joined');
const dlaJobs = named('dla-jobs');

const found = (total: number, parts: Readonly<Record<string, number>> = {}) => {
  const job = (contract: string, value: number) => ({
    id: contract,
    programme: 'dla',
    period: '2024',
    contract,
    jobs: { value, op: '=', unit: 'jobs' },
  });
  const dataset = makeDataset(
    {
      observations: [
        observation('dla-jobs', total, { unit: 'jobs' }),
        ...Object.entries(parts).map(([contract, value]) => ({
          ...observation('dla-jobs', value, { unit: 'jobs', dimensions: { contract } }),
          id: `dla-jobs-${contract}`,
        })),
      ],
      jobs: [job('permanent', 1779), job('fixed', 1283), job('other', 98)],
    },
    { coverage: { jobs: [{ complete: true }] } },
  );
  const { measures } = compareAll(dataset, [dlaJobs]);
  const options = { only: ['agreements', 'parts-and-totals'], measures, indicators: { 'dla-jobs': dlaJobs } };
  return runChecks(dataset, options).map(({ found: said, expected }) => [said, expected]);
};

it('a published total of jobs that is not the sum of the contracts is found once', () => {
  expect(found(3200)).toEqual([['3200', '3160']]);
  expect(found(3160)).toEqual([]);
});

it('published parts that do not make the published total are found, where each thing is in one of them', () => {
  expect(found(3160, { permanent: 1779, fixed: 1283, other: 98 })).toEqual([]);
  expect(found(3160, { permanent: 1779, fixed: 283, other: 98 })).toEqual([['1779 + 283 + 98 = 2160', '3160']]);
});

it('a published part that is not the computed part is found', () => {
  const parts = (joined: number, complete = true) => {
    const member = (id: string, college: string) => ({
      ...{ id, organisation: id, network: 'net', college },
      start: '2024-02-01',
      end: null,
    });
    const dataset = makeDataset(
      {
        observations: [observation('members-joined', joined, { unit: 'members', dimensions: { college: 'one' } })],
        memberships: [member('a', 'one'), member('b', 'one'), member('c', 'other')],
        ...{ organisations: [], colleges: [], territories: [] },
      },
      { coverage: { memberships: [{ complete }] } },
    );
    const { measures } = compareAll(dataset, [membersJoined]);
    return runChecks(dataset, { only: ['agreements'], measures }).map(({ found: said, expected }) => [said, expected]);
  };
  expect(parts(2)).toEqual([]);
  expect(parts(3)).toEqual([['3', '2']]);
  expect(parts(3, false)).toEqual([]);
});

it('a list that lacks a record which could not be read is not complete, and so contradicts no figure', () => {
  const lines = (joined: number, unread?: ReadonlySet<string>) => {
    const member = (id: string) => ({ ...{ id, organisation: id, network: 'net' }, start: '2024-02-01', end: null });
    const dataset = makeDataset(
      {
        observations: [observation('members-joined', joined, { unit: 'members' })],
        memberships: [member('a'), member('b')],
        ...{ organisations: [], colleges: [], territories: [] },
      },
      { coverage: { memberships: [{ complete: true }] } },
    );
    const { measures } = compareAll(dataset, [membersJoined], unread);
    return runChecks(dataset, { only: ['agreements'], measures }).map(({ found: said }) => said);
  };
  const unread = new Set(['memberships/c']);
  expect([lines(3), lines(3, unread)]).toEqual([['3'], []]);
});

it('an indicator that cannot be measured is named with its reason', () => {
  const broken = {
    ...dlaJobs,
    compute: () => {
      throw new TypeError('two units');
    },
  };
  const { measures, failures } = compareAll(makeDataset({ observations: [] }), [broken]);
  expect([measures, failures.map(({ indicator, reason }) => [indicator.id, reason])]).toEqual([
    [],
    [['dla-jobs', 'two units']],
  ]);
});
