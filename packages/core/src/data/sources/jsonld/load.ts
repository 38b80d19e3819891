/** Reading of what a page or a file describes in the words of schema.org. */
import { EssError } from '../../../errors.ts';
import { addressOf } from '../../../reading/index.ts';
import { ical } from '../ical/ical.ts';
import { responseDay, todayOf } from '../list-dataset.ts';
import { plainText } from '../plain-text.ts';
import { isFile } from '../read.ts';
import type { SourceContext, SourceRequest, SourceResult } from '../source.ts';
import { readList } from '../table/list.ts';
import { type EventFields, type MemberFields, tableOfEvents, tableOfMembers } from '../table/of-fields.ts';
import { unreadable } from '../unreadable.ts';
import { isObject, objectOf } from '../values.ts';

type Json = Readonly<Record<string, unknown>>;

/** Reads events, else organisations. @throws EssError `html` for a page that describes neither and names no calendar */
export async function loadJsonLd(request: SourceRequest, context: SourceContext): Promise<SourceResult> {
  const { src, options } = request;
  const response = await context.fetch(src, { signal: context.signal });
  const text = await response.clone().text();
  if (!response.ok) throw unreadable(response, text, src);
  const isPage = /^\s*</.test(text);
  const things = (isPage ? describedIn(text) : [parsed(text)]).flatMap((each) => thingsIn(each));
  const events = things.filter(isEvent).flatMap(eventOf);
  const members = things.filter(isOrganisation).map(memberOf);
  const list = { src, options, updated: responseDay(response), today: todayOf(response) };
  if (events.length > 0) return readList(tableOfEvents(events), { ...list, kind: 'events' }, context);
  const calendar = isPage ? calendarIn(text) : undefined;
  if (calendar && isFile(src)) throw savedPage(src, calendar);
  if (calendar) return ical.load({ ...request, src: addressOf(calendar, src) }, context);
  if (members.length > 0) return readList(tableOfMembers(members), { ...list, kind: 'members' }, context);
  if (isPage || parsed(text) === undefined) throw unreadable(response, text, src);
  throw new EssError('format', `${src} describes neither an event nor an organisation of schema.org.`, { url: src });
}

/** Returns the error of a page that was saved and names a calendar: nothing is asked beside a file. */
function savedPage(src: string, calendar: string): EssError {
  const remedy = {
    fr: `Cette page enregistrée ne décrit aucun rendez-vous\u202f: donnez l’adresse du calendrier qu’elle nomme, ${calendar}.`,
    en: `This saved page describes no event: give the address of the calendar that it names, ${calendar}.`,
  };
  return new EssError('config', `${src}: ${remedy.en}`, { url: src, remedy });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Characters of an opening tag that are read. */
const TAG_LENGTH = 2_000;

/** Returns the descriptions in a page. It is cut at the ends of scripts: one search would begin anew at each start. */
const describedIn = (html: string): readonly unknown[] =>
  html
    .split(/<\/script/i)
    .slice(0, -1)
    .flatMap((part) => {
      const script = part.slice(Math.max(0, part.search(/<script\b/i)));
      const end = script.indexOf('>');
      const isOurs = /\btype\s*=\s*["']?application\/ld\+json\b/i.test(script.slice(0, Math.min(end, TAG_LENGTH)));
      return isOurs ? [parsed(script.slice(end + 1).trim())] : [];
    });

/** Returns the address of the calendar that a page names. */
function calendarIn(html: string): string | undefined {
  const links = html.match(/<(?:link|a)\b[^<>]{0,2000}>/gi) ?? [];
  const calendar = links.find(
    (link) =>
      /\btype\s*=\s*["']?text\/calendar/i.test(link) || /\bhref\s*=\s*["'][^"']*(\.ics\b|[?&]ical=1)/i.test(link),
  );
  const href = /\bhref\s*=\s*["']([^"']+)["']/i.exec(calendar ?? '')?.[1];
  return href?.replaceAll('&amp;', '&');
}

/** Returns what a description is of: itself, what is in its graph or its list, and what an item of a list stands for. */
function thingsIn(value: unknown, depth = 0): readonly Json[] {
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((each) => thingsIn(each, depth + 1));
  if (!isObject(value)) return [];
  const { '@graph': graph, itemListElement, item, subEvent } = value;
  return [value, ...[graph, itemListElement, item, subEvent].flatMap((each) => thingsIn(each, depth + 1))];
}

const typesOf = ({ '@type': type }: Json): readonly string[] =>
  (Array.isArray(type) ? type : [type]).flatMap((each) =>
    typeof each === 'string' ? (each.split(/[/:#]/).pop() ?? '') : [],
  );

const isEvent = (thing: Json): boolean =>
  typesOf(thing).some((type) => /Event$|^Festival$/.test(type)) && 'startDate' in thing;

const ORGANISATION = /(Organization|Business|^NGO|^Corporation|Cooperative|Association|Store|Library|^Place)$/;
const isOrganisation = (thing: Json): boolean =>
  'name' in thing && typesOf(thing).some((type) => ORGANISATION.test(type));

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const firstObject = (value: unknown): Json => objectOf(first(value));

function placeOf(place: Json): Pick<EventFields & MemberFields, 'address' | 'town' | 'postcode' | 'lat' | 'lon'> {
  const address = first(place['address']);
  const { streetAddress, addressLocality, postalCode } = firstObject(address);
  const { latitude, longitude } = firstObject(place['geo']);
  return {
    address: plainText(typeof address === 'string' ? address : streetAddress),
    town: plainText(addressLocality),
    postcode: postalCode,
    lat: latitude,
    lon: longitude,
  };
}

/** Words that the statuses of schema.org end with, as a list writes them. */
const STATUSES: readonly (readonly [RegExp, string])[] = [
  [/Cancelled$/, 'annulé'],
  [/(Postponed|Rescheduled)$/, 'reporté'],
];

function eventOf(event: Json): readonly EventFields[] {
  const { '@id': id, identifier, name, startDate, endDate, eventStatus, eventAttendanceMode, url, keywords } = event;
  const places = (Array.isArray(event['location']) ? event['location'] : [event['location']]).filter(
    isObject,
  ) as Json[];
  const place = places.find((each) => !typesOf(each).includes('VirtualLocation')) ?? {};
  const isOnline =
    places.some((each) => typesOf(each).includes('VirtualLocation')) || /Online/.test(String(eventAttendanceMode));
  return [
    {
      // A page may give one id to several events.
      id: typeof identifier === 'string' ? identifier : typeof id === 'string' ? `${id} ${startDate}` : undefined,
      title: plainText(name),
      start: startDate,
      end: endDate,
      place: plainText(place['name']) || plainText(event['location']),
      ...placeOf(place),
      status: STATUSES.find(([pattern]) => pattern.test(String(eventStatus)))?.[1] ?? '',
      themes: keywords ?? '',
      online: isOnline ? 'oui' : '',
      url: first(url),
    },
  ];
}

function memberOf(organisation: Json): MemberFields {
  const { '@id': id, name, location, telephone, email, url, description, taxID, identifier } = organisation;
  const place = 'address' in organisation ? organisation : firstObject(location);
  const siren = [taxID, identifier].find((each) => typeof each === 'string' && /^\d{9}(\d{5})?$/.test(each));
  return {
    id,
    name: plainText(name),
    ...placeOf({ ...place, geo: organisation['geo'] ?? place['geo'] }),
    description: plainText(description),
    siren,
    site: first(url),
    email: first(email),
    phone: first(telephone),
  };
}
