/** Reading of the entries of a feed that are events. */
import { EssError } from '../../../errors.ts';
import { type Finding, instantOf, isoAt, isZone, offsetsOf } from '../../../model/index.ts';
import { decodeText } from '../../../reading/index.ts';
import { readTime } from '../ical/dates.ts';
import { DAY } from '../ical/event.ts';
import { responseDay, todayOf } from '../list-dataset.ts';
import { plainText } from '../plain-text.ts';
import type { SourceContext, SourceRequest, SourceResult } from '../source.ts';
import { readList } from '../table/list.ts';
import { type EventFields, tableOfEvents } from '../table/of-fields.ts';
import { refusalOf } from '../unreadable.ts';
import { attributeIn, readXml } from '../xml.ts';
import { isFeed } from './rss.ts';

/** Elements that say something of the entry which they are a child of; those below say it however deep they stand. */
const OWN: Readonly<Record<string, keyof EventFields>> = { guid: 'id', id: 'id', title: 'title', link: 'url' };

/** Elements of the event module of RSS, of xCal and of positions, without their prefix. */
const OF_EVENTS: Readonly<Record<string, keyof EventFields>> = {
  startdate: 'start',
  dtstart: 'start',
  enddate: 'end',
  dtend: 'end',
  location: 'place',
  lat: 'lat',
  long: 'lon',
  status: 'status',
};

/** An entry as it is read; the first element of a name is the one that counts. */
type Entry = { -readonly [F in keyof EventFields]?: string } & { readonly tags: string[] };

/** An element that is open: its name, its attributes, and the text in it so far. */
interface Open {
  readonly name: string;
  readonly attributes: string;
  text: string;
}

/** @throws EssError `format` for a feed of posts and for no feed, `syntax` for one that is cut */
export async function loadRss({ src, options }: SourceRequest, context: SourceContext): Promise<SourceResult> {
  const response = await context.fetch(src, { signal: context.signal });
  const xml = decodeText(await response.arrayBuffer());
  if (!response.ok || !isFeed(xml.slice(0, 2_000)))
    throw refusalOf(response, xml, src) ?? new EssError('format', `${src} is no feed.`, { url: src });
  const { title, entries } = entriesIn(xml, src);
  const events = entries.filter(({ start = '' }) => start !== '');
  const posts = entries.length - events.length;
  if (posts > 0 && events.length === 0) throw postsOnly(src);
  const table = tableOfEvents(
    events.map(({ id, tags, ...event }) => ({
      ...event,
      themes: tags.join('; '),
      // The dates of a series may share the address of their page as their id.
      id: id && `${id} ${event.start}`,
    })),
  );
  const list = {
    src,
    options,
    kind: 'events',
    title,
    updated: responseDay(response),
    today: todayOf(response),
  } as const;
  const { dataset, issues } = await readList(table, list, context);
  return { dataset, issues: posts > 0 ? [...issues, leftOut(posts, src)] : issues };
}

function entriesIn(
  xml: string,
  url: string,
): { readonly title: string | undefined; readonly entries: readonly Entry[] } {
  const entries: Entry[] = [];
  const path: Open[] = [];
  let title: string | undefined;
  let entry: Entry | null = null;
  const take = ({ name, attributes, text }: Open, parent: Open | undefined): void => {
    const isOwn = /^(item|entry)$/.test(parent?.name ?? '');
    if (/^(item|entry)$/.test(name)) entry = null;
    else if (!entry) {
      if (name === 'title' && /^(channel|feed)$/.test(parent?.name ?? '')) title ??= plainText(text);
    } else if (/^(date|date-time)$/.test(name) && parent && !isOwn) parent.text += text;
    else if (isOwn && name === 'category') entry.tags.push(plainText(text) || attributeIn(attributes, 'term'));
    else {
      const field = OF_EVENTS[name] ?? (isOwn ? OWN[name] : undefined);
      const isOther = name === 'link' && !/^(alternate)?$/.test(attributeIn(attributes, 'rel'));
      if (field && !isOther)
        entry[field] ||= valueOf(name, plainText(text) || attributeIn(attributes, 'href'), attributes, entry);
    }
  };
  readXml(xml, url, {
    open: (name, attributes) => {
      path.push({ name, attributes, text: '' });
      if (!/^(item|entry)$/.test(name)) return;
      entry = { tags: [] };
      entries.push(entry);
    },
    close: () => {
      const closed = path.pop();
      if (closed) take(closed, path.at(-1));
    },
    text: (part) => {
      const innermost = path.at(-1);
      if (innermost) innermost.text += part;
    },
  });
  if (path.length > 0) throw new EssError('syntax', `${url} is cut: </${path[0]?.name}> is missing.`, { url });
  return { title, entries };
}

/** Returns what an element says: a time as a list writes it, by the zone that stands beside it. */
function valueOf(name: string, said: string, attributes: string, { start = '' }: Entry): string {
  const time = /^(start|end)date$|^dt(start|end)$/.test(name) ? readTime(said) : null;
  if (!time) return said;
  const { wall, isDay, offset } = time;
  const written = new Date(wall).toISOString();
  if (isDay) {
    // A calendar names the day after the last one.
    const last = new Date(wall - DAY).toISOString().slice(0, 10);
    return name === 'dtend' && last >= start ? last : written.slice(0, 10);
  }
  if (offset !== null) return isoAt(wall - offset, () => offset);
  const zone = attributeIn(attributes, 'tzid');
  if (zone === '' || !isZone(zone)) return written.slice(0, 19);
  const offsetAt = offsetsOf(zone);
  return isoAt(instantOf(wall, offsetAt), offsetAt);
}

/** Returns the error of a feed that says when its entries were written, and not when anything takes place. */
function postsOnly(url: string): EssError {
  const remedy = {
    fr: 'Ce flux annonce des articles, non des rendez-vous\u202f: aucun ne dit quand il a lieu. Donnez l’adresse du calendrier du site (son lien iCal), ou celle de la page de son agenda.',
    en: 'This feed announces posts, not events: none says when it takes place. Give the address of the site’s calendar (its iCal link), or that of its page of events.',
  };
  const cure = 'An entry says it by <ev:startdate> (event module of RSS) or <xcal:dtstart>.';
  return new EssError('format', `${url}: ${remedy.en} ${cure}`, { url, remedy });
}

const leftOut = (n: number, file: string): Finding => ({
  rule: 'posts',
  severity: 'info',
  certainty: 'certain',
  where: { file },
  found: String(n),
  message:
    n === 1
      ? {
          fr: '1 article de ce flux n’a pas de date d’événement, et n’est pas lu',
          en: '1 post of this feed has no date of an event, and is not read',
        }
      : {
          fr: `${n} articles de ce flux n’ont pas de date d’événement, et ne sont pas lus`,
          en: `${n} posts of this feed have no date of an event, and are not read`,
        },
});
