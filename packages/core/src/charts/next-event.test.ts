import { describe, expect, it } from 'vitest';
import { Event } from '../model/index.ts';
import { nextEvent } from './next-event.ts';

const event = (id: string, fields: object) => Event.parse({ id, title: { fr: id }, status: 'planned', ...fields });
const today = '2025-05-20';
const next = (events: readonly Event[], series?: string) => nextEvent(events, today, series)?.event.id ?? null;

describe('the next event', () => {
  it('is the earliest that is planned and not over', () => {
    const events = [
      event('later', { date: '2025-06-02' }),
      event('past', { date: '2025-05-19' }),
      event('soon', { date: '2025-05-22', status: 'full' }),
    ];
    expect(next(events)).toBe('soon');
  });

  it('is an event of today, and one that is going on', () => {
    expect(next([event('today', { date: today })])).toBe('today');
    expect(next([event('now', { date: '2025-05-01/2025-05-31' })])).toBe('now');
  });

  it('is not one that goes on for months, where another begins before that one ends', () => {
    const season = event('season', { date: '2025-04-01/2025-09-30' });
    const evening = event('evening', { date: today, startsAt: `${today}T18:30:00+02:00` });
    const fair = event('fair', { date: '2025-05-19/2025-05-21' });
    expect(next([season, evening])).toBe('evening');
    expect(next([season, event('in summer', { date: '2025-07-14' })])).toBe('in summer');
    // An event that ends tomorrow comes before one that begins in weeks.
    expect(next([fair, event('in weeks', { date: '2025-06-30' })])).toBe('fair');
    expect(next([season, event('after it', { date: '2025-10-01' })])).toBe('season');
  });

  it('is neither cancelled, nor postponed, nor held, nor without a date', () => {
    const events = [
      event('cancelled', { date: '2025-06-01', status: 'cancelled' }),
      event('postponed', { date: '2025-06-01', status: 'postponed' }),
      event('held', { date: '2025-06-01', status: 'held' }),
      event('someday', {}),
    ];
    expect(next(events)).toBeNull();
    expect(next([])).toBeNull();
  });

  it('is one of the series asked for', () => {
    const events = [event('other', { date: '2025-05-21' }), event('own', { date: '2025-11-01', series: 'month' })];
    expect(next(events, 'month')).toBe('own');
    expect(next(events, 'none')).toBeNull();
  });

  it('is the next time of what comes back, without the days on which it does not take place', () => {
    const weekly = { frequency: 'weekly', exceptions: ['2025-05-20'] };
    const events = [
      event('weekly', { date: '2025-05-06', recurrence: weekly }),
      event('later', { date: '2025-06-02' }),
    ];
    expect(nextEvent(events, today)).toMatchObject({ event: { id: 'weekly' }, date: '2025-05-27' });
    const over = event('over', { date: '2025-05-06', recurrence: { frequency: 'weekly', count: 2 } });
    expect(next([over])).toBeNull();
  });
});
