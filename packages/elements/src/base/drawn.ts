import { type LitElement, nothing, render } from 'lit';
import { dom } from './dom.ts';

/**
 * Draws an element on a page that changes what is drawn. Where a browser translates, Chromium puts words into `<font>` elements, in
 * place of the texts that would be drawn anew: a figure would stay that of before. Firefox takes away the comments that tell where
 * something is drawn, which then fails: all of it is drawn afresh, and what had the focus has it again. Where names in markup hide
 * what Lit draws with, nothing can be drawn: what the page has put into the element is shown, and the author is told.
 * @returns whether it is drawn
 */
export function draw({ localName, renderRoot, renderOptions }: LitElement, drawing: () => void): boolean {
  const root = renderRoot as ShadowRoot;
  for (const font of root.querySelectorAll('font')) font.replaceWith(font.textContent);
  try {
    drawing();
    return true;
  } catch {
    const { activeElement } = root;
    try {
      render(nothing, root, renderOptions);
      drawing();
    } catch (error) {
      if (!root.firstElementChild) root.append(dom.createElement('slot'));
      void import('./taken.ts').then(({ warnTakenNames }) => warnTakenNames(localName, error));
      return false;
    }
    if (activeElement?.id) root.getElementById(activeElement.id)?.focus();
    return true;
  }
}
