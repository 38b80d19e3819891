import { describe, expect, it } from 'vitest';
import { makeDataset } from '../../model/testing.ts';
import { type TimelineCollection, timelineCollections } from '../timeline/collections.ts';
import { timelineOf } from '../timeline/timeline.ts';
import { type Strip, type StripRequest, stripOf } from './strip.ts';

const event = (id: string, date: string | null, more: object = {}) => ({
  id,
  title: { fr: id },
  date,
  status: 'held',
  ...more,
});
const meeting = (body: string, date: string) => ({ id: `${body}/${date}`, body, date, status: 'held' });
const months = (n: number) => [...Array(n).keys()].map((at) => `2024-${String((at % 12) + 1).padStart(2, '0')}-10`);

function strip(collections: Readonly<Record<string, readonly object[]>>, request: StripRequest = {}): Strip | null {
  const dataset = makeDataset(collections);
  const names = timelineCollections.filter((name): name is TimelineCollection => name in collections);
  const timeline = timelineOf(dataset, {
    ...{ collections: names, today: '2025-03-05', hasRows: true },
    ...{ period: request.period },
  });
  return stripOf(timeline, request);
}
const rowsOf = (shown: Strip | null) =>
  shown?.rows.map(({ name, collection, count }) => [name?.fr ?? collection, count]);
const marksOf = (shown: Strip | null) => shown?.rows.flatMap(({ marks }) => marks) ?? [];

describe('a strip of the months of a year', () => {
  it('has a row for each body, each series and what has neither, the largest first', () => {
    const shown = strip({
      bodies: [{ id: 'ca', name: { fr: 'Conseil' }, kind: 'governance' }],
      series: [{ id: 'mois', name: { fr: 'Mois' } }],
      meetings: [meeting('ca', '2024-02-06'), meeting('ca', '2024-03-06'), meeting('ca', '2024-04-06')],
      events: [event('a', '2024-05-06', { series: 'mois' }), event('b', '2024-06-06'), event('c', '2024-07-06')],
    });
    expect(shown?.year).toBe('2024');
    expect(rowsOf(shown)).toEqual([
      ['Conseil', 3],
      ['events', 2],
      ['Mois', 1],
    ]);
  });

  it('places a day in its month, all months having one width', () => {
    const shown = strip({ events: [event('a', '2024-02-15'), event('b', '2024-12-31')] }, { isAsked: true });
    const [leap = 0, last = 0] = marksOf(shown).map(({ at }) => at * 12);
    expect(leap).toBeCloseTo(1.5);
    expect(last).toBeCloseTo(11 + 30.5 / 31);
  });

  it('tells days, months and ranges apart, and puts what has no month below', () => {
    const events = [
      event('day', '2024-01-10'),
      event('month', '2024-03'),
      event('range', '2024-04-01/2024-05-31'),
      event('months', '2024-06/2024-07'),
      event('quarter', '2024-Q4'),
      event('year', '2024'),
      event('none', null),
    ];
    const shown = strip({ events }, { isAsked: true });
    expect(marksOf(shown).map(({ items, isExact, length }) => [items[0]?.title?.fr, isExact, length * 12])).toEqual([
      ['day', true, 0],
      ['month', false, 0],
      ['range', true, 2],
      ['months', false, 2],
    ]);
    expect(shown?.rough.map(({ rough }) => rough)).toEqual([2]);
    expect(shown?.undated).toBe(1);
  });

  it('counts the dates of one day in one mark, unless they stand in different ways', () => {
    const events = [
      event('a', '2024-01-10'),
      event('b', '2024-01-10'),
      event('c', '2024-01-10', { status: 'cancelled' }),
      event('d', '2024-01-10', { status: 'planned' }),
    ];
    const marks = marksOf(strip({ events }, { isAsked: true }));
    expect(marks.map(({ items, state, nth }) => [items.length, state, nth])).toEqual([
      [2, 'held', 0],
      [1, 'off', 1],
      [1, 'open', 2],
    ]);
  });

  it('does not set a month without a day upon a day of it', () => {
    const shown = strip({ events: [event('day', '2024-04-15'), event('month', '2024-04')] }, { isAsked: true });
    const [month, day] = marksOf(shown);
    expect([month?.isExact, day?.isExact]).toEqual([false, true]);
    expect((day?.at ?? 0) - (month?.at ?? 0)).toBeGreaterThan(0.02);
  });

  it('has eight rows at most: the smallest are one', () => {
    const bodies = [...'abcdefghij'];
    const meetings = bodies.flatMap((body, at) => months(10 - at).map((date) => meeting(body, date)));
    const shown = strip({ bodies: bodies.map((id) => ({ id, name: { fr: id }, kind: 'other' })), meetings });
    expect(rowsOf(shown)?.slice(0, 7)).toEqual([...'abcdefg'].map((id, at) => [id, 10 - at]));
    const rest = shown?.rows[7];
    expect([shown?.rows.length, rest?.isRest, rest?.count]).toEqual([8, true, 6]);
    // Three bodies met in January, two in February, one in March.
    expect(rest?.marks.map(({ items }) => items.length)).toEqual([3, 2, 1]);
  });

  it('has one mark a month where the dates of a row are too many to be told apart', () => {
    const days = [1, 3, 5, 7, 9, 11].map((day) => `2024-03-${String(day).padStart(2, '0')}`);
    const events = [...days, '2024-03', '2024-05-02/2024-05-04', '2024-06-30', '2024-08'].map((date) =>
      event(date, date),
    );
    expect(marksOf(strip({ events })).map(({ at, items, isExact }) => [at * 12, items.length, isExact])).toEqual([
      [2.5, 7, true],
      [4.5, 1, true],
      [5 + 29.5 / 30, 1, true],
      [7.5, 1, false],
    ]);
  });

  it('suits six dates or more of one year; where it is asked for, one is enough', () => {
    const of = (dates: readonly string[], request?: StripRequest) =>
      strip({ events: dates.map((date, at) => event(String(at), date)) }, request)?.year ?? null;
    expect(of(months(5))).toBe(null);
    expect(of(months(6))).toBe('2024');
    expect(of(months(100))).toBe('2024');
    expect(of(months(1), { isAsked: true })).toBe('2024');
    expect(of([], { isAsked: true })).toBe(null);
    expect(of(['2024', '2024'], { isAsked: true })).toBe(null);
    expect(of([...months(6), '2025-01-01'])).toBe(null);
    expect(of([...months(6), '2025-01-01'], { isAsked: true })).toBe(null);
    expect(of([...months(6), '2024-SY'])).toBe(null);
    expect(of([...months(6), '2025-01-01'], { period: '2024' })).toBe('2024');
    expect(of(months(12), { period: '2024-H1' })).toBe(null);
    expect(of(months(12), { period: '2024-H1', isAsked: true })).toBe('2024');
  });

  it('cuts a range at the ends of the year', () => {
    const dates = ['2023-12-30/2024-01-31', '2024-12-01/2025-01-02'];
    const shown = strip({ events: dates.map((date) => event(date, date)) }, { period: '2024', isAsked: true });
    expect(marksOf(shown).map(({ length }) => Math.round(length * 1200))).toEqual([100, 100]);
  });
});
