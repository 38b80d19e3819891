import { badgesOf } from '@ess-widgets/core/internal/model/measure';
import { resolveText } from '@ess-widgets/core/internal/model/text';
import type { Measure, Text } from '@ess-widgets/core/model';
import { html, type TemplateResult } from 'lit';
import type { Localized } from '../texts/texts.ts';
import { icon } from './icons.ts';

/**
 * Renders the badges of a measure, origin then doubts. The first is the button that opens the source card; the others are read as
 * part of its name.
 */
export function qualityBadges(measure: Measure, m: Localized, open: boolean, toggle: () => void): TemplateResult {
  const { origin, doubts } = badgesOf(measure);
  const name = m.text('qualityOf', {
    badges: [origin, ...doubts].map((badge) => m.text(`quality_${badge}`)).join(', '),
  });
  return html`<button class="badge" part="badge" type="button" aria-expanded=${open}
      aria-controls="card" aria-label=${name} @click=${toggle}>${icon(origin)}${m.content(`quality_${origin}`)}</button>
    ${doubts.map((doubt) => html`<span class="badge doubt ${doubt}" part="badge" aria-hidden="true">${icon(doubt)}${m.content(`quality_${doubt}`)}</span>`)}`;
}

/** Returns a domain text with its own `lang` where it had to fall back. */
export function domainText(text: Text, m: Localized): string | TemplateResult {
  const found = resolveText(text, m.lang);
  return found.lang === m.lang ? found.text : html`<span lang=${found.lang}>${found.text}</span>`;
}
