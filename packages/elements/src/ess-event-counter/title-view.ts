/** Title of a counter: the number and its words. */

import { counterSaid } from '@ess-widgets/core/charts';
import { valueParts } from '@ess-widgets/core/format';
import type { Dataset, Measure, SeriesDigest, Text } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { CardController } from '../base/card/card-controller.ts';
import type { Content } from '../base/frame.ts';
import { citedValue } from '../base/quality.ts';
import type { Localized } from '../texts/texts.ts';
import { saidContent } from '../views/said.ts';

/** Request of the page's author, as far as the title shows it. */
interface Asked {
  readonly heading: string | undefined;
  readonly where: string | undefined;
  /** Whether the number is that of events which took place. */
  readonly isHeld: boolean;
  /** The source card that the number opens; absent where badges are shown. */
  readonly card: CardController | undefined;
  readonly label: Text;
}

export function titleView(
  dataset: Dataset,
  series: SeriesDigest | undefined,
  measure: Measure,
  asked: Asked,
  m: Localized,
): Content {
  const words = asked.heading || wordsOf(dataset, series, measure, asked, m);
  const { quantity } = measure;
  if (!quantity || !asked.isHeld) return html`<span class="words" part="words">${words}</span>`;
  const { card, label } = asked;
  const { prefix, number } = valueParts(quantity, measure, m.lang);
  const value = card
    ? citedValue(quantity, { measure, label }, card, m)
    : html`${prefix ? html`<small>${`${prefix} `}</small>` : nothing}${number}`;
  return html`<span class="value" part="value">${value}</span>
    <span class="words" part="words">${words}</span>`;
}

function wordsOf(
  dataset: Dataset,
  series: SeriesDigest | undefined,
  measure: Measure,
  asked: Asked,
  m: Localized,
): TemplateResult {
  const { counted, of } = counterSaid(dataset, series, measure, asked, m);
  return html`${saidContent(counted, m)}<span class="hidden">, </span>
    <span class="of">${of.map((each) => saidContent(each, m))}</span>`;
}
