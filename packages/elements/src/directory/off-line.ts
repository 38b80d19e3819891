import { html, nothing } from 'lit';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';

/**
 * How many lie beyond the ground of the map, under the numbers. Its texts are those of what lies over the map.
 * @param chosen name of the one chosen, where it is one of them
 */
export function offLine(n: number, chosen: string | null, m: Localized): Content {
  if (n === 0) return nothing;
  const own = chosen === null ? nothing : html` ${m.content('overOffChosen', { name: chosen })}`;
  return html`<br>${m.content('overOff', { n })}<span aria-live="polite">${own}</span>`;
}
