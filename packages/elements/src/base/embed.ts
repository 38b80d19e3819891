/** What is pasted into a page for a widget: the only writer of such code. Loaded where somebody asks for it. */
import { type FormText, modeleOf } from './attribute-words.ts';
import type { Embedded } from './card/embedded.ts';
import { HEIGHTS } from './card/heights.ts';
import { VERSION } from './card/version.ts';

/** Places that somebody pastes into, each with the rights that matter there, the usual one first. */
export const DESTINATIONS = {
  'wordpress-plugin': ['any'],
  wordpress: ['editor', 'author'],
  spip: ['plugin', 'none'],
  html: ['ftp'],
  frame: ['frame'],
  notion: ['link'],
  mail: ['any'],
  code: ['developer'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Destination = keyof typeof DESTINATIONS;

/** A widget that is to be pasted, and what is known of where its data and its code lie. */
export interface Placed extends Embedded {
  /** Fallback content, shown where the data cannot be loaded. */
  readonly link: { readonly href: string; readonly text: string } | null;
  /** Colour that the widget derives its own from, `#rrggbb`. */
  readonly accent?: string | undefined;
  /** Address of the loader. */
  readonly loader: string;
  /** Name under which a plugin knows the source; empty for the data that the plugin comes with. */
  readonly source: string;
  readonly title: string;
  /** The height that a page keeps for it; that of widgets of its kind by default. */
  readonly height?: string | undefined;
  /** Address of the frame page, and the height of the widget in it, px. */
  readonly frame: string;
  readonly frameHeight: number;
  /** Address of the page of this widget; null where it has none. */
  readonly page: string | null;
}

/** What is pasted. */
interface Snippet {
  readonly code: string;
  /** Another form of it, for another editor. */
  readonly other?: string;
  /** Line that a site needs once. */
  readonly once?: string;
  /** Message for the webmaster, who has the right to do what the person may not. */
  readonly ask?: FormText;
}

/** Returns what survives where it is pasted with a right. */
export function snippetFor(placed: Placed, to: Destination, right: string): Snippet {
  const { loader, source, src } = placed;
  const once = scriptLine(loader);
  switch (to) {
    case 'wordpress-plugin':
      return {
        code: wordpressBlock(placed),
        other: shortcodeOf(placed),
        ...(source ? { ask: declareIn(WORDPRESS, source, src) } : {}),
      };
    case 'wordpress':
      return right === 'editor' ? { code: blockCode(placed), once } : { code: placed.page ?? linkLine(placed) };
    case 'spip':
      return right === 'plugin'
        ? { code: modeleCode(placed), ...(source ? { ask: declareIn(SPIP, source, src) } : {}) }
        : { code: blockCode(placed), once, ask: scriptAsk(once) };
    case 'html':
      return { code: `${once}\n${blockCode(placed)}` };
    case 'code':
      return { code: componentOf(placed) };
    case 'frame':
      return { code: frameOf(placed) };
    case 'notion':
      return { code: frameAddress(placed), other: linkLine(placed) };
    default:
      return { code: linkLine(placed) };
  }
}

/** Returns a text as HTML, in an attribute too. */
const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Height of widgets that the table lacks. */
const HEIGHT = '20rem';

/**
 * Returns the block to paste into a page: one line that editors of content management systems keep in every role. It names its own
 * data and has no script, so that it never changes another widget.
 */
function blockCode({ tag, attributes, src, accent, link, height = HEIGHTS[tag] ?? HEIGHT }: Placed): string {
  const own = [['src', src] as const, ...attributes].map(([name, value]) => ` data-ess-${name}="${escape(value)}"`);
  const style = `min-height:${height}${accent ? `;--ess-accent:${accent}` : ''}`;
  const inside = link ? `<a href="${escape(link.href)}">${escape(link.text)}</a>` : '';
  return `<div data-ess="${tag.replace('ess-', '')}"${own.join('')} style="${escape(style)}">${inside}</div>`;
}

/** Returns the line of the loader, which a site has once. It names no data: each block does. */
const scriptLine = (loader: string): string =>
  `<script type="module" src="${escape(loader.replace(/[?#].*$/, ''))}?v=${VERSION}"></script>`;

/** Returns what a plugin reads: its own name of the source in the place of the address. */
const pluginAttributes = ({ tag, attributes, source }: Placed): readonly (readonly [string, string])[] => [
  ['widget', tag.replace('ess-', '')],
  ...(source ? [['source', source] as const] : []),
  ...attributes,
];

/** Returns a block of WordPress, as its editor keeps it. A comment ends at two hyphens. */
function wordpressBlock(placed: Placed): string {
  const json = JSON.stringify(Object.fromEntries(pluginAttributes(placed)));
  const signs: Readonly<Record<string, string>> = {
    '--': '\\u002d\\u002d',
    '<': '\\u003c',
    '>': '\\u003e',
    '&': '\\u0026',
  };
  return `<!-- wp:ess/widget ${json.replaceAll(/--|[<>&]/g, (sign) => signs[sign] ?? sign)} /-->`;
}

/** Returns a shortcode of WordPress: its values have no quotation mark, no bracket and no markup. */
const shortcodeOf = (placed: Placed): string => {
  const encoded = (value: string): string => value.replaceAll(/["<>[\]&]/g, (sign) => `&#${sign.codePointAt(0)};`);
  return `[ess ${pluginAttributes(placed)
    .map(([name, value]) => `${name}="${encoded(value)}"`)
    .join(' ')}]`;
};

/** Returns a modèle of SPIP: a bar parts its parameters, a sign `>` ends it. */
const modeleCode = ({ tag, attributes, source }: Placed): string => {
  const encoded = (value: string): string => value.replaceAll(/[|<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
  const { name, parameters } = modeleOf(tag, [...(source ? [['source', source] as const] : []), ...attributes]);
  return `<ess|${[name, ...parameters.map(([key, value]) => `${key}=${encoded(value)}`)].join('|')}>`;
};

/** Returns the line of an import, and the tag: frameworks that know custom elements take it as it is. */
const componentOf = ({ tag, attributes, src }: Placed): string => {
  const own = [...(src ? [['src', src] as const] : []), ...attributes].map(
    ([name, value]) => ` ${name}="${escape(value)}"`,
  );
  return `import '@ess-widgets/elements/${tag}/define';\n\n<${tag}${own.join('')}></${tag}>`;
};

/** Returns the address of a frame. Its source is a name: no address of data is in it. */
const frameAddress = ({ tag, attributes, frame, source }: Placed): string =>
  `${frame}?${new URLSearchParams([['widget', tag.replace('ess-', '')], ...(source ? [['source', source]] : []), ...attributes.map((pair) => [...pair])])}`;

/** Returns a frame that runs nothing outside itself. Its height is that of the preview; a page with our loader hears how high it is. */
const frameOf = (placed: Placed): string =>
  `<iframe data-ess-frame title="${escape(placed.title)}" src="${escape(frameAddress(placed))}" loading="lazy" sandbox="allow-scripts allow-popups allow-downloads" style="width:0;min-width:100%;height:${placed.frameHeight}px;border:0"></iframe>`;

/** Returns a link with the name of the widget, for a place that keeps nothing else. */
const linkLine = ({ title, link, src, page }: Placed): string =>
  `<a href="${escape(page ?? link?.href ?? src)}">${escape(title)}</a>`;

const [WORDPRESS, SPIP] = [
  { fr: 'ESS Widgets › Réglages', en: 'ESS Widgets › Settings' },
  { fr: 'Configuration › ESS Widgets', en: 'Configuration › ESS Widgets' },
];

/** @param names of one source or several, with spaces between them, and so are their addresses */
function declareIn(where: FormText, names: string, src: string): FormText {
  const addresses = src.split(' ');
  const listed = (say: (name: string, address: string) => string): string =>
    names
      .split(' ')
      .map((name, at) => say(name, addresses[at] ?? ''))
      .join('\u202f; ');
  return {
    fr: `Bonjour, pour afficher un widget sur le site, il faut y déclarer une source, une fois\u202f: ${where.fr}, «\u202fSources du site\u202f», ${listed((name, address) => `nom «\u202f${name}\u202f», adresse ${address}`)}`,
    en: `Hello, to show a widget on the site a source must be declared there once: ${where.en}, “Sources of the site”, ${listed((name, address) => `name “${name}”, address ${address}`)}`,
  };
}

const scriptAsk = (once: string): FormText => ({
  fr: `Bonjour, pour afficher un widget sur le site, il faut cette ligne, une fois, dans le modèle des pages (avant </body>)\u202f:\n${once}`,
  en: `Hello, to show a widget on the site this line is needed once, in the template of the pages (before </body>):\n${once}`,
});
