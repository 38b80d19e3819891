import './all.ts';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parsePeriod } from '../model/index.ts';
import { formatDate } from './full.ts';
import { eventHours } from './hours.ts';
import { formatTime } from './time.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a date', () => {
  it.each([
    ['2025-03-05', '5 mars 2025', '5 a viz Meurzh 2025', '5 March 2025'],
    ['2025-03', 'mars 2025', 'Meurzh 2025', 'March 2025'],
    ['2025', '2025', '2025', '2025'],
    ['2024-06-18T18:30:00+02:00', '18 juin 2024', '18 a viz Mezheven 2024', '18 June 2024'],
    ['2024-06-18T23:30:00Z', '19 juin 2024', '19 a viz Mezheven 2024', '19 June 2024'],
    ['2024-06-18T23:30', '18 juin 2024', '18 a viz Mezheven 2024', '18 June 2024'],
    [Date.UTC(2025, 2, 12, 23, 30), '13 mars 2025', '13 a viz Meurzh 2025', '13 March 2025'],
  ])('%s is %s, %s, %s', (date, french, breton, english) => {
    expect([formatDate(date, 'fr'), formatDate(date, 'br'), formatDate(date, 'en')]).toEqual([french, breton, english]);
  });

  it('is that of the zone asked for, Paris by default', () => {
    const midnight = '2024-12-31T23:30:00Z';
    expect(formatDate(midnight, 'fr')).toBe('1er janvier 2025');
    expect(formatDate(midnight, 'fr', { timeZone: 'America/Martinique' })).toBe('31 décembre 2024');
  });

  it('begins with the name of the day, or is shortened, where it is asked for', () => {
    expect(formatDate('2024-06-18', 'fr', { weekday: true })).toBe('mardi 18 juin 2024');
    expect(formatDate('2024-06-18', 'en', { weekday: true })).toBe('Tuesday 18 June 2024');
    expect(formatDate('2024-06-18', 'br', { weekday: true })).toBe('Meurzh 18 a viz Mezheven 2024');
    expect(formatDate('2024-06', 'fr', { weekday: true })).toBe('juin 2024');
    expect(formatDate('2024-10-18', 'fr', { style: 'short' })).toBe('18 oct. 2024');
  });

  it.each([
    ['bientôt'],
    [''],
    ['2024-02-30'],
    ['2024-13-01T10:00'],
    ['10/15/2024'],
    ['2024-06-18T25:00'],
    ['2024-06-18T10:00+99:99x'],
  ])('that is none, such as "%s", comes back as it is', (text) => {
    expect(formatDate(text, 'fr')).toBe(text);
    expect(formatTime(text, 'fr')).toBe('');
  });

  it('of a wall clock does not depend on the zone', () => {
    const zones = fc.constantFrom('Pacific/Auckland', 'America/Los_Angeles', 'Europe/Paris', 'UTC');
    const days = fc.integer({ min: 0, max: 40_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, zones, fc.integer({ min: 0, max: 23 }), (day, timeZone, hour) => {
        const at = `${day}T${String(hour).padStart(2, '0')}:15`;
        expect(formatDate(at, 'fr', { timeZone })).toBe(formatDate(day, 'fr'));
        expect(plain(formatTime(at, 'fr', { timeZone }))).toBe(`${hour} h 15`);
      }),
    );
  });
});

