/** The styles of an element in another document than the one that our code runs in. Loaded by one that is moved. */
import { adoptStyles, type CSSResultOrNative, type LitElement, supportsAdoptingStyleSheets } from 'lit';
import { wornBy } from './late-styles.ts';

/** Sheets made again for each document. */
const foreign = new WeakMap<Document, Map<CSSResultOrNative, CSSStyleSheet>>();

/** Gives an element all that it wears, in sheets of the document that it is in. */
export function dress(host: LitElement): void {
  const { ownerDocument, renderRoot } = host;
  const styles = wornBy(host);
  if (ownerDocument === document) adoptStyles(renderRoot as ShadowRoot, styles);
  else if (ownerDocument.defaultView && supportsAdoptingStyleSheets) {
    (renderRoot as ShadowRoot).adoptedStyleSheets = sheetsOf(styles, ownerDocument, ownerDocument.defaultView);
  }
}

function sheetsOf(
  styles: readonly CSSResultOrNative[],
  owner: Document,
  { CSSStyleSheet }: Window & typeof globalThis,
): CSSStyleSheet[] {
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
