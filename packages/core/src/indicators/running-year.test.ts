import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../model/testing.ts';
import { named } from '../testing/bretagne.ts';

const eventsHeld = named('events-held');
const membersJoined = named('members-joined');
const membersStock = named('members-stock');

const membership = (id: string, start: string) => ({ id, organisation: id, network: 'net', start, end: null });
/** Data of a spring: the year has begun, and its lists are declared complete for all of it. */
const spring = makeDataset(
  {
    memberships: [membership('a', '2025-06-01'), membership('b', '2026-02-01'), membership('c', '2026-09-01')],
    organisations: [],
    events: [],
    series: [],
    territories: [],
  },
  {
    updated: '2026-03-20',
    periods: ['2025', '2026'],
    coverage: { memberships: [{ complete: true }], events: [{ complete: true }] },
  },
);

describe('a year that is not over on the day of the data', () => {
  it('has its flows until that day, and says so', () => {
    expect(membersJoined.compute(spring, { period: '2026' })).toMatchObject({
      period: '2026',
      until: '2026-03-20',
      quantity: { value: 1, op: '=', partial: 'période en cours' },
      basis: 'computed',
    });
    expect(eventsHeld.compute(spring, { period: '2026' })).toMatchObject({
      until: '2026-03-20',
      quantity: { value: 0 },
    });
  });

  it('has the events that are announced for all of it', () => {
    const ahead = { id: 'a', title: { fr: 'a' }, date: '2026-10-02', status: 'planned' };
    const announced = makeDataset(
      { events: [ahead], series: [], territories: [] },
      { updated: '2026-03-20', periods: ['2025', '2026'], coverage: { events: [{ complete: true }] } },
    );
    const planned = eventsHeld.compute(announced, { period: '2026', where: 'status=planned' });
    expect(planned).toMatchObject({ quantity: { value: 1 } });
    expect(planned).not.toHaveProperty('until');
    const parts = eventsHeld.compute(announced, { period: '2026', by: 'status' }).parts ?? [];
    expect(parts.map(({ id, quantity }) => [id, quantity?.value])).toContainEqual(['planned', 1]);
  });

  it('has its stocks on that day', () => {
    expect(membersStock.compute(spring, { period: '2026' })).toMatchObject({
      period: '2026-03-20',
      quantity: { value: 2 },
    });
  });

  it('is not the one that stands where none is asked for', () => {
    expect(membersJoined.compute(spring)).toMatchObject({ period: '2025', quantity: { value: 1 } });
    expect(membersJoined.compute(spring)).not.toHaveProperty('until');
  });

  it('says nothing of the year after: an absent record is no 0', () => {
    expect(eventsHeld.compute(spring, { period: '2027' })).toMatchObject({ quantity: null });
    expect(membersJoined.compute(spring, { period: '2027' })).toMatchObject({ quantity: null });
  });
});

describe('the period of an indicator that nobody asks for one', () => {
  it('is its latest finished one, and never a school year of a figure of civil years', () => {
    const figures = [observation('members-joined', 9), observation('members-joined', 4, { period: '2024-SY' })];
    const data = makeDataset(
      { observations: figures },
      { updated: '2025-10-01', periods: ['2023-SY', '2024', '2024-SY'] },
    );
    expect(membersJoined.compute(data)).toMatchObject({ period: '2024', quantity: { value: 9 } });
  });
});

describe('a figure published in another unit', () => {
  it('is refused: 17 events are no new members', () => {
    const data = makeDataset({ observations: [observation('members-joined', 17, { unit: 'events' })] });
    expect(membersJoined.compute(data).quantity).toBe(null);
  });
});

describe('a list that is complete for one series', () => {
  it('counts the events of that one, and those of others at least', () => {
    const event = (id: string, series: string) => ({
      id,
      title: { fr: id },
      date: '2024-05-02',
      status: 'held',
      series,
    });
    const data = makeDataset(
      { events: [event('a', 'one'), event('b', 'other')], series: [], territories: [] },
      { coverage: { events: [{ where: 'series=one', complete: true }] } },
    );
    const parts = eventsHeld.compute(data, { period: '2024', by: 'series' }).parts ?? [];
    expect(parts.map(({ id, quantity }) => [id, quantity?.op])).toEqual([
      ['one', '='],
      ['other', '>='],
    ]);
  });
});
