import { formatLanguage } from '@ess-widgets/core/internal/format/language';
import { NO_BREAK } from '@ess-widgets/core/internal/format/number';
import { formatCount } from '@ess-widgets/core/internal/format/quantity';
import { type Badges, badgesOf } from '@ess-widgets/core/internal/model/measure';
import { resolveText } from '@ess-widgets/core/internal/model/text';
import type { Measure, Quantity, Text } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Localized } from '../texts/texts.ts';
import type { CardController } from './card/card-controller.ts';
import type { Content } from './frame.ts';
import { icon } from './icons.ts';

/**
 * Renders the badges of a measure, origin then doubts. The first is the button that opens the source card; the others are read as
 * part of its name.
 */
export function qualityBadges(measure: Measure, m: Localized, { shown, toggle }: CardController): TemplateResult {
  const { origin, doubts } = badgesOf(measure);
  const name = m.text('qualityOf', { badges: qualityWords({ origin, doubts }, m) });
  return html`<button class="badge" part="badge" type="button" aria-expanded=${shown !== null}
      aria-controls="card" aria-label=${name} @click=${toggle}>${icon(origin)}${m.content(`quality_${origin}`)}</button>
    ${doubts.map((doubt) => html`<span class="badge doubt ${doubt}" part="badge" aria-hidden="true">${icon(doubt)}${m.content(`quality_${doubt}`)}</span>`)}`;
}

/** Returns the words of badges: "publié, partiel". */
export const qualityWords = ({ origin, doubts }: Badges, m: Localized): string =>
  [origin, ...doubts].map((badge) => m.text(`quality_${badge}`)).join(', ');

/** Value of a figure as its button is read aloud: its label, and the options that it is written with. */
export interface Cited {
  readonly quantity: Quantity;
  readonly label: Text;
  readonly sign?: boolean;
}

/**
 * Renders a number as the button that opens its source card.
 * @param content the number as it is seen
 */
export function citedNumber(
  content: Content,
  { quantity, label, sign = false }: Cited,
  card: CardController,
  m: Localized,
): TemplateResult {
  const about = formatLanguage(m.lang).prefixes['~'] + NO_BREAK;
  const value = formatCount(quantity, m.lang, { sign });
  const name = m.text('figureSource', {
    value: value.startsWith(about) ? m.text('about') + NO_BREAK + value.slice(about.length) : value,
    label: resolveText(label, m.lang).text,
  });
  return html`<button class="cited figure" type="button" aria-expanded=${card.shown !== null}
    aria-controls="card" aria-label=${name} @click=${card.toggle}>${content}</button>`;
}

/** Whether the words before a number say that it is about so much, which a quiet figure says with a sign. */
export const isAbout = (prefix: string, { lang }: Localized): boolean => prefix === formatLanguage(lang).prefixes['~'];

/** Sign before a number that is about so much. The name of its button has the word. */
export const aboutSign: Content = html`<span class="about" aria-hidden="true">≈\u202f</span>`;

/**
 * Renders the remarks about a measure in a quiet line: nothing for a published figure, else that it is computed or counted
 * in a list, and that it is partial. Only a doubt to be checked has a badge.
 */
export function quietRemarks(measure: Measure, m: Localized): Content {
  const { origin, doubts } = badgesOf(measure);
  const isListed = origin === 'listed';
  // An incomplete list says that it is partial.
  const said = doubts.filter((doubt) => doubt === 'computed' || (doubt === 'partial' && !isListed));
  const isPlain = (origin === 'published' || origin === 'recomputed') && !said.includes('computed');
  const words = [...(isPlain ? [] : [origin]), ...said]
    .map((word) => m.text(word === 'listed' ? 'listedRemark' : `quality_${word}`))
    .join(', ');
  return html`${words ? html`<span class="remark">(${words})</span>` : nothing}${
    doubts.includes('check')
      ? html`<span class="badge doubt check" part="badge">${icon('check')}${m.content('quality_check')}</span>`
      : nothing
  }`;
}

/** Returns a domain text with its own `lang` where it had to fall back. */
export function domainText(text: Text, m: Localized): string | TemplateResult {
  const found = resolveText(text, m.lang);
  return found.lang === m.lang ? found.text : html`<span lang=${found.lang}>${found.text}</span>`;
}
