import type { Dataset } from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import type { Localized } from '../texts/texts.ts';
import type { CardController } from './card/card-controller.ts';
import { type Content, sourceReference } from './frame.ts';
import { opener } from './source-line.ts';

/**
 * Renders the source line of a widget without a figure of its own: the documents that its records come from, else the publisher of
 * the data. Its first word opens a card with the licence, the date of the data, and the code for another page.
 * @param documents ids of the manifest's documents
 */
export function dataLine(
  dataset: Dataset,
  documents: readonly (string | undefined)[],
  m: Localized,
  card: CardController,
): Content {
  const { name: publisher } = dataset.manifest.publisher;
  const named = [...new Set(documents)].filter((document) => document !== undefined);
  if (!publisher && named.length === 0) return nothing;
  const words = m.text(named.length ? 'source' : 'publisher', { publisher });
  const references = named.map((document, at) => html`${at ? ', ' : ' '}${sourceReference(dataset, { document }, m)}`);
  return html`<span>${opener(words, publisher, card)}${references}</span>${card.shown ? card.shown.dataCard({ dataset, m, card }) : nothing}`;
}
