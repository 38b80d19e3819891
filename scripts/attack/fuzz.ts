/**
 * Reads random files with each source: only an `EssError` may be thrown, and time grows with the length, not with its
 * square.
 */

import { EssError } from '@ess-widgets/core';
import { csv, essDataset, ical, xlsx } from '@ess-widgets/core/data';
import { createPlacer, readCommunes } from '@ess-widgets/core/geo';
import type { CollectionName, CommuneLocator } from '@ess-widgets/core/model';
import type { SnapshotSource } from '../../packages/cli/src/sources/feeds.ts';
import { type WorkbookCell, type WorkbookSheet, workbookOf } from '../../packages/core/src/testing/workbook.ts';
import { ANSWERS, type Answers } from './answers.ts';
import { randomOf } from './options.ts';
import type { Attack } from './payload-runs.ts';
import { PAYLOADS } from './payloads.ts';
import { COLUMNS, dataFiles } from './places.ts';

type Random = () => number;
/** Source of pages or of snapshots: the context that it is read with has what the latter ask for besides. */
type Source = Pick<SnapshotSource, 'id' | 'load'>;
type File = string | ArrayBuffer;

/** Source to fuzz, with its files: a new source adds a row. */
export interface Fuzzed {
  readonly id: string;
  readonly source: Source;
  readonly need: readonly CollectionName[];
  readonly src: string;
  readonly options?: Readonly<Record<string, string>>;
  /** Number of files that the whole attack reads. */
  readonly cases: number;
  readonly make: (random: Random) => File;
  /** A file of which one cell has a length: `fill` repeated. @param place from 0 on, undefined beyond the last one */
  readonly long: (place: number, text: string) => File | undefined;
}

const pick = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;

/** Texts that fill long cells: each has been slow once, or looks like a text that a regular expression reads. */
const FILLS: readonly string[] = [
  'a',
  '0',
  ' ',
  '@',
  '.',
  '-',
  'a@',
  '1,',
  '(',
  'é',
  '\u00a0',
  'a ',
  '0 ',
  '/',
  '+',
  '"',
  'ab.',
  '\t',
];

const LONGEST = 100_000;

/** Returns a text of a random length; half of them long, most of those far below the longest. */
function textOf(random: Random): string {
  if (random() < 0.5) return pick(random, SHORT);
  const length = Math.ceil(LONGEST ** random());
  const fill = pick(random, FILLS);
  return `${random() < 0.3 ? pick(random, SHORT) : ''}${fill.repeat(Math.ceil(length / fill.length))}`.slice(
    0,
    LONGEST,
  );
}

const SHORT: readonly string[] = [
  '',
  ' ',
  'Brest',
  '29200',
  '48,39',
  '-4.48',
  '1e308',
  '01/02/2024',
  '2024-13-45',
  'contact@exemple.invalid',
  '02 98 00 00 00',
  'https://exemple.invalid/',
  'Associations',
  '12345678901234',
  'oui',
  ...Object.values(PAYLOADS).flatMap((all) => all.filter((text) => text.length < 300)),
];

