/** Finds the blocks of a page that become widgets, and writes stills into them. No other byte of the page changes. */
import parse5, { type Element, type Node } from 'parse5';

/** A block of a page, `<div data-ess="…">`, as the widget that it becomes. */
export interface Block {
  /** Name of the element: `ess-indicator`. */
  readonly tag: string;
  /** Attributes of the widget, with those of the nearest provider that it does not have itself. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Language of the page there, as its `lang` says. */
  readonly lang: string | undefined;
  /** Number of its line in the page. */
  readonly line: number;
  readonly place: Place;
}

/** Positions of a block in the text of its page, and of the still that it has. */
interface Place {
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
}

/** The attribute that says what a still was made of. */
const MARK = 'data-ess-still';
const OURS = 'data-ess-';
const PROVIDER = 'ess-provider';

/** Attributes of a provider that its widgets take over. */
const INHERITED = ['src', 'format', 'period', 'compare', 'territory', 'where', 'audience'];

const isElement = (node: Node): node is Element => 'tagName' in node;

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
  if (element.tagName.startsWith('ess-')) return all;
  const own = Object.entries(all).filter(([name]) => name.startsWith(OURS) && name !== MARK);
  return Object.fromEntries(own.map(([name, value]) => [name.slice(OURS.length), value]));
}

/** Attributes that come from around a block. */
interface Around {
  readonly lang: string | undefined;
  readonly inherited: Readonly<Record<string, string>>;
}

/** Returns the blocks of a page in their order. */
export function blocksOf(html: string): readonly Block[] {
  const page = parse5.parse(html, { sourceCodeLocationInfo: true });
  const all = [...elementsOf(page)];
  const src = all.find(({ tagName, attrs }) => tagName === 'script' && attrs.some(({ name }) => name === 'data-src'));
  const loaderSrc = src && attributesOf(src)['data-src'];
  return visit(page, { lang: undefined, inherited: loaderSrc ? { src: loaderSrc } : {} });
}

function* elementsOf(node: Node): Generator<Element> {
  if (isElement(node)) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child);
}

function visit(node: Node, around: Around): readonly Block[] {
  if (!isElement(node)) return 'childNodes' in node ? node.childNodes.flatMap((child) => visit(child, around)) : [];
  const { lang = around.lang } = attributesOf(node);
  const tag = tagOf(node);
  const own = tag === undefined ? {} : ownOf(node);
  const given = Object.entries(own).filter(([name]) => INHERITED.includes(name));
  // An address of its own has the format of its own.
  const kept = own['src'] ? without(around.inherited, 'format') : around.inherited;
  const inherited = tag === PROVIDER ? { ...kept, ...Object.fromEntries(given) } : around.inherited;
  const isBlock = tag !== undefined && tag !== PROVIDER && !node.tagName.startsWith('ess-');
  const block = isBlock ? blockOf(node, tag, { ...kept, ...own }, lang) : null;
  const inside = node.childNodes.flatMap((child) => visit(child, { lang, inherited }));
  return [...(block ? [block] : []), ...inside];
}

const without = (from: Readonly<Record<string, string>>, key: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => name !== key));

/** Returns a block; null where the page has no tag of it: a parser may make elements that nobody wrote. */
function blockOf(
  element: Element,
  tag: string,
  attributes: Readonly<Record<string, string>>,
  lang: string | undefined,
): Block | null {
  const location = element.sourceCodeLocation;
  if (!location) return null;
  const start = 'startTag' in location && location.startTag ? location.startTag : location;
  const marked = 'attrs' in start ? start.attrs?.[MARK] : undefined;
  const old = element.childNodes.filter(isElement).find(isStill)?.sourceCodeLocation;
  return {
    tag,
    attributes,
    lang,
    line: location.startLine,
    place: {
      inTag: start.endOffset - 1,
      afterTag: start.endOffset,
      mark: marked ? [marked.startOffset, marked.endOffset] : null,
      still: old ? [old.startOffset, old.endOffset] : null,
    },
  };
}

/**
 * Returns a page with stills in its blocks. An earlier still is replaced, other content of a block stays. Blocks without a
 * still stay as they are.
 */
export function filled(html: string, fillings: ReadonlyMap<Block, Filling>): string {
  const edits = [...fillings].flatMap(([{ place }, still]): readonly (readonly [Range, string])[] => [
    [place.mark ?? [place.inTag, place.inTag], `${place.mark ? '' : ' '}${MARK}="${still.mark}"`],
    [place.still ?? [place.afterTag, place.afterTag], still.html],
  ]);
  const sorted = edits.sort(([[a]], [[b]]) => a - b);
  let at = 0;
  const pieces = sorted.map(([[from, to], text]) => {
    const piece = html.slice(at, from) + text;
    at = to;
    return piece;
  });
  return pieces.join('') + html.slice(at);
}
