import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Event } from '../../model/index.ts';
import { agendaOf } from '../agenda/agenda.ts';
import { addMonths, dayByKey, monthOf, openingDay, openingMonth } from './month.ts';

const TODAY = '2025-03-05';
const itemsOf = (dates: readonly (string | null)[]) => {
  const events = dates.map((date) => Event.parse({ id: date ?? 'none', title: { fr: 'x' }, status: 'planned', date }));
  const { upcoming, unconfirmed, past } = agendaOf(events, { today: TODAY });
  return [...upcoming, ...unconfirmed, ...past];
};
const onDay = (items: ReturnType<typeof itemsOf>, day: string) =>
  monthOf(items, day.slice(0, 7))
    .weeks.flat()
    .find((cell) => cell?.date === day)
    ?.items.map(({ event }) => event.id);

describe('the page of a month', () => {
  it('has weeks from Monday to Sunday, every day once, nothing where another month is', () => {
    const { weeks } = monthOf([], '2025-03');
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
    expect(weeks[0]?.map((day) => day?.date.slice(8) ?? '')).toEqual(['', '', '', '', '', '01', '02']);
    expect(weeks.flat().filter(Boolean)).toHaveLength(31);
    expect(monthOf([], '2027-02').weeks).toHaveLength(4);
  });

  it('shows an event of several days on each of them, over the end of a month', () => {
    const items = itemsOf(['2025-03-30/2025-04-02']);
    expect(onDay(items, '2025-03-29')).toEqual([]);
    for (const day of ['2025-03-30', '2025-03-31', '2025-04-01', '2025-04-02'])
      expect(onDay(items, day)).toHaveLength(1);
    expect(onDay(items, '2025-04-03')).toEqual([]);
  });

  it('sets apart what falls in it without a known day, and leaves out what has no date', () => {
    const page = monthOf(
      itemsOf(['2025-02', '2025-03', '2025-Q1', '2025', '2025-03/2025-05', '2025-04', null, '2025-03-12']),
      '2025-03',
    );
    expect(page.rough.map(({ event }) => event.id)).toEqual(['2025-03', '2025-Q1', '2025-03/2025-05', '2025']);
  });

  it('knows the nearest months with a day before and after it', () => {
    const items = itemsOf(['1970-01-01', '2024-11-02', '2025-10', '2025-12-24', '2200-12-31']);
    expect(monthOf(items, '2025-03')).toMatchObject({ before: '2024-11', after: '2025-12' });
    expect(monthOf(items, '1970-01')).toMatchObject({ before: null, after: '2024-11' });
  });

  it('opens at this month where something takes place in it, else at the next event, else at the latest', () => {
    expect(openingMonth(itemsOf(['2025-03-02', '2025-06-01']), TODAY)).toBe('2025-03');
    expect(openingMonth(itemsOf(['2024-03-02', '2025-06-01']), TODAY)).toBe('2025-06');
    expect(openingMonth(itemsOf(['2023-03-02', '2024-12-19']), TODAY)).toBe('2024-12');
    expect(openingMonth(itemsOf(['2025', null]), TODAY)).toBe('2025-03');
  });

  it('begins on today or the next day with an event, else on today, else on the first day with one', () => {
    const day = (dates: readonly string[], month: string) => openingDay(monthOf(itemsOf(dates), month), TODAY);
    expect(day([TODAY, '2025-03-12'], '2025-03')).toBe(TODAY);
    expect(day(['2025-03-02', '2025-03-12'], '2025-03')).toBe('2025-03-12');
    expect(day(['2025-03-02'], '2025-03')).toBe(TODAY);
    expect(day(['2025-06-12', '2025-06-02'], '2025-06')).toBe('2025-06-02');
    expect(day(['2024-06-12', '2024-06-02'], '2024-06')).toBe('2024-06-02');
    expect(day([], '2024-06')).toBe('2024-06-01');
  });
});

describe('the keys', () => {
  const key = (day: string, name: string, years = false) => dayByKey(day, name, years);

  it('lead by a day, a week, to the ends of the week, by a month and by a year', () => {
    expect(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'].map((name) => key('2025-03-01', name))).toEqual([
      '2025-03-02',
      '2025-02-28',
      '2025-03-08',
      '2025-02-22',
    ]);
    expect([key('2025-03-05', 'Home'), key('2025-03-05', 'End')]).toEqual(['2025-03-03', '2025-03-09']);
    expect([key('2025-03-31', 'PageUp'), key('2025-03-31', 'PageDown')]).toEqual(['2025-02-28', '2025-04-30']);
    expect([key('2024-02-29', 'PageUp', true), key('2024-02-29', 'PageDown', true)]).toEqual([
      '2023-02-28',
      '2025-02-28',
    ]);
    expect(key('2025-03-05', 'Enter')).toBeNull();
  });

  it('stop at the first and at the last day that can be written', () => {
    expect([key('0001-01-01', 'ArrowLeft'), key('9999-12-31', 'ArrowDown')]).toEqual(['0001-01-01', '9999-12-31']);
    expect([key('0001-01-01', 'PageUp'), key('9999-12-31', 'PageDown', true)]).toEqual(['0001-01-01', '9999-12-31']);
  });

  it('come back: a month forward and a month back is the same month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9998 }), fc.integer({ min: 1, max: 12 }), fc.nat(120), (y, m, n) => {
        const month = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}`;
        const there = addMonths(month, n);
        if (there < '9999-12') expect(addMonths(there, -n)).toBe(month);
      }),
    );
  });
});
