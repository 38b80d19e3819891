import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { attendanceTotal } from './attendance-total.ts';

const people = (value: number, op = '=', unit = 'people') => ({ value, op, unit });
const event = (id: string, extra: object = {}) => ({
  id,
  title: { fr: id },
  date: '2024-05-02',
  status: 'held',
  territories: ['commune-01001'],
  ...extra,
});
const events = [
  event('fair', { attendance: people(20) }),
  event('talk', { attendance: people(10, '~'), territories: ['commune-02002'] }),
  event('next', { status: 'planned', attendance: people(99) }),
  event('shops', { attendance: people(7, '=', 'organisations') }),
];
const past = event('past', { date: '2023-11-20', attendance: people(50) });
const bodies = [{ id: 'board', name: { fr: 'Conseil' }, kind: 'governance' }];
const meetings = [
  { id: 'meeting-1', body: 'board', date: '2024-04-11', status: 'held' },
  { id: 'meeting-2', body: 'board', date: '2024-04-12', status: 'cancelled' },
];
const tallies = [
  { id: 't1', of: 'meeting-1', total: people(33) },
  { id: 't3', of: 'meeting-2', total: people(5) },
  { id: 't2', of: 'fair', total: people(25) },
];
const figure = (value: number, where: string) =>
  observation('attendance-total', value, { unit: 'people', period: '2024-05-02', dimensions: { event: where } });

describe('attendance-total', () => {
  it('adds up what is published, counted in a tally or recorded with the event, "about" spreading to the sum', () => {
    const data = makeDataset({
      events: [...events, past],
      meetings,
      bodies,
      tallies,
      observations: [figure(26, 'fair')],
    });
    const measure = attendanceTotal.compute(data, { by: 'event' });
    expect(measure.quantity).toMatchObject({ value: 69, op: '>=', approx: true });
    expect(measure.basis).toBe('listed');
    expect([measure.population, measure.missing]).toEqual([4, 1]);
    expect(measure.parts?.map((p) => [p.label.fr, p.quantity?.value])).toEqual([
      ['fair', 26],
      ['talk', 10],
      ['Conseil (11/04/2024)', 33],
    ]);
  });

  it('is whole where all that took place is listed and counted', () => {
    const coverage = { events: [{ complete: true }], meetings: [{ complete: true }] };
    const data = makeDataset({ events: events.slice(0, 2), meetings, tallies }, { coverage });
    expect(attendanceTotal.compute(data)).toMatchObject({ quantity: { value: 68, op: '~' }, basis: 'computed' });
  });

  it('is whole only where the meetings are listed as the events are', () => {
    const coverage = { events: [{ complete: true }] };
    const data = makeDataset({ events: events.slice(0, 2), meetings, tallies }, { coverage });
    expect(attendanceTotal.compute(data)).toMatchObject({ quantity: { value: 68, op: '>=' }, basis: 'listed' });
  });

  it('gives that of one event, which its record does not confirm', () => {
    const data = makeDataset({ events, tallies, observations: [figure(25, 'fair')] });
    const one = attendanceTotal.compute(data, { period: '2024', where: 'event=fair' });
    expect([one.quantity?.value, one.basis, one.agreement]).toEqual([25, 'published', undefined]);
    const other = attendanceTotal.compute(data, { period: '2024', where: 'event=talk' });
    expect([other.quantity?.value, other.basis]).toEqual([10, 'computed']);
  });

  it('keeps to the territory asked for', () => {
    const territories = [{ id: 'commune-01001', kind: 'commune', name: { fr: 'Amont' }, parents: ['departement-01'] }];
    const data = makeDataset({ events, meetings, tallies, territories });
    expect(attendanceTotal.compute(data, { territory: 'departement-01' }).quantity?.value).toBe(25);
  });
});
