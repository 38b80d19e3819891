import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';

const webinarAttendance = named('webinar-attendance');
describe('webinar-attendance', () => {
  const webinar = (id: string, people: number | null, extra: object = {}) => ({
    id,
    title: { fr: id },
    date: '2024',
    status: 'held',
    series: 'webinaires-collectivites',
    online: true,
    attendance: people === null ? null : { value: people, op: '=', unit: 'people' },
    ...extra,
  });
  const three = [webinar('a', 19), webinar('b', 15), webinar('c', 11)];
  const planned = [
    observation('webinars-planned', 5, { unit: 'events' }),
    observation('webinars-cancelled', 2, { unit: 'events' }),
  ];
  const total = observation('webinar-attendance', 45, { unit: 'people' });

  it('adds up those who came to each, 19 + 15 + 11, and confirms the published 45', () => {
    const data = makeDataset({ events: three, observations: [...planned, total] });
    const measure = webinarAttendance.compute(data, { by: 'webinar' });
    expect([measure.quantity?.value, measure.basis]).toEqual([45, 'both']);
    expect(measure.agreement).toMatchObject({ agrees: true, computed: { value: 45 } });
    expect(measure.parts?.map((p) => p.quantity?.value)).toEqual([19, 15, 11]);
  });

  it('confirms nothing when a webinar is missing, or when nobody was counted at one', () => {
    for (const events of [three.slice(1), [...three.slice(1), webinar('a', null)]]) {
      const measure = webinarAttendance.compute(makeDataset({ events, observations: [...planned, total] }));
      expect([measure.basis, measure.agreement]).toEqual(['published', undefined]);
    }
  });

  it('is "at least" without a published total, and exact once every webinar is there', () => {
    const some = webinarAttendance.compute(makeDataset({ events: three.slice(1), observations: planned }));
    expect(some).toMatchObject({ quantity: { value: 26, op: '>=' }, basis: 'listed' });
    const all = webinarAttendance.compute(makeDataset({ events: three, observations: planned }));
    expect(all).toMatchObject({ quantity: { value: 45, op: '=' }, basis: 'computed' });
    expect([all.population, all.missing]).toEqual([3, 0]);
  });

  it('gives one of them as it is, and leaves out those where nobody was counted or something else was', () => {
    const shops = { value: 7, op: '=', unit: 'organisations' };
    const events = [...three, webinar('d', null), webinar('e', null, { attendance: shops })];
    const data = makeDataset({ events, observations: planned });
    const one = webinarAttendance.compute(data, { where: 'webinar=b' });
    expect(one).toMatchObject({ quantity: { value: 15, op: '=' }, basis: 'computed' });
    const each = webinarAttendance.compute(data, { by: 'webinar' });
    expect([each.quantity?.value, each.population, each.missing]).toEqual([45, 5, 2]);
    expect(each.parts?.map((p) => p.id)).not.toContain('d');
  });

  it('leaves out other series, cancelled webinars and other years, and prefers a tally to an estimate', () => {
    const events = [
      webinar('a', 19),
      webinar('b', 9, { series: 'another' }),
      webinar('c', 9, { status: 'cancelled' }),
      webinar('d', 9, { date: '2023' }),
    ];
    const tallies = [{ id: 't', of: 'a', total: { value: 21, op: '=', unit: 'people' } }];
    const data = makeDataset({ events, tallies }, { coverage: { events: [{ complete: true }] } });
    expect(webinarAttendance.compute(data).quantity).toEqual({ value: 21, op: '=', unit: 'people' });
  });
});
