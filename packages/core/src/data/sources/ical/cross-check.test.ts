/** Compares the dates of simple rules with those that another library finds, for visitors in three time zones. */
import ICAL from 'ical.js';
import { afterEach, describe, expect, it } from 'vitest';
import { readAnswers } from '../testing/read-answers.ts';
import { ical } from './ical.ts';

const SRC = 'https://data.example/agenda.ics';

const PARIS = `BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`;

const calendar = (start: string, rule: string): string =>
  `BEGIN:VCALENDAR\n${PARIS}\nBEGIN:VEVENT\nUID:1\nSUMMARY:Essai\n${start}\nRRULE:${rule}\nEND:VEVENT\nEND:VCALENDAR\n`;

/** Returns the instants that the other library finds, in order. */
function theirs(text: string): readonly number[] {
  const root = new ICAL.Component(ICAL.parse(text));
  const zone = root.getFirstSubcomponent('vtimezone');
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const event = new ICAL.Event(root.getFirstSubcomponent('vevent') ?? undefined);
  const dates = event.iterator();
  const found: number[] = [];
  for (let next = dates.next(); next && found.length < 500; next = dates.next()) found.push(next.toUnixTime() * 1_000);
  return found;
}

const LOCAL = 'DTSTART;TZID=Europe/Paris:20260105T183000';
/** Starts, and rules that end, which both are to read. */
const RULES: readonly (readonly [start: string, rule: string])[] = [
  [LOCAL, 'FREQ=DAILY;COUNT=120'],
  [LOCAL, 'FREQ=DAILY;INTERVAL=3;UNTIL=20260630T163000Z'],
  [LOCAL, 'FREQ=WEEKLY;COUNT=60'],
  [LOCAL, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=40'],
  [LOCAL, 'FREQ=WEEKLY;UNTIL=20260406T163000Z'],
  [LOCAL, 'FREQ=MONTHLY;BYDAY=1MO;COUNT=24'],
  [LOCAL, 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=24'],
  [LOCAL, 'FREQ=MONTHLY;BYMONTHDAY=5;COUNT=24'],
  [LOCAL, 'FREQ=YEARLY;COUNT=5'],
  [LOCAL, 'FREQ=YEARLY;BYMONTH=11;BYDAY=2SA;COUNT=5'],
  ['DTSTART:20260105T173000Z', 'FREQ=WEEKLY;COUNT=60'],
];

const ZONE = process.env['TZ'];

describe.each(['UTC', 'America/New_York', 'Pacific/Auckland'])('a rule seen from %s', (zone) => {
  afterEach(() => {
    process.env['TZ'] = ZONE;
  });

  it.each(RULES)('%s %s has the same instants', async (start, rule) => {
    process.env['TZ'] = zone;
    const text = calendar(start, rule);
    const { events } = await readAnswers(ical, SRC, { [SRC]: text });
    const ours = events.map(({ startsAt }) => Date.parse(startsAt ?? '')).sort((a, b) => a - b);
    const expected = theirs(text);
    // A series may begin on a day that its rule has not, which the standard leaves open.
    const first = Date.parse('2026-01-05T17:30:00Z');
    expect(ours.filter((each) => each !== first)).toEqual(expected.filter((each) => each !== first));
    expect(expected.length).toBeGreaterThan(4);
  });
});
