/** The tables of the attack hold what they promise, and SECURITY.md quotes them as they are. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../site/mounts.mjs';
import { HOSTILE_FILES } from './bounds-files.ts';
import { calendarFaults, formulasOf } from './downloads.ts';
import { FAULTS, LEAST_FAULTS } from './faults.ts';
import { casesOf, FUZZED } from './fuzz.ts';
import { randomOf } from './options.ts';
import { LEAST, MARK, PAYLOADS, payloads } from './payloads.ts';
import {
  documented,
  GLOBALS,
  HANDLERS,
  hostileCsv,
  MANIFEST_HREFS,
  manifestWith,
  NOT_OF_BLOCKS,
  plant,
} from './places.ts';
import { POLICIES } from './policies.ts';
import { BREACHES, breachesOf, Tally } from './tally.ts';

const LIST = Object.entries(PAYLOADS);

describe('the payloads', () => {
  it.each(LIST)('of the class "%s" are as many as promised, each once', (name, all) => {
    expect(all.length).toBeGreaterThanOrEqual(LEAST[name as keyof typeof LEAST]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('are more than three hundred, and none is in two classes', () => {
    const all = payloads('canary.invalid');
    expect(all.length).toBeGreaterThanOrEqual(300);
    expect(new Set(all).size).toBe(all.length);
  });

  it('wear the mark that the detectors look for', () => {
    expect(PAYLOADS.markup.filter((text) => !text.includes(MARK))).toEqual([]);
  });
});

describe('the faults', () => {
  it.each(Object.entries(LEAST_FAULTS))('of the group "%s" are at least %i', (group, least) => {
    expect(FAULTS.filter((fault) => fault.group === group).length).toBeGreaterThanOrEqual(least);
  });

  it('are at least seventy, each with a name of its own', () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(70);
    expect(new Set(FAULTS.map(({ id }) => id)).size).toBe(FAULTS.length);
  });
});

describe('the costly files', () => {
  it('are at most 64 kB, each kind of a reader once, and of every reader some', () => {
    const sizes = HOSTILE_FILES.map(({ kind, make }) => [kind, make().byteLength] as const);
    expect(sizes.filter(([, size]) => size === 0 || size > 70_000)).toEqual([]);
    expect(new Set(HOSTILE_FILES.map(({ reader, kind }) => `${reader}/${kind}`)).size).toBe(HOSTILE_FILES.length);
    for (const reader of ['xlsx', 'csv', 'ess-dataset', 'ical', 'jsonld', 'geojson'])
      expect(HOSTILE_FILES.filter((each) => each.reader === reader).length, reader).toBeGreaterThan(8);
  });
});

describe('the places', () => {
  it('are every text and address of a document, and what holds it together stays', () => {
    const document = {
      format: 'ess-dataset/1',
      title: { fr: 'a', en: 'b' },
      documents: { r: { href: 'c' } },
      list: [{ name: 'd', status: 'held' }],
    };
    const places: string[] = [];
    const planted = plant(document, 'x.json', (kind, place) => {
      places.push(`${kind} ${place}`);
      return kind === 'code' ? undefined : 'X';
    });
    expect(planted).toEqual({
      format: 'ess-dataset/1',
      title: { fr: 'X', en: 'X' },
      documents: { r: { href: 'X' } },
      list: [{ name: 'X', status: 'held' }],
    });
    expect(places).toEqual([
      'text x.json.title.fr',
      'text x.json.title.en',
      'address x.json.documents.r.href',
      'text x.json.list[].name',
      'code x.json.list[].status',
    ]);
  });

  it('are every address of a manifest', () => {
    const manifest = { collections: { events: { href: 'e' } }, excerpts: { m: ['members-stock'] }, report: 'r' };
    const changed = MANIFEST_HREFS.map((field) => JSON.stringify(manifestWith(manifest, field, 'HERE')));
    expect(changed.filter((text) => !text.includes('HERE'))).toEqual([]);
  });

  it('are every documented attribute, and none of them is a handler or changes the page', () => {
    const names = new Set([...documented().values()].flat().filter((name) => !NOT_OF_BLOCKS.includes(name)));
    expect(names.size).toBeGreaterThan(20);
    expect([...names].filter((name) => HANDLERS.includes(name) || GLOBALS.includes(name))).toEqual([]);
  });

  it('are each cell of a list, in quotes', () => {
    const csv = hostileCsv(() => 'a";b\n', 2);
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv).toContain('"a"";b\n"');
  });
});

describe('what reads the downloads', () => {
  it.each(['"a";"=1+1"', '"a","＝1+1"', 'a\t -x', '"\t1"', 'a;"x,=1"', '"\u200b@a"', '−a'])(
    'sees a formula in %j',
    (csv) => {
      expect(formulasOf(csv)).not.toEqual([]);
    },
  );

  it.each(['"a";"\'=1+1"', 'a;-12,5', '"1 000";+3', '"-"', '"a=b"'])('sees none in %j', (csv) => {
    expect(formulasOf(csv).filter((each) => each.startsWith('";"'))).toEqual([]);
  });

  it('sees what a calendar must not have', () => {
    const calendar = (...lines: string[]): string => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n');
    expect(calendarFaults(calendar('BEGIN:VEVENT', 'SUMMARY:a', 'END:VEVENT'))).toEqual([]);
    expect(calendarFaults(calendar('ATTACH:http://a/'))).toEqual(['ATTACH:http://a/']);
    expect(calendarFaults(calendar('SUMMARY:a\u2028b'))).toHaveLength(1);
    expect(calendarFaults(calendar('BEGIN:VEVENT'))).toEqual(['VEVENT']);
    expect(calendarFaults(calendar(`SUMMARY:${'é'.repeat(40)}`))).toHaveLength(1);
  });
});

describe('the tally', () => {
  it('has a row for each part, and a line for each breach that says how to repeat it', () => {
    const tally = new Tally(7);
    const found = { executed: ['hit'], handlers: [], foreign: ['<b>'], links: [], blank: [], wide: 3, widest: '<th>' };
    const lines = tally.add('data', 'markup', breachesOf(found, { elsewhere: ['x'], unhandled: [] }, true));
    expect(lines).toEqual([
      'executed: hit (npm run attack -- --only markup --seed 7)',
      'foreign elements: <b> (npm run attack -- --only markup --seed 7)',
      'requests elsewhere: x (npm run attack -- --only markup --seed 7)',
      'too wide: 3 px: <th> (npm run attack -- --only markup --seed 7)',
    ]);
    expect(tally.table()).toContain('requests elsewhere');
    expect(tally.broken).toHaveLength(4);
  });

  it('counts a page that is too wide on a phone only', () => {
    const found = { executed: [], handlers: [], foreign: [], links: [], blank: [], wide: 3, widest: '<th>' };
    const breaches = breachesOf(found, { elsewhere: [], unhandled: [] });
    expect(BREACHES.flatMap((breach) => breaches[breach] ?? [])).toEqual([]);
  });
});

it('a seed gives the same numbers again', () => {
  const [a, b, c] = [randomOf(5), randomOf(5), randomOf(6)];
  expect([a(), a()]).toEqual([b(), b()]);
  expect(a()).not.toBe(c());
});

describe('SECURITY.md', () => {
  const text = readFileSync(path.join(ROOT, 'SECURITY.md'), 'utf8');

  it('quotes the numbers of the attack', () => {
    const fuzz = FUZZED.reduce((sum, each) => sum + casesOf(each, false), 0).toLocaleString('en');
    for (const quoted of [
      `${payloads('').length} hostile texts`,
      `${FAULTS.length} kinds of faults`,
      `${fuzz} random files`,
      `${HOSTILE_FILES.length} costly files`,
      `${POLICIES.length} policies`,
    ])
      expect(text).toContain(quoted);
  });

  it('names files that exist', () => {
    const files = [...text.matchAll(/`((?:packages|scripts|examples)\/[\w./-]+)`/g)].map(([, file]) => file ?? '');
    expect(files.length).toBeGreaterThan(7);
    expect(files.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  it('makes nine promises, each with its test', () => {
    const rows = text.split('\n').filter((line) => /^\| \d /.test(line));
    expect(rows.map((row) => row.slice(2, 3))).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(rows.filter((row) => !/`[\w./-]+(\.ts|\/)`/.test(row))).toEqual([]);
  });
});
