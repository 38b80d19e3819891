import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './add-days.ts';
import { iso } from './days.ts';
import { Event } from './event.ts';
import { daysByRule, expandEvents, timeOn } from './occurrences.ts';
import { parsePeriod } from './period.ts';

const event = (recurrence: object | null, fields: object = {}): Event =>
  Event.parse({ id: 'e', title: { fr: 'e' }, status: 'planned', date: '2025-03-04', recurrence, ...fields });
const datesOf = (events: readonly Event[]) => events.map(({ date }) => date);
const times = (recurrence: object, fields: object = {}, today = '2025-03-05', period?: string) =>
  datesOf(expandEvents([event(recurrence, fields)], { today, period }));

describe('an event that comes back', () => {
  it('is written out once for each time, the first one included', () => {
    expect(times({ frequency: 'weekly', count: 3 })).toEqual(['2025-03-04', '2025-03-11', '2025-03-18']);
    expect(times({ frequency: 'daily', interval: 2, until: '2025-03-09' })).toEqual([
      '2025-03-04',
      '2025-03-06',
      '2025-03-08',
    ]);
    expect(times({ frequency: 'yearly', count: 2 })).toEqual(['2025-03-04', '2026-03-04']);
  });

  it('ends with the last day of what it lasts until', () => {
    expect(times({ frequency: 'monthly', until: '2025-05' })).toEqual(['2025-03-04', '2025-04-04', '2025-05-04']);
  });

  it('does not take place on its exceptions, which count', () => {
    expect(times({ frequency: 'weekly', count: 3, exceptions: ['2025-03-11'] })).toEqual(['2025-03-04', '2025-03-18']);
  });

  it('passes over the months that have no such day, without counting them', () => {
    const date = { date: '2025-01-31' };
    expect(times({ frequency: 'monthly', count: 3 }, date)).toEqual(['2025-01-31', '2025-03-31', '2025-05-31']);
    expect(times({ frequency: 'yearly', count: 2 }, { date: '2024-02-29' })).toEqual(['2024-02-29', '2028-02-29']);
  });

  it('keeps its length, and the hour of the clock when summer time begins', () => {
    expect(times({ frequency: 'monthly', count: 2 }, { date: '2025-03-30/2025-04-01' })).toEqual([
      '2025-03-30/2025-04-01',
      '2025-04-30/2025-05-02',
    ]);
    const hours = { date: null, startsAt: '2025-03-25T18:30:00+01:00', endsAt: '2025-03-25T20:00:00+01:00' };
    const [, second] = expandEvents([event({ frequency: 'weekly', count: 2 }, hours)], { today: '2025-03-05' });
    expect(second).toMatchObject({
      date: '2025-04-01',
      startsAt: '2025-04-01T18:30:00+02:00',
      endsAt: '2025-04-01T20:00:00+02:00',
    });
  });

  it('keeps the offset of another zone', () => {
    const hours = { date: null, startsAt: '2025-03-25T18:30:00Z' };
    const [, second] = expandEvents([event({ frequency: 'weekly', count: 2 }, hours)], { today: '2025-03-05' });
    expect(second?.startsAt).toBe('2025-04-01T18:30:00Z');
  });

  it('without an end, is shown a year on both sides of today, or in the period asked for', () => {
    const dates = times({ frequency: 'weekly' }, { date: '2015-01-06' });
    expect([dates[0], dates.at(-1)]).toEqual(['2024-03-05', '2026-03-03']);
    expect(times({ frequency: 'weekly' }, {}, '2025-03-05', '2025-04')).toEqual([
      '2025-04-01',
      '2025-04-08',
      '2025-04-15',
      '2025-04-22',
      '2025-04-29',
    ]);
  });

  it('lies behind when it was held', () => {
    expect(times({ frequency: 'weekly' }, { status: 'held', date: '2025-02-18' })).toEqual([
      '2025-02-18',
      '2025-02-25',
      '2025-03-04',
    ]);
  });

  it('was held until the day of the data, which know of no later one', () => {
    const weekly = event({ frequency: 'weekly' }, { status: 'held', date: '2025-02-18' });
    const held = (updated: string) => datesOf(expandEvents([weekly], { today: '2025-03-31', updated }));
    expect(held('2025-03-04')).toEqual(['2025-02-18', '2025-02-25', '2025-03-04']);
    expect(held('2025-03-10T18:00:00+01:00')).toHaveLength(3);
    expect(held('2025-02-18')).toEqual(['2025-02-18']);
    expect(held('2025-02-17')).toContain('2025-03-25');
    // Data that are dated ahead know of no day that is to come.
    expect(held('2026-01-01')).toHaveLength(6);
  });

  it('is shown as it was held last, however long ago the data are', () => {
    const held = (frequency: string) =>
      datesOf(
        expandEvents([event({ frequency }, { status: 'held', date: '2024-12-10' })], {
          today: '2027-06-01',
          updated: '2025-01-02',
        }),
      );
    expect(held('weekly')).toEqual(['2024-12-10', '2024-12-17', '2024-12-24', '2024-12-31']);
    expect(held('daily')).toHaveLength(24);
  });

  it('is shown once where its frequency or its day is not known', () => {
    expect(times({ frequency: 'other' })).toEqual(['2025-03-04']);
    expect(times({ frequency: 'weekly' }, { date: '2025-10' })).toEqual(['2025-10']);
    expect(times({ frequency: 'weekly' }, { date: '2025-10/2025-11' })).toEqual(['2025-10/2025-11']);
    expect(times({ frequency: 'weekly' }, { date: null })).toEqual([null]);
  });

  it('is kept to its nearest times where there are too many, and shares the room with the others', () => {
    const daily = event({ frequency: 'daily', until: '2099-12-31' }, { date: '1970-01-01' });
    const alone = expandEvents([daily], { today: '2025-03-05' });
    expect(alone).toHaveLength(400);
    expect(datesOf(alone)).toContain('2025-03-05');
    const single = event(null);
    expect(expandEvents([...Array(1000).fill(single), daily], { today: '2025-03-05' })).toHaveLength(1400);
    expect(expandEvents(Array(1000).fill(daily), { today: '2025-03-05' })).toHaveLength(5000);
  });

  it('is kept to its last times where they are long past, and to as many as there is room for near the end', () => {
    const monthly = { frequency: 'monthly', until: '2000-12-31' };
    const past = times(monthly, { date: '1900-01-04' });
    expect([past.length, past[0], past.at(-1)]).toEqual([400, '1967-09-04', '2000-12-04']);
    const near = times({ ...monthly, until: '2026-12-31' }, { date: '1960-01-04' });
    expect([near.length, near.at(-1)]).toEqual([400, '2026-12-04']);
  });

  it('is in a period that one of its times began before', () => {
    const asked = times({ frequency: 'monthly', count: 3 }, { date: '2025-03-30/2025-04-02' }, '2025-03-05', '2025-04');
    expect(asked).toEqual(['2025-03-30/2025-04-02', '2025-04-30/2025-05-03']);
  });

  it('leaves each time that has a record of its own to that record', () => {
    const weekly = event({ frequency: 'weekly', count: 4 });
    const own = (id: string, of: string, date: string, fields: object) =>
      Event.parse({ id, title: { fr: id }, status: 'planned', occurrenceOf: { event: of, date }, ...fields });
    const moved = own('moved', 'e', '2025-03-11', { date: '2025-04-02' });
    const off = own('off', 'e', '2025-03-18', { date: '2025-03-18', status: 'cancelled' });
    const ofAnother = own('another', 'other', '2025-03-04', { date: '2025-03-04' });
    const found = expandEvents([weekly, moved, off, ofAnother], { today: '2025-03-05' });
    expect(found.map(({ id, date }) => `${id} ${date}`)).toEqual([
      ...['e 2025-03-04', 'e 2025-03-25', 'moved 2025-04-02', 'off 2025-03-18', 'another 2025-03-04'],
    ]);
    // In the period that it was moved out of, it is not.
    const inMarch = expandEvents([weekly, moved, off], { today: '2025-03-05', period: '2025-03' });
    expect(datesOf(inMarch)).not.toContain('2025-03-11');
  });

  it('has its days by its rule, exceptions among them, whatever became of each', () => {
    const weekly = event({ frequency: 'weekly', count: 4, exceptions: ['2025-03-11'] });
    expect(daysByRule(weekly, '2025-03-05', '9999-12-31')).toEqual(['2025-03-11', '2025-03-18', '2025-03-25']);
    expect(daysByRule(weekly, '0001-01-01', '2025-03-11')).toEqual(['2025-03-04', '2025-03-11']);
    expect(daysByRule(event({ frequency: 'other' }), '2025-01-01', '2025-12-31')).toEqual([]);
    expect(daysByRule(event(null), '2025-01-01', '2025-12-31')).toEqual([]);
    expect(timeOn(weekly, '2025-03-18').date).toBe('2025-03-18');
  });

  it('stays as it is when it does not come back', () => {
    const single = event(null);
    expect(expandEvents([single], { today: '2025-03-05' })).toEqual([single]);
  });
});

