import { safeHref } from '@ess-widgets/core/charts';
import type { Dataset, Measure } from '@ess-widgets/core/model';
import { addressesOf } from '../data-controller.ts';
import { pageDefaults } from '../defaults.ts';
import { dom } from '../dom.ts';
import { fullTitle } from './full-title.ts';
import { HEIGHTS } from './heights.ts';
import type { Shown, ShownData } from './source-card.ts';
import { VERSION } from './version.ts';

/** Parts of a snippet. */
export interface Embedded {
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** Addresses of the data; empty where they have none. */
  readonly src: string;
  /** Fallback content, shown where the data cannot be loaded. */
  readonly link: { readonly href: string; readonly text: string } | null;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Returns the block to paste into a page: one line that editors of content management systems keep in every role. It names its own
 * data and has no script, so that it never changes another widget.
 * @param reserve the height that a page keeps for it; that of widgets of its kind by default
 */
export function snippet({ tag, attributes, src, link }: Embedded, reserve = HEIGHTS[tag] ?? HEIGHT): string {
  const own = [['src', src] as const, ...attributes].map(([name, value]) => ` data-ess-${name}="${escape(value)}"`);
  const inside = link ? `<a href="${escape(link.href)}">${escape(link.text)}</a>` : '';
  return `<div data-ess="${tag.replace('ess-', '')}"${own.join('')} style="min-height:${reserve}">${inside}</div>`;
}

/** Returns the line of the loader, which a site has once. It names no data: each block does. */
export function scriptLine(): string {
  // Elements that a bundle has defined have no loader, so the address is that of the guide.
  const address = (pageDefaults.loader ?? 'ess/ess.js').replace(/[?#].*$/, '');
  return `<script type="module" src="${escape(address)}?v=${VERSION}"></script>`;
}

/** Attributes that are not copied: `src` is written separately, and the others belong to the page. */
const LEFT_OUT: ReadonlySet<string> = new Set(['src', 'lang', 'heading-level']);

/** Height of widgets that the table lacks. */
const HEIGHT = '20rem';

type Attributes = readonly (readonly [name: string, value: string])[];

/** Returns the attributes that a page has set on an element. */
function attributesOf(host: HTMLElement): Attributes {
  const { observedAttributes } = host.constructor as typeof HTMLElement & { observedAttributes: readonly string[] };
  return observedAttributes.flatMap((name) => {
    const value = host.getAttribute(name);
    return value === null || LEFT_OUT.has(name) ? [] : [[name, value] as const];
  });
}

/** Returns the attributes that make an element show a measure. */
const naming = ({ indicator, period, where, territory }: Measure): Attributes =>
  Object.entries({ indicator, period, where, territory }).flatMap(([name, value]) =>
    value ? [[name, value] as const] : [],
  );

/**
 * Returns the widget that shows a figure, or data, here, for another page: its attributes, and the values that it has from its
 * provider or from the page.
 */
export function embedded({ card, dataset, m, measure, texts }: ShownData & Partial<Shown>): Embedded {
  const { host } = card;
  const from = host.provider.value;
  const titled = (heading: string): string => (texts ? fullTitle({ card, texts, m }, heading) : heading);
  const given = (card.of && measure ? naming(measure) : attributesOf(host)).map(
    ([name, value]) => [name, name === 'heading' ? titled(value) : value] as const,
  );
  // Data that the page hands over have no address, and that of the page is not theirs.
  const picked = !host.src && from?.data ? null : host.picked;
  const theme = from?.theme || pageDefaults.theme;
  const inherited = {
    ...host.requestedScope(),
    ...(theme ? { theme } : {}),
    ...(from?.evidence ? { evidence: from.evidence } : {}),
    ...(from?.look ? { look: from.look } : {}),
    ...(picked?.format ? { format: picked.format } : {}),
  };
  const others = Object.entries(inherited).filter(([name]) => !given.some(([own]) => own === name));
  const lang = m.lang === 'fr' ? [] : [['lang', m.lang] as const];
  return {
    tag: card.of?.tag ?? host.localName,
    attributes: [...given, ...others, ...lang],
    src: addressesOf(picked?.src ?? '').join(' '),
    link: linkOf(dataset),
  };
}

/** Returns the link of a block: to the publisher of the data, else to the page that shows the widget here. */
function linkOf({ manifest: { publisher } }: Dataset): Embedded['link'] {
  const { name, href } = publisher;
  if (href && safeHref(href)) return { href, text: name };
  return safeHref(location.href) ? { href: location.href, text: name || dom.title } : null;
}
