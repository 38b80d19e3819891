/** The block of a widget and the line of the loader, as HTML to paste. */
import { HEIGHTS } from './card/heights.ts';
import { VERSION } from './card/version.ts';

/** Parts of a snippet. */
export interface Embedded {
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** Addresses of the data; empty where they have none. */
  readonly src: string;
  /** Fallback content, shown where the data cannot be loaded. */
  readonly link: { readonly href: string; readonly text: string } | null;
  /** Colour that the widget derives its own from, `#rrggbb`. */
  readonly accent?: string | undefined;
}

/** Returns a text as HTML, in an attribute too. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const linkOf = ({ link }: Embedded): string =>
  link ? `<a href="${escapeHtml(link.href)}">${escapeHtml(link.text)}</a>` : '';

/**
 * Returns the block to paste into a page: one line that editors of content management systems keep in every role. It names its own
 * data and has no script, so that it never changes another widget.
 * @param reserve the height that a page keeps for it; that of widgets of its kind by default
 */
export function snippet(widget: Embedded, reserve = HEIGHTS[widget.tag] ?? HEIGHT): string {
  const { tag, attributes, src, accent } = widget;
  const own = [['src', src] as const, ...attributes].map(([name, value]) => ` data-ess-${name}="${escapeHtml(value)}"`);
  const style = `min-height:${reserve}${accent ? `;--ess-accent:${accent}` : ''}`;
  return `<div data-ess="${tag.replace('ess-', '')}"${own.join('')} style="${escapeHtml(style)}">${linkOf(widget)}</div>`;
}

/** Returns the line of the loader, which a site has once. It names no data: each block does. */
export const scriptLine = (loader: string): string =>
  `<script type="module" src="${escapeHtml(loader.replace(/[?#].*$/, ''))}?v=${VERSION}"></script>`;

/** Height of widgets that the table lacks. */
const HEIGHT = '20rem';