/** Cells in columns that have a meaning, and in some that have none, in a table that may be torn. */
function csvOf(random: Random): string {
  const separator = pick(random, [';', ',', '\t', '|']);
  const end = pick(random, ['\n', '\r\n', '\r']);
  const quote = (text: string): string =>
    random() < 0.8 || /["\r\n;,\t|]/.test(text) ? `"${random() < 0.95 ? text.replaceAll('"', '""') : text}"` : text;
  const columns = Array.from({ length: 1 + Math.floor(random() * 8) }, () =>
    random() < 0.85 ? pick(random, COLUMNS) : textOf(random).slice(0, 200),
  );
  if (random() < 0.8) columns[0] = 'Nom';
  const rows = Array.from({ length: Math.floor(random() * 5) }, () =>
    columns.slice(0, random() < 0.9 ? columns.length : 1).map(() => quote(textOf(random))),
  );
  return `${random() < 0.2 ? '\ufeff' : ''}${[columns.map(quote), ...rows].map((row) => row.join(separator)).join(end)}`;
}

const csvCell = (place: number, text: string): string | undefined => {
  const column = COLUMNS[place];
  if (column === undefined) return undefined;
  return `Nom;${column}\n"Épicerie";"${text.replaceAll('"', '""')}"\n`;
};

/** What stands in a sheet beside its cells, some of it cut. */
const SHEET_PARTS: readonly string[] = [
  '<row r="9"><c r="A9" t="s"><v>7</v></c></row>',
  '<row r="-1"><c r="1A"><v>NaN</v></c></row>',
  '<row r="99999999999"><c r="ZZZZ9"><v>1</v></c></row>',
  '<row><c t="d"><v>x</v></c><c s="99"><v>1e308</v></c></row>',
  '<row r="2"><c r="A2"><f>HYPERLINK("javascript:alert(1)")</f></c></row>',
  '<row r="3"><c r="A3" t="inlineStr"><is><r><t>a</t></r>',
  '&a;<!DOCTYPE x [<!ENTITY a "b">]>',
  '<![CDATA[',
  '</sheetData></worksheet>',
];

/** Sheets with cells of every kind, in an archive of which some bytes may be others. */
function xlsxOf(random: Random): ArrayBuffer {
  const cell = (): WorkbookCell =>
    pick<() => WorkbookCell>(random, [
      ...Array<() => WorkbookCell>(4).fill(() => textOf(random).slice(0, 2_000)),
      () => pick(random, [0, -1, 1e308, 43_831.75, 2 ** 53]),
      () => ({ day: pick(random, [0, -1, 44_267, 60, 3e6, 1e300]) }),
      () => ({ error: '#REF!' }),
      () => null,
    ])();
  const sheet = (at: number): WorkbookSheet => {
    const columns = Array.from({ length: 1 + Math.floor(random() * 8) }, () => pick(random, COLUMNS));
    const rows = Array.from({ length: Math.floor(random() * 5) }, () => columns.map(cell));
    return {
      name: random() < 0.8 ? `Feuille ${at}` : textOf(random).slice(0, 40),
      ...(random() < 0.1 ? { state: 'hidden' as const } : {}),
      hidden: random() < 0.2 ? [2] : [],
      rows: [['Nom', ...columns.slice(1)], ...rows],
      more: random() < 0.3 ? pick(random, [...SHEET_PARTS, ...SHORT]) : '',
    };
  };
  const bytes = new Uint8Array(
    workbookOf(...Array.from({ length: 1 + Math.floor(random() * 2) }, (_none, at) => sheet(at))),
  );
  if (random() < 0.3) {
    for (let times = Math.ceil(random() * 4); times > 0; times--)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  }
  return random() < 0.1 ? bytes.slice(0, Math.floor(random() * bytes.length)).buffer : bytes.buffer;
}

function xlsxCell(place: number, text: string): ArrayBuffer | undefined {
  const column = COLUMNS[place];
  if (column === undefined) return undefined;
  // An inline text stands as it is, with its marks read as such.
  const rows = [
    ['Nom', column],
    ['Épicerie', text],
  ];
  return workbookOf({ name: place % 2 ? 'Liste' : text.slice(0, 1_000), rows });
}

/** Properties of an event, with values that they may have; each may be given another one's, or any text. */
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  UID: ['a', 'b', '__proto__', ''],
  SUMMARY: ['Fête\\, ici', ''],
  DTSTART: ['20260330T180000', '20260330T160000Z', '20260330', '20260230', '00010101T000000', '99991231T235959Z', ''],
  DTEND: ['20260330T200000', '20260331', '19000101', '20260330T200000+0200'],
  DURATION: ['PT1H', 'P1W', '-PT1H', 'P999999999D', 'PT999999999S'],
  RRULE: [
    ...['FREQ=WEEKLY', 'FREQ=DAILY;COUNT=999999', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=SECONDLY'],
    ...['FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO', 'FREQ=MONTHLY;BYDAY=5FR;BYSETPOS=-1', 'FREQ=YEARLY;INTERVAL=999999'],
    ...[
      'FREQ=WEEKLY;UNTIL=20260406T160000Z',
      'FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5',
      'FREQ=DAILY;UNTIL=99991231',
    ],
  ],
  RDATE: ['20260401T180000,20260402', '20260401T180000Z/PT1H', ','],
  EXDATE: ['20260406T180000', '20200116', '20260406T000000Z,20260413', ','],
  'RECURRENCE-ID': ['20260406T180000', '20260406', 'x'],
  STATUS: ['CANCELLED', 'CONFIRMED'],
  CLASS: ['PUBLIC', 'PRIVATE'],
  LOCATION: ['Brest\\n29200', 'https://exemple.invalid/'],
  GEO: ['48.39;-4.48', '1e308;-0', ';'],
  URL: ['https://exemple.invalid/', 'javascript:alert(1)'],
  CATEGORIES: ['a,b\\,c', ',,,'],
  'X-WR-TIMEZONE': ['Europe/Paris', 'Nulle/Part', 'UTC'],
  TZID: ['Ici', 'Europe/Paris'],
  TZOFFSETFROM: ['+0100', '+2500'],
  TZOFFSETTO: ['+0200', '-1800'],
};

const PARAMETERS = [
  ...['TZID=Europe/Paris', 'TZID=Ici', 'TZID=Romance Standard Time', 'TZID="(GMT+10:00) Canberra, Sydney"'],
  ...['TZID=(UTC+01:00) Paris', 'TZID="', 'VALUE=DATE', 'VALUE=PERIOD', 'RANGE=THISANDFUTURE', '=', '', 'X'],
];

/** Components that hold each other in any way, some of them cut, with lines that may be folded anywhere. */
function icalOf(random: Random): string {
  const names = Object.keys(PROPERTIES);
  const property = (): string => {
    const name = pick(random, names);
    const values = PROPERTIES[random() < 0.9 ? name : pick(random, names)] ?? [];
    const parameters = Array.from({ length: Math.floor(random() * 1.6) }, () => `;${pick(random, PARAMETERS)}`);
    return `${name}${parameters.join('')}:${random() < 0.85 ? pick(random, values) : textOf(random)}`;
  };
  const component = (depth: number): readonly string[] => {
    const inner =
      depth === 0 ? 'VCALENDAR' : pick(random, ['VEVENT', 'VEVENT', 'VEVENT', 'VTIMEZONE', 'STANDARD', 'VALARM']);
    const lines = Array.from({ length: Math.floor(random() * (depth === 0 ? 3 : 9)) }, property);
    // Most events have what an event needs, so that their other lines are read.
    const start = inner === 'VEVENT' && random() < 0.8 ? [`DTSTART:${pick(random, PROPERTIES['DTSTART'] ?? [])}`] : [];
    const parts = Array.from({ length: Math.floor(random() * (depth === 0 ? 6 : 1.3)) }, () =>
      component(depth + 1),
    ).flat();
    return [`BEGIN:${inner}`, ...start, ...lines, ...parts, ...(random() < 0.95 ? [`END:${inner}`] : [])];
  };
  const end = pick(random, ['\n', '\r\n', '\r']);
  const text = [...component(0), ...(random() < 0.1 ? component(0) : [])].join(end);
  const at = Math.floor(random() * text.length);
  return random() < 0.7
    ? text
    : `${text.slice(0, at)}${random() < 0.5 ? `${end} ` : pick(random, SHORT)}${text.slice(at)}`;
}

function icalCell(place: number, text: string): string | undefined {
  const name = Object.keys(PROPERTIES)[place];
  if (name === undefined) return undefined;
  return `BEGIN:VCALENDAR\n${name};TZID=${text}:20260330T180000\nBEGIN:VEVENT\nDTSTART:20260330T180000\n${name}:${text}\nEND:VEVENT\nEND:VCALENDAR\n`;
}

/** Returns a small data set of real records, two of each collection. */
function seedOf(): { readonly json: Record<string, unknown>; readonly need: readonly CollectionName[] } {
  const files = dataFiles();
  const manifest = files.get('manifest.json') as { readonly collections: Readonly<Record<string, { href: string }>> };
  const collections = Object.fromEntries(
    Object.entries(manifest.collections).map(([name, { href }]) => {
      const records = files.get(href);
      return [name, Array.isArray(records) ? records.slice(0, 2) : []];
    }),
  );
  const {
    basemap: _b,
    communes: _c,
    measures: _m,
    report: _r,
    excerpts: _e,
    ...rest
  } = manifest as Record<string, unknown>;
  return { json: { ...rest, collections }, need: Object.keys(collections) as CollectionName[] };
}
const SEED = seedOf();
const SEED_TEXT = JSON.stringify(SEED.json);

type Node = Record<string, unknown> | unknown[];

/** Returns every object and list of a document. */
function nodesOf(value: unknown, found: Node[] = []): Node[] {
  if (typeof value !== 'object' || value === null) return found;
  found.push(value as Node);
  for (const each of Object.values(value)) nodesOf(each, found);
  return found;
}

const deep = (random: Random): unknown => {
  let value: unknown = 1;
  for (let depth = Math.floor(random() * 2_000); depth > 0; depth--) value = random() < 0.5 ? [value] : { a: value };
  return value;
};

function valueOf(random: Random): unknown {
  const kinds: readonly (() => unknown)[] = [
    () => textOf(random),
    () => textOf(random),
    () => textOf(random),
    () => null,
    () => pick(random, [0, -0, -1, 1e308, 1e-308, 2 ** 53, 0.1]),
    () => random() < 0.5,
    () => [],
    () => ({}),
    () => ({ fr: textOf(random) }),
    () => [textOf(random)],
    () => deep(random),
    () => pick(random, PAYLOADS.prototype),
  ];
  return pick(random, kinds)();
}

/** Changes some places of a good document, and sometimes its text. */
function changedOf(random: Random, seed: string): string {
  const json: unknown = JSON.parse(seed);
  const nodes = nodesOf(json);
  for (let times = 1 + Math.floor(random() * 6); times > 0; times--) {
    const node = pick(random, nodes) as Record<string, unknown>;
    const keys = Object.keys(node);
    const key =
      random() < 0.9 && keys.length > 0 ? pick(random, keys) : pick(random, ['x', '0', ...PAYLOADS.prototype]);
    if (random() < 0.15) delete node[key];
    else
      Object.defineProperty(node, key, {
        value: valueOf(random),
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  const text = JSON.stringify(json);
  if (random() < 0.9) return text;
  const at = Math.floor(random() * text.length);
  return random() < 0.5 ? text.slice(0, at) : `${text.slice(0, at)}${pick(random, SHORT)}${text.slice(at + 1)}`;
}

const DATASET_PLACES: readonly (readonly [collection: string, field: string])[] = [
  ['organisations', 'name'],
  ['organisations', 'id'],
  ['organisations', 'town'],
  ['organisations', 'description'],
  ['memberships', 'start'],
  ['memberships', 'college'],
  ['events', 'date'],
  ['events', 'startsAt'],
  ['events', 'place'],
  ['observations', 'period'],
  ['observations', 'where'],
  ['observations', 'unit'],
  ['meetings', 'date'],
  ['territories', 'id'],
];

function datasetCell(place: number, text: string): string | undefined {
  const [collection, field] = DATASET_PLACES[place] ?? [];
  if (collection === undefined || field === undefined) return undefined;
  const json = JSON.parse(SEED_TEXT) as { collections: Record<string, Record<string, unknown>[]> };
  const record = json.collections[collection]?.[0];
  if (record) record[field] = text;
  return JSON.stringify(json);
}

/** Returns a page that describes something for machines, and names a calendar. */
const pageOf = (json: string): string =>
  `<!doctype html><link type="text/calendar" href="/a.ics"><script type="application/ld+json">${json}</script><p>Agenda</p>`;

/** Returns the rows of the adapters that read answers in JSON: each place in turn is the long one. */
function answersFuzzed({ source, src, options, answers, inPage }: Answers): Fuzzed {
  const texts = answers.map((answer) => JSON.stringify(answer));
  const framed = (random: number, json: string): string => (inPage && random < 0.5 ? pageOf(json) : json);
  const places = texts.flatMap((text) =>
    nodesOf(JSON.parse(text)).flatMap((node, at) => Object.keys(node).map((key) => ({ text, at, key }))),
  );
  return {
    id: source.id,
    source,
    src,
    ...(options ? { options } : {}),
    need: ['organisations', 'memberships', 'events'],
    cases: 10_000,
    make: (random) => framed(random(), changedOf(random, pick(random, texts))),
    long: (place, filled) => {
      const [own, page] = [places[place], inPage && LONG_PAGES[place - places.length]];
      if (page) return page(filled);
      if (!own) return undefined;
      const json: unknown = JSON.parse(own.text);
      const node = nodesOf(json)[own.at] as Record<string, unknown>;
      node[own.key] = filled;
      return framed(0, JSON.stringify(json));
    },
  };
}

/** Pages of which a part is long that is searched for. */
const LONG_PAGES: readonly ((text: string) => string)[] = [
  (text) => `<${text}`,
  (text) => `<p>${'<script type="application/ld+json">'.repeat(Math.ceil(text.length / 40))}`,
  (text) => `<p>${'<script '.repeat(Math.ceil(text.length / 8))}`,
  (text) => `<p>${'<link '.repeat(Math.ceil(text.length / 6))}`,
  (text) => `<p><link type=text/calendar href="${text}`,
  (text) => pageOf(text),
];

export const FUZZED: readonly Fuzzed[] = [
  {
    id: 'csv',
    source: csv,
    src: 'https://exemple.invalid/liste.csv',
    need: ['organisations', 'memberships'],
    cases: 20_000,
    make: csvOf,
    long: csvCell,
  },
  {
    id: 'xlsx',
    source: xlsx,
    src: 'https://exemple.invalid/liste.xlsx',
    need: ['organisations', 'memberships'],
    cases: 10_000,
    make: xlsxOf,
    long: xlsxCell,
  },
  {
    id: 'ical',
    source: ical,
    src: 'https://exemple.invalid/agenda.ics',
    need: ['events'],
    cases: 10_000,
    make: icalOf,
    long: icalCell,
  },
  {
    id: 'ess-dataset',
    source: essDataset,
    src: 'https://exemple.invalid/manifest.json',
    need: SEED.need,
    cases: 20_000,
    make: (random) => changedOf(random, SEED_TEXT),
    long: datasetCell,
  },
  ...ANSWERS.map(answersFuzzed),
];

/** The short form reads as many, of each source. */
const QUICK_CASES = 80;

export const casesOf = ({ cases }: Fuzzed, isQuick: boolean): number =>
  isQuick ? Math.min(QUICK_CASES, cases) : cases;

let placer: Promise<CommuneLocator> | undefined;
const communes = (): Promise<CommuneLocator> =>
  (placer ??= readCommunes(dataFiles().get('communes.json')).then(createPlacer));

/** Answers to one reading: a file that names itself as its next page is asked for again. */
const MAX_ANSWERS = 4;

/** Reads a file with a source. @returns what was thrown, if that is no `EssError` */
async function read({ source, src, need, options = {} }: Fuzzed, file: File): Promise<string | undefined> {
  let asked = 0;
  const fetch = async (): Promise<Response> =>
    new Response(file, { status: source.id === essDataset.id || ++asked <= MAX_ANSWERS ? 200 : 404 });
  try {
    await source.load(
      { src, need, options },
      {
        ...{ fetch, send: fetch, key: 'client:secret', placer: communes },
        signal: new AbortController().signal,
      },
    );
    return undefined;
  } catch (error) {
    return error instanceof EssError ? undefined : String(error);
  }
}

/** Reads random files. @returns exceptions that are none of ours, with the number of the file */
export async function fuzz(attack: Attack, fuzzed: Fuzzed, cases: number): Promise<readonly string[]> {
  let slowest = 0;
  const thrown: string[] = [];
  for (let at = 0; at < cases; at++) {
    const file = fuzzed.make(randomOf(attack.seed * 1_000_003 + at));
    const start = performance.now();
    const error = await read(fuzzed, file);
    slowest = Math.max(slowest, performance.now() - start);
    if (error !== undefined) thrown.push(`${fuzzed.id}, file ${at}: ${error}`);
  }
  return attack.tally.add(
    `fuzz ${fuzzed.id}`,
    `fuzz-${fuzzed.id}`,
    { unhandled: thrown },
    { ms: slowest, runs: cases },
  );
}

/** Ten times the length may cost this many times the time: twice as long as its square root of a hundred allows. */
const STEEPEST = 30;
/** Shorter than this nobody notices, ms: what is measured below it is chance. */
const NOTICED_MS = 40;

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0;

/** Compares the time of a long cell with that of one a tenth as long, in each column and of each sign. */
export async function growth(attack: Attack, fuzzed: Fuzzed, isQuick: boolean): Promise<readonly string[]> {
  const steep: string[] = [];
  let [runs, slowest] = [0, 0];
  const time = async (file: File): Promise<number> => {
    const times: number[] = [];
    for (let turn = 0; turn < (isQuick ? 3 : 5); turn++) {
      const start = performance.now();
      await read(fuzzed, file);
      times.push(performance.now() - start);
      // A first reading as slow as this needs no second one.
      if (times[0] !== undefined && times[0] > 3_000) break;
    }
    return median(times);
  };
  for (let place = 0; fuzzed.long(place, '') !== undefined; place++) {
    for (const [turn, fill] of FILLS.entries()) {
      // The short form takes every fortieth, in turn.
      if (isQuick && (place * FILLS.length + turn + attack.seed) % 40 !== 0) continue;
      const cell = (length: number): File =>
        fuzzed.long(place, fill.repeat(Math.ceil(length / fill.length)).slice(0, length)) ?? '';
      // The short form looks at the time of the long ones, and compares where that is noticed.
      const long = await time(cell(LONGEST));
      runs++;
      slowest = Math.max(slowest, long);
      if (long < NOTICED_MS) continue;
      const short = await time(cell(LONGEST / 10));
      if (long > STEEPEST * short)
        steep.push(
          `${fuzzed.id}, place ${place}, ${JSON.stringify(fill)}: ${Math.round(long)} ms against ${short.toFixed(1)} ms`,
        );
    }
  }
  return attack.tally.add(`long cells ${fuzzed.id}`, `long-${fuzzed.id}`, { other: steep }, { ms: slowest, runs });
}
