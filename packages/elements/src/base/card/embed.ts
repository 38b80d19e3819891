import { safeHref } from '@ess-widgets/core/internal/format/href';
import type { Measure } from '@ess-widgets/core/model';
import { absolute } from '../data-controller.ts';
import { pageDefaults } from '../defaults.ts';
import { fullTitle } from './full-title.ts';
import type { Shown } from './source-card.ts';

/** Form of a widget in a page: an element, or a block for editors that remove custom elements. */
export type EmbedForm = 'element' | 'block';

/** Parts of a snippet. */
export interface Embedded {
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** Addresses of the data; one alone is that of the script. */
  readonly src: string;
  readonly script: string;
  /** Fallback content, shown where the data cannot be loaded. */
  readonly link: { readonly href: string; readonly text: string } | null;
}

/**
 * Height to keep for each widget, from the guide: on a telephone, the higher of the two. That of the map, which is 60 % as high
 * as a telephone, is the higher one there alone.
 */
const HEIGHTS: Readonly<Record<string, string>> = {
  'ess-indicator': '10rem',
  'ess-event-counter': '33rem',
  'ess-breakdown': '41rem',
  'ess-member-map': 'clamp(49rem, 88rem - 100vw, 64rem)',
  'ess-member-list': '128rem',
};
const HEIGHT = '31rem';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Returns the lines to paste into a page, in the form of the guide. */
export function snippet({ tag, attributes, src, script, link }: Embedded, form: EmbedForm): string {
  const single = !/\s/.test(src.trim());
  const loader = `<script type="module" src="${escape(script)}"${single ? ` data-src="${escape(src)}"` : ''}></script>`;
  const all = single ? attributes : [['src', src] as const, ...attributes];
  const prefix = form === 'block' ? 'data-ess-' : '';
  const own = all.map(([name, value]) => ` ${prefix}${name}="${escape(value)}"`).join('');
  const name = form === 'block' ? `div data-ess="${tag.replace('ess-', '')}"` : tag;
  const style = `style="display:block;min-height:${HEIGHTS[tag] ?? HEIGHT}"`;
  const inside = link ? `\n  <a href="${escape(link.href)}">${escape(link.text)}</a>\n` : '';
  return `${loader}\n<${name}${own} ${style}>${inside}</${form === 'block' ? 'div' : tag}>`;
}

/** Attributes that are not copied: `src` is written separately, and the others belong to the page. */
const LEFT_OUT: ReadonlySet<string> = new Set(['src', 'lang', 'heading-level']);

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
 * Returns the widget that shows a figure here, for another page: its attributes, and the values that it has from its
 * provider.
 */
export function embedded(shown: Shown): Embedded {
  const { card, dataset, measure, m } = shown;
  const { host } = card;
  const from = host.provider.value;
  const given = (card.of ? naming(measure) : attributesOf(host)).map(
    ([name, value]) => [name, name === 'heading' ? fullTitle(shown, value) : value] as const,
  );
  const inherited = {
    ...host.requestedScope(),
    ...(from?.theme ? { theme: from.theme } : {}),
    ...(from?.evidence ? { evidence: from.evidence } : {}),
    ...(from?.look ? { look: from.look } : {}),
    ...(from?.format && !host.src ? { format: from.format } : {}),
  };
  const others = Object.entries(inherited).filter(([name]) => !given.some(([own]) => own === name));
  const lang = m.lang === 'fr' ? [] : [['lang', m.lang] as const];
  const { name, href } = dataset.manifest.publisher;
  const link = href && safeHref(href) ? { href, text: name } : null;
  const src = (host.src || from?.src || pageDefaults.src || '').split(/\s+/).filter(Boolean);
  return {
    tag: card.of?.tag ?? host.localName,
    attributes: [...given, ...others, ...lang],
    src: src.map(absolute).join(' '),
    // Elements that a bundle has defined have no loader, so the address is that of the guide.
    script: pageDefaults.loader ?? 'ess/ess.js',
    link,
  };
}
