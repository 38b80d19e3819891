import { html, nothing } from 'lit';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';

/**
 * Returns the line under the numbers that says how many entries lie beyond the ground of the map. It uses the texts of
 * what lies over the map.
 * @param chosen name of the chosen entry, where it is one of them
 */
export function offLine(n: number, chosen: string | null, m: Localized): Content {
  if (n === 0) return nothing;
  const own = chosen === null ? nothing : html` ${m.content('overOffChosen', { name: chosen })}`;
  return html`<br>${m.content('overOff', { n })}<span aria-live="polite">${own}</span>`;
}
