/** Title of a counter: the number and its words. */

import { placeName, placeOfSeries } from '@ess-widgets/core/charts';
import { formatMeasured, valueParts } from '@ess-widgets/core/format';
import {
  type Dataset,
  type Measure,
  parsePeriod,
  parseWhere,
  pointOf,
  type SeriesDigest,
  type Text,
} from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { CardController } from '../base/card/card-controller.ts';
import type { Content } from '../base/frame.ts';
import { citedValue, domainText } from '../base/quality.ts';
import type { Localized } from '../texts/texts.ts';

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

/** Renders "événements / Mois de l’ESS 2024, Bretagne". No preposition: French has several, and the data does not say which. */
function wordsOf(
  dataset: Dataset,
  series: SeriesDigest | undefined,
  { quantity, period, until: measured, territory }: Measure,
  { where, isHeld }: Asked,
  m: Localized,
): TemplateResult {
  const counted = series || 'status' in parseWhere(where) ? 'counterEvents' : 'counterHeld';
  // A number of announced events is of the whole period, even of one that is not over.
  const until = isHeld ? measured : undefined;
  const n = quantity ? Math.round(pointOf(quantity)) : 2;
  const when = formatMeasured({ period, until }, m.lang);
  const isYear = until === undefined && parsePeriod(period)?.kind === 'year';
  const what = series
    ? html`${domainText(series.name, m)}${(isYear ? ' ' : ', ') + when}`
    : isYear
      ? m.content('inYear', { period: when })
      : when;
  const own = territory || !series ? undefined : placeOfSeries(series, period);
  const place = own ? domainText(own, m) : placeName(dataset, territory, m);
  return html`${m.content(isHeld || !quantity ? counted : 'counterAnnounced', { n })}<span class="hidden">, </span>
    <span class="of">${what}${place ? html`, ${place}` : nothing}</span>`;
}
