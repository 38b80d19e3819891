import { describe, expect, it } from 'vitest';
import { Event, parsePeriod } from '../model/index.ts';
import { type IcsEvent, toIcs } from './ics.ts';
import { type IcsTime, icsSeries } from './ics-series.ts';

const hours = { date: null, startsAt: '2026-03-24T18:30:00+01:00', endsAt: '2026-03-24T20:00:00+01:00' };
const weekly = (fields: object = hours, recurrence: object = {}): Event =>
  Event.parse({
    ...{ id: 'permanence', title: { fr: 'Permanence' }, status: 'planned', date: '2026-03-24', ...fields },
    recurrence: { frequency: 'weekly', ...recurrence },
  });

const entry = (day: string, fields: Partial<IcsEvent> = {}): IcsEvent => ({
  ...{ id: `permanence-${day}`, title: 'Permanence', first: day, last: parsePeriod(day)?.last ?? day },
  status: 'CONFIRMED',
  ...fields,
});
const timed = { startsAt: 'T18:30', endsAt: 'T20:00' };
const byRule = (day: string, fields: Partial<IcsEvent> = timed): IcsTime => ({
  day,
  event: entry(day, fields),
  isByRule: true,
});
const instead = (day: string, event: Partial<IcsEvent>): IcsTime => ({
  day,
  event: entry(day, event),
  isByRule: false,
});

const write = (rule: Event, times: readonly IcsTime[]): readonly string[] =>
  toIcs(icsSeries(rule, times), { name: 'Agenda', dataset: 'reseau', stamp: '2026-03-10', lang: 'fr' }).split('\r\n');
/** Lines of the events that begin with one of some names. */
const linesOf = (lines: readonly string[], ...names: readonly string[]): readonly string[] =>
  lines.slice(lines.indexOf('BEGIN:VEVENT')).filter((line) => names.some((name) => line.startsWith(name)));

