/**
 * Services whose pages people paste: which address their data have, and what to do where these cannot be read. It runs the table
 * of `services.json` as `packages/host-php/Services.php` does, with the same examples.
 */
import type { Text } from '../../model/index.ts';
import type { SourceKind } from '../pick.ts';
import { secrecyOf } from './secrets.ts';
import { SENTENCES, SERVICES } from './table.ts';

/** Who reads: a page alone, a page of a site whose server reads too, or the command line. */
export type ReadingHost = 'page' | 'wordpress' | 'spip' | 'cli';

/** Signs of an address, all of which must hold; patterns of the syntax that JavaScript and PCRE share. */
interface ServiceMatch {
  /** Pattern of the host; without it the service runs under any name, and is asked after all that name theirs. */
  readonly host?: string;
  /** Pattern of hosts that are none. */
  readonly but?: string;
  readonly path?: string;
  /** Pattern of the query with its question mark, or of an empty text. */
  readonly query?: string;
  /** Pattern of the fragment with its sign, or of an empty text. */
  readonly hash?: string;
  /** Whether the end of such an address is missing. */
  readonly isCut?: boolean;
  /** Templates in place of those of the service. */
  readonly request?: readonly string[];
}

/** A service, as far as a page needs it. */
export interface Service {
  readonly id: string;
  readonly name: Text;
  /** Kind of what it holds; absent where the content decides. */
  readonly kind?: SourceKind;
  /** Id of the format of its data; absent where the content decides. */
  readonly format?: string;
  /** How its data are had: by the page, by a server alone, with a key, or from a file that a person downloads. */
  readonly reach: 'page' | 'server' | 'key' | 'file';
  /** What to do, without a full stop, beginning with a capital. */
  readonly button: Text;
  readonly match: readonly ServiceMatch[];
  /** Templates of addresses; the first whose names all have a value is asked, once for each of several values. */
  readonly request?: readonly string[];
  /** Other hosts that reading needs. */
  readonly hosts?: readonly string[];
  /** Pattern of what the answer must hold, where the path alone told the service. */
  readonly probe?: string;
  /** Paths, in small letters, that are a person's own. */
  readonly secret?: readonly { readonly host?: string; readonly path: string }[];
}

/** Reading of a pasted address. */
export interface AddressReading {
  /** Id of the service; absent where the address is refused whatever it is of. */
  readonly service?: string;
  /** Address of the data, without options or keys of ours; absent where it cannot be read at all. */
  readonly src?: string;
  /** Addresses of the other calendars that the pasted one joins. */
  readonly also?: readonly string[];
  /** Id of the source that reads it; absent where the content decides. */
  readonly format?: string;
  readonly kind?: SourceKind;
  /** Other hosts that reading it needs besides that of `src`. */
  readonly hosts?: readonly string[];
  /** Pattern of what the answer must hold: else it is of another service. */
  readonly probe?: string;
  /** What makes it readable, in the words for a host. */
  readonly remedy?: Text;
}

/** Sentences of one way to have the data, by host; that of `page` is for all that have none of their own. */
export type Sentences = Readonly<Partial<Record<ReadingHost, Text>> & { page: Text }>;

/** Reading of an address that opens private data to everyone who can read the page. */
export const SECRET_READING: AddressReading = {
  remedy: {
    fr: SENTENCES.secret.page.fr.replace(' {button}.', ''),
    en: (SENTENCES.secret.page['en'] ?? '').replace(' {button}.', ''),
  },
};

type Values = Readonly<Record<string, readonly string[]>>;

const FIELDS = { host: 'hostname', path: 'pathname', query: 'search', hash: 'hash' } as const;

/** Returns the values of an address for one way of recognising it; null where it is not. */
function valuesOf(match: ServiceMatch, url: URL): Values | null {
  if (match.but && new RegExp(match.but).test(url.hostname)) return null;
  const values: Record<string, readonly string[]> = {
    origin: [url.origin],
    path: [url.pathname],
    query: [url.search],
  };
  for (const [key, field] of Object.entries(FIELDS)) {
    const pattern = match[key as keyof typeof FIELDS];
    if (pattern === undefined) continue;
    const found = new RegExp(pattern).exec(url[field]);
    if (!found) return null;
    for (const [name, value] of Object.entries(found.groups ?? {})) if (value !== undefined) values[name] = [value];
  }
  for (const name of new Set(url.searchParams.keys())) values[`?${name}`] = url.searchParams.getAll(name);
  return values;
}