describe('an hour', () => {
  it.each([
    ['2024-06-18T18:30:00+02:00', '18 h 30', '18e30', '18:30'],
    ['2024-06-18T09:00:00+02:00', '9 h', '9e', '09:00'],
    ['2024-01-18T08:05:00Z', '9 h 05', '9e05', '09:05'],
    ['2024-06-18T22:00:00Z', 'minuit', 'hanternoz', 'midnight'],
    ['2024-06-18T22:05:00Z', '0 h 05', '0e05', '00:05'],
    ['2026-12-15T00:00:00-04:00', 'minuit (UTC−04:00)', 'hanternoz (UTC−04:00)', 'midnight (UTC−04:00)'],
    ['2024-06-18 14:00', '14 h', '14e', '14:00'],
    ['2024-06-18T18:30:00+0200', '18 h 30', '18e30', '18:30'],
    ['2024-06-18T16:30:00.500z', '18 h 30', '18e30', '18:30'],
    ['2026-12-15T20:00:00-04:00', '20 h (UTC−04:00)', '20e (UTC−04:00)', '20:00 (UTC−04:00)'],
    ['2026-12-16T01:00:00+0530', '1 h (UTC+0530)', '1e (UTC+0530)', '01:00 (UTC+0530)'],
    ['2024-06-18T18:30:00+00:00', '20 h 30', '20e30', '20:30'],
    ['2024-06-18', '', '', ''],
    [Date.UTC(2024, 5, 18, 16, 30), '18 h 30', '18e30', '18:30'],
  ])('of %s is "%s", "%s", "%s"', (date, french, breton, english) => {
    expect([plain(formatTime(date, 'fr')), formatTime(date, 'br'), formatTime(date, 'en')]).toEqual([
      french,
      breton,
      english,
    ]);
  });

  it('of another day than the event is not shown', () => {
    const hour = (day: string, at: string) => plain(formatTime(at, 'fr', { during: day }));
    expect(hour('2026-12-15', '2026-12-15T20:00:00-04:00')).toBe('20 h (UTC−04:00)');
    // Half past midnight of the ninth.
    expect(hour('2027-02-08', '2027-02-08T23:30:00Z')).toBe('');
    expect(hour('2027-02-09', '2027-02-08T23:30:00Z')).toBe('0 h 30');
    expect(hour('2027-02', '2027-02-08T23:30:00Z')).toBe('0 h 30');
    expect(hour('2027-02-10', '2027-02-08T23:30:00Z')).toBe('');
    expect(plain(formatTime('2027-02-08T23:30:00Z', 'fr', { during: null }))).toBe('0 h 30');
  });

  it('is held together by spaces that do not break', () => {
    expect(formatTime('2024-06-18T18:30:00+02:00', 'fr')).toBe('18\u00a0h\u00a030');
  });
});

describe('an hour, by who reads it', () => {
  const [PARIS, REUNION, MARTINIQUE] = ['Europe/Paris', 'Indian/Reunion', 'America/Martinique'];
  const said = (at: string, reader: string) => plain(formatTime(at, 'fr', { reader }));

  it.each([
    ['of Paris without its offset', '2026-12-05T18:00', '18 h', 'UTC+01:00', PARIS],
    ['of Paris in summer', '2026-07-05T18:00', '18 h', 'UTC+02:00', PARIS],
    ['of Paris', '2026-12-05T18:00:00+01:00', '18 h', 'UTC+01:00', PARIS],
    ['in universal time', '2026-12-05T17:00:00Z', '18 h', 'UTC+01:00', PARIS],
    ['of Réunion', '2026-12-05T18:00:00+04:00', '18 h', 'UTC+04:00', REUNION],
    ['of Martinique', '2026-12-05T18:00:00-04:00', '18 h', 'UTC−04:00', MARTINIQUE],
  ])('%s says which zone it is of to all but those whose clocks show it', (_name, at, hour, zone, home) => {
    for (const reader of [PARIS, REUNION, MARTINIQUE]) {
      expect(said(at, reader), reader).toBe(reader === home ? hour : `${hour} (${zone})`);
    }
  });

  it('is compared by the clocks, not by the names of zones, and with Paris for a zone that nobody knows', () => {
    expect(said('2026-12-05T18:00', 'Europe/Brussels')).toBe('18 h');
    expect(said('2026-12-05T18:00', 'Africa/Algiers')).toBe('18 h');
    expect(said('2026-07-05T18:00', 'Africa/Algiers')).toBe('18 h (UTC+02:00)');
    expect(said('2026-12-05T18:00', 'Etc/Unknown')).toBe('18 h');
    expect(said('2026-12-05T18:00:00+04:00', '')).toBe('18 h (UTC+04:00)');
  });

  it('of an end is as that of the beginning', () => {
    const hours = { date: '2026-12-05', startsAt: '2026-12-05T18:00:00+04:00', endsAt: '2026-12-05T20:00:00+04:00' };
    const read = (reader: string) => eventHours(hours, parsePeriod('2026-12-05'), 'fr', reader);
    expect([read(REUNION)?.from, read(REUNION)?.to].map((text) => plain(text ?? ''))).toEqual(['18 h', '20 h']);
    expect(plain(read(PARIS)?.to ?? '')).toBe('20 h (UTC+04:00)');
    expect(plain(eventHours({ ...hours, startsAt: null }, parsePeriod('2026-12-05'), 'fr', PARIS)?.to ?? '')).toBe(
      '20 h (UTC+04:00)',
    );
  });
});

