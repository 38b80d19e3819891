import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ical } from './ical.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../../../../../../shared/samples');

/**
 * Real calendars, kept outside this repository, with the number of their events. Rules without an end are written out a
 * year before and after 1 March 2026; the others were counted by hand, and all with another library.
 */
const REAL: Readonly<Record<string, number>> = {
  // Three events, and Thursdays and Fridays from 5 November 2020 to 27 August 2021: 86.
  'ics/Office-2012-owa.ics': 89,
  'ics/agenda-du-libre.ics': 1,
  // 25 Mondays and Thursdays of every other week from 16 February to 10 August 2017, without four exceptions; 104 Mondays
  // and Tuesdays of every other week of two years.
  'ics/biweekly-exdate-until.ics': 125,
  'ics/douai-collectif.ics': 4,
  'ics/exchange-custom-tz.ics': 1,
  'ics/google-calendar-kiev-tz.ics': 4,
  'ics/meetup-timed-tz.ics': 1,
  'ics/sabredav-school-holidays.ics': 1,
  'ics/tentative-apple-calendar.ics': 4,
  // 14 July of 2025 and 2026.
  'ics/yearly-recurring-unicode.ics': 2,
  'mobilizon/event-export-HANDWRITTEN.ics': 1,
  'mobilizon/group-feed-HANDWRITTEN.ics': 5,
  'mobilizon/group-feed-empty-HANDWRITTEN.ics': 0,
  'nextcloud/export-attendees.ics': 1,
  // 105 Sundays, and six changed dates of 2020.
  'nextcloud/export-complex-recurrence.ics': 111,
  // 104 Wednesdays, and five days.
  'nextcloud/export-multiple-recurring.ics': 109,
  // 104 Tuesdays, and two days.
  'nextcloud/missing-value-date.ics': 106,
  // Mondays from 16 March to 29 June 2026 without 6 April, one of them on a Tuesday; the private event is left out.
  'nextcloud/public-calendar-export-HANDWRITTEN.ics': 15,
  'nextcloud/weekly-recurring-with-exception.ics': 42,
};

async function load(file: string) {
  const answer = new Response(new Uint8Array(readFileSync(path.join(SAMPLES, file))), {
    headers: { date: 'Sun, 01 Mar 2026 08:00:00 GMT' },
  });
  const context = { fetch: async () => answer, signal: new AbortController().signal };
  return ical.load({ src: `https://data.example/${file}`, need: ['events'] }, context);
}

const found = async (file: string) => (await load(file)).dataset.collections.events ?? [];

describe('real calendars', () => {
  it('are all tried', () => {
    const files = ['ics', 'mobilizon', 'nextcloud'].flatMap((folder) =>
      readdirSync(path.join(SAMPLES, folder)).map((name) => `${folder}/${name}`),
    );
    expect(files.filter((file) => file.endsWith('.ics')).sort()).toEqual(Object.keys(REAL).sort());
  });

  it.each(Object.entries(REAL))('%s gives %i events', async (file, count) => {
    expect(ical.detect(`https://data.example/x`, readFileSync(path.join(SAMPLES, file), 'utf8'))).toBeGreaterThan(0.5);
    const { dataset, issues } = await load(file);
    const { events = [] } = dataset.collections;
    expect(events).toHaveLength(count);
    expect(new Set(events.map(({ id }) => id)).size).toBe(count);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('tell the instants of their own zones', async () => {
    const instants = async (file: string) =>
      (await found(file)).map(({ startsAt }) => new Date(startsAt ?? '').toISOString());
    expect((await instants('ics/Office-2012-owa.ics')).slice(0, 4)).toEqual([
      '2020-10-28T02:30:00.000Z',
      '2020-10-28T17:30:00.000Z',
      '2020-11-02T18:30:00.000Z',
      '2020-11-05T18:30:00.000Z',
    ]);
    expect((await instants('ics/Office-2012-owa.ics')).at(-1)).toBe('2021-08-27T17:30:00.000Z');
    expect(await instants('ics/exchange-custom-tz.ics')).toEqual(['2019-04-30T02:00:00.000Z']);
    expect(await instants('ics/meetup-timed-tz.ics')).toEqual(['2011-11-10T02:00:00.000Z']);
    expect(await instants('mobilizon/group-feed-HANDWRITTEN.ics')).toEqual([
      '2026-03-30T16:00:00.000Z',
      '2026-04-04T08:00:00.000Z',
      '2026-04-18T12:00:00.000Z',
      '2026-05-12T13:00:00.000Z',
      '2026-05-28T22:00:00.000Z',
    ]);
  });

  it('tell whole days, changes and what was called off', async () => {
    expect((await found('ics/sabredav-school-holidays.ics'))[0]?.date).toBe('2018-07-02/2018-08-10');
    expect((await found('nextcloud/public-calendar-export-HANDWRITTEN.ics')).at(-1)).toMatchObject({
      id: expect.stringMatching(/\/2026-03-30$/),
      date: '2026-03-31',
      startsAt: '2026-03-31T18:30:00+02:00',
    });
    expect((await found('ics/tentative-apple-calendar.ics')).map(({ status }) => status)).toEqual([
      'planned',
      'planned',
      'cancelled',
      'planned',
    ]);
  });

  it('are told from a page and from a sentence', async () => {
    await expect(load('nextcloud/share-page-HANDWRITTEN.html')).rejects.toMatchObject({ code: 'html' });
    await expect(load('nextcloud/webdav-interface-text.txt')).rejects.toMatchObject({ code: 'syntax' });
  });
});
