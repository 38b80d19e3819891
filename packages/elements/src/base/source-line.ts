import type { Dataset, IndicatorTexts, Measure, SourceRef } from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import type { Localized } from '../texts/texts.ts';
import type { CardController } from './card/card-controller.ts';
import { type Content, sourceReference } from './frame.ts';
import { qualityBadges } from './quality.ts';

/** Sources without those that read the same: one page may publish many figures. */
export function uniqueSources(sources: readonly SourceRef[]): readonly SourceRef[] {
  const places = new Map(sources.map((s) => [`${s.document}/${s.section ?? ''}/${s.page ?? ''}`, s]));
  return [...places.values()];
}

/**
 * Renders "Source : Rapport d’activité 2024, I.1.a, p. 4", the badges and, when it is open, the card. A value without a document
 * (a spreadsheet, a computed value) has the name of the publisher of the data instead.
 */
export function sourceLine(
  dataset: Dataset,
  measure: Measure,
  texts: IndicatorTexts,
  m: Localized,
  card: CardController,
): Content {
  const isKnown = [measure, ...(measure.parts ?? [])].some(({ quantity }) => quantity);
  const sources = uniqueSources(measure.sources);
  const [first] = sources;
  const more = sources.length > 1 ? html` ${m.content('issuesMore', { n: sources.length - 1 })}` : nothing;
  const reference = first
    ? html`<span><span class="document">${m.content('source')} </span>${sourceReference(dataset, first, m)}${more}</span>`
    : html`<span>${m.content('publisher', { publisher: dataset.manifest.publisher.name })}</span>`;
  return html`${reference}
    ${isKnown ? qualityBadges(measure, m, card.shown !== null, card.toggle) : nothing}
    ${card.shown ? card.shown.sourceCard({ dataset, measure: { ...measure, sources }, texts, m, card }) : nothing}`;
}
