import { describe, expect, it } from 'vitest';
import { makeDataset } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';

const eventsHeld = named('events-held');
describe('events-held', () => {
  const event = (id: string, date: string | null, extra: object = {}) => ({
    id,
    title: { fr: id },
    date,
    status: 'held',
    ...extra,
  });
  const territories = [
    { id: 'commune-29151', kind: 'commune', name: { fr: 'Morlaix' }, parents: ['departement-29'] },
    { id: 'departement-29', kind: 'departement', name: { fr: 'Finistère' }, parents: ['region-53'] },
  ];
  const events = [
    event('conference', '2024-12-19', { territories: ['commune-29151'], series: 'conference' }),
    event('month', '2024-11', { count: 330, series: 'month', territories: ['region-53'] }),
    event('webinar', '2024-02-01', { online: true }),
    event('cancelled', '2024-02-02', { status: 'cancelled', count: 2 }),
    event('past plan', '2024-01-15', { status: 'planned' }),
    event('next', '2025-05-22', { status: 'planned' }),
  ];
  const complete = { coverage: { events: [{ complete: true }] } };
  const ask = (request: object, list: readonly object[] = events) =>
    eventsHeld.compute(makeDataset({ events: list, territories, series: [] }, complete), request);

  it('counts an event that comes back as often as it does in the period, as the agenda lists it', () => {
    const often = (recurrence: object, extra: object = {}) => [event('often', '2023-12-18', { recurrence, ...extra })];
    expect(ask({ period: '2024' }, often({ frequency: 'weekly', count: 6 })).quantity?.value).toBe(4);
    expect(ask({ period: '2023' }, often({ frequency: 'weekly', count: 6 })).quantity?.value).toBe(2);
    // It never ends: 366 days of a leap year, two less.
    const daily = { frequency: 'daily', exceptions: ['2024-05-01', '2024-12-25'] };
    expect(ask({ period: '2024' }, often(daily)).quantity?.value).toBe(364);
    expect(ask({ period: '2024' }, often(daily, { count: 2 })).quantity?.value).toBe(728);
  });

  it('counts what was planned and then held once, and as planned no more', () => {
    const list = [...events, event('was planned', '2024-01-16', { plan: 'past plan' })];
    const [before, after] = [ask({ period: '2024' }), ask({ period: '2024' }, list)];
    expect((after.quantity?.value ?? 0) - (before.quantity?.value ?? 0)).toBe(1);
    const planned = { period: '2024', where: 'status=planned' };
    expect([ask(planned).quantity?.value, ask(planned, list).quantity?.value]).toEqual([1, 0]);
  });

  it('adds up the counts of the events held: 1 + 330 + 1', () => {
    expect(ask({})).toMatchObject({ quantity: { value: 332, op: '=' }, basis: 'computed' });
  });

  it('adds nothing for an event that is in the count of a group, where that group is counted', () => {
    const part = event('part', '2024-11-08', { partOf: 'month', territories: ['commune-29151'] });
    expect(ask({}, [...events, part]).quantity?.value).toBe(332);
    // The group lies in no known département, the event does.
    expect(ask({ territory: 'departement-29' }, [...events, part]).quantity?.value).toBe(2);
    expect(ask({ period: '2024-11-08' }, [...events, part]).quantity?.value).toBe(1);
    expect(ask({ by: 'departement' }, [...events, part]).parts?.[0]?.quantity?.value).toBe(2);
  });

  it('is approximate as soon as one count is rounded', () => {
    const rounded = [...events, event('forums', '2024', { count: 20, approx: true, series: 'forums' })];
    expect(ask({}, rounded).quantity).toEqual({ value: 352, op: '~', unit: 'events' });
    expect(ask({ by: 'series' }, rounded).parts?.map((p) => p.quantity?.op)).toEqual(['=', '=', '~']);
    const open = eventsHeld.compute(makeDataset({ events: rounded, territories }), {});
    expect(open.quantity).toMatchObject({ value: 352, op: '>=', approx: true });
  });

  it('counts no milestone, not even as an event whose date is too vague', () => {
    const milestones = [event('founded', '2024-02', { count: 0 }), event('opened', '2023/2024', { count: 0 })];
    expect(ask({}, [...events, ...milestones])).toMatchObject({ quantity: { value: 332, op: '=' }, missing: 0 });
    expect(ask({ by: 'status' }, milestones).parts).toEqual([]);
    expect(eventsHeld.compute(makeDataset({ events: milestones, territories }), {}).quantity).toBeNull();
  });

  it('says "at least" when the list is not complete, and takes no share of it', () => {
    const measure = eventsHeld.compute(makeDataset({ events, territories }), { by: 'series' });
    expect(measure).toMatchObject({ quantity: { value: 332, op: '>=' }, basis: 'listed' });
    expect(measure.parts?.map((p) => [p.id, p.quantity?.op, p.share])).toEqual([
      ['conference', '>=', undefined],
      ['month', '>=', undefined],
    ]);
  });

  it('never counts as held what was planned or cancelled, and counts it when asked', () => {
    expect(ask({ where: 'status=planned' }).quantity?.value).toBe(1);
    // No room is left in what is full: it is announced all the same.
    const full = [
      event('a', '2024-03-01', { status: 'planned' }),
      event('b', '2024-03-02', { status: 'full', count: 4 }),
    ];
    expect(ask({ where: 'status=planned' }, full).quantity?.value).toBe(5);
    expect(ask({ where: 'status=cancelled' }).quantity?.value).toBe(2);
    expect(ask({ by: 'status' }).parts?.map((p) => [p.label.fr, p.quantity?.value, p.share])).toEqual([
      ['tenus', 332, undefined],
      ['annulés', 2, undefined],
      ['prévus', 1, undefined],
    ]);
  });

  it('places events in their département, online ones in none, and those of the whole region in no known one', () => {
    expect(ask({ by: 'departement' }).parts?.map((p) => [p.label.fr, p.quantity?.value])).toEqual([['Finistère', 1]]);
    expect(ask({ territory: 'departement-29' })).toMatchObject({ quantity: { value: 1, op: '>=' }, missing: 1 });
    expect(ask({ territory: 'region-53' }).quantity?.value).toBe(331);
  });

  it('leaves out events without a date or across the bounds of the period, and says so', () => {
    const vague = [...events, event('undated', null), event('winter', '2024-12-30/2025-01-02')];
    expect(ask({}, vague)).toMatchObject({ quantity: { value: 332, op: '>=' }, missing: 2, basis: 'listed' });
    expect(ask({ period: '2024-12' }, vague).quantity?.value).toBe(1);
    expect(ask({ by: 'series' }, vague).parts?.map((p) => p.quantity?.op)).toEqual(['>=', '>=']);
  });
});
