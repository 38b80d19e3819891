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

  it('is whole where all that took place is listed and told, and names the counts that it comes from', () => {
    const coverage = { events: [{ complete: true }], meetings: [{ complete: true }] };
    const of = (ids: readonly string[], cover = coverage) =>
      attendanceByAffiliation.compute(
        makeDataset({ events: ids.map(event), meetings: [], tallies }, { coverage: cover }),
        {
          by: 'affiliation',
        },
      );
    expect(of(['fair', 'talk'])).toMatchObject({ quantity: { value: 34, op: '=' }, basis: 'computed' });
    expect(of(['fair', 'talk']).fields?.map(({ id }) => id)).toEqual(['fair', 'talk']);
    expect(of(['fair', 'talk']).parts?.map((p) => p.quantity?.op)).toEqual(['=', '=']);
    for (const open of [of(['fair', 'talk', 'web']), of(['fair', 'talk'], { ...coverage, meetings: [] })])
      expect(open).toMatchObject({ quantity: { op: '>=' }, basis: 'listed', parts: [{ quantity: { op: '>=' } }, {}] });
  });

  it('gives one type at one event as it was recorded, and knows nothing where nobody’s type is told', () => {
    const one = attendanceByAffiliation.compute(data, { by: 'affiliation', where: 'event=fair affiliation=public' });
    expect(one).toMatchObject({ quantity: { value: 9, op: '=' }, basis: 'computed' });
    expect(one.parts?.map((p) => p.id)).toEqual(['public']);
    expect(attendanceByAffiliation.compute(data, { where: 'affiliation=nope' }).quantity).toBeNull();
    expect(attendanceByAffiliation.compute(data, { where: 'event=web' }).quantity).toBeNull();
  });

  it('has nobody left of whom nothing is said where all are told, or more than came', () => {
    expect(shown({ by: 'affiliation', where: 'event=talk' })).toEqual([['public', '=', 5]]);
    const more = makeDataset({ events: [event('fair')], tallies: [tally('fair', 4, { public: count(5) })] });
    const { parts } = attendanceByAffiliation.compute(more, { by: 'affiliation', where: 'event=fair' });
    expect(parts?.map((p) => p.id)).toEqual(['public']);
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
