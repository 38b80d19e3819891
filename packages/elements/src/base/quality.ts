import { formatLanguage, formatValue, type ValuePartsOptions, valueParts } from '@ess-widgets/core/format';
import { type Badges, badgesOf, type Measure, type Quantity, resolveText, type Text } from '@ess-widgets/core/model';
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

/** Renders a number or a word as the button of the source card. @param name as it is read aloud */
export const cited = (content: Content, name: string, { shown, toggle }: CardController): TemplateResult =>
  html`<button class="cited" type="button" aria-expanded=${shown !== null}
    aria-controls="card" aria-label=${name} @click=${toggle}>${content}</button>`;

/**
 * Renders a value whose number is the button of the source card. That it is about so much is a sign before it, and a word in
 * its name; other words before a number stay.
 */
export function citedValue(
  quantity: Quantity,
  { measure, label }: { readonly measure: Measure; readonly label: Text },
  card: CardController,
  m: Localized,
  options: Pick<ValuePartsOptions, 'sign' | 'words'> = {},
): Content {
  const about = formatLanguage(m.lang).prefixes['~'];
  const { prefix, number, suffix } = valueParts(quantity, measure, m.lang, options);
  const isAbout = prefix === about;
  const value = formatValue(quantity, measure, m.lang, { sign: options.sign ?? false, unit: 'long' });
  const name = m.text('figureSource', {
    value: isAbout ? value.replace(about, m.text('about')) : value,
    label: resolveText(label, m.lang).text,
  });
  return html`${prefix && !isAbout ? html`<small>${prefix} </small><wbr>` : nothing}${cited(
    html`${isAbout ? html`<span class="circa">≈\u202f</span>` : nothing}${number}<span class="unit">${suffix}</span>`,
    name,
    card,
  )}`;
}

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
