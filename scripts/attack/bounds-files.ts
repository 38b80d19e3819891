/**
 * Files that want to cost time or memory, at most 64 kB each. What they say is read or refused with words; each reader has
 * about a second and 200 MB for it.
 */
import { HOSTILE_WORKBOOKS } from '../../packages/core/src/testing/hostile-workbooks.ts';

/** Readers, by the id of their source. */
export type Reader = 'xlsx' | 'csv' | 'ess-dataset' | 'ical' | 'jsonld' | 'geojson' | 'rows' | 'opendatasoft';

export interface HostileFile {
  readonly reader: Reader;
  readonly kind: string;
  readonly make: () => ArrayBuffer;
}

/** Bytes of a file. */
const SIZE = 64_000;

/** Fills a file with a text, again and again. */
const filled = (text: string | ((at: number) => string), { before = '', after = '' } = {}): string => {
  const parts: string[] = [];
  let size = before.length + after.length;
  for (let at = 0; ; at += 1) {
    const next = typeof text === 'string' ? text : text(at);
    size += Buffer.byteLength(next);
    if (size > SIZE) return before + parts.join('') + after;
    parts.push(next);
  }
};

const CSV: Readonly<Record<string, () => string>> = {
  'quotes alone': () => filled('"'),
  'quotes that open each cell': () => filled('"a;'),
  'pairs of quotes': () => filled('""'),
  'line ends alone': () => filled('\n'),
  'line ends of every kind': () => filled('\r\n\r\n\n\r'),
  'columns without end': () => filled(';', { before: 'Nom;Commune\nKerhea;Brest\n' }),
  'a header of all columns': () => filled('Nom;', { after: '\nKerhea;Brest\n' }),
  'a header that repeats itself': () => filled('Nom;Commune;Date\n'),
  'rows of one letter': () => filled('a\n', { before: 'Nom\n' }),
  'rows with one name': () => filled('Kerhea;Brest\n', { before: 'Nom;Commune\n' }),
  'names that are nearly the same': () =>
    filled((at) => `Association ${at.toString(2)};Brest\n`, { before: 'Nom;Commune\n' }),
  'towns that nobody knows': () => filled((at) => `Kerhea ${at};Brestt${at}\n`, { before: 'Nom;Commune\n' }),
  'addresses of e-mail': () => filled('a@', { before: 'Nom;Courriel\nKerhea;' }),
  'numbers without end': () => filled('9', { before: 'Nom;Latitude;Longitude\nKerhea;1;' }),
  'days that are none': () => filled('99/99/9999;', { before: 'Titre;Date\nFête;' }),
  'events on days that are none': () => filled((at) => `Fête ${at};32/13/${at}\n`, { before: 'Titre;Date\n' }),
  'kinds without end': () => filled((at) => `K${at};C${at}\n`, { before: 'Nom;Collège\n' }),
  'brackets and blanks': () => filled('( ', { before: 'Nom;Commune\nKerhea;' }),
  'web addresses': () => filled('http://a.', { before: 'Nom;Site\nKerhea;' }),
  formulas: () => filled((at) => `'=${at};'+1\n`, { before: 'Nom;Commune\n' }),
};

const NESTED = { lists: '[', objects: '{"a":', graphs: '{"@graph":[' } as const;
const dataset = (collections: string): string =>
  `{"format":"ess-dataset/1","id":"a","title":{"fr":"A"},"publisher":{"name":"A"},"licence":{"name":"CC0"},"language":"fr","updated":"2025-01-01","periods":["2024"],"documents":{},"collections":{${collections}}}`;
