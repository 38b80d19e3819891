import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { attendanceByAffiliation } from './attendance-by-affiliation.ts';

const count = (value: number) => ({ value, op: '=', unit: 'people' });
const event = (id: string) => ({ id, title: { fr: id }, date: '2024-05-02', status: 'held' });
const tally = (of: string, total: number, affiliation: Readonly<Record<string, object>>) => ({
  id: of,
  of,
  total: count(total),
  by: { affiliation },
});
const tallies = [
  tally('fair', 33, { public: count(9), ess: count(20) }),
  tally('talk', 5, { public: count(5) }),
  tally('web', 9, { public: { value: 60, op: '=', unit: 'percent', base: 'people' } }),
];
const data = makeDataset({ events: ['fair', 'talk', 'web'].map(event), tallies });
const shown = (request: object) =>
  attendanceByAffiliation.compute(data, request).parts?.map((p) => [p.id, p.quantity?.op, p.quantity?.value]);

describe('attendance-by-affiliation', () => {
  it('adds up the counts of the events, and leaves their percents aside', () => {
    expect(shown({ by: 'affiliation' })).toEqual([
      ['public', '>=', 14],
      ['ess', '>=', 20],
    ]);
    expect(shown({ by: 'event' })).toEqual([
      ['fair', '=', 29],
      ['talk', '=', 5],
    ]);
  });

  it('shows those of one event whose organisation is not said', () => {
    expect(shown({ by: 'affiliation', where: 'event=fair' })).toEqual([
      ['public', '=', 9],
      ['ess', '=', 20],
      ['unknown', '=', 4],
    ]);
    expect(attendanceByAffiliation.compute(data, { where: 'event=fair' }).quantity?.value).toBe(33);
  });

  it('takes what is published first, and finds the rest from the attendance', () => {
    const observations = [
      observation('attendance-by-affiliation', 33, {
        unit: 'people',
        dimensions: { event: 'day', affiliation: 'ess' },
      }),
      observation('attendance-total', 62, { unit: 'people', dimensions: { event: 'day' } }),
    ];
    const measure = attendanceByAffiliation.compute(makeDataset({ observations }), {
      by: 'affiliation',
      where: 'event=day',
    });
    expect(measure.quantity?.value).toBe(62);
    expect(measure.parts?.map((p) => [p.id, p.quantity?.value])).toEqual([
      ['ess', 33],
      ['unknown', 29],
    ]);
  });
});