describe('whatever it is given', () => {
  const day = fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([y, m, d]) => iso(y, m, d));
  const recurrence = fc.record(
    {
      frequency: fc.constantFrom('daily', 'weekly', 'monthly', 'yearly', 'other'),
      interval: fc.oneof(fc.integer({ min: -3, max: 500 }), fc.double({ noNaN: true, min: -2, max: 9 })),
      until: day,
      count: fc.integer({ min: -2, max: 2000 }),
      exceptions: fc.array(day, { maxLength: 3 }),
    },
    { requiredKeys: ['frequency'] },
  );

  it('the times are days in order, each once, never before the first and never after the end, at most 400', () => {
    fc.assert(
      fc.property(recurrence, day, day, fc.integer({ min: 0, max: 5 }), (rule, first, today, length) => {
        const date = length ? `${first}/${addDays(first, length)}` : first;
        if (!parsePeriod(date)) return;
        const found = expandEvents([event(rule, { date })], { today });
        const starts = found.map((one) => parsePeriod(one.date ?? '')?.first ?? 'none');
        expect(starts).toEqual([...new Set(starts)].sort());
        expect(starts.length).toBeLessThanOrEqual(400);
        for (const start of starts) {
          expect(start >= first).toBe(true);
          if (rule.until && rule.frequency !== 'other' && start !== first) expect(start <= rule.until).toBe(true);
          if (rule.frequency !== 'other') expect(rule.exceptions ?? []).not.toContain(start);
        }
        if (rule.count) expect(starts.length).toBeLessThanOrEqual(Math.max(1, rule.count));
      }),
      { numRuns: 200 },
    );
  });

  it('what a period holds is what all of it holds there', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('daily', 'weekly', 'monthly', 'yearly'),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 31 }),
        (frequency, interval, d) => {
          const date = iso(2021, 1, d);
          const whole = times({ frequency, interval, until: '2021-12-31' }, { date }, '2021-06-01', '2021');
          const part = times({ frequency, interval, until: '2021-12-31' }, { date }, '2021-12-15', '2021-12');
          expect(part).toEqual(whole.filter((one) => one?.startsWith('2021-12')));
        },
      ),
    );
  });
});
