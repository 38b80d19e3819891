import { warn } from './warn.ts';

/** An answer that the loader has asked for before there is a client: the first request of its address takes it over. */
export interface EarlyAnswer {
  readonly answer: Promise<Response>;
  readonly stop: AbortController;
}

/** Defaults of the page, from the script tags of the loader. */
export interface PageDefaults {
  /** Address of the loader itself. */
  loader?: string;
  /** The `data-…` attributes of the tag of the loader at work. */
  tags?: readonly DOMStringMap[];
  /** Address of the data set of elements that name none: `data-src` of the loader. */
  src?: string;
  /** Theme of elements that have none and are in no provider that has one: `data-theme`. */
  theme?: string;
  /** Language that takes the place of the one of `<html>`: `data-lang`. */
  lang?: string;
  /** Territory shown first where neither element nor provider names one: `data-territory`. */
  territory?: string;
  /** Other hosts that addresses inside data may name, lower case, as `URL.host` writes them: `data-hosts` of the loader. */
  hosts?: readonly string[];
  /** Bytes that one file may have: `data-max-bytes` of the loader. */
  maxBytes?: number;
  /** By address; null for what was asked for otherwise, or has been taken over. There on a first visit only: nothing is kept, so far as the loader saw. */
  early?: Map<string, EarlyAnswer | null>;
}

const DEFAULTS = Symbol.for('ess-widgets');
const page: typeof globalThis & { [DEFAULTS]?: PageDefaults } = globalThis;

/** Kept on the page: the loader writes them before it has any of this code. */
export const pageDefaults: PageDefaults = (page[DEFAULTS] ??= {});

/** Addresses of loaders, whatever their version: a second one, or the script for pages without modules. */
const LOADER = /\/ess(\.classic)?\.js(\?|$)/;

/** Returns what the tags of all loaders of the page say, that of the loader at work first. */
function saidByTags(): readonly DOMStringMap[] {
  if (!pageDefaults.loader) return [];
  const all = [...document.scripts].filter(({ src }) => LOADER.test(src));
  return [...(pageDefaults.tags ?? []), ...all.map(({ dataset }) => dataset)];
}

// The loader, which is small, reads the address alone, for its early requests. The first tag that says something wins.
for (const { src, theme, lang, territory, hosts, maxBytes } of saidByTags()) {
  if (src) pageDefaults.src ??= Object.assign(document.createElement('a'), { href: src }).href;
  if (theme) pageDefaults.theme ??= theme.trim();
  if (lang) pageDefaults.lang ??= lang.trim();
  if (territory) pageDefaults.territory ??= territory.trim();
  if (hosts?.trim()) pageDefaults.hosts ??= hosts.toLowerCase().trim().split(/\s+/);
  if (maxBytes === undefined) continue;
  if (/^[1-9]\d*$/.test(maxBytes)) pageDefaults.maxBytes ??= Number(maxBytes);
  else
    warn(
      'config/max-bytes',
      `data-max-bytes="${maxBytes}" of ess.js is passed over: a whole number above 0 is expected`,
    );
}
