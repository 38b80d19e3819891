/** The light form of own lists in the language of host sites, beside that of the core. It needs a `php`, which `npm test` installs where it may. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { lightStill } from '@ess-widgets/core/charts';
import { describe, expect, it } from 'vitest';
import { ical } from '../../packages/core/src/data/sources/ical/ical.ts';
import { list } from '../../packages/core/src/data/sources/list/list.ts';

type Rows = readonly (readonly string[])[];
interface Light {
  readonly html: string;
  readonly told: readonly object[];
}

const TODAY = '2026-03-15';
const READ = '2026-01-15T10:00:00Z';
const WIDGETS = { members: ['member-map', 'member-list'], events: ['event-agenda', 'event-counter'] } as const;

const listOf = (kind: keyof typeof WIDGETS, fields: readonly string[], rows: Rows): string =>
  JSON.stringify({
    ...{ format: 'ess-list/1', kind, read: READ, fields, rows },
    source: { title: 'Nos données', host: 'a.example', licence: '' },
  });

const calendarOf = (...events: readonly (readonly string[])[]): string =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:essai'],
    ...events.flatMap((lines) => ['BEGIN:VEVENT', 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT']),
    ...['END:VCALENDAR', ''],
  ].join('\r\n');

function inPhp(widget: string, body: string, attributes: object): Light | null {
  const type = body.startsWith('{') ? 'application/json' : 'text/calendar';
  const step = { do: 'light', widget, attributes, today: TODAY, files: [{ body, type }] };
  const { error, stdout, stderr } = spawnSync('php', [path.join(import.meta.dirname, 'reading.php')], {
    input: JSON.stringify({ steps: [step] }),
    encoding: 'utf8',
  });
  if (error) throw new Error('This test needs PHP: apt-get install php-cli.', { cause: error });
  expect(stderr).toBe('');
  const [found] = JSON.parse(stdout) as readonly [{ readonly html: string; readonly script: string } | null];
  const graph = found && JSON.parse(found.script.replace(/^<script[^>]*>|<\/script>$/g, ''))['@graph'];
  return found && { html: found.html, told: graph };
}

async function inCore(widget: string, body: string, attributes: Readonly<Record<string, string>>): Promise<Light> {
  const source = body.startsWith('{') ? list : ical;
  const headers = { date: 'Thu, 15 Jan 2026 10:00:00 GMT' };
  const context = { fetch: async () => new Response(body, { headers }), signal: new AbortController().signal };
  const asked = { src: 'https://site.example/file', need: ['organisations', 'events'] as const, options: {} };
  const { dataset } = await source.load(asked, context);
  const still = lightStill(dataset, { tag: `ess-${widget}`, attributes, lang: 'fr', today: TODAY });
  return { html: still?.html ?? '', told: still?.jsonLd ?? [] };
}

/** Returns what a light form says that both engines know: names, towns, dates, numbers; weekdays, and what is not known, the core alone says. */
function said(html: string): readonly string[] {
  const plain = html
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/<p class="g">Passés, non confirmés<\/p><ul>.*?<\/ul>/, '')
    .replace(/du \d+ au \d+ \p{L}+ \d{4}, /gu, '')
    .replace(
      /<p>(?:non situé|Adhérents au [^<]*)<\/p>| · non situé|<p class="t">.*?<\/p>|, dont \d+ situés? sur la carte/g,
      '',
    )
    .replace(
      /<span class="t p">Prévu<\/span> \p{L}+ \d+(?:er)? \p{L}+ \d{4}(?:, )?/gu,
      '<span class="t p">Prévu</span> ',
    )
    .replace(/(?:lieu|jour) à préciser(?:, )?/g, '')
    .replace(/(<time[^>]*>)\p{L}+ (\d+)/gu, '$1$2')
    .replace(/(?<=class="k9) h(?=")/g, '')
    .replace(/ <\/p>|, <\/p>/g, '</p>');
  return plain.replace(/<details open="open">.*<\/details>/, '').match(/<[^>]*>|[^<]+/g) ?? [];
}

const TOWNS: Rows = [
  ['Xylm', 'Rennes', 'https://xylm.example/'],
  ['Écluse & fils', 'Brest', ''],
  ['Tag', '', ''],
  ['Coop <b>', 'Saint-Malo', 'javascript:alert(1)'],
];
const many = (count: number, start: (at: number) => string): Rows =>
  Array.from({ length: count }, (_, at) => [`Numéro ${String(at + 1).padStart(3, '0')}`, start(at)]);

