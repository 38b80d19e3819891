import { type LitElement, nothing, render } from 'lit';

/**
 * Draws on a page that a browser translates. Chromium puts words into `<font>` elements, in place of the texts that would be
 * drawn anew: a figure would stay that of before. Firefox takes away the comments that tell where something is drawn, which
 * then fails: all of it is drawn afresh, and what had the focus has it again.
 */
export function drawTranslated({ renderRoot, renderOptions }: LitElement, draw: () => void): void {
  for (const font of renderRoot.querySelectorAll('font')) font.replaceWith(font.textContent);
  try {
    draw();
  } catch {
    const { activeElement } = renderRoot as ShadowRoot;
    render(nothing, renderRoot, renderOptions);
    draw();
    if (activeElement?.id) (renderRoot as ShadowRoot).getElementById(activeElement.id)?.focus();
  }
}
