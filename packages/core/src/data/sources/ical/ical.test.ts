import { afterEach, describe, expect, it } from 'vitest';
import { ical } from './ical.ts';

const SRC = 'https://agenda.example/pole/agenda.ics';

interface LoadOptions {
  readonly date?: string;
  readonly src?: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly pause?: () => Promise<void>;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

async function load(
  body: string | Uint8Array<ArrayBuffer>,
  { date = 'Sun, 01 Mar 2026 08:00:00 GMT', src = SRC, options = {}, pause }: LoadOptions = {},
) {
  const answer = new Response(body, { headers: { date } });
  const context = { fetch: async () => answer, signal: new AbortController().signal, pause };
  const { dataset, issues } = await ical.load({ src, need: ['events'], options }, context);
  const { events = [], categories = [] } = dataset.collections;
  return { dataset, issues, events, categories, rules: issues.map(({ rule }) => rule) };
}

/** Writes an event with a title, an id and what is given. */
const event = (lines: string): string => `BEGIN:VEVENT\nUID:a\nSUMMARY:Fête\n${lines}\nEND:VEVENT`;
const calendar = (...parts: readonly string[]): string => `BEGIN:VCALENDAR\n${parts.join('\n')}\nEND:VCALENDAR\n`;
const loadEvent = (lines: string, ...others: readonly string[]) => load(calendar(...others, event(lines)));

const first = async (lines: string, ...others: readonly string[]) => (await loadEvent(lines, ...others)).events[0];
const starts = async (lines: string, ...others: readonly string[]) =>
  (await loadEvent(lines, ...others)).events.map(({ startsAt, date }) => startsAt ?? date);
/** The days of a rule of Europe/Paris, from 16 March 2026 on. */
const days = async (rule: string, more = '') =>
  (await starts(`DTSTART;TZID=Europe/Paris:20260316T180000\n${rule}${more && `\n${more}`}`)).map((at) =>
    at?.slice(0, 10),
  );
const instant = (text: string | null | undefined): string => new Date(text ?? '').toISOString();

/** Zone that a file defines itself, whose clocks change as those of Central Europe do. */
const CUSTOM = `BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE`;

const ZONE = process.env['TZ'];
afterEach(() => {
  process.env['TZ'] = ZONE;
});

describe.each(['UTC', 'America/New_York', 'Pacific/Auckland'])('for a visitor in %s, the time', (zone) => {
  it.each([
    ['of universal time', 'DTSTART:20260330T160000Z', '2026-03-30T16:00:00.000Z'],
    ['with its offset', 'DTSTART:20260330T180000+0300', '2026-03-30T15:00:00.000Z'],
    ['in a zone of the IANA', 'DTSTART;TZID=Europe/Paris:20260330T180000', '2026-03-30T16:00:00.000Z'],
    ['in quotation marks', 'DTSTART;TZID="Europe/Paris":20260330T180000', '2026-03-30T16:00:00.000Z'],
    ['of an overseas island', 'DTSTART;TZID=America/Martinique:20260512T090000', '2026-05-12T13:00:00.000Z'],
    [
      'at the end of a longer name',
      'DTSTART;TZID=/citadel.org/20250101_1/Europe/Paris:20260330T180000',
      '2026-03-30T16:00:00.000Z',
    ],
    ['in a zone of Windows', 'DTSTART;TZID=Romance Standard Time:20260330T180000', '2026-03-30T16:00:00.000Z'],
    [
      'in the zone of Windows of a British',
      'DTSTART;TZID=GMT Standard Time:20260630T180000',
      '2026-06-30T17:00:00.000Z',
    ],
    [
      'of an Outlook in English',
      'DTSTART;TZID="(GMT+01:00) Brussels, Copenhagen, Madrid, Paris":20260330T180000',
      '2026-03-30T16:00:00.000Z',
    ],
    [
      'of an Outlook in French',
      'DTSTART;TZID="(UTC+01:00) Bruxelles, Copenhague, Madrid, Paris":20260330T180000',
      '2026-03-30T16:00:00.000Z',
    ],
    [
      'of an Exchange without quotation marks',
      'DTSTART;TZID=(UTC+01:00) Bruxelles, Madrid, Paris:20260330T180000',
      '2026-03-30T16:00:00.000Z',
    ],
    [
      'of Canberra',
      'DTSTART;TZID="(GMT+10:00) Canberra, Melbourne, Sydney":20201028T133000',
      '2020-10-28T02:30:00.000Z',
    ],
    [
      'of New York by another name',
      'DTSTART;TZID="(UTC-05:00) Eastern Time (US & Canada)":20201028T133000',
      '2020-10-28T17:30:00.000Z',
    ],
    [
      'of a name that states its offset alone',
      'DTSTART;TZID="(UTC-07:00) Elsewhere":20260330T180000',
      '2026-03-31T01:00:00.000Z',
    ],
    [
      'of universal time in French',
      'DTSTART;TZID="(UTC) Temps universel coordonné":20260330T180000',
      '2026-03-30T18:00:00.000Z',
    ],
    ['in a zone of the file', 'DTSTART;TZID=Customized Time Zone:20260330T180000', '2026-03-30T16:00:00.000Z'],
    [
      'in a zone of the file, in winter',
      'DTSTART;TZID=Customized Time Zone:20260228T180000',
      '2026-02-28T17:00:00.000Z',
    ],
    ['without a zone', 'DTSTART:20260330T180000', '2026-03-30T16:00:00.000Z'],
    ['in an unknown zone', 'DTSTART;TZID=Chez nous:20260330T180000', '2026-03-30T16:00:00.000Z'],
    // Clocks are put forward on 29 March 2026 at 2, and back on 25 October at 3.
    ['before clocks are put forward', 'DTSTART;TZID=Europe/Paris:20260329T015900', '2026-03-29T00:59:00.000Z'],
    ['that clocks skip', 'DTSTART;TZID=Europe/Paris:20260329T023000', '2026-03-29T01:30:00.000Z'],
    [
      'that clocks skip in a zone of the file',
      'DTSTART;TZID=Customized Time Zone:20260329T023000',
      '2026-03-29T01:30:00.000Z',
    ],
    ['after clocks are put forward', 'DTSTART;TZID=Europe/Paris:20260329T030000', '2026-03-29T01:00:00.000Z'],
    ['that clocks show twice', 'DTSTART;TZID=Europe/Paris:20261025T023000', '2026-10-25T00:30:00.000Z'],
    [
      'that clocks show twice in a zone of the file',
      'DTSTART;TZID=Customized Time Zone:20261025T023000',
      '2026-10-25T00:30:00.000Z',
    ],
    ['after clocks are put back', 'DTSTART;TZID=Europe/Paris:20261025T030000', '2026-10-25T02:00:00.000Z'],
    ['of a day that is written with dashes', 'DTSTART:2026-03-30T18:00:00', '2026-03-30T16:00:00.000Z'],
    ['at the end of a day', 'DTSTART;TZID=Europe/Paris:20260330T240000', '2026-03-30T22:00:00.000Z'],
  ])('%s is the same', async (_name, lines, expected) => {
    process.env['TZ'] = zone;
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(
      { UTC: 0, 'America/New_York': 300, 'Pacific/Auckland': -780 }[zone],
    );
    expect(instant((await first(lines, CUSTOM))?.startsAt)).toBe(expected);
  });

  it('of a rule is the same, and so is its day', async () => {
    process.env['TZ'] = zone;
    expect(await starts('DTSTART;TZID=Europe/Paris:20260316T180000\nRRULE:FREQ=WEEKLY;UNTIL=20260406T160000Z')).toEqual(
      [
        '2026-03-16T18:00:00+01:00',
        '2026-03-23T18:00:00+01:00',
        '2026-03-30T18:00:00+02:00',
        '2026-04-06T18:00:00+02:00',
      ],
    );
    expect(await starts('DTSTART;VALUE=DATE:20260501\nRRULE:FREQ=DAILY;COUNT=2')).toEqual(['2026-05-01', '2026-05-02']);
  });
});

describe('a time', () => {
  it('is written as the clocks of its place show it', async () => {
    expect(
      await first('DTSTART;TZID=America/Martinique:20260512T090000\nDTEND;TZID=America/Martinique:20260512T103000'),
    ).toMatchObject({
      date: '2026-05-12',
      startsAt: '2026-05-12T09:00:00-04:00',
      endsAt: '2026-05-12T10:30:00-04:00',
    });
  });

  it('of universal time, which belongs to no place, is written in the zone of the calendar', async () => {
    expect(await first('DTSTART:20260330T223000Z')).toMatchObject({
      date: '2026-03-31',
      startsAt: '2026-03-31T00:30:00+02:00',
    });
    expect(await first('DTSTART:20260330T223000Z', 'X-WR-TIMEZONE:America/Vancouver')).toMatchObject({
      date: '2026-03-30',
      startsAt: '2026-03-30T15:30:00-07:00',
    });
    expect((await first('DTSTART:20260330T223000Z', 'X-WR-TIMEZONE:UTC'))?.startsAt).toBe('2026-03-31T00:30:00+02:00');
  });

  it('without a zone is of the page’s author, else of the calendar', async () => {
    const text = calendar('X-WR-TIMEZONE:Europe/Athens', event('DTSTART:20260330T180000'));
    expect((await load(text)).events[0]?.startsAt).toBe('2026-03-30T18:00:00+03:00');
    const asked = await load(text, { options: { zone: 'Europe/London' } });
    expect(asked.events[0]?.startsAt).toBe('2026-03-30T18:00:00+01:00');
    expect(asked.issues).toEqual([]);
    await expect(load(text, { options: { zone: 'Bretagne' } })).rejects.toMatchObject({
      code: 'config',
      details: { given: 'zone=Bretagne' },
    });
  });

  it('in an unknown zone is said, with its lines', async () => {
    const { issues } = await loadEvent('DTSTART;TZID=Chez nous:20260330T180000', 'X-WR-TIMEZONE:Nulle/Part');
    expect(issues).toMatchObject([
      { rule: 'time-zone', found: 'Nulle/Part, Chez nous', where: { file: SRC, lines: [1, 3] } },
    ]);
    expect(issues[0]?.message.fr).toContain('fuseau horaire «\u202fChez nous\u202f» inconnu');
    expect(issues[0]?.message['en']).toContain('unknown time zone "Chez nous"');
  });

  it('in a city whose name is that of another offset is not taken for it', async () => {
    // Istanbul was two hours ahead when Outlook wrote this, and is three hours ahead now.
    expect((await first('DTSTART;TZID="(GMT+02:00) Istanbul":20260130T180000'))?.startsAt).toBe(
      '2026-01-30T18:00:00+02:00',
    );
  });
});

describe('an event', () => {
  it('has the fields that the file states', async () => {
    const found = await first(
      `DTSTART:20260330T160000Z
LOCATION:Salle des fêtes\\, 3 rue du Port\\n29200 Brest
GEO:48.39;-4.48
URL:https://pole.example/fete
CATEGORIES:ESS,Assemblée générale
CATEGORIES:ESS
DESCRIPTION:jamais lue
ORGANIZER;CN=Une personne:mailto:personne@exemple.invalid
ATTENDEE;CN="Autre: personne":mailto:autre@exemple.invalid`,
    );
    expect(found).toEqual({
      id: 'a',
      title: { fr: 'Fête' },
      date: '2026-03-30',
      startsAt: '2026-03-30T18:00:00+02:00',
      endsAt: null,
      status: 'planned',
      count: 1,
      place: 'Salle des fêtes, 3 rue du Port, 29200 Brest',
      online: false,
      territories: [],
      position: { lat: 48.39, lon: -4.48, precision: 'address' },
      organisers: [],
      themes: ['ess', 'assemblee-generale'],
      url: 'https://pole.example/fete',
      sections: [],
    });
    expect(JSON.stringify(found)).not.toMatch(/personne|jamais/);
  });

  it('names its themes as the file does', async () => {
    const { categories } = await loadEvent('DTSTART:20260330\nCATEGORIES:Assemblée générale,a\\,b');
    expect(categories).toEqual([
      { id: 'assemblee-generale', dimension: 'theme', label: { fr: 'Assemblée générale' }, order: 0 },
      { id: 'a-b', dimension: 'theme', label: { fr: 'a,b' }, order: 1 },
    ]);
  });

  it.each([
    ['a day', 'DTSTART;VALUE=DATE:20260330', '2026-03-30'],
    ['a day whose end is the day after', 'DTSTART;VALUE=DATE:20260330\nDTEND;VALUE=DATE:20260331', '2026-03-30'],
    ['a day whose end is itself', 'DTSTART;VALUE=DATE:20260330\nDTEND;VALUE=DATE:20260330', '2026-03-30'],
    ['a day that is not said to be one', 'DTSTART:20260330\nDTEND:20260331', '2026-03-30'],
    ['three days', 'DTSTART;VALUE=DATE:20260329\nDTEND;VALUE=DATE:20260401', '2026-03-29/2026-03-31'],
    ['three days by their duration', 'DTSTART;VALUE=DATE:20260329\nDURATION:P3D', '2026-03-29/2026-03-31'],
    ['a week', 'DTSTART;VALUE=DATE:20260330\nDURATION:P1W', '2026-03-30/2026-04-05'],
    ['two days of which one is in hours', 'DTSTART;VALUE=DATE:20260330\nDURATION:PT48H', '2026-03-30/2026-03-31'],
    ['a day with a zone, which says nothing', 'DTSTART;TZID=Pacific/Auckland;VALUE=DATE:20260330', '2026-03-30'],
    ['a last day with an hour', 'DTSTART;VALUE=DATE:20260330\nDTEND:20260331T120000', '2026-03-30/2026-03-31'],
  ])('may take %s', async (_name, lines, date) => {
    expect(await first(lines)).toMatchObject({ date, startsAt: null, endsAt: null });
  });

  it.each([
    ['its end', 'DTEND;TZID=Europe/Paris:20260329T040000', '2026-03-29T04:00:00+02:00'],
    ['an end in another zone', 'DTEND;TZID=Europe/London:20260329T040000', '2026-03-29T05:00:00+02:00'],
    ['hours of a duration, which are exact', 'DURATION:PT3H', '2026-03-29T05:00:00+02:00'],
    ['a day of a duration, which is one of the calendar', 'DURATION:P1D', '2026-03-30T01:00:00+02:00'],
    ['both', 'DURATION:P1DT1H', '2026-03-30T02:00:00+02:00'],
    ['nothing, where it is not known', '', null],
    ['nothing, where it is the start', 'DTEND;TZID=Europe/Paris:20260329T010000', null],
  ])('ends by %s', async (_name, line, endsAt) => {
    const found = await first(`DTSTART;TZID=Europe/Paris:20260329T010000\n${line}`);
    expect(found?.endsAt).toBe(endsAt);
  });

  it.each([
    ['DTEND:20260330T150000Z'],
    ['DTEND:20261345T150000Z'],
    ['DURATION:-PT1H'],
    ['DURATION:bientôt'],
    ['DURATION:P999999W'],
  ])('is kept without its end where that is %s', async (line) => {
    const { events, issues } = await loadEvent(`DTSTART:20260330T160000Z\n${line}`);
    expect(events).toMatchObject([{ endsAt: null }]);
    expect(issues).toMatchObject([{ rule: 'end', severity: 'warning', found: line.split(':')[1], where: { line: 2 } }]);
  });

  it.each([
    ['CANCELLED', 'cancelled'],
    ['cancelled', 'cancelled'],
    ['CONFIRMED', 'planned'],
    ['TENTATIVE', 'planned'],
    ['NEEDS-ACTION', 'planned'],
  ])('of the status %s is %s', async (status, expected) => {
    expect((await first(`DTSTART:20260330T160000Z\nSTATUS:${status}`))?.status).toBe(expected);
  });

  it('that is over was held only where the publisher says so', async () => {
    const text = calendar(
      'BEGIN:VEVENT\nUID:over\nDTSTART:20260228T160000Z\nEND:VEVENT',
      'BEGIN:VEVENT\nUID:under-way\nDTSTART:20260301T073000Z\nDTEND:20260301T093000Z\nEND:VEVENT',
      'BEGIN:VEVENT\nUID:today\nDTSTART;VALUE=DATE:20260301\nEND:VEVENT',
      'BEGIN:VEVENT\nUID:yesterday\nDTSTART;VALUE=DATE:20260228\nDTEND;VALUE=DATE:20260301\nEND:VEVENT',
      'BEGIN:VEVENT\nUID:off\nDTSTART:20260228T160000Z\nSTATUS:CANCELLED\nEND:VEVENT',
    );
    const statuses = async (options: Record<string, string>) =>
      (await load(text, { options })).events.map(({ status }) => status);
    expect(await statuses({})).toEqual(['planned', 'planned', 'planned', 'planned', 'cancelled']);
    expect(await statuses({ past: 'held' })).toEqual(['held', 'planned', 'planned', 'held', 'cancelled']);
  });

  it.each([
    ['LOCATION:https://visio.example/salle', { place: null, online: true, url: 'https://visio.example/salle' }],
    ['LOCATION:En ligne', { place: 'En ligne', online: true, url: null }],
    ['LOCATION:Réunion Microsoft Teams', { place: 'Réunion Microsoft Teams', online: true }],
    ['LOCATION:Visioconférence', { place: 'Visioconférence', online: true }],
    ['LOCATION:Rue de la Ligne', { place: 'Rue de la Ligne', online: false }],
    ['LOCATION:', { place: null, online: false }],
    ['URL:javascript:alert(1)', { url: null }],
    ['URL:ftp://pole.example/', { url: null }],
    ['URL:https://personne:secret@pole.example/', { url: null }],
    ['URL;VALUE=URI:http://pole.example/a?b=c:d', { url: 'http://pole.example/a?b=c:d' }],
    ['GEO:48.39\\;-4.48', { position: { lat: 48.39, lon: -4.48 } }],
    ['GEO:0;0', { position: null }],
  ])('of %s is where it says', async (line, expected) => {
    const { events, issues } = await loadEvent(`DTSTART:20260330T160000Z\n${line}`);
    expect(events[0]).toMatchObject(expected);
    expect(issues).toEqual([]);
  });

  it('of a position that is none is kept without it, which is said', async () => {
    const { events, issues } = await loadEvent('DTSTART:20260330T160000Z\nGEO:148.39;-4.48');
    expect(events[0]?.position).toBeNull();
    expect(issues).toMatchObject([{ rule: 'position', found: '148.39;-4.48', where: { line: 2 } }]);
  });

  it('without a title is kept, and said', async () => {
    const { events, issues } = await load(calendar('BEGIN:VEVENT\nUID:a\nDTSTART:20260330\nEND:VEVENT'));
    expect(events[0]?.title).toEqual({ fr: 'Sans titre', en: 'Untitled' });
    expect(issues).toMatchObject([{ rule: 'title', severity: 'info' }]);
  });

  it.each(['PRIVATE', 'CONFIDENTIAL', 'X-INTERNE', 'private'])(
    'of the class %s is left out, and counted',
    async (kind) => {
      const secret = `BEGIN:VEVENT\nUID:b\nSUMMARY:Secret\nDTSTART:20260330T160000Z\nCLASS:${kind}\nEND:VEVENT`;
      const broken = `BEGIN:VEVENT\nUID:c\nSUMMARY:Secret\nDTSTART:secret\nCLASS:${kind}\nEND:VEVENT`;
      const { events, issues } = await load(calendar(secret, event('DTSTART:20260330T160000Z\nCLASS:PUBLIC'), broken));
      expect(events.map(({ id }) => id)).toEqual(['a']);
      expect(issues).toMatchObject([{ rule: 'private', severity: 'info', where: { lines: [2, 14] } }]);
      expect(JSON.stringify(issues)).not.toMatch(/secret/i);
    },
  );

  it('that cannot be read costs itself alone, with its line', async () => {
    const text = calendar(
      event('DTSTART:20260230T160000Z'),
      event('LOCATION:Brest'),
      'BEGIN:VEVENT\nUID:cut\nDTSTART:20260330T160000Z',
      'BEGIN:VEVENT\nUID:good\nSUMMARY;BAD PARAMETER:Fête\nDTSTART;PARAMETER:20260330\nATTENDEE;:\nEND:VEVENT',
    );
    const { events, issues } = await load(text);
    expect(events.map(({ id, title, date }) => [id, title.fr, date])).toEqual([['good', 'Fête', '2026-03-30']]);
    expect(issues).toMatchObject([{ rule: 'event', severity: 'error', where: { lines: [2, 7, 12] } }]);
    expect(issues[0]?.message.fr).toContain('date de début «\u202f20260230T160000Z\u202f» illisible (DTSTART)');
    expect(issues[0]?.message['en']).toContain('event without a start (DTSTART); left out');
  });
});

describe('events of one uid', () => {
  it('are both kept where nothing says that one is a version of the other, with ids of their own, and said', async () => {
    const { events, issues } = await load(
      calendar(
        event('DTSTART:20260330T160000Z'),
        event('DTSTART:20260331T160000Z'),
        event('DTSTART:20260331T160000Z\nLOCATION:Brest'),
      ),
    );
    expect(events.map(({ id, place }) => [id, place])).toEqual([
      ['a', null],
      ['a/2026-03-31', 'Brest'],
    ]);
    expect(issues).toMatchObject([
      { rule: 'uid-shared', severity: 'warning' },
      { rule: 'uid-repeated', severity: 'info' },
    ]);
  });

  it('are one where they say the same, in two calendars of a file too', async () => {
    const text = calendar(event('DTSTART:20260330T160000Z'));
    const { events, rules } = await load(text + text);
    expect(events).toHaveLength(1);
    expect(rules).toEqual(['uid-repeated']);
  });

  it('that is very long have ids that are not', async () => {
    const [one, two] = ['b', 'c'].map((end) =>
      event('DTSTART:20260330').replace('UID:a', `UID:${'a'.repeat(300)}${end}`),
    );
    const { events, issues } = await load(calendar(one ?? '', two ?? ''));
    expect(events.map(({ id }) => id.length)).toEqual([255, 257]);
    expect(issues).toEqual([]);
  });

  it('without one have an id of their own', async () => {
    const one = (title: string) => `BEGIN:VEVENT\nSUMMARY:${title}\nDTSTART:20260330T160000Z\nEND:VEVENT`;
    const { events, issues } = await load(calendar(one('Fête d’été'), one('Repas')));
    expect(events.map(({ id }) => id)).toEqual(['fete-d-ete/2026-03-30', 'repas/2026-03-30']);
    expect(issues).toEqual([]);
  });
});

describe('a rule', () => {
  it.each([
    [
      'up to an instant that is a time of it',
      'RRULE:FREQ=WEEKLY;UNTIL=20260406T160000Z',
      ['03-16', '03-23', '03-30', '04-06'],
    ],
    ['up to an instant a second before', 'RRULE:FREQ=WEEKLY;UNTIL=20260406T155959Z', ['03-16', '03-23', '03-30']],
    ['up to a day, with it', 'RRULE:FREQ=WEEKLY;UNTIL=20260406', ['03-16', '03-23', '03-30', '04-06']],
    ['up to a time of its clock', 'RRULE:FREQ=WEEKLY;UNTIL=20260406T180000', ['03-16', '03-23', '03-30', '04-06']],
    ['of so many times', 'RRULE:FREQ=DAILY;COUNT=3', ['03-16', '03-17', '03-18']],
    [
      'of every other week, on two days',
      'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=4',
      ['03-16', '03-19', '03-30', '04-02'],
    ],
    ['of the last Tuesday of a month', 'RRULE:FREQ=MONTHLY;BYDAY=-1TU;COUNT=3', ['03-31', '04-28', '05-26']],
    [
      'of the last working day of a month',
      'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3',
      ['03-31', '04-30', '05-29'],
    ],
    ['of the last day of a month', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3', ['03-31', '04-30', '05-31']],
    ['of the second Sunday of May', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=2SU;COUNT=2', ['05-10', '05-09']],
    ['of a week of the year', 'RRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=2', ['05-11', '05-17']],
    ['in small letters', 'RRULE:freq=weekly;count=2;byday=mo', ['03-16', '03-23']],
    [
      'with dates of its own',
      'RRULE:FREQ=WEEKLY;COUNT=2\nRDATE;TZID=Europe/Paris:20260318T180000,20260316T180000',
      ['03-16', '03-18', '03-23'],
    ],
    [
      'of given dates alone',
      'RDATE;TZID=Europe/Paris:20260318T180000\nRDATE;VALUE=PERIOD:20260320T170000Z/PT1H',
      ['03-16', '03-18', '03-20'],
    ],
    ['that is over before it begins', 'RRULE:FREQ=WEEKLY;UNTIL=20260101T000000Z', ['03-16']],
    ['that has no date', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=3', ['03-16']],
  ])('%s is written out', async (_name, rule, expected) => {
    expect((await days(rule)).map((day) => day?.slice(5))).toEqual(expected);
  });

  it('of a day that a month or a year lacks passes over it', async () => {
    expect(await starts('DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY;COUNT=3')).toEqual([
      '2024-02-29',
      '2028-02-29',
      '2032-02-29',
    ]);
    expect(await starts('DTSTART;VALUE=DATE:20260131\nRRULE:FREQ=MONTHLY;COUNT=3')).toEqual([
      '2026-01-31',
      '2026-03-31',
      '2026-05-31',
    ]);
  });

  it('gives each date an id, and two of one day their hours', async () => {
    const { events } = await loadEvent(
      'DTSTART;TZID=Europe/Paris:20260316T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;BYHOUR=9,14;COUNT=3',
    );
    expect(events.map(({ id, endsAt }) => [id, endsAt])).toEqual([
      ['a/2026-03-16', '2026-03-16T10:00:00+01:00'],
      ['a/2026-03-16T14:00', '2026-03-16T15:00:00+01:00'],
      ['a/2026-03-17', '2026-03-17T10:00:00+01:00'],
    ]);
  });

  it.each([
    ['UNTIL=20260503', ['05-01', '05-02', '05-03']],
    ['UNTIL=20260503T000000Z', ['05-01', '05-02', '05-03']],
    ['UNTIL=20260503T215959Z', ['05-01', '05-02', '05-03']],
    ['UNTIL=20260502T220000Z', ['05-01', '05-02', '05-03']],
  ])('of whole days ends with the day that %s means', async (until, expected) => {
    const found = await starts(`DTSTART;VALUE=DATE:20260501\nRRULE:FREQ=DAILY;${until}`);
    expect(found.map((day) => day?.slice(5))).toEqual(expected);
  });

  it('without an end is written out a year before and after the answer, which is said', async () => {
    const { events, issues } = await loadEvent('DTSTART;TZID=Europe/Paris:20100104T180000\nRRULE:FREQ=WEEKLY');
    const dates = events.map(({ date }) => date);
    expect([dates[0], dates.at(-1), dates.length]).toEqual(['2025-03-03', '2027-02-22', 104]);
    expect(issues).toMatchObject([{ rule: 'rule-endless', severity: 'info' }]);
    expect(await starts('DTSTART;VALUE=DATE:20310501\nRRULE:FREQ=YEARLY')).toEqual(
      ['2031-05-01', '2032-05-01'].slice(0, 1),
    );
  });

  it('of more dates than are kept has those nearest to the answer, which is said', async () => {
    const { events, issues } = await loadEvent('DTSTART;VALUE=DATE:20240101\nRRULE:FREQ=DAILY;COUNT=3000');
    expect([events.length, events[0]?.date, events.at(-1)?.date]).toEqual([400, '2025-08-14', '2026-09-17']);
    expect(issues).toMatchObject([{ rule: 'rule-cut', severity: 'warning', found: 'Fête', where: { line: 2 } }]);
    expect(issues[0]?.message.fr).toContain('les 400 plus proches du 2026-03-01');
  });

  it('shares the dates of a file with its other rules', async () => {
    const many = Array.from({ length: 50 }, (_each, n) =>
      event('DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=DAILY;COUNT=300').replace('UID:a', `UID:${n}`),
    );
    expect((await load(calendar(...many))).events).toHaveLength(5_000);
  });

  it.each([
    'FREQ=HOURLY',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;UNTIL=toujours',
    '',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=DAILY;INTERVAL=-1',
  ])('that cannot be followed (%s) gives its first date, which is said', async (rule) => {
    const { events, issues } = await loadEvent(`DTSTART:20260330T160000Z\nRRULE:${rule}`);
    expect(events.map(({ id }) => id)).toEqual(['a']);
    expect(issues).toMatchObject([{ rule: 'rule', severity: 'warning', found: rule }]);
  });

  const RULE = 'RRULE:FREQ=WEEKLY;COUNT=4';

  it.each([
    ['its time', 'EXDATE;TZID=Europe/Paris:20260323T180000', 0],
    ['its instant', 'EXDATE:20260323T170000Z', 0],
    ['several of a line, one of which is none of it', 'EXDATE;TZID=Europe/Paris:20260323T180000,20260324T180000', 0],
    ['its day', 'EXDATE;VALUE=DATE:20260323', 1],
    ['its day, in a line that ical.js does not read', 'EXDATE:20260323', 1],
    ['its day with another hour', 'EXDATE:20260323T060000', 1],
  ])('leaves out a date by %s', async (_name, line, remarks) => {
    const { events, rules } = await loadEvent(`DTSTART;TZID=Europe/Paris:20260316T180000\n${RULE}\n${line}`);
    expect(events.map(({ date }) => date?.slice(5))).toEqual(['03-16', '03-30', '04-06']);
    expect(rules).toEqual(Array(remarks).fill('exdate'));
  });

  it('leaves out no date of a day with two by another hour', async () => {
    const twice = 'DTSTART;TZID=Europe/Paris:20260316T090000\nRRULE:FREQ=DAILY;BYHOUR=9,14;COUNT=4';
    expect(await starts(`${twice}\nEXDATE:20260316T060000`)).toHaveLength(4);
    expect(await starts(`${twice}\nEXDATE;VALUE=DATE:20260316`)).toHaveLength(2);
  });

  it.each([
    'EXDATE;VALUE=DATE:20260502',
    'EXDATE:20260502T000000Z',
    'EXDATE:20260501T220000Z',
    'EXDATE:20260502T000000',
  ])('of whole days leaves out the one of %s', async (line) => {
    expect(await starts(`DTSTART;VALUE=DATE:20260501\nRRULE:FREQ=DAILY;COUNT=3\n${line}`)).toEqual([
      '2026-05-01',
      '2026-05-03',
    ]);
  });

  it('says which exception cannot be read', async () => {
    const { events, issues } = await loadEvent(`DTSTART;TZID=Europe/Paris:20260316T180000\n${RULE}\nEXDATE:20261399`);
    expect(events).toHaveLength(4);
    expect(issues).toMatchObject([{ rule: 'exdate', severity: 'warning', found: '20261399' }]);
  });

  const changed = (lines: string) =>
    load(calendar(event(`DTSTART;TZID=Europe/Paris:20260316T180000\nDURATION:PT1H\n${RULE}`), event(lines)));

  it('has a date moved', async () => {
    const { events, issues } = await changed(
      'RECURRENCE-ID;TZID=Europe/Paris:20260323T180000\nDTSTART;TZID=Europe/Paris:20260324T190000\nLOCATION:Brest',
    );
    expect(events.map(({ id, date, place, endsAt }) => [id, date, place, endsAt])).toEqual([
      ['a/2026-03-16', '2026-03-16', null, '2026-03-16T19:00:00+01:00'],
      ['a/2026-03-30', '2026-03-30', null, '2026-03-30T19:00:00+02:00'],
      ['a/2026-04-06', '2026-04-06', null, '2026-04-06T19:00:00+02:00'],
      ['a/2026-03-23', '2026-03-24', 'Brest', null],
    ]);
    expect(issues).toEqual([]);
  });

  it.each([
    ['by its instant', 'RECURRENCE-ID:20260323T170000Z\nDTSTART:20260323T170000Z\nSTATUS:CANCELLED', 4, 'cancelled'],
    ['by its day', 'RECURRENCE-ID;VALUE=DATE:20260323\nDTSTART:20260323T170000Z\nSTATUS:CANCELLED', 4, 'cancelled'],
    ['that is none of it, as one more', 'RECURRENCE-ID:20260325T170000Z\nDTSTART:20260325T170000Z', 5, 'planned'],
  ])('has a date changed %s', async (_name, lines, count, status) => {
    const { events } = await changed(lines);
    expect(events).toHaveLength(count);
    expect(events.at(-1)?.status).toBe(status);
  });

  it('has a date made private, which nothing shows, and no date where it is private itself', async () => {
    const lines = 'RECURRENCE-ID:20260323T170000Z\nDTSTART:20260323T170000Z';
    const { events, rules } = await changed(`${lines}\nCLASS:PRIVATE`);
    expect(events.map(({ date }) => date?.slice(5))).toEqual(['03-16', '03-30', '04-06']);
    expect(rules).toEqual(['private']);
    const hidden = await load(calendar(event(`DTSTART:20260316T170000Z\n${RULE}\nCLASS:PRIVATE`), event(lines)));
    expect([hidden.events, hidden.rules]).toEqual([[], ['private']]);
  });

  it('has a change without its rule kept as an event', async () => {
    const { events } = await loadEvent('RECURRENCE-ID:20260323T170000Z\nDTSTART:20260324T170000Z');
    expect(events.map(({ id, date }) => [id, date])).toEqual([['a/2026-03-23', '2026-03-24']]);
  });
});

describe('a file', () => {
  const LINES = calendar(event('DTSTART;TZID=Europe/Paris:20260330T180000\nLOCATION:Maison des associations de Brest'));
  const folded = LINES.replace('associations', 'associ\n ations').replace('Brest', 'Br\n\test');

  it.each([
    ['line feeds', LINES],
    ['Windows line ends', LINES.replaceAll('\n', '\r\n')],
    ['carriage returns alone', LINES.replaceAll('\n', '\r')],
    ['folded lines', folded],
    ['folded lines and Windows line ends', folded.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${LINES}`],
    ['blank lines', LINES.replaceAll('\n', '\n\n')],
    ['small letters', LINES.replace(/BEGIN|END|VEVENT|DTSTART|SUMMARY|TZID/g, (word) => word.toLowerCase())],
    ['words before it', `Warning: something of PHP\n${LINES}`],
  ])('is read with %s', async (_name, text) => {
    const { events, issues } = await load(bytesOf(text));
    expect(events).toMatchObject([
      {
        id: 'a',
        title: { fr: 'Fête' },
        startsAt: '2026-03-30T18:00:00+02:00',
        place: 'Maison des associations de Brest',
      },
    ]);
    expect(issues).toEqual([]);
  });

  it('is read in Windows-1252 where it is no UTF-8', async () => {
    const bytes = Uint8Array.from([...LINES].map((char) => char.charCodeAt(0)));
    expect((await load(bytes)).events[0]?.title.fr).toBe('Fête');
  });

  it('folded within a character is read whole', async () => {
    const at = LINES.indexOf('ê');
    const [before, after] = [bytesOf(LINES.slice(0, at)), bytesOf(LINES.slice(at + 1))];
    const title = (await load(new Uint8Array([...before, 0xc3, 0x0a, 0x20, 0xaa, ...after]))).events[0]?.title.fr;
    expect(title).toBe('Fête');
  });

  it('may escape its texts, or not, as Mobilizon does', async () => {
    const titles = async (title: string) =>
      (await load(calendar(`BEGIN:VEVENT\nUID:a\nSUMMARY:${title}\nDTSTART:20260330\nEND:VEVENT`))).events[0]?.title.fr;
    expect(await titles('Assemblée\\, puis apéro\\; ouvert \\\\ à\\ntous')).toBe(
      'Assemblée, puis apéro; ouvert \\ à tous',
    );
    expect(await titles('Assemblée, puis apéro ; "ouvert" : à tous')).toBe('Assemblée, puis apéro ; "ouvert" : à tous');
  });

  it('may have alarms and unknown parts in its events', async () => {
    const alarm = 'BEGIN:VALARM\nUID:alarm\nSUMMARY:Rappel\nDTSTART:20200101\nTRIGGER:-PT15M\nEND:VALARM';
    const { events, issues } = await load(
      calendar('BEGIN:VTODO\nUID:todo\nDTSTART:20260330\nEND:VTODO', event(`${alarm}\nDTSTART:20260330`)),
    );
    expect(events).toMatchObject([{ id: 'a', title: { fr: 'Fête' }, date: '2026-03-30' }]);
    expect(issues).toEqual([]);
  });

  it('may hold two calendars, each with its zone', async () => {
    const one = calendar('X-WR-CALNAME:Un', 'X-WR-TIMEZONE:Europe/London', event('DTSTART:20260330T180000'));
    const two = calendar('X-WR-CALNAME:Deux', event('DTSTART:20260330T180000').replace('UID:a', 'UID:b'));
    const { events, dataset } = await load(one + two);
    expect(events.map(({ startsAt }) => startsAt)).toEqual(['2026-03-30T18:00:00+01:00', '2026-03-30T18:00:00+02:00']);
    expect(dataset.manifest.title).toEqual({ fr: 'Un' });
  });

  it('is called as it calls itself, else by its name', async () => {
    const title = async (line: string, src = SRC) => (await load(calendar(line), { src })).dataset.manifest.title.fr;
    expect(await title('X-WR-CALNAME:Agenda du Pôle\\, public')).toBe('Agenda du Pôle, public');
    expect(await title('NAME;VALUE=TEXT:Le nom')).toBe('Le nom');
    expect(await title('X-WR-CALNAME:', 'https://agenda.example/dossier/mon_agenda.ics')).toBe('mon agenda');
    expect(await title('', 'https://agenda.example/@groupe/feed/ics')).toBe('Agenda');
  });

  it('that a site has kept is credited to the host at which it was read', async () => {
    const publisher = async (...lines: string[]) => (await load(calendar(...lines))).dataset.manifest.publisher;
    expect(await publisher('X-ESS-SOURCE:nuage.example')).toEqual({ name: 'nuage.example' });
    expect(await publisher('X-ESS-SOURCE:')).toEqual({ name: 'agenda.ics' });
  });

  it('says its day and its years, and is never complete', async () => {
    const { dataset } = await load(
      calendar(
        ...['20241203', '20260330', '20280101'].map((day, n) => event(`DTSTART:${day}`).replace('UID:a', `UID:${n}`)),
      ),
    );
    expect(dataset.manifest).toMatchObject({
      updated: '2026-03-01',
      periods: ['2024', '2026'],
      publisher: { name: 'agenda.ics' },
      collections: { events: { href: SRC, count: 3, coverage: [] } },
    });
  });

  it.each([
    ['X-WR-TIMEZONE:Indian/Reunion', 'Indian/Reunion'],
    ['BEGIN:VTIMEZONE\nTZID:America/Martinique\nEND:VTIMEZONE', 'America/Martinique'],
    ['X-WR-TIMEZONE:UTC', undefined],
    ['X-WR-TIMEZONE:Nulle/Part', undefined],
    ['BEGIN:VTIMEZONE\nTZID:Chez nous\nEND:VTIMEZONE', undefined],
    [
      'BEGIN:VTIMEZONE\nTZID:Europe/Paris\nEND:VTIMEZONE\nBEGIN:VTIMEZONE\nTZID:Indian/Reunion\nEND:VTIMEZONE',
      undefined,
    ],
  ])('is of the one zone that it names: %s', async (lines, zone) => {
    const { dataset } = await load(calendar(lines, event('DTSTART:20260330T160000Z')));
    expect([dataset.manifest.zone, dataset.manifest.periodsInferred]).toEqual([zone, true]);
  });

  it('is of the zone that the author names, before its own', async () => {
    const text = calendar('X-WR-TIMEZONE:Indian/Reunion', event('DTSTART:20260330T160000Z'));
    expect((await load(text, { options: { zone: 'Europe/Brussels' } })).dataset.manifest.zone).toBe('Europe/Brussels');
  });

  it('that was cut is said to be', async () => {
    const { events, issues } = await load(`${LINES.replace('END:VCALENDAR\n', '')}BEGIN:VEVENT\nUID:b\nDTSTART:2026`);
    expect(events).toHaveLength(1);
    expect(issues.map(({ rule, severity, where }) => [rule, severity, where.line])).toEqual([
      ['event', 'error', 8],
      ['cut', 'warning', 1],
    ]);
  });

  it('without an event is an empty calendar', async () => {
    const { events, rules } = await load(calendar());
    expect([events, rules]).toEqual([[], ['no-events']]);
  });

  it.each([
    ['a text', 'Ceci est une phrase.', 'syntax'],
    ['a calendar of another kind', 'BEGIN:VCARD\nEND:VCARD', 'syntax'],
    ['a spreadsheet', 'PK\x03\x04', 'format'],
    ['a page', '<!doctype html><title>Connexion</title>', 'html'],
  ])('that is %s is refused', async (_name, text, code) => {
    await expect(load(text)).rejects.toMatchObject({ name: 'EssError', code, details: { url: SRC } });
  });

  it('of 20,000 events gives them all, and lets others work meanwhile', async () => {
    let pauses = 0;
    const all = Array.from({ length: 20_000 }, (_each, n) =>
      event(`DTSTART;TZID=Europe/Paris:20260330T180000\nDTEND;TZID=Europe/Paris:20260330T200000`).replace(
        'UID:a',
        `UID:${n}`,
      ),
    );
    const { events, issues } = await load(calendar(...all), { pause: async () => void (pauses += 1) });
    expect(new Set(events.map(({ id }) => id)).size).toBe(20_000);
    expect(issues).toEqual([]);
    expect(pauses).toBeGreaterThan(60);
  });
});

describe('an address', () => {
  it.each([
    'https://cloud.example/agenda.ics',
    'https://mobilizon.example/@groupe/feed/ics',
    'https://cloud.example/remote.php/dav/public-calendars/aBcDeF/?export',
    'https://site.example/agenda/?ical=1',
    'https://site.example/export?format=ics&lang=fr',
    'https://calendar.example/calendar/ical/pole%40example/public/basic.ics',
  ])('%s is that of a calendar', (src) => {
    expect(ical.detect(src)).toBeGreaterThanOrEqual(0.5);
  });

  it.each([
    'https://site.example/topics',
    'https://site.example/ics-guide/page.html',
    'https://site.example/liste.csv',
  ])('%s is not', (src) => {
    expect(ical.detect(src)).toBe(0);
  });
});
