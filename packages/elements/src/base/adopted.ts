/** Styles of an element that was moved to another document. */

import { adoptStyles, type LitElement } from 'lit';
import type { StyledHost } from './added-styles.ts';
import { pageDocument, unnamed } from './dom.ts';

/** Copies of sheets, by the document that they were made for. */
const copies = new WeakMap<Document, Map<CSSStyleSheet, CSSStyleSheet>>();

/**
 * Gives an element back its styles: a document removes the adopted sheets of all shadow roots that are moved to it, and
 * refuses sheets that another document made. So the root adopts copies, now and for as long as it is there.
 */
export function readoptStyles(host: StyledHost): void {
  const { ownerDocument: here, renderRoot } = host;
  const root = renderRoot as ShadowRoot;
  Reflect.deleteProperty(root, 'adoptedStyleSheets');
  // A document without a window shows nothing. An element is there only until it is moved once more.
  const { defaultView } = unnamed(() => here);
  if (!defaultView) return;
  if (here !== pageDocument()) wearCopies(root, copiesFor(here, defaultView));
  adoptStyles(root, [...(host.constructor as typeof LitElement).elementStyles, ...(host.addedStyles ?? [])]);
}

type CopyOf = (sheet: CSSStyleSheet) => CSSStyleSheet;

/** Makes a root adopt copies of all sheets that it is given. */
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
