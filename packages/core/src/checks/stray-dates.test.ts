import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { added, withFault } from './testing/region.ts';

const rule = 'stray-dates';

describe('a day', () => {
  const board = (id: string, date: string) => ({ id, body: 'bureau', date, status: 'held' });

  it('is the one that its id says', () => {
    expect(linesOf(rule, withFault('meetings', 'bureau/2023-05-16', { date: '2023-05-06' }))).toEqual([
      'warning meetings/bureau/2023-05-16 date: 2023-05-06, expected 2023-05-16',
    ]);
  });

  it('years away from those of its neighbours is a slip', () => {
    const more = ['2023-06-06', '2023-07-04'].map((date, at) => board(`more${at}`, date));
    expect(linesOf(rule, added('meetings', ...more, board('odd', '2013-11-07')))).toEqual([
      'warning meetings/odd date: 2013-11-07, expected 2022–2024',
    ]);
    expect(linesOf(rule, added('meetings', board('odd', '2013-11-07')))).toEqual([]);
  });

  it('years away is one of a former edition where there is a series', () => {
    const past = ['2023-06-06', '2023-07-04', '2023-08-01', '2023-09-05'].map((date) => ({
      id: date,
      title: { fr: date },
      date,
      status: 'held',
    }));
    const old = (more: object) => ({ id: 'old', title: { fr: 'Salon' }, date: '2016-06-16', status: 'held', ...more });
    expect(linesOf(rule, added('events', ...past, old({})))).toHaveLength(1);
    expect(linesOf(rule, added('events', ...past, old({ series: 'salon' })))).toEqual([]);
  });
});