/** Filters of templates: each makes any number of texts of one. */
const FILTERS: Readonly<Record<string, (text: string, argument: string) => readonly string[]>> = {
  enc: (text) => [encodeURIComponent(decoded(text))],
  each: (text, sign) => text.split(sign).filter(Boolean),
  b64: (text) => [text.includes('@') ? text : fromBase64(text)].filter((id) => /^[\w.%+#-]+@[\w.-]+$/.test(id)),
  // What the page of a portal shows is what its address filters: `refine.commune=Brest`.
  refine: (query) => {
    const pairs = [...new URLSearchParams(query)].filter(([name]) => name.startsWith('refine.'));
    const asked = pairs.map(([name, value]) => `refine=${encodeURIComponent(`${name.slice(7)}:"${value}"`)}`);
    return [asked.length > 0 ? `?${asked.join('&')}` : ''];
  },
};

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function fromBase64(text: string): string {
  try {
    return atob(text.replaceAll(/[- ]/g, '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}

/** Returns the addresses that a template means: none where one of its names has no value. */
function fill(template: string, values: Values): readonly string[] {
  const found = /\{([^|}]+)((?:\|[^|}]+)*)\}/.exec(template);
  if (!found) return [template];
  const [all, name = '', filters = ''] = found;
  let texts = values[name] ?? [];
  for (const filter of filters.split('|').slice(1)) {
    const [id = '', argument = ''] = filter.split(':');
    texts = texts.flatMap((text) => FILTERS[id]?.(text, argument) ?? []);
  }
  const rest = fill(template.slice(found.index + all.length), values);
  return texts.flatMap((text) => rest.map((tail) => template.slice(0, found.index) + text + tail));
}

/** Returns the sentence of what to do, in the words for a host. */
function remedyOf(service: Service, way: keyof typeof SENTENCES, host: ReadingHost): Text {
  const { [host]: sentence = SENTENCES[way].page }: Sentences = SENTENCES[way];
  const say = (lang: 'fr' | 'en'): string =>
    (sentence[lang] ?? sentence.fr)
      .replace('{name}', () => service.name[lang] ?? service.name.fr)
      .replace('{button}', () => service.button[lang] ?? service.button.fr);
  return { fr: say('fr'), en: say('en') };
}

/** Returns the reading of an address by the table; null where no service knows it and nothing of it is secret. */
export function serviceReading(url: URL, host: ReadingHost = 'page'): AddressReading | null {
  const secrecy = secrecyOf(url);
  url.hostname = url.hostname.replace(/\.$/, '');
  // A key belongs in our option of this name, never in an address that is asked for, shown and handed on.
  url.search = url.search.replace(/(?<=[?&])key=[^&]*&?/g, '').replace(/[?&]$/, '');
  const found = recognised(url);
  if (secrecy !== 'private' && secrecy !== 'secret') return found && readingOf(...found, host);
  return found ? { service: found[0].id, remedy: remedyOf(found[0], 'secret', host) } : SECRET_READING;
}

/** Returns the service of an address, and how it was recognised: by its host before all that run under any name. */
function recognised(url: URL): [service: Service, match: ServiceMatch, values: Values] | null {
  for (const isOwn of [true, false])
    for (const service of SERVICES)
      for (const match of service.match) {
        const values = (match.host !== undefined) === isOwn ? valuesOf(match, url) : null;
        if (values) return [service, match, values];
      }
  return null;
}

function readingOf(service: Service, match: ServiceMatch, values: Values, host: ReadingHost): AddressReading {
  const { id, reach, format, kind, hosts, probe } = service;
  if (match.isCut) return { service: id, remedy: remedyOf(service, 'cut', host) };
  const asked = (match.request ?? service.request ?? []).map((template) => fill(template, values));
  const [src, ...also] = asked.find(({ length }) => length > 0) ?? [];
  if (src === undefined) return { service: id, remedy: remedyOf(service, reach === 'server' ? 'page' : reach, host) };
  return {
    service: id,
    src,
    ...(also.length > 0 && { also }),
    ...(format && { format }),
    ...(kind && { kind }),
    ...(hosts && { hosts }),
    ...(probe && { probe }),
    remedy: remedyOf(service, reach === 'key' ? 'readKey' : reach, host),
  };
}
