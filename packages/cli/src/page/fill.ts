/** Finds the widgets of a page, blocks and elements, and writes stills into them. No other byte of the page changes. */
import type { SourceDefaults, SourceKind } from '@ess-widgets/core/data';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Text of a page, and the positions in it that stills are written at. */
export interface PageText {
  readonly html: string;
  /** The widgets that show data, in their order. */
  readonly blocks: readonly PageBlock[];
  /** Places of what stands in the head, the style and the objects of schema.org: those of earlier ones, else empty ranges. */
  readonly head: readonly [css: Range, jsonLd: Range];
  /** Values of its attributes, by which themes and looks are told. */
  readonly values: ReadonlySet<string>;
  /** Address of the loader, as its tag says it. */
  readonly loader: string | undefined;
}

/** What a page or a provider says of data: its sources are lines, or the address of a file. */
export interface DeclaredAround extends Omit<SourceDefaults, 'sources'> {
  readonly sources?: string | undefined;
}

/** A widget of a page: a block, `<div data-ess="…">`, as the widget that it becomes, or an element. */
export interface PageBlock {
  /** Name of the element: `ess-indicator`. */
  readonly tag: string;
  /** Its tag as the page's author knows it: `<div data-ess="indicator">`. */
  readonly written: string;
  /** Attributes of the widget, with those of the nearest provider that it does not have itself. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Its own data and those around it, between which the widget chooses. */
  readonly data: {
    readonly kinds: readonly SourceKind[];
    readonly own: Pick<SourceDefaults, 'src' | 'format' | 'source'>;
    readonly provider: DeclaredAround;
    readonly page: DeclaredAround;
  };
  /** Language of the page there, as its `lang` says. */
  readonly lang: string | undefined;
  /** Number of its line in the page. */
  readonly line: number;
  readonly place: Place;
}

/** Positions of a widget in the text of its page, and of the still that it has. */
interface Place {
  /** Name of the attribute that marks a still: blocks have names of their own. */
  readonly named: string;
  /** Position after the name and the attributes of its tag. */
  readonly inTag: number;
  readonly afterTag: number;
  /** The mark of an earlier still. */
  readonly mark: Range | null;
  readonly still: Range | null;
}

type Range = readonly [from: number, to: number];

/** A still and the mark that says what it was made of. */
export interface Filling {
  readonly html: string;
  readonly mark: string;
  /** Names of its skins. */
  readonly skins: readonly string[];
}

/** The style of a page's stills: its rules, or the address of the file that has all rules. */
export type PageCss = { readonly rules: string } | { readonly href: string };

/** The attribute of a block that says what a still was made of, and that marks the script of the page's stills; that of an element. */
const MARK = 'data-ess-still';
const ELEMENT_MARK = 'still';
const OURS = 'data-ess-';
const PROVIDER = 'ess-provider';
/** Elements that show no data. */
const TOOLS = [PROVIDER, 'ess-territory-picker', 'ess-data-check'];

/** Attributes of a provider that its widgets take over. */
const INHERITED = ['src', 'source', 'format', 'period', 'compare', 'territory', 'where', 'audience'];

const { isElementNode } = defaultTreeAdapter;

const isStill = (element: Element): boolean =>
  (attributesOf(element)['class'] ?? '').split(/\s+/).includes('ess-still');

const attributesOf = (element: Element): Readonly<Record<string, string>> =>
  Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));

/** Returns the name of the widget that a node is, or becomes; undefined for others. */
function tagOf({ tagName, attrs }: Element): string | undefined {
  if (tagName.startsWith('ess-')) return tagName;
  const name = attrs.find((attribute) => attribute.name === 'data-ess')?.value.trim();
  return name ? `ess-${name}` : undefined;
}

/** Returns the attributes that a block or an element gives to its widget. */
function ownOf(element: Element): Readonly<Record<string, string>> {
  const all = attributesOf(element);
  if (element.tagName.startsWith('ess-')) return without(all, ELEMENT_MARK);
  const own = Object.entries(all).filter(([name]) => name.startsWith(OURS) && name !== MARK);
  return Object.fromEntries(own.map(([name, value]) => [name.slice(OURS.length), value]));
}

/** Attributes that come from around a block. */
interface Around {
  readonly lang: string | undefined;
  readonly inherited: Readonly<Record<string, string>>;
  readonly page: DeclaredAround;
  /** Reference data and sources of the nearest provider; null where none may name any. */
  readonly provider: Pick<DeclaredAround, 'reference' | 'sources'> | null;
}

/** Returns the kinds of data that a widget shows, as its element does. */
export function kindsShown(tag: string, layers = 'members'): readonly SourceKind[] {
  if (tag === 'ess-member-list') return ['members'];
  if (tag.startsWith('ess-event-')) return ['events'];
  if (tag !== 'ess-member-map') return ['figures'];
  return layers.split(/\s+/).map((layer) => (layer === 'members' || layer === 'events' ? layer : 'figures'));
}

