import { adoptStyles, type CSSResultOrNative, type LitElement, supportsAdoptingStyleSheets } from 'lit';

const worn = new WeakMap<LitElement, ReadonlySet<CSSResultOrNative>>();

/** Sheets made again for other documents than the one that our code runs in. */
const foreign = new WeakMap<Document, Map<CSSResultOrNative, CSSStyleSheet>>();

/** Gives an element the styles of code that it loaded later, once. Through adopted sheets: a strict page refuses others. */
export function wearStyles(host: LitElement, styles: readonly CSSResultOrNative[]): void {
  const before = worn.get(host) ?? new Set();
  if (styles.every((one) => before.has(one))) return;
  worn.set(host, new Set([...before, ...styles]));
  dress(host);
}

/** Gives an element all that it wears: the styles of its class, then those that came later, in its document’s own sheets. */
export function dress(host: LitElement): void {
  const { ownerDocument, renderRoot, constructor } = host;
  const styles = [...(constructor as typeof LitElement).elementStyles, ...(worn.get(host) ?? [])];
  if (ownerDocument === document) adoptStyles(renderRoot as ShadowRoot, styles);
  else if (ownerDocument.defaultView && supportsAdoptingStyleSheets) {
    (renderRoot as ShadowRoot).adoptedStyleSheets = sheetsOf(styles, ownerDocument, ownerDocument.defaultView);
  }
}

function sheetsOf(
  styles: readonly CSSResultOrNative[],
  owner: Document,
  { CSSStyleSheet }: Window & typeof globalThis,
) {
  const made = foreign.get(owner) ?? new Map<CSSResultOrNative, CSSStyleSheet>();
  foreign.set(owner, made);
  return styles.map((style) => {
    const sheet = made.get(style) ?? new CSSStyleSheet();
    if (!made.has(style)) sheet.replaceSync(textOf(style));
    made.set(style, sheet);
    return sheet;
  });
}

const textOf = (style: CSSResultOrNative): string =>
  'cssText' in style ? style.cssText : [...style.cssRules].map(({ cssText }) => cssText).join('\n');