const MEMBERS: readonly (readonly [says: string, body: string])[] = [
  ['members with their towns and sites', listOf('members', ['name', 'town', 'site'], TOWNS)],
  ['one member', listOf('members', ['name'], [['Seul']])],
  [
    'more than are seen at once',
    listOf(
      'members',
      ['name'],
      many(30, () => ''),
    ),
  ],
];
const EVENTS: readonly (readonly [says: string, body: string, attributes?: Readonly<Record<string, string>>])[] = [
  [
    'days in the two ways of writing, with and without hours',
    listOf(
      'events',
      ['name', 'start', 'startTime', 'place', 'site'],
      [
        ['Fête', '16/03/2026 18:30', '', 'Brest', ''],
        ['Bal', '2026-03-15', '20:00', 'Salle des fêtes', 'https://bal.example/'],
        ['Marché', '01/04/2027', '', 'Vannes', ''],
      ],
    ),
  ],
  [
    'several days and hours',
    listOf(
      'events',
      ['name', 'start', 'end', 'town'],
      [
        ['Salon', '2026-04-20', '2026-04-22', 'Rennes'],
        ['Atelier', '2026-04-01 09:05', '2026-04-01 12:00', 'Brest'],
      ],
    ),
  ],
  [
    'what is over',
    listOf(
      'events',
      ['name', 'start', 'town'],
      [
        ['Hier', '14/03/2026', 'Brest'],
        ['Demain', '16/03/2026', 'Brest'],
      ],
    ),
  ],
  [
    'more than are seen at once',
    listOf(
      'events',
      ['name', 'start'],
      many(20, (at) => `2026-05-${at + 1 < 10 ? '0' : ''}${at + 1}`),
    ),
  ],
  [
    'as many as are asked for',
    listOf(
      'events',
      ['name', 'start'],
      many(5, (at) => `2026-05-0${at + 1}`),
    ),
    { limit: '3' },
  ],
  [
    'a calendar',
    calendarOf(
      ['UID:1', 'DTSTART:20260316T170000Z', 'DTEND:20260316T190000Z', 'SUMMARY:Bal\\, et', 'LOCATION:Brest'],
      ['UID:2', 'DTSTART;VALUE=DATE:20260317', 'DTEND;VALUE=DATE:20260318', 'SUMMARY:Fête', 'LOCATION:Rennes'],
      ['UID:3', 'DTSTART:20260318T100000Z', 'CLASS:PRIVATE', 'SUMMARY:secret'],
      ['UID:4', 'SEQUENCE:2', 'DTSTART:20260320T100000Z', 'SUMMARY:Version deux', 'LOCATION:Brest'],
      ['UID:4', 'SEQUENCE:1', 'DTSTART:20260319T100000Z', 'SUMMARY:Version une', 'LOCATION:Brest'],
    ),
  ],
];

describe('the light form of a list of members', () => {
  it.each(MEMBERS)('says what that of the core says: %s', async (_says, body) => {
    for (const widget of WIDGETS.members) {
      const [php, core] = [inPhp(widget, body, {}), await inCore(widget, body, {})];
      expect(said(php?.html ?? '').length).toBeGreaterThan(10);
      expect(said(php?.html ?? '')).toEqual(said(core.html));
      expect(php?.told).toEqual(core.told);
    }
  });
});

describe('the light form of events', () => {
  const all = EVENTS.map(([says, body, attributes = {}]) => ({ says, body, attributes }));
  it.each(all)('says what that of the core says: $says', async ({ body, attributes }) => {
    for (const widget of WIDGETS.events) {
      const [php, core] = [inPhp(widget, body, attributes), await inCore(widget, body, attributes)];
      expect(said(php?.html ?? '').length).toBeGreaterThan(10);
      expect(said(php?.html ?? '')).toEqual(said(core.html));
      expect(php?.told).toEqual(core.told);
    }
  });

  it('claims no number, and no next one, where dates are for the widget to find', () => {
    const rule = calendarOf(['UID:1', 'DTSTART:20260302T090000Z', 'RRULE:FREQ=WEEKLY', 'SUMMARY:Permanence']);
    expect(inPhp('event-agenda', rule, {})?.html).toMatch(/<\/h3><div class="d">.*<p>régulier<\/p><p>Permanence<\/p>/);
    expect(inPhp('event-counter', rule, {})).toBeNull();
    const unread = listOf(
      'events',
      ['name', 'start'],
      [
        ['Un jour', 'mi-mai'],
        ['Bal', '2026-03-16'],
      ],
    );
    expect(inPhp('event-agenda', unread, {})?.html).toMatch(/<p>2 rendez-vous<\/p>.*<p>Bal<\/p>.*<p>et 1 autre<\/p>/);
    expect(inPhp('event-counter', unread, {})).toBeNull();
  });

  it('announces nothing of which the status is another one than that it takes place', () => {
    const rows = [
      ['Bal', '2026-03-16', 'Annulé'],
      ['Fête', '2026-03-17', 'Confirmé'],
    ];
    const { html = '', told = [] } =
      inPhp('event-agenda', listOf('events', ['name', 'start', 'status'], rows), {}) ?? {};
    expect([html.includes('Bal'), html.includes('Fête'), told.length]).toEqual([false, true, 1]);
  });
});
