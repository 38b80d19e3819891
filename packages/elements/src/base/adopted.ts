/** The styles of an element that was moved to another document. Loaded then: few pages ever do it. */
import { adoptStyles, type LitElement } from 'lit';
import type { StyledHost } from './lazy-module.ts';

/** Copies of sheets, by the document that wears them. */
const copies = new WeakMap<Document, Map<CSSStyleSheet, CSSStyleSheet>>();

/**
 * Dresses an element as it was: a document takes their sheets from all shadow roots that come to it. It refuses those that
 * another one made, now and for as long as the element is there, and wears copies of them.
 */
export function readoptStyles(host: StyledHost): void {
  const { ownerDocument: here, renderRoot } = host;
  const root = renderRoot as ShadowRoot;
  Reflect.deleteProperty(root, 'adoptedStyleSheets');
  // A document that nobody sees dresses nobody: from there an element is moved once more.
  if (!here.defaultView) return;
  if (here !== document) wearCopies(root, copiesFor(here, here.defaultView));
  adoptStyles(root, [...(host.constructor as typeof LitElement).elementStyles, ...(host.addedStyles ?? [])]);
}

type CopyOf = (sheet: CSSStyleSheet) => CSSStyleSheet;

/** Whatever sheets the root is given, it wears their copies. */
function wearCopies(root: ShadowRoot, copyOf: CopyOf): void {
  let given: readonly CSSStyleSheet[] = [];
  Object.defineProperty(root, 'adoptedStyleSheets', {
    configurable: true,
    get: () => given,
    set: (sheets: readonly CSSStyleSheet[]) => {
      given = sheets;
      Reflect.set(ShadowRoot.prototype, 'adoptedStyleSheets', sheets.map(copyOf), root);
    },
  });
}

function copiesFor(here: Document, view: Window & typeof globalThis): CopyOf {
  const made = copies.get(here) ?? new Map<CSSStyleSheet, CSSStyleSheet>();
  copies.set(here, made);
  return (sheet) => {
    const copy = made.get(sheet) ?? new view.CSSStyleSheet();
    if (!made.has(sheet)) copy.replaceSync([...sheet.cssRules].map(({ cssText }) => cssText).join('\n'));
    made.set(sheet, copy);
    return copy;
  };
}
