/** Reading of the events of an agenda. */
import { EssError } from '../../../errors.ts';
import { addressOf } from '../../../reading/index.ts';
import { responseDay, todayOf } from '../list-dataset.ts';
import { joinPages, type Page } from '../pages.ts';
import { plainText } from '../plain-text.ts';
import { readJson } from '../read.ts';
import type { SourceContext, SourceRequest, SourceResult } from '../source.ts';
import { readList } from '../table/list.ts';
import { type EventFields, tableOfEvents } from '../table/of-fields.ts';
import { addressPart, isObject, objectOf } from '../values.ts';

type Json = Readonly<Record<string, unknown>>;

/** Events of a page, the most that the service gives. */
const PAGE = 300;

/** Times of one event that are read. */
const MAX_TIMES = 800;

const NO_KEY = {
  fr: 'OpenAgenda demande une clé publique de lecture\u202f: dans OpenAgenda, «\u202fParamètres › API\u202f», copiez la clé publique et ajoutez #key= et cette clé à la fin de l’adresse.',
  en: 'OpenAgenda asks for a public read key: in OpenAgenda, « Settings › API », copy the public key and add #key= and that key at the end of the address.',
};

/** Reads an agenda. @throws EssError `config` with the remedy where there is no key */
export async function loadOpenagenda(
  { src, options = {} }: SourceRequest,
  context: SourceContext,
): Promise<SourceResult> {
  const { fetch, signal } = context;
  const { key } = options;
  const isService = /^https:\/\/api\.openagenda\.com\//.test(src);
  if (isService && !key) throw new EssError('config', `${src} needs a key. ${NO_KEY.en}`, { url: src, remedy: NO_KEY });
  const ask = async (href: string): Promise<{ readonly answer: unknown; readonly response: Response }> => {
    signal.throwIfAborted();
    const url = isService
      ? addressOf(`${href}${href.includes('?') ? '&' : '?'}key=${addressPart(key ?? '')}`, src)
      : href;
    const response = await fetch(url, { signal });
    return { answer: await readJson(response, url), response };
  };
  const agenda = isService && !/\/events\b/.test(src) ? agendaOf((await ask(src)).answer, src) : undefined;
  const address = agenda ? `https://api.openagenda.com/v2/agendas/${agenda.uid}/events` : src;
  const asked = isService ? `${address.split('?', 1)[0]}?${question(address)}` : address;
  const first = await ask(asked);
  const pageOf = (answer: unknown): Page<Json> => {
    const { events = answer, after, total } = objectOf(answer);
    if (!Array.isArray(events)) throw new EssError('format', `${src} has no events of OpenAgenda.`, { url: src });
    const position = Array.isArray(after) ? after : [];
    const more = position.map((each) => `&after[]=${addressPart(String(each))}`).join('');
    const isLast = more === '' || (typeof total === 'number' && total <= events.length);
    return {
      records: events.filter(isObject),
      total: typeof total === 'number' ? total : undefined,
      next: isLast ? undefined : asked + more,
    };
  };
  const { records, issues } = await joinPages(src, asked, pageOf(first.answer), {
    read: async (url) => pageOf((await ask(url)).answer),
    maxRecords: context.maxRecords,
    isAlone: !isService,
  });
  const list = {
    ...{ src, options, updated: responseDay(first.response), today: todayOf(first.response), kind: 'events' as const },
    ...(agenda?.title ? { title: agenda.title } : {}),
  };
  const result = await readList(tableOfEvents(records.flatMap(eventsOf)), list, context);
  return { ...result, issues: [...issues, ...result.issues] };
}

/** Returns what is asked for besides the address: everything, in the page's length, of what the author did not say. */
function question(address: string): string {
  const own = new URLSearchParams(address.split('?')[1] ?? '');
  if (!own.has('size')) own.set('size', String(PAGE));
  if (![...own.keys()].some((name) => name.startsWith('relative')))
    for (const which of ['current', 'upcoming', 'passed']) own.append('relative[]', which);
  return own.toString();
}

/** Returns the agenda that a search by its name has found. */
function agendaOf(answer: unknown, url: string): { readonly uid: string; readonly title: string } {
  const agendas = isObject(answer) && Array.isArray(answer['agendas']) ? answer['agendas'] : [answer];
  const [found] = agendas.filter(isObject).filter(({ uid }) => uid !== undefined);
  if (!found) throw new EssError('http', `${url}: there is no such agenda.`, { url, status: 404 });
  return { uid: addressPart(String(found['uid'])), title: plainText(found['title']) };
}

/** What the number of a status means. */
const STATUSES: Readonly<Record<string, string>> = { 2: 'reporté', 4: 'reporté', 5: 'complet', 6: 'annulé' };

/** Returns an event a time. */
export function eventsOf(event: Json): readonly EventFields[] {
  const { uid, title, location, keywords, timings, status, canonicalUrl, slug, originAgenda } = event;
  const place: Json = objectOf(location);
  const times = Array.isArray(timings) ? timings.filter(isObject).slice(0, MAX_TIMES) : [];
  const agenda = isObject(originAgenda) ? originAgenda['slug'] : undefined;
  const own =
    typeof agenda === 'string' && typeof slug === 'string' ? `https://openagenda.com/${agenda}/events/${slug}` : '';
  const fields: EventFields = {
    title: plainText(inFrench(title)),
    place: plainText(place['name']),
    address: plainText(place['address']),
    town: plainText(place['city']),
    postcode: place['postalCode'],
    insee: place['insee'],
    lat: place['latitude'],
    lon: place['longitude'],
    status: STATUSES[String(isObject(status) ? status['id'] : status)] ?? '',
    themes: inFrench(keywords),
    online: event['onlineAccessLink'] ?? '',
    url: canonicalUrl ?? own,
  };
  if (times.length === 0) return [{ ...fields, id: uid }];
  return times.map(({ begin, start, end }, index) => ({
    ...fields,
    id: times.length === 1 || uid === undefined ? uid : `${uid}/${index + 1}`,
    start: begin ?? start,
    end,
  }));
}

/** Returns the French of a text in several languages, else the first of them. */
function inFrench(text: unknown): unknown {
  if (!isObject(text) || Array.isArray(text)) return text ?? '';
  return text['fr'] ?? Object.values(text)[0] ?? '';
}