const list = (name: string, item: (at: number) => string): string => {
  const items = filled((at) => `${item(at)},`, { before: dataset(`"${name}":[`), after: ']' });
  return dataset(`"${name}":[${items.slice(dataset(`"${name}":[`).length, -2)}]`);
};

const DATASET: Readonly<Record<string, () => string>> = {
  ...Object.fromEntries(
    Object.entries(NESTED).map(([kind, text]) => [`${kind} in ${kind}`, () => dataset(`"events":${filled(text)}`)]),
  ),
  'records that are numbers': () => list('organisations', () => '0'),
  'records that are empty': () => list('events', () => '{}'),
  'records of one id': () => list('organisations', () => '{"id":"a","name":"A"}'),
  'names that are nearly the same': () =>
    list('organisations', (at) => `{"id":"${at}","name":"Association ${at.toString(2)}"}`),
  'references to nobody': () => list('memberships', (at) => `{"id":"${at}","organisation":"b${at}"}`),
  'periods that are none': () =>
    list('events', (at) => `{"id":"${at}","title":{"fr":"A"},"date":"2024-13-${at}","status":"held"}`),
  'words that are unknown': () =>
    list('events', (at) => `{"id":"${at}","title":{"fr":"A"},"date":"2024","status":"s${at}"}`),
  'one long text': () => list('organisations', () => `{"id":"a","name":"${'a '.repeat(SIZE / 2 - 500)}"}`),
  'languages without end': () =>
    dataset(`"events":[{"id":"a","title":{${filled((at) => `"l${at}":"a",`).slice(0, -1)}}}]`),
  'fields without end': () => dataset(filled((at) => `"f${at}":[],`).slice(0, -1)),
  'a text without an end': () => dataset(`"events":["${filled('\\\\')}`),
};

const calendar = (body: string): string => `BEGIN:VCALENDAR\r\n${body}END:VCALENDAR\r\n`;
const event = (lines: string): string =>
  `BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:A\r\nDTSTART:20240101T100000Z\r\n${lines}END:VEVENT\r\n`;
const events = (lines: (at: number) => string): string =>
  calendar(
    filled((at) => `BEGIN:VEVENT\r\nUID:${at}\r\nSUMMARY:A\r\nDTSTART:20240101T100000Z\r\n${lines(at)}END:VEVENT\r\n`),
  );

const ICAL: Readonly<Record<string, () => string>> = {
  'a rule of every second': () => calendar(event('RRULE:FREQ=SECONDLY\r\n')),
  'rules of every second': () => events(() => 'RRULE:FREQ=SECONDLY\r\n'),
  'rules of every day for ever': () => events(() => 'RRULE:FREQ=DAILY\r\n'),
  'rules that count to a milliard': () => events(() => 'RRULE:FREQ=DAILY;COUNT=1000000000\r\n'),
  'rules until the end of time': () => events(() => 'RRULE:FREQ=WEEKLY;UNTIL=99991231T000000Z\r\n'),
  'rules that never fall': () => events(() => 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n'),
  'rules with all parts': () =>
    events(() => 'RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYSETPOS=-1\r\n'),
  'an interval without end': () => calendar(event(`RRULE:FREQ=DAILY;INTERVAL=${'9'.repeat(300)}\r\n`)),
  'exceptions without end': () =>
    calendar(event(`RRULE:FREQ=DAILY\r\n${filled('EXDATE:20240102T100000Z\r\n').slice(0, SIZE - 500)}\r\n`)),
  'dates without end': () => calendar(event(`RDATE:${filled('20240102T100000Z,')}\r\n`)),
  'one event a thousand times': () => calendar(filled(event(''))),
  'dates of one event': () => calendar(filled((at) => event(`RECURRENCE-ID:2024010${at % 9}T100000Z\r\n`))),
  'components in components': () => filled('BEGIN:VEVENT\r\n', { before: 'BEGIN:VCALENDAR\r\n' }),
  'zones in zones': () => filled('BEGIN:VTIMEZONE\r\n', { before: 'BEGIN:VCALENDAR\r\n' }),
  'a line in a thousand pieces': () => calendar(event(`DESCRIPTION:${filled('a\r\n ')}\r\n`)),
  'parameters without end': () => calendar(event(`DTSTART;${filled('X=a;')}:20240101\r\n`)),
  'quotes in a parameter': () => calendar(event(`DTSTART;X=${filled('"')}:20240101\r\n`)),
  backslashes: () => calendar(event(`DESCRIPTION:${filled('\\')}\r\n`)),
  'a year of six digits': () => calendar(event('DTEND:99999999999999T999999Z\r\nRRULE:FREQ=DAILY\r\n')),
};

const ld = (body: string): string => `{"@context":"https://schema.org","@graph":[${body}]}`;
const JSONLD: Readonly<Record<string, () => string>> = {
  ...Object.fromEntries(Object.entries(NESTED).map(([kind, text]) => [`${kind} in ${kind}`, () => filled(text)])),
  'closed graphs in graphs': () => `${'{"@graph":['.repeat(4_000)}${']}'.repeat(4_000)}`,
  'closed lists in lists': () => `${'['.repeat(SIZE / 2)}${']'.repeat(SIZE / 2)}`,
  'events that are empty': () => ld(filled('{"@type":"Event"},').slice(0, -1)),
  'events that name each other': () =>
    ld(filled((at) => `{"@type":"Event","@id":"${at}","name":"A","subEvent":{"@id":"${at + 1}"}},`).slice(0, -1)),
  'one event in itself': () =>
    ld(filled('{"@type":"Event","@id":"a","name":"A","startDate":"2024","superEvent":{"@id":"a"}},').slice(0, -1)),
  'schedules without end': () =>
    ld(
      filled(
        '{"@type":"Event","name":"A","startDate":"2024-01-01","eventSchedule":{"repeatFrequency":"PT1S","endDate":"9999-12-31"}},',
      ).slice(0, -1),
    ),
  'a day without end': () => ld(`{"@type":"Event","name":"A","startDate":"${filled('9')}"}`),
  'places in places': () => ld(`{"@type":"Event","name":"A","startDate":"2024","location":${filled('{"address":')}`),
  'types without end': () => ld(`{"@type":[${filled('"Event",').slice(0, -1)}],"name":"A"}`),
};

const features = (body: string): string => `{"type":"FeatureCollection","features":[${body}]}`;
const GEOJSON: Readonly<Record<string, () => string>> = {
  ...Object.fromEntries(
    Object.entries(NESTED).map(([kind, text]) => [`${kind} in ${kind}`, () => features(filled(text))]),
  ),
  'features that are empty': () => features(filled('{"type":"Feature"},').slice(0, -1)),
  'features that are numbers': () => features(filled('0,').slice(0, -1)),
  'points of one name': () =>
    features(
      filled('{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Point","coordinates":[1,2]}},').slice(
        0,
        -1,
      ),
    ),
  'names that are nearly the same': () =>
    features(
      filled(
        (at) =>
          `{"type":"Feature","properties":{"name":"Association ${at.toString(2)}"},"geometry":{"type":"Point","coordinates":[1,2]}},`,
      ).slice(0, -1),
    ),
  'properties without end': () =>
    features(`{"type":"Feature","properties":{${filled((at) => `"p${at}":"a",`).slice(0, -1)}},"geometry":null}`),
  'a ring without end': () =>
    features(
      `{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Polygon","coordinates":[[${filled('[1,2],').slice(0, -1)}]]}}`,
    ),
  'coordinates in coordinates': () =>
    features(
      `{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"MultiPolygon","coordinates":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`,
    ),
  'numbers without end': () =>
    features(
      `{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Point","coordinates":[${filled('9')},1]}}`,
    ),
};

const own = (record: (field: string) => string) => (): string =>
  filled((at) => `${record(`"f${at}":1`)},`).slice(0, -1);
const ROWS: Readonly<Record<string, () => string>> = {
  'records with fields of their own': () => `[${own((field) => `{${field}}`)()}]`,
  'pages of records with fields of their own': () => `{"results":[${own((field) => `{${field}}`)()}]}`,
  'records in records with fields of their own': () => `{"records":[${own((field) => `{"fields":{${field}}}`)()}]}`,
  'lists in lists': () => `${'['.repeat(SIZE / 2)}${']'.repeat(SIZE / 2)}`,
};
const OPENDATASOFT: Readonly<Record<string, () => string>> = {
  'records with fields of their own': () => `{"total_count":1,"results":[${own((field) => `{${field}}`)()}]}`,
  'records of version 1': () => `{"nhits":1,"parameters":{},"records":[${own((field) => `{"fields":{${field}}}`)()}]}`,
};

const TEXTS: readonly (readonly [Reader, typeof CSV])[] = [
  ['csv', CSV],
  ['ess-dataset', DATASET],
  ['ical', ICAL],
  ['jsonld', JSONLD],
  ['geojson', GEOJSON],
  ['rows', ROWS],
  ['opendatasoft', OPENDATASOFT],
];

/** All of them: a new reader adds its own. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  ...Object.entries(HOSTILE_WORKBOOKS).map(([kind, { make }]): HostileFile => ({ reader: 'xlsx', kind, make })),
  ...TEXTS.flatMap(([reader, kinds]) =>
    Object.entries(kinds).map(
      ([kind, make]): HostileFile => ({ reader, kind, make: () => new TextEncoder().encode(make()).buffer }),
    ),
  ),
];