describe('an event that comes back, in a calendar file', () => {
  it('is one event with its rule, at the hour of its place in winter and in summer', () => {
    const lines = write(weekly(), [byRule('2026-03-31'), byRule('2026-03-24')]);
    expect(linesOf(lines, 'UID', 'DTSTART', 'DTEND', 'RRULE', 'EXDATE', 'RECURRENCE-ID')).toEqual([
      'UID:permanence@reseau',
      'DTSTART;TZID=Europe/Paris:20260324T183000',
      'DTEND;TZID=Europe/Paris:20260324T200000',
      // Half past six of 31 March, in summer time.
      'RRULE:FREQ=WEEKLY;UNTIL=20260331T163000Z',
    ]);
  });

  it('defines the zone that it names, once, before it is used', () => {
    const text = write(weekly(), [byRule('2026-03-24'), byRule('2026-03-31')]).join('\n');
    expect(text.match(/BEGIN:VTIMEZONE\nTZID:Europe\/Paris/g)).toHaveLength(1);
    expect(text.indexOf('END:VTIMEZONE')).toBeLessThan(text.indexOf('BEGIN:VEVENT'));
  });

  it.each([
    ['-04:00', 'Etc/GMT+4', '-0400'],
    ['+11:00', 'Etc/GMT-11', '+1100'],
    // The Marquesas: a zone whose name has no colon, which would end the parameter.
    ['-09:30', 'UTC-0930', '-0930'],
  ])('keeps the clocks of a place at %s', (offset, zone, written) => {
    const rule = weekly({ date: null, startsAt: `2026-03-31T20:30:00${offset}` }, { frequency: 'monthly' });
    const lines = write(rule, [byRule('2026-03-31', { startsAt: 'T' }), byRule('2026-05-31', { startsAt: 'T' })]);
    expect(linesOf(lines, 'DTSTART')).toEqual([`DTSTART;TZID=${zone}:20260331T203000`]);
    expect(lines).toContain(`TZOFFSETTO:${written}`);
  });

  it('keeps the clocks of its first time where a part of it is given: winter has one offset, two zones', () => {
    // In April, an hour ahead is not what clocks show in Paris.
    const rule = weekly({ date: null, startsAt: '2026-04-07T18:30:00+01:00' }, { frequency: 'monthly' });
    const lines = write(rule, [byRule('2026-12-07', { startsAt: 'T' }), byRule('2027-04-07', { startsAt: 'T' })]);
    expect(linesOf(lines, 'DTSTART')).toEqual(['DTSTART;TZID=Etc/GMT-1:20261207T183000']);
  });

  it('comes back in universal time where it is told in that', () => {
    const lines = write(weekly({ date: null, startsAt: '2026-03-24T20:30:00Z' }), [
      byRule('2026-03-24', { startsAt: 'T' }),
      byRule('2026-04-07', { startsAt: 'T' }),
    ]);
    expect(linesOf(lines, 'DTSTART', 'RRULE', 'EXDATE')).toEqual([
      'DTSTART:20260324T203000Z',
      'RRULE:FREQ=WEEKLY;UNTIL=20260407T203000Z',
      'EXDATE:20260331T203000Z',
    ]);
    expect(lines.join()).not.toContain('VTIMEZONE');
  });

  it('does not take place on the days that are left out', () => {
    const lines = write(weekly({}), [byRule('2026-03-24', {}), byRule('2026-04-14', {})]);
    expect(linesOf(lines, 'DTSTART', 'DTEND', 'RRULE', 'EXDATE')).toEqual([
      'DTSTART;VALUE=DATE:20260324',
      'DTEND;VALUE=DATE:20260325',
      'RRULE:FREQ=WEEKLY;UNTIL=20260414',
      'EXDATE;VALUE=DATE:20260331,20260407',
    ]);
  });

  it('tells of one time that is another by its UID and the hour that the rule has for it', () => {
    const moved = instead('2026-03-31', {
      ...{ id: 'apart', first: '2026-04-01', last: '2026-04-01', place: 'Quimper' },
      startsAt: '2026-04-01T17:00:00+02:00',
    });
    const off = instead('2026-04-07', { id: 'off', status: 'CANCELLED' });
    const lines = write(weekly(), [byRule('2026-03-24'), moved, off, byRule('2026-04-14')]);
    expect(linesOf(lines, 'UID', 'RECURRENCE-ID', 'DTSTART', 'LOCATION', 'STATUS', 'EXDATE')).toEqual([
      ...['UID:permanence@reseau', 'DTSTART;TZID=Europe/Paris:20260324T183000', 'STATUS:CONFIRMED'],
      ...['UID:permanence@reseau', 'RECURRENCE-ID;TZID=Europe/Paris:20260331T183000'],
      ...['DTSTART;TZID=Europe/Paris:20260401T170000', 'STATUS:CONFIRMED', 'LOCATION:Quimper'],
      ...['UID:permanence@reseau', 'RECURRENCE-ID;TZID=Europe/Paris:20260407T183000'],
      ...['DTSTART;VALUE=DATE:20260407', 'STATUS:CANCELLED'],
    ]);
  });

  it('begins with the first time of the rule, also where that one is another', () => {
    const lines = write(weekly(), [instead('2026-03-24', { first: '2026-03-26' }), byRule('2026-03-31')]);
    expect(linesOf(lines, 'DTSTART')[0]).toBe('DTSTART;TZID=Europe/Paris:20260324T183000');
    expect(linesOf(lines, 'RECURRENCE-ID')).toEqual(['RECURRENCE-ID;TZID=Europe/Paris:20260324T183000']);
  });

  it('tells apart a time that is not known to have been held', () => {
    const lines = write(weekly(), [byRule('2026-03-24', { ...timed, status: 'TENTATIVE' }), byRule('2026-03-31')]);
    expect(linesOf(lines, 'RECURRENCE-ID', 'STATUS')).toEqual([
      'STATUS:CONFIRMED',
      'RECURRENCE-ID;TZID=Europe/Paris:20260324T183000',
      'STATUS:TENTATIVE',
    ]);
  });

  it('says which day of the month, and of which month, it is: not all readers pass over those that have none', () => {
    const rule = weekly({ date: '2024-02-29' }, { frequency: 'yearly', interval: 4 });
    const lines = write(rule, [byRule('2024-02-29', {}), byRule('2028-02-29', {})]);
    expect(linesOf(lines, 'RRULE')).toEqual(['RRULE:FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29;UNTIL=20280229']);
  });

  it('leaves on its own what is no time of the rule, and all where the rule is not known', () => {
    const stray = instead('2026-04-01', { id: 'stray' });
    expect(linesOf(write(weekly(), [byRule('2026-03-24'), stray]), 'UID')).toEqual([
      'UID:permanence@reseau',
      'UID:stray@reseau',
    ]);
    expect(linesOf(write(weekly({}, { frequency: 'other' }), [byRule('2026-03-24', {})]), 'UID', 'RRULE')).toEqual([
      'UID:permanence-2026-03-24@reseau',
    ]);
    expect(linesOf(write(weekly(), [instead('2026-03-31', { id: 'alone' })]), 'UID', 'RRULE')).toEqual([
      'UID:alone@reseau',
    ]);
  });
});
