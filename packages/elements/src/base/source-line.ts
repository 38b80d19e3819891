import {
  badgesOf,
  type Dataset,
  type IndicatorTexts,
  type Measure,
  resolveText,
  uniqueSources,
} from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import type { Localized } from '../texts/texts.ts';
import type { CardController } from './card/card-controller.ts';
import { type Content, sourceReference } from './frame.ts';
import { cited, qualityBadges, qualityWords, quietRemarks } from './quality.ts';

/**
 * Renders "Source : Rapport d’activité 2024, I.1.a, p. 4", the badges and, when it is open, the card. A value without a document
 * (a spreadsheet, a computed value) has the name of the publisher of the data instead. A quiet line has no badge but that of
 * a doubt to be checked: its first word opens the card.
 * @param isCited whether a number of the element opens the card already
 */
export function sourceLine(
  dataset: Dataset,
  measure: Measure,
  texts: IndicatorTexts,
  m: Localized,
  card: CardController,
  isCited = false,
): Content {
  const isKnown = [measure, ...(measure.parts ?? [])].some(({ quantity }) => quantity);
  const isQuiet = isKnown && card.host.isQuiet;
  const sources = uniqueSources(measure.sources);
  const [first] = sources;
  const more = sources.length > 1 ? html` ${m.content('issuesMore', { n: sources.length - 1 })}` : nothing;
  const key = first ? 'source' : 'publisher';
  const { name: publisher } = dataset.manifest.publisher;
  const lead =
    isQuiet && !isCited
      ? opener(m.text(key, { publisher }), resolveText(texts.label, m.lang).text, card)
      : m.content(key, { publisher });
  const reference = first
    ? html`<span class="document">${lead} </span>${sourceReference(dataset, first, m)}${more}`
    : lead;
  // Files and paper have the badges in words; a quiet screen has not.
  const quality = isQuiet ? qualityWords(badgesOf(measure), m) : nothing;
  return html`<span data-quality=${quality}>${reference}</span>
    ${isQuiet ? quietRemarks(measure, m) : isKnown ? qualityBadges(measure, m, card) : nothing}
    ${card.shown ? card.shown.sourceCard({ dataset, measure: { ...measure, sources }, texts, m, card }) : nothing}`;
}

/** Renders the words of a source line whose first one, before the colon, is the button of the card. */
export function opener(words: string, name: string, card: CardController): Content {
  const [, word = words, rest = ''] = /^([^:]*?)(\s*:.*)$/s.exec(words) ?? [];
  return html`${cited(word, `${word}, ${name}`, card)}${rest}`;
}
