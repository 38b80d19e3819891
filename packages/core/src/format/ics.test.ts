import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type IcsEvent, toIcs } from './ics.ts';

const options = { name: 'Agenda', dataset: 'cress', stamp: '2025-03-05', lang: 'fr' };
const base: IcsEvent = {
  id: 'ag',
  title: 'Assemblée générale',
  first: '2025-05-22',
  last: '2025-05-22',
  status: 'CONFIRMED',
};
const write = (event: Partial<IcsEvent> = {}): string => toIcs([{ ...base, ...event }], options);

/** Reads a calendar file by hand: unfolds lines, then splits names from values. */
function read(text: string): readonly (readonly [name: string, value: string])[] {
  const lines = text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean);
  return lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)] as const);
}
const valueOf = (text: string, name: string): string | undefined => read(text).find(([key]) => key === name)?.[1];
const unescape = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_, c: string) => (c === 'n' || c === 'N' ? '\n' : c));

describe('a calendar file', () => {
  it('is one calendar with its name, its version and its maker', () => {
    const lines = read(write());
    expect(lines[0]).toEqual(['BEGIN', 'VCALENDAR']);
    expect(lines.at(-1)).toEqual(['END', 'VCALENDAR']);
    expect(valueOf(write(), 'VERSION')).toBe('2.0');
    expect(valueOf(write(), 'PRODID')).toBe('-//ess-widgets//agenda//FR');
    expect(valueOf(write(), 'X-WR-CALNAME')).toBe('Agenda');
  });

  it('names an event by its id and its data set, and dates it by the data', () => {
    expect(valueOf(write(), 'UID')).toBe('ag@cress');
    expect(valueOf(write(), 'DTSTAMP')).toBe('20250305T000000Z');
  });

  it('is a later revision where the data are later: calendars take a change from no other', () => {
    const revisionOf = (stamp: string | number) => {
      const text = toIcs([base], { ...options, stamp });
      return [valueOf(text, 'LAST-MODIFIED'), Number(valueOf(text, 'SEQUENCE'))] as const;
    };
    const [[first, before], [second, after]] = [revisionOf('2025-03-05'), revisionOf('2025-03-05T09:30:00+01:00')];
    expect([first, second]).toEqual(['20250305T000000Z', '20250305T083000Z']);
    expect(after).toBeGreaterThan(before);
    // An integer of 32 bits, as RFC 5545 has it.
    expect(revisionOf('2999-12-31')[1]).toBeLessThan(2 ** 31);
    expect(revisionOf('some day')).toEqual(['19700101T000000Z', 0]);
  });

  it('is the same text for the same events', () => {
    expect(write()).toBe(write());
  });

  it('writes whole days with the day after as their end', () => {
    expect(valueOf(write(), 'DTSTART;VALUE=DATE')).toBe('20250522');
    expect(valueOf(write(), 'DTEND;VALUE=DATE')).toBe('20250523');
    const leap = write({ first: '2024-02-28', last: '2024-02-29' });
    expect(valueOf(leap, 'DTEND;VALUE=DATE')).toBe('20240301');
    expect(valueOf(write({ first: '2024-12-31', last: '2024-12-31' }), 'DTEND;VALUE=DATE')).toBe('20250101');
  });

  it('writes hours in universal time', () => {
    const text = write({ startsAt: '2025-05-22T18:30:00+02:00', endsAt: '2025-05-22T20:00:00+02:00' });
    expect(valueOf(text, 'DTSTART')).toBe('20250522T163000Z');
    expect(valueOf(text, 'DTEND')).toBe('20250522T180000Z');
  });

  it.each(['UTC', 'Europe/Paris', 'Indian/Reunion', 'America/New_York'])(
    'reads an hour without an offset by the clocks of Europe/Paris, as the page does, for a reader in %s',
    (zone) => {
      vi.stubEnv('TZ', zone);
      const evening = write({ startsAt: '2025-05-22T18:30', endsAt: '2025-05-22 20:00' });
      // The night on which clocks go forward at two.
      const night = write({ startsAt: '2025-03-30T01:30', endsAt: '2025-03-30T03:30' });
      vi.unstubAllEnvs();
      expect([valueOf(evening, 'DTSTART'), valueOf(evening, 'DTEND')]).toEqual([
        '20250522T163000Z',
        '20250522T180000Z',
      ]);
      expect([valueOf(night, 'DTSTART'), valueOf(night, 'DTEND')]).toEqual(['20250330T003000Z', '20250330T013000Z']);
    },
  );

  it('lasts to the end of its last day where only the hour of the first is known', () => {
    const text = write({ last: '2025-05-24', startsAt: '2025-05-22T09:00:00+02:00' });
    expect(valueOf(text, 'DTSTART')).toBe('20250522T070000Z');
    expect(valueOf(text, 'DTEND')).toBe('20250524T220000Z');
  });

  it('lasts the whole day where its hour is only a day', () => {
    expect(valueOf(write({ startsAt: '2025-05-22' }), 'DTSTART;VALUE=DATE')).toBe('20250522');
  });

  it.each(['+02:00', '+04:00', ''])(
    'lasts whole days from a midnight of its place to another (offset %j)',
    (offset) => {
      const hours = (from: string, to: string) => ({
        startsAt: `${from}T00:00:00${offset}`,
        endsAt: `${to}T00:00:00${offset}`,
      });
      const day = write(hours('2025-05-22', '2025-05-23'));
      expect([valueOf(day, 'DTSTART;VALUE=DATE'), valueOf(day, 'DTEND;VALUE=DATE')]).toEqual(['20250522', '20250523']);
      const days = write(hours('2025-05-22', '2025-05-25'));
      expect([valueOf(days, 'DTSTART;VALUE=DATE'), valueOf(days, 'DTEND;VALUE=DATE')]).toEqual([
        '20250522',
        '20250525',
      ]);
      expect(write(hours('2025-05-22', '2025-05-22'))).not.toContain('VALUE=DATE');
    },
  );

  it('does not write an end before its start', () => {
    expect(write({ startsAt: '2025-05-22T18:30:00+02:00', endsAt: '2025-05-22T10:00:00+02:00' })).not.toContain(
      'DTEND',
    );
    const begun = { startsAt: '2025-05-22T18:30:00+02:00' };
    expect(write({ ...begun, endsAt: begun.startsAt })).not.toContain('DTEND');
    expect(write(begun)).not.toContain('DTEND');
    expect(valueOf(write({ last: '2025-05-01' }), 'DTEND;VALUE=DATE')).toBe('20250523');
  });

  it('falls back to the day when the hour is none, and leaves out what has no day', () => {
    expect(valueOf(write({ startsAt: 'le soir' }), 'DTSTART;VALUE=DATE')).toBe('20250522');
    expect(write({ first: '2025-05', last: '2025-05' })).not.toContain('VEVENT');
  });

  it('says the status, the place, the point and the themes', () => {
    const text = write({
      status: 'CANCELLED',
      place: 'Lorient, Cité',
      position: { lon: -3.37, lat: 47.74 },
      categories: ['Mer', 'a,b'],
      free: true,
    });
    expect(valueOf(text, 'STATUS')).toBe('CANCELLED');
    expect(valueOf(text, 'LOCATION')).toBe('Lorient\\, Cité');
    expect(valueOf(text, 'GEO')).toBe('47.74;-3.37');
    expect(valueOf(text, 'CATEGORIES')).toBe('Mer,a\\,b');
    expect(valueOf(text, 'TRANSP')).toBe('TRANSPARENT');
  });

  it('links only to the web', () => {
    expect(valueOf(write({ url: 'https://a.example/x' }), 'URL')).toBe('https://a.example/x');
    expect(write({ url: 'javascript:alert(1)' })).not.toContain('URL');
    expect(write({ url: 'https://a.example/\r\nATTENDEE:x' })).not.toContain('URL');
  });

  it('keeps a text from becoming another line', () => {
    const text = write({ title: 'A\r\nATTENDEE:mailto:x@y.example\nB; C, D \\ E\u0000' });
    expect(read(text).some(([name]) => name === 'ATTENDEE')).toBe(false);
    expect(valueOf(text, 'SUMMARY')).toBe('A\\nATTENDEE:mailto:x@y.example\\nB\\; C\\, D \\\\ E');
  });

  it('is an empty calendar without events', () => {
    expect(toIcs([], options)).toContain('X-WR-CALNAME');
    expect(toIcs([], options)).not.toContain('VEVENT');
  });

  it('ends a line where a title has a separator of lines or of paragraphs', () => {
    expect(valueOf(write({ title: 'un\u2028deux\u2029trois' }), 'SUMMARY')).toBe('un\\ndeux\\ntrois');
    expect(valueOf(write({ title: 'un\u0085deux' }), 'SUMMARY')).toBe('un\\ndeux');
  });

  it('drops the control characters of C0 and C1', () => {
    expect(valueOf(write({ title: 'a\u0000b\u007fc\u0080d\u009fe' }), 'SUMMARY')).toBe('abcde');
  });

  it('gives any text back, in lines of at most 75 octets that end in CRLF', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300, size: 'max' }), (title) => {
        const text = write({ title });
        for (const line of text.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
        const printable = title.replace(/(?!\u0085)\p{Cc}/gu, '');
        // The separators of lines and paragraphs are line ends as any other.
        expect(unescape(valueOf(text, 'SUMMARY') ?? '')).toBe(printable.replace(/[\u0085\u2028\u2029]/g, '\n'));
      }),
    );
  });
});
