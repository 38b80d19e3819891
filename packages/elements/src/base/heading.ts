import { html, type TemplateResult } from 'lit';
import type { Content } from './frame.ts';

/**
 * Renders a heading of the level that was asked for; `none` gives a paragraph, for pages that have their own heading.
 * @param name its class and its part: that of the widget is its title
 */
export function headingOf(level: string | undefined, text: Content, id = 'title', name = 'title'): TemplateResult {
  switch (level) {
    case 'none':
      return html`<p class=${name} id=${id} part=${name}>${text}</p>`;
    case '2':
      return html`<h2 class=${name} id=${id} part=${name}>${text}</h2>`;
    case '4':
      return html`<h4 class=${name} id=${id} part=${name}>${text}</h4>`;
    case '5':
      return html`<h5 class=${name} id=${id} part=${name}>${text}</h5>`;
    case '6':
      return html`<h6 class=${name} id=${id} part=${name}>${text}</h6>`;
    default:
      return html`<h3 class=${name} id=${id} part=${name}>${text}</h3>`;
  }
}
