/** Title of a counter: the number and its words. */

import { counterSaid } from '@ess-widgets/core/charts';
import { valueParts } from '@ess-widgets/core/format';
import type { Dataset, Measure, SeriesDigest } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';
import { saidContent } from '../views/said.ts';

/** Request of the page's author, as far as the title shows it. */
interface Asked {
  readonly heading: string | undefined;
  readonly where: string | undefined;
  /** Whether the number is that of events which took place. */
  readonly isHeld: boolean;
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
  const { prefix, number } = valueParts(quantity, measure, m.lang);
  const value = html`${prefix ? html`<small>${`${prefix} `}</small>` : nothing}${number}`;
  // A press on the number opens its source; the keyboard has the button of the source line for it.
  return html`<strong class="value" part="value">${value}</strong>
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
