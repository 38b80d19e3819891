/** Marks the report that is being printed. */
import { pageDocument } from '../base/dom.ts';
export const MARK = 'data-ess-paper';
const FOOT = 'font: 8pt system-ui, sans-serif; color: #435a64;';
/** The margin at the sides, mm. */
const SIDE = 16;

/** Writes the rules of A4 with a foot on every page. @param foot at its left; the number of the page is at its right */
const pages = (foot: string): string => `@page {
  size: A4;
  margin: ${SIDE}mm ${SIDE}mm 20mm;
  @bottom-left { content: ${cssString(foot)}; ${FOOT} white-space: nowrap; }
  @bottom-right { content: counter(page) " / " counter(pages); ${FOOT} }
}
@media screen {
  [${MARK}] { inline-size: ${210 - 2 * SIDE}mm !important; min-inline-size: 0 !important; max-inline-size: none !important; }
}`;

/** The report alone, from edge to edge: no head, menu or side column of the page that it stands in. */
const ALONE = `@media print {
  :root, body, :has([${MARK}]) {
    position: static !important;
    display: block !important;
    inline-size: auto !important;
    max-inline-size: none !important;
    block-size: auto !important;
    min-block-size: 0 !important;
    max-block-size: none !important;
    margin: 0 !important;
    padding: 0 !important;
    border: 0 !important;
    overflow: visible !important;
    background: none !important;
    transform: none !important;
    contain: none !important;
  }
  body :not(:has([${MARK}]), [${MARK}], [${MARK}] *) { display: none !important; }
  [${MARK}] {
    inline-size: auto !important;
    min-block-size: 0 !important;
    max-inline-size: none !important;
    margin: 0 !important;
  }
}`;

/**
 * Gives the document the rules of pages while it is printed: a shadow root can hold none, and the parts of a host's page
 * around a report do not belong on its paper.
 * @param foot the text at the foot of every page
 * @returns takes the rules away
 */
export function layPages(host: Element, foot: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(pages(foot) + (isAlone(host) ? ALONE : ''));
  host.setAttribute(MARK, '');
  const takeOff = adoptSheet(pageDocument(), sheet);
  return () => {
    host.removeAttribute(MARK);
    takeOff();
  };
}

/** Tells whether nothing else is printed. In the shadow of another element, the report cannot tell what it stands in. */
export const isAlone = (host: Element): boolean => host.getRootNode() === pageDocument();

/** Writes a text as a CSS string. It comes from the data, and must not end the rule that it stands in. */
export function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,;:’–-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
}

/** Has a root wear a sheet. @returns takes it off */
export function adoptSheet(root: Document | ShadowRoot, sheet: CSSStyleSheet): () => void {
  // A name in markup may hide this member of a document, too.
  const holder = root instanceof Document ? Document.prototype : root;
  const wear = (change: (sheets: readonly CSSStyleSheet[]) => readonly CSSStyleSheet[]): void => {
    const sheets = Reflect.get(holder, 'adoptedStyleSheets', root) as readonly CSSStyleSheet[];
    Reflect.set(holder, 'adoptedStyleSheets', change([...sheets]), root);
  };
  wear((sheets) => [...sheets, sheet]);
  return () => wear((sheets) => sheets.filter((each) => each !== sheet));
}