describe('the hours of an event', () => {
  const hours = (days: string, startsAt: string, endsAt: string | null = null) => {
    const found = eventHours({ date: days, startsAt, endsAt }, parsePeriod(days), 'fr');
    return found && [plain(found.from), plain(found.to), found.isOverDays];
  };

  it('are those of its first and of its last day, where it has several', () => {
    expect(hours('2025-03-20/2025-03-22', '2025-03-20T10:00:00+01:00', '2025-03-22T17:00:00+01:00')).toEqual([
      '10 h',
      '17 h',
      true,
    ]);
    // A night of two days that its date names both.
    expect(hours('2025-03-20/2025-03-21', '2025-03-20T20:00', '2025-03-21T02:00')).toEqual(['20 h', '2 h', true]);
    // Until the end of the last day, with an end in universal time.
    expect(hours('2025-03-20/2025-03-22', '2025-03-20T09:00:00Z', '2025-03-22T23:00:00Z')).toEqual([
      '10 h',
      'minuit',
      true,
    ]);
  });

  it('are those of every day, where it ends on its first one', () => {
    expect(hours('2025-03-20/2025-03-22', '2025-03-20T10:00', '2025-03-20T17:00')).toEqual(['10 h', '17 h', false]);
  });

  it('end after midnight, or at it', () => {
    expect(hours('2025-03-22', '2025-03-22T21:00', '2025-03-23T02:00')).toEqual(['21 h', '2 h', false]);
    expect(hours('2025-03-22', '2025-03-22T20:00', '2025-03-23T00:00')).toEqual(['20 h', 'minuit', false]);
  });

  it('have no end that is of no day that is said, or before their beginning', () => {
    expect(hours('2025-03-22', '2025-03-22T10:00', '2025-03-24T17:00')).toEqual(['10 h', '', false]);
    expect(hours('2025-03/2025-05', '2025-03-22T10:00', '2025-03-24T17:00')).toEqual(['10 h', '', false]);
    expect(hours('2025-03-22', '2025-03-22T10:00', '2025-03-22T09:00')).toEqual(['10 h', '', false]);
    expect(hours('2025-03-22', '2025-03-22T10:00')).toEqual(['10 h', '', false]);
  });

  it('are that of the end alone, where no start is known', () => {
    const until = (days: string, endsAt: string) => {
      const found = eventHours({ date: days, startsAt: null, endsAt }, parsePeriod(days), 'fr');
      return found && [found.from, plain(found.to), found.isOverDays];
    };
    expect(until('2025-03-22', '2025-03-22T17:00')).toEqual(['', '17 h', false]);
    expect(until('2025-03-20/2025-03-22', '2025-03-23T00:00')).toEqual(['', 'minuit', false]);
    expect([until('2025-03-22', '2025-03-24T17:00'), until('2025-03-22', '2025-03-22')]).toEqual([null, null]);
  });

  it('are not said of whole days, nor of another day', () => {
    expect(hours('2025-03-22', '2025-03-22T00:00', '2025-03-23T00:00')).toBeNull();
    expect(hours('2025-03-20/2025-03-22', '2025-03-20T00:00', '2025-03-23T00:00')).toBeNull();
    expect(hours('2025-03-22', '2025-03-24T10:00')).toBeNull();
  });
});

describe('formatting many dates', () => {
  it('makes one formatter a zone', () => {
    const { DateTimeFormat } = Intl;
    const made = vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function make(...options) {
      return new DateTimeFormat(...options);
    });
    for (let n = 0; n < 200; n += 1) formatDate(n * 86_400_000, 'fr', { timeZone: 'Indian/Mauritius' });
    expect(made).toHaveBeenCalledTimes(1);
    made.mockRestore();
  });
});
