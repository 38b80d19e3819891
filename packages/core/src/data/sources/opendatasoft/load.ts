/** Reading of the records of a portal. */
import { EssError } from '../../../errors.ts';
import type { Manifest } from '../../../model/index.ts';
import { addressOf } from '../../../reading/index.ts';
import { responseDay, todayOf } from '../list-dataset.ts';
import { joinPages, type Page } from '../pages.ts';
import { readJson } from '../read.ts';
import { kindOfRecords } from '../record-kind.ts';
import type { SourceContext, SourceRequest, SourceResult } from '../source.ts';
import { readList } from '../table/list.ts';
import { tableOfRecords } from '../table/of-records.ts';
import { isObject, objectOf } from '../values.ts';

type Json = Readonly<Record<string, unknown>>;

/** Records of a page of the current interface, the most that it gives. */
const PAGE = 100;

/** Times of one event that are read: an exhibition has one for each of its days. */
const MAX_TIMES = 800;

/** Addresses of the two interfaces of a portal; an answer that was saved lies at another one. */
const INTERFACE = /^https?:.*\/api\/(?:explore\/v2\.\d\/catalog\/datasets\/|records\/1\.0\/)/;

/** Reads a dataset. @throws EssError for an answer that holds no record */
export async function loadOpendatasoft({ src, options }: SourceRequest, context: SourceContext): Promise<SourceResult> {
  const { fetch, signal } = context;
  const response = await fetch(src, { signal });
  const answer = await readJson(response, src);
  const offsets = new Map<string, number>();
  const pageOf = (page: unknown, offset: number): Page<Json> => {
    // An export has all records, the old interface has them under `fields`.
    if (Array.isArray(page)) return { records: page.filter(isObject).map(fieldsOf) };
    const { results, records, total_count: count, nhits } = objectOf(page);
    const list = [results, records].find(Array.isArray) ?? [];
    const total = Number(count ?? nhits ?? 0);
    const end = offset + list.length;
    const next = withParameter(src, results ? 'offset' : 'start', end);
    offsets.set(next, end);
    return { records: list.filter(isObject).map(fieldsOf), total, next: end < total ? next : undefined };
  };
  const { records, issues } = await joinPages(src, src, pageOf(answer, 0), {
    read: async (next) => {
      signal.throwIfAborted();
      const url = addressOf(next, src);
      return pageOf(await readJson(await fetch(url, { signal }), url), offsets.get(next) ?? 0);
    },
    maxRecords: context.maxRecords,
    isAlone: !INTERFACE.test(src),
  });
  if (records.length === 0 && !isEmptyAnswer(answer)) {
    throw new EssError('format', `${src} holds no record of a dataset.`, { url: src });
  }
  const about = await aboutOf(src, context);
  const list = { src, updated: responseDay(response), today: todayOf(response), options, ...about };
  const isAgenda = kindOfRecords(records) === 'events';
  const table = tableOfRecords(records.flatMap(eventTimes));
  const result = await readList(table, { ...list, kind: isAgenda ? 'events' : undefined, isUnnamed: true }, context);
  return { ...result, issues: [...issues, ...result.issues] };
}

const isEmptyAnswer = (answer: unknown): boolean =>
  Array.isArray(answer) || (isObject(answer) && ['results', 'records'].some((key) => Array.isArray(answer[key])));

const fieldsOf = (record: Json): Json => {
  const { fields, recordid: id } = record;
  return isObject(fields) ? { ...fields, id: fields['id'] ?? id } : record;
};

/** Returns an address with a parameter for the page, and with the length of one where it gives none. */
function withParameter(src: string, key: 'offset' | 'start', value: number): string {
  const [path = '', search = ''] = src.split('#', 1)[0]?.split('?') ?? [];
  const parameters = new URLSearchParams(search);
  parameters.set(key, String(value));
  const length = key === 'offset' ? 'limit' : 'rows';
  if (!parameters.has(length)) parameters.set(length, String(PAGE));
  return `${path}?${parameters}`;
}

/**
 * Returns a record for each time of an event: portals that copy an agenda write these as JSON in a text, and its first and
 * last day otherwise.
 */
export function eventTimes(record: Json): readonly Json[] {
  const { timings, status } = record;
  const stated: Json = { ...record, ...(typeof status === 'string' ? { status: labelOf(status) } : {}) };
  const times = typeof timings === 'string' ? parsed(timings) : timings;
  const list = Array.isArray(times) ? times.filter(isObject).slice(0, MAX_TIMES) : [];
  // The end of the last day is not that of the first.
  if (list.length === 0) return [stated];
  return list.map(({ begin, end }, index) => ({
    ...stated,
    ...(list.length > 1 && stated['uid'] !== undefined ? { uid: `${stated['uid']}/${index + 1}` } : {}),
    firstdate_begin: begin,
    lastdate_end: end,
  }));
}

function labelOf(text: string): unknown {
  const value = parsed(text);
  return isObject(value) ? (value['label'] ?? value) : text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads what a portal says of a dataset; nothing where it does not. */
async function aboutOf(
  src: string,
  { fetch, signal }: SourceContext,
): Promise<{
  readonly title?: string;
  readonly publisher?: Manifest['publisher'];
  readonly licence?: Manifest['licence'];
}> {
  const address = /^https?:.*\/api\/explore\/v2\.\d\/catalog\/datasets\/[^/?#]+/.exec(src)?.[0];
  if (address === undefined) return {};
  try {
    const answer = await readJson(await fetch(address, { signal }), address);
    const metas = objectOf(objectOf(answer)['metas']);
    const { title, publisher, license, license_url: href } = objectOf(metas['default']);
    return {
      ...(typeof title === 'string' ? { title } : {}),
      ...(typeof publisher === 'string' ? { publisher: { name: publisher } } : {}),
      ...(typeof license === 'string'
        ? { licence: { name: license, ...(typeof href === 'string' ? { href } : {}) } }
        : {}),
    };
  } catch (error) {
    // Its records are what was asked for.
    if (error instanceof EssError) return {};
    throw error;
  }
}
