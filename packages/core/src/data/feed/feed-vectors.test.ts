/** Answers of each declared feed, with the list that the server of a host site makes of them: it means what the answers mean. */
import { describe, expect, it } from 'vitest';
import { EssError } from '../../errors.ts';
import type { SourceContext, SourceResult } from '../sources/source.ts';
import { FIELDS, type Field, type ListKind } from '../sources/table/headers.ts';
import { readList } from '../sources/table/list.ts';
import { tableOfCells } from '../sources/table/of-records.ts';
import { loadFormat } from './feed.ts';
import vectors from './feed-vectors.json' with { type: 'json' };
import FEEDS from './feeds.json' with { type: 'json' };

const DAY = '2026-01-15';

interface Vector {
  readonly says: string;
  readonly src: string;
  readonly options: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Addresses that are asked, in their order. */
  readonly asked?: readonly string[];
  /** What the server hands over; null where it leaves the address to the page. */
  readonly list?: {
    readonly kind: ListKind | null;
    readonly fields?: readonly string[];
    readonly titles?: readonly string[];
    readonly rows: readonly (readonly string[])[];
  } | null;
  /** Names of the records; null where nothing says of which kind they are. */
  readonly names?: readonly string[] | null;
  /** Reason of the server, and code of the core. */
  readonly refused?: string;
  readonly code?: string;
}

const VECTORS = vectors as readonly Vector[];

const formatOf = ({ src, options }: Vector): string =>
  options['format'] ?? FEEDS.find(({ api }) => api !== undefined && new RegExp(api).test(src))?.format ?? '';

function site(answers: Vector['answers'] = {}) {
  const asked: string[] = [];
  const fetch = async (url: string): Promise<Response> => {
    asked.push(url);
    const answer = answers[url];
    if (answer === undefined) return new Response('{}', { status: 404 });
    const headers = { date: 'Thu, 15 Jan 2026 10:00:00 GMT' };
    return new Response(typeof answer === 'string' ? answer : JSON.stringify(answer), { headers });
  };
  const context: SourceContext = { fetch, signal: new AbortController().signal };
  return { asked, context };
}

/** Returns the records of a reading, and their names; the code of the error of one that fails. */
async function outcome(reading: Promise<SourceResult>) {
  try {
    const { organisations, events, categories, memberships } = (await reading).dataset.collections;
    const names = organisations?.map(({ name }) => name) ?? events?.map(({ title }) => title.fr);
    return { names, organisations, events, categories, memberships };
  } catch (error) {
    if (!(error instanceof EssError)) throw error;
    return error.code;
  }
}

async function loaded(vector: Vector) {
  const { src, options, answers } = vector;
  const { asked, context } = site(answers);
  const read = await outcome(loadFormat(formatOf(vector), { src, need: ['events'], options }, context));
  return { asked, read };
}

/** Reads the rows as a list is read whose fields are told, or as a table whose titles are. */
function listed({ src, options, list }: Vector) {
  if (!list) throw new TypeError('There is no list.');
  const { fields, titles, rows } = list;
  const columns = fields && Object.fromEntries(fields.map((field, at) => [at, field as Field]));
  const facts = {
    src,
    kind: list.kind ?? undefined,
    updated: DAY,
    today: DAY,
    options,
    columns,
    isUnnamed: fields === undefined,
  };
  return outcome(readList(tableOfCells([fields ?? titles ?? [], ...rows]), facts, site().context));
}

describe('a list that the server of a host site makes of the answers of a service', () => {
  it.each(VECTORS.filter(({ list }) => list))('has the records of these: $says', async (vector) => {
    const { asked, read } = await loaded(vector);
    expect(asked).toEqual(vector.asked);
    expect(await listed(vector)).toEqual(read);
    expect(typeof read === 'string' ? null : read.names).toEqual(vector.names);
  });

  it.each(VECTORS.filter(({ refused }) => refused))('is none where the page reads none: $says', async (vector) => {
    expect((await loaded(vector)).read).toBe(vector.code);
  });

  it('is there for each declared feed, or says that it is for the page', () => {
    const answered = VECTORS.filter(({ list }) => list !== undefined).map(({ src, options, asked = [src] }) => ({
      format: options['format'],
      addresses: [src, ...asked],
    }));
    const missing = FEEDS.filter(
      ({ api, format }) =>
        !answered.some((one) =>
          api === undefined ? one.format === format : one.addresses.some((address) => new RegExp(api).test(address)),
        ),
    );
    expect(missing).toEqual([]);
  });

  it('names the fields of the lists of the core alone', () => {
    for (const { list } of VECTORS) {
      const known: readonly string[] = list?.kind === 'events' ? FIELDS.events : FIELDS.members;
      expect((list?.fields ?? []).filter((field) => !known.includes(field))).toEqual([]);
    }
  });
});
