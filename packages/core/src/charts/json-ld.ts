/** Events and members as objects of schema.org, for search engines. */
import type { DirectoryEntry } from '../directory/index.ts';
import { parsePeriod, resolveText } from '../model/index.ts';
import type { AgendaItem } from './agenda/agenda.ts';
import { isExactPeriod } from './days-until.ts';
import { webHref } from './href.ts';

/** Most objects of a page. */
const MOST = 50;

const STATUS: Readonly<Record<string, string>> = {
  planned: 'EventScheduled',
  full: 'EventScheduled',
  cancelled: 'EventCancelled',
  postponed: 'EventPostponed',
};

/** Returns an event as an object of schema.org. */
export function eventJsonLd({ event, date }: AgendaItem, lang: string): object {
  const { startsAt, endsAt, place, status } = event;
  const days = date ? parsePeriod(date) : null;
  const url = event.url ? webHref(event.url) : undefined;
  const known = Object.hasOwn(STATUS, status) ? STATUS[status] : undefined;
  return {
    '@type': 'Event',
    name: resolveText(event.title, lang).text,
    // A date that is known to the month is written as such: its first day would be another claim.
    ...(days ? { startDate: startsAt ?? (isExactPeriod(days) ? days.first : days.text) } : {}),
    ...(days && isExactPeriod(days) ? { endDate: endsAt ?? days.last } : {}),
    ...(known ? { eventStatus: `https://schema.org/${known}` } : {}),
    ...(place ? { location: { '@type': 'Place', name: place, address: place } } : {}),
    ...(url ? { url } : {}),
  };
}

/** Returns a member as an object of schema.org. */
export function organisationJsonLd({ name, place, links }: DirectoryEntry, lang: string): object {
  const url = siteOf(links);
  return {
    '@type': 'Organization',
    name: resolveText(name, lang).text,
    ...(place ? { address: resolveText(place, lang).text } : {}),
    ...(url ? { url } : {}),
  };
}

/** Returns the first address of an entry that is a page. */
export const siteOf = (links: DirectoryEntry['links']): string | undefined =>
  links.find(({ url }) => webHref(url))?.url;

/**
 * Returns objects as the text of a `<script type="application/ld+json">`: each once, the first 50 of them. No text of the
 * data can end the script.
 * @returns an empty text for no objects
 * @since 0.2.0
 */
export function jsonLdText(objects: readonly object[]): string {
  const texts = [...new Set(objects.map((each) => JSON.stringify(each)))].slice(0, MOST);
  if (texts.length === 0) return '';
  return `{"@context":"https://schema.org","@graph":[${texts.join(',')}]}`.replaceAll('<', '\\u003c');
}
