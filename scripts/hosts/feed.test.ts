/** Answers of services as the server of a host site reads them, with the examples of the core. It needs a `php`, which `npm test` installs where it may. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import vectors from '../../packages/core/src/data/feed/feed-vectors.json' with { type: 'json' };
import FEEDS from '../../packages/core/src/data/feed/feeds.json' with { type: 'json' };

interface Reading {
  readonly list?: { readonly rows: readonly (readonly string[])[]; readonly isPart: boolean } | null;
  readonly refused?: string;
  readonly asked: readonly string[];
}
type Options = Readonly<Record<string, string>>;
type Answers = Readonly<Record<string, unknown>>;

interface Vector {
  readonly says: string;
  readonly src: string;
  readonly options: Options;
  readonly answers: Answers;
  readonly asked?: readonly string[];
  readonly list?: unknown;
  readonly refused?: string;
}
const VECTORS = vectors as readonly Vector[];

/** Returns what PHP reads answers as, by their addresses: texts as they are, all else as JSON. A warning is an error there. */
function inPhp(all: readonly (readonly [src: string, answers: Answers, options: Options])[]): readonly Reading[] {
  const bodyOf = (answer: unknown): string => (typeof answer === 'string' ? answer : JSON.stringify(answer));
  const input = all.map(([src, answers, options]) => {
    const bodies = Object.entries(answers).map(([address, answer]) => [address, bodyOf(answer)]);
    return [src, Object.fromEntries(bodies), options];
  });
  const { error, stdout, stderr } = spawnSync('php', [path.join(import.meta.dirname, 'feed.php')], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  if (error) throw new Error('This test needs PHP: apt-get install php-cli.', { cause: error });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

const SAVED = 'https://site.example/liste.json';
const TEC = 'https://site.example/wp-json/tribe/events/v1/events';
const ROWS = { format: 'rows' };
const event = (id: number) => ({ id, title: 'Fête', start_date: '2026-03-30 18:00:00' });

describe('the answer of a service, in PHP', () => {
  it('is read as the core reads it, with the same requests', () => {
    const found = inPhp(VECTORS.map(({ src, answers, options }) => [src, answers, options]));
    const told = found.map(({ list, refused, asked }, index) => ({
      says: VECTORS[index]?.says,
      ...(refused === undefined ? { list } : { refused }),
      ...(list ? { asked } : {}),
    }));
    const expected = VECTORS.map(({ says, list, refused, asked }) => ({
      says,
      ...(refused === undefined ? { list } : { refused }),
      ...(list ? { asked } : {}),
    }));
    expect(told).toEqual(expected);
  });

  it('has every function that a feed declares', () => {
    const known = readFileSync('packages/host-php/Expression.php', 'utf8');
    const expressions = JSON.stringify(FEEDS).matchAll(/"([^"^]*\|[^"^]*)"/g);
    const names = [...expressions]
      .flatMap(([, text = '']) => text.split('|').slice(1))
      .map((call) => call.split(':')[0]);
    expect(names.length).toBeGreaterThan(50);
    expect([...new Set(names)].filter((name) => !known.includes(`case '${name}':`))).toEqual([]);
  });

  it.each([
    ['lists in lists without end', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'form'],
    ['things in things, a hundred times', `[{"nom":"a","x":${'{"x":'.repeat(100)}1${'}'.repeat(100)}}]`, 'form'],
    ['millions of lists', `[${'[],'.repeat(600_000)}[]]`, 'size'],
    ['millions of things', `[${'{"a":1},'.repeat(200_000)}{}]`, 'size'],
    ['other properties in each record', JSON.stringify(columns(3_000)), 'size'],
    ['a name that no object of PHP has', '[{"\\u0000a":1}]', 'form'],
    ['half a character', '[{"nom":"\\ud800"}]', 'form'],
    ['half of it', '[{"nom":"a"', 'form'],
    ['a text', '"nom"', 'form'],
    ['nothing', '', 'form'],
    ['a page', '<!doctype html><title>Connexion</title>', 'form'],
    ['no records', '[1,null,"a",[[]]]', 'null'],
    ['a number', '12', 'form'],
  ])('that holds %s ends in a reason', (_what, body, reason) => {
    const [read] = inPhp([[SAVED, { [SAVED]: body }, ROWS]]);
    expect(read?.refused ?? String(read?.list)).toBe(reason);
  });

  it('that has many times of many events ends in a reason', () => {
    const timings = Array.from({ length: 900 }, () => ({ begin: '2026-03-30T18:00:00+02:00' }));
    const text = JSON.stringify(timings);
    const title = 'x'.repeat(2_000);
    const list = Array.from({ length: 60 }, (_, id) => ({ uid: id, firstdate_begin: '2026', title, timings: text }));
    const [read] = inPhp([[SAVED, { [SAVED]: list }, { format: 'opendatasoft' }]]);
    expect(read?.refused).toBe('size');
    const one = inPhp([[SAVED, { [SAVED]: list.slice(0, 1) }, { format: 'opendatasoft' }]])[0];
    expect(one?.list?.rows).toHaveLength(800);
  });

  it('that has values of wrong types is read without a warning', () => {
    const wrong = [null, true, 0, -1.5, '', 'a', [], [[]], {}, { 0: 1 }, [null, { '': 1 }], '[1', '{"a":{}}'];
    const names = Object.keys(Object.assign({}, ...VECTORS.flatMap(({ answers }) => recordsIn(answers, 0))));
    expect(names.length).toBeGreaterThan(100);
    const all = FEEDS.flatMap(({ format, records }) =>
      wrong.map((value, turn) => {
        const record = Object.fromEntries(names.map((name, at) => [name, wrong[(at + turn) % wrong.length]]));
        const list = [record, value, { ...record, id: 2, uid: 3 }];
        const name = records?.split(',')[0]?.replace(/^[.*]$/, '') ?? '';
        return [SAVED, { [SAVED]: name === '' ? list : { ...record, [name]: list } }, { format }] as const;
      }),
    );
    const found = inPhp(all);
    expect(found).toHaveLength(all.length);
    expect(found.filter(({ list }) => list).length).toBeGreaterThan(all.length / 3);
    expect([...new Set(found.flatMap(({ refused }) => refused ?? []))].filter((reason) => reason !== 'form')).toEqual(
      [],
    );
  });

  it('that always has a next page ends after fifty, and says that it is a part', () => {
    const pages = Array.from({ length: 60 }, (_, page) => [
      `${TEC}?page=${page}`,
      { events: [event(page)], next_rest_url: `${TEC}?page=${page + 1}` },
    ]);
    const [read] = inPhp([[`${TEC}?page=0`, Object.fromEntries(pages), {}]]);
    expect(read?.asked).toHaveLength(50);
    expect(read?.list).toMatchObject({ isPart: true, rows: { length: 50 } });
  });

  it('that names itself as its next page is asked once', () => {
    const [read] = inPhp([[TEC, { [TEC]: { events: [event(1)], next_rest_url: TEC } }, {}]]);
    expect(read?.asked).toEqual([TEC]);
    expect(read?.list?.rows).toHaveLength(1);
  });

  it('has ten thousand records at most', () => {
    const list = Array.from({ length: 10_010 }, (_, id) => event(id));
    const [read] = inPhp([[SAVED, { [SAVED]: { events: list } }, { format: 'tec' }]]);
    expect(read?.list).toMatchObject({ isPart: true, rows: { length: 10_000 } });
  });
});

/** Returns records that each have a property of their own. */
function columns(count: number): readonly Readonly<Record<string, string>>[] {
  return Array.from({ length: count }, (_, at) => ({ [`nom${at}`]: 'a' }));
}

/** Returns all objects within a value. */
function recordsIn(value: unknown, depth: number): readonly object[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap((each) => recordsIn(each, depth + 1));
  return Array.isArray(value) || depth === 0 ? inner : [value, ...inner];
}