/** Reads a page. */
export function readPage(html: string): PageText {
  const root = parse(html, { sourceCodeLocationInfo: true });
  const all = [...elementsOf(root)];
  const scripts = all.filter(({ tagName }) => tagName === 'script').map((one) => ({ one, has: attributesOf(one) }));
  const said = (name: string): string | undefined => scripts.find(({ has }) => has[name])?.has[name];
  const page = { src: said('data-src'), reference: said('data-reference'), sources: said('data-sources') };
  // Where contributors write elements, the reference data and the sources are the site's alone.
  const provider = said('data-cms') ? null : {};
  const end = all.find(({ tagName }) => tagName === 'head')?.sourceCodeLocation?.endTag?.startOffset ?? html.length;
  const rangeOf = (...names: readonly string[]): Range => {
    const old = all.find((one) => names.includes(one.tagName) && attributesOf(one)[MARK] === '');
    return old?.sourceCodeLocation
      ? [old.sourceCodeLocation.startOffset, old.sourceCodeLocation.endOffset]
      : [end, end];
  };
  return {
    html,
    blocks: visit(root, { lang: undefined, inherited: {}, page, provider }),
    head: [rangeOf('style', 'link'), rangeOf('script')],
    values: new Set(all.flatMap(({ attrs }) => attrs.map(({ value }) => value))),
    loader: scripts.find(({ has }) => LOADER.test(has['src'] ?? ''))?.has['src'],
  };
}

const JSON_LD = 'application/ld+json';
/** Pattern of the address of a loader. */
const LOADER = /(?:^|\/)ess(?:\.classic)?\.js(?:[?#]|$)/;

function* elementsOf(node: Node): Generator<Element> {
  if (isElementNode(node)) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child);
}

function visit(node: Node, around: Around): readonly PageBlock[] {
  if (!isElementNode(node)) return 'childNodes' in node ? node.childNodes.flatMap((child) => visit(child, around)) : [];
  const { lang = around.lang } = attributesOf(node);
  const tag = tagOf(node);
  const own = tag === undefined ? {} : ownOf(node);
  const given = Object.entries(own).filter(([name]) => INHERITED.includes(name));
  // An address of its own has the format of its own.
  const kept = own['src'] ? without(around.inherited, 'format') : around.inherited;
  const inherited = tag === PROVIDER ? { ...kept, ...Object.fromEntries(given) } : around.inherited;
  const isElement = node.tagName === PROVIDER && around.provider !== null;
  const provider = isElement ? { reference: own['reference'], sources: own['sources'] } : around.provider;
  const isWidget = tag !== undefined && !TOOLS.includes(tag);
  const format = own['format'] ?? kept['format'];
  const data = (widget: string): PageBlock['data'] => ({
    kinds: kindsShown(widget, own['layers']),
    own: { src: own['src'], source: own['source'], format },
    provider: { ...provider, src: kept['src'], source: kept['source'], format },
    page: { ...around.page, format: kept['src'] ? undefined : format },
  });
  const block = isWidget ? blockOf(node, tag, { ...kept, ...own }, data(tag), lang) : null;
  const inside = node.childNodes.flatMap((child) => visit(child, { ...around, provider, lang, inherited }));
  return [...(block ? [block] : []), ...inside];
}

const without = (from: Readonly<Record<string, string>>, key: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => name !== key));

/** Returns a widget; null where the page has no tag of it: a parser may make elements that nobody wrote. */
function blockOf(
  element: Element,
  tag: string,
  attributes: Readonly<Record<string, string>>,
  data: PageBlock['data'],
  lang: string | undefined,
): PageBlock | null {
  const location = element.sourceCodeLocation;
  if (!location?.startTag) return null;
  const { startTag, attrs, startLine } = location;
  const isElement = element.tagName === tag;
  const named = isElement ? ELEMENT_MARK : MARK;
  const marked = attrs?.[named];
  const old = element.childNodes.filter(isElementNode).find(isStill)?.sourceCodeLocation;
  return {
    tag,
    written: isElement ? `<${tag}>` : `<${element.tagName} data-ess="${tag.slice('ess-'.length)}">`,
    attributes,
    data,
    lang,
    line: startLine,
    place: {
      named,
      inTag: startTag.endOffset - 1,
      afterTag: startTag.endOffset,
      mark: marked ? [marked.startOffset, marked.endOffset] : null,
      still: old ? [old.startOffset, old.endOffset] : null,
    },
  };
}

/**
 * Returns a page with stills in its widgets. An earlier still is replaced, other content of a widget stays. Widgets without a
 * still stay as they are.
 * @param css the style of the stills, as an element of the head, without its mark
 * @param jsonLd the objects of schema.org as a script has them; empty for none
 */
export function fillPage(
  { html, head: [atCss, atJsonLd] }: PageText,
  fillings: ReadonlyMap<PageBlock, Filling>,
  { css, jsonLd }: { readonly css: PageCss; readonly jsonLd: string },
): string {
  const style =
    'href' in css ? `<link rel="stylesheet" href="${css.href}" ${MARK}>` : `<style ${MARK}>${css.rules}</style>`;
  const script = jsonLd ? `<script type="${JSON_LD}" ${MARK}>${jsonLd}</script>` : '';
  const edits = [...fillings].flatMap(([{ place }, still]): readonly Edit[] => [
    [place.mark ?? [place.inTag, place.inTag], `${place.mark ? '' : ' '}${place.named}="${still.mark}"`],
    [place.still ?? [place.afterTag, place.afterTag], still.html],
  ]);
  const head: readonly Edit[] = [
    [atCss, fillings.size > 0 ? style : ''],
    [atJsonLd, script],
  ];
  const sorted: readonly Edit[] = [...head, ...edits].sort(([[a]], [[b]]) => a - b);
  let last = 0;
  const pieces = sorted.map(([[from, to], text]) => {
    const piece = html.slice(last, from) + text;
    last = to;
    return piece;
  });
  return pieces.join('') + html.slice(last);
}

type Edit = readonly [at: Range, text: string];
