/** Reading of the events of The Events Calendar. */
import { EssError } from '../../../errors.ts';
import { addressOf } from '../../../reading/index.ts';
import { responseDay, todayOf } from '../list-dataset.ts';
import { joinPages, type Page } from '../pages.ts';
import { plainText } from '../plain-text.ts';
import { readJson } from '../read.ts';
import type { SourceContext, SourceRequest, SourceResult } from '../source.ts';
import { readList } from '../table/list.ts';
import { type EventFields, tableOfEvents } from '../table/of-fields.ts';
import { isObject, objectOf } from '../values.ts';

type Json = Readonly<Record<string, unknown>>;

/** Addresses of its interfaces, with and without rewritten addresses; an answer that was saved lies at another one. */
const INTERFACE = /^https?:.*(?:\/|%2F)(?:tribe(?:\/|%2F)events|tec)(?:\/|%2F)v1(?:\/|%2F)events/i;

/** Reads all pages of events. @throws EssError `schema` for an answer without any */
export async function loadTec(
  { src, options }: SourceRequest,
  { fetch, signal, ...context }: SourceContext,
): Promise<SourceResult> {
  const response = await fetch(src, { signal });
  const isAlone = !INTERFACE.test(src);
  const pageOf = (answer: unknown): Page<Json> => {
    const list = listOf(answer);
    if (!list) throw new EssError('format', `${src} has no events of The Events Calendar.`, { url: src });
    const { next_rest_url: next, total } = objectOf(answer);
    return {
      records: list.filter(isObject),
      total: typeof total === 'number' ? total : undefined,
      next: typeof next !== 'string' || next === '' ? undefined : isAlone ? next : nextAddress(next, src),
    };
  };
  const { records, issues } = await joinPages(src, src, pageOf(await readJson(response, src)), {
    read: async (url) => {
      signal.throwIfAborted();
      return pageOf(await readJson(await fetch(url, { signal }), url));
    },
    maxRecords: context.maxRecords,
    isAlone,
  });
  const list = { src, options, updated: responseDay(response), today: todayOf(response), kind: 'events' as const };
  const result = await readList(tableOfEvents(records.map(eventFields)), list, { fetch, signal, ...context });
  return { ...result, issues: [...issues, ...result.issues] };
}

/** Returns the address of the next page; a site behind another server may name itself by http. */
function nextAddress(href: string, src: string): string {
  const next = addressOf(href, src);
  return src.startsWith('https:') ? next.replace(/^http:/, 'https:') : next;
}

/** Returns the events of an answer: of a page, of the newer interface, or the one that it is. */
function listOf(answer: unknown): readonly unknown[] | undefined {
  if (Array.isArray(answer)) return answer;
  if (!isObject(answer)) return undefined;
  if (Array.isArray(answer['events'])) return answer['events'];
  return 'start_date' in answer ? [answer] : undefined;
}

export function eventFields(event: Json): EventFields {
  const { id, title, url, link, categories, venue, venues, event_status: status } = event;
  // A site without a place answers with an empty list, the newer interface with a list of places.
  const place = [venue, ...(Array.isArray(venues) ? venues : []), ...(Array.isArray(venue) ? venue : [])].find(
    (each): each is Json => isObject(each) && !Array.isArray(each),
  );
  const isAllDay = event['all_day'] === true;
  return {
    id,
    title: plainText(isObject(title) ? title['rendered'] : title),
    start: momentOf(event['start_date'], event['utc_start_date'] ?? event['start_date_utc'], isAllDay),
    end: momentOf(event['end_date'], event['utc_end_date'] ?? event['end_date_utc'], isAllDay),
    ...(place ? placeOf(place) : {}),
    themes: Array.isArray(categories) ? categories.map((each) => plainText(isObject(each) ? each['name'] : '')) : '',
    status: typeof status === 'string' ? status : '',
    url: url ?? link,
  };
}

function placeOf(venue: Json): EventFields {
  const { venue: name, title, address, city, zip } = venue;
  return {
    place: plainText(name ?? (isObject(title) ? title['rendered'] : title)),
    address: plainText(address),
    town: plainText(city),
    postcode: zip,
    lat: venue['geo_lat'],
    lon: venue['geo_lng'],
  };
}

/** Returns the hour of the place with its offset, which is what lies between it and the hour of UTC. */
function momentOf(local: unknown, utc: unknown, isAllDay: boolean): string {
  if (typeof local !== 'string') return '';
  if (isAllDay) return local.slice(0, 10);
  const minutes = typeof utc === 'string' ? (at(local) - at(utc)) / 60_000 : Number.NaN;
  if (!Number.isInteger(minutes) || Math.abs(minutes) > 14 * 60) return local;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${local.slice(0, 16).replace(' ', 'T')}${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
}

/** Returns a time as if it were one of UTC: only differences of two are used. */
const at = (text: string): number => Date.parse(`${text.slice(0, 19).replace(' ', 'T')}Z`);
