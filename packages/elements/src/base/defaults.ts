import { dom } from './dom.ts';
import { warn } from './warn.ts';

/** An answer that the loader has asked for before there is a client: the first request of its address takes it over. */
interface EarlyAnswer {
  readonly answer: Promise<Response>;
  readonly stop: AbortController;
}

/** Defaults of the page, from the script tags of the loader. */
export interface PageDefaults {
  /** Address of the loader itself. */
  loader?: string;
  /** The `data-…` attributes of the tag of the loader at work. */
  tags?: DOMStringMap[];
  /** Addresses of the data of elements that name none, separated by spaces: `data-src` of the loader. */
  src?: string | undefined;
  /** Address of the reference data, communes, ground and published figures of the page's lists: `data-reference`. */
  reference?: string | undefined;
  /** Address of the folder of the communes of France, with a slash at its end, where they are not beside the code. */
  france?: string | undefined;
  /** Sources that the page declares, lines or the address of a file: `data-sources`. */
  sources?: string | undefined;
  /** Zone of times that have none, and in which the page's hours are meant: `data-zone`. */
  zone?: string | undefined;
  /** Theme of elements that have none and are in no provider that has one: `data-theme`. */
  theme?: string | undefined;
  /** Language that takes the place of the one of `<html>`: `data-lang`. */
  lang?: string | undefined;
  /** Territory shown first where neither element nor provider names one: `data-territory`. */
  territory?: string | undefined;
  /** Other hosts that addresses inside data may name, lower case, as `URL.host` writes them: `data-hosts` of the loader. */
  hosts?: readonly string[];
  /** Bytes that one file may have: `data-max-bytes` of the loader. */
  maxBytes?: number | undefined;
  /** Street map of maps that name none, `data-tiles`, the consent to it, `data-tiles-consent`, and readers, `data-audience`. */
  tiles?: string | undefined;
  tilesConsent?: string | undefined;
  audience?: string | undefined;
  /** Address of the Atelier, where it is not beside the loader, or `off`: `data-atelier`. */
  atelier?: string | undefined;
  /** Name of the system in whose pages contributors write elements, which then have the authority of a block: `data-cms`. */
  cms?: string | undefined;
  /** By address; null for what was asked for otherwise, or has been taken over. There on a first visit only: nothing is kept, so far as the loader saw. */
  early?: Map<string, EarlyAnswer | null>;
}

const DEFAULTS = Symbol.for('ess-widgets');
const page: typeof globalThis & { [DEFAULTS]?: PageDefaults } = globalThis;

/** Kept on the page: the loader writes them before it has any of this code. */
export const pageDefaults: PageDefaults = (page[DEFAULTS] ??= {});

/** Addresses of loaders, whatever their version: a second one, or the script for pages without modules. */
const LOADER = /\/ess(\.classic)?\.js(\?|$)/;

const tags = pageDefaults.loader ? [...dom.scripts].filter(({ src }) => LOADER.test(src)) : [];

/** Returns addresses resolved against the page; undefined for none. */
function absoluteOf(text: string | undefined): string | undefined {
  const words = text?.match(/\S+/g);
  return words?.map((href) => Object.assign(dom.createElement('a'), { href }).href).join(' ');
}

/**
 * Whether an address of data is the site's own: that of the loader's tag, which no block and no file writes. Without a loader there
 * are no blocks: the code of an application makes the elements, and their addresses are its own.
 */
export const isNamedBySite = (url: string): boolean =>
  pageDefaults.loader === undefined ||
  [pageDefaults.src, pageDefaults.reference].some((named) => named?.split(' ').includes(url));

// The loader, which is small, reads the addresses alone, for its early requests. Its own tag comes before others, and the first that
// says something wins.
for (const tag of [...(pageDefaults.tags ?? []), ...tags.map(({ dataset }) => dataset)]) {
  const { src, reference, hosts, maxBytes } = tag;
  pageDefaults.src ??= absoluteOf(src);
  pageDefaults.reference ??= absoluteOf(reference);
  for (const name of [
    'theme',
    'lang',
    'territory',
    'tiles',
    'tilesConsent',
    'audience',
    'sources',
    'zone',
    'atelier',
  ] as const)
    pageDefaults[name] ||= tag[name];
  // Its presence counts: it needs no value.
  pageDefaults.cms ??= tag.cms;
  if (hosts?.trim()) pageDefaults.hosts ??= hosts.toLowerCase().trim().split(/\s+/);
  if (/^[1-9]\d*$/.test(maxBytes ?? '1')) pageDefaults.maxBytes ??= Number(maxBytes) || undefined;
  else warn('config/max-bytes', `data-max-bytes="${maxBytes}" of ess.js is no whole number above 0`);
}
