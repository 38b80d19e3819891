import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { bodyMeetings } from './body-meetings.ts';

describe('body-meetings', () => {
  const meeting = (body: string, date: string | null, status = 'held') => ({
    id: `${body}-${date}`,
    body,
    date,
    status,
  });
  const meetings = [
    meeting('copil', '2024-01-25'),
    meeting('copil', '2024-03-29'),
    meeting('copil', '2024-05-31', 'cancelled'),
    meeting('copil', '2025-01-10'),
    meeting('team', '2024-02-06'),
  ];
  const coverage = { meetings: [{ period: '2024', where: 'body=copil', complete: true }] };
  const bodies = [{ id: 'copil', name: { fr: 'Comité' }, kind: 'committee' }];
  const published = (body: string, n: number) =>
    observation('body-meetings', n, { unit: 'meetings', dimensions: { body } });

  it('counts the meetings held where all of them are listed', () => {
    const data = makeDataset({ meetings, bodies, observations: [published('copil', 2)] }, { coverage });
    expect(bodyMeetings.compute(data, { where: 'body=copil' })).toMatchObject({
      quantity: { value: 2 },
      basis: 'both',
      agreement: { agrees: true },
    });
  });

  it('gives the published number where a date is missing from the list, or all are', () => {
    const data = makeDataset({ meetings, observations: [published('team', 9), published('board', 6)] }, { coverage });
    const answer = (body: string) => bodyMeetings.compute(data, { where: `body=${body}` });
    expect([answer('team').quantity?.value, answer('team').basis]).toEqual([9, 'published']);
    expect([answer('board').quantity?.value, answer('board').basis]).toEqual([6, 'published']);
  });

  it('splits by body: published, or counted where complete, and adds up to no total', () => {
    const data = makeDataset({ meetings, bodies, observations: [published('board', 6)] }, { coverage });
    const { quantity, parts } = bodyMeetings.compute(data, { by: 'body' });
    expect(quantity).toBeNull();
    expect(parts?.map((p) => [p.id, p.label.fr, p.quantity?.value, p.share])).toEqual([
      ['board', 'board', 6, undefined],
      ['copil', 'Comité', 2, undefined],
    ]);
  });

  it('does not count as complete a body one of whose meetings has no date', () => {
    const data = makeDataset({ meetings: [...meetings, meeting('copil', null)], bodies }, { coverage });
    expect(bodyMeetings.compute(data, { where: 'body=copil' })).toMatchObject({ quantity: { value: 2, op: '>=' } });
    expect(bodyMeetings.compute(data, { by: 'body' }).parts).toEqual([]);
  });

  it('has a total when every body is complete', () => {
    const data = makeDataset({ meetings }, { coverage: { meetings: [{ complete: true }] } });
    expect(bodyMeetings.compute(data).quantity?.value).toBe(3);
  });
});
