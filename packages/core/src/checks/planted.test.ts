import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { added, planted } from './testing/region.ts';

describe('a record with one mistake', () => {
  it('of page 0 is told', () => {
    const at = (page: number) => planted('meetings', 'bureau/2023-10-03', { source: { document: 'bilan', page } });
    expect(linesOf('impossible-amounts', at(0))).toEqual([
      'warning meetings/bureau/2023-10-03 source.page: 0, expected ≥ 1',
    ]);
    expect(linesOf('impossible-amounts', at(1))).toEqual([]);
  });

  it('of more people present than the body has seats is told', () => {
    const present = (value: number, more: object = {}) =>
      added('tallies', {
        id: 'presence',
        of: 'bureau/2023-10-03',
        by: { attendance: { present: { value, op: '=', unit: 'people' } } },
        ...more,
      });
    expect(linesOf('subsets', present(12))).toEqual([]);
    expect(linesOf('subsets', present(13))).toEqual([
      'warning tallies/presence by.attendance.present: 13, expected ≤ 12',
    ]);
    const total = { value: 14, op: '=', unit: 'people' };
    expect(linesOf('subsets', present(10, { total }))).toEqual([]);
    expect(linesOf('subsets', present(10, { by: {}, total }))).toHaveLength(1);
  });

  it('of a vote on a day without a meeting is told, where all meetings of the body are listed', () => {
    const vote = (date: string, body = 'bureau') => planted('votes', 'statuts', { body, date });
    expect(linesOf('dates', vote('2023-10-03'))).toEqual([]);
    expect(linesOf('dates', vote('2023-10-04'))).toEqual(['warning votes/statuts date: 2023-10-04']);
    expect(linesOf('dates', vote('2023-10'))).toEqual([]);
    expect(linesOf('dates', vote('2023-10-04', 'assemblee'))).toEqual([]);
  });
});
