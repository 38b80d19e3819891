/** View of a counter without a known figure: the announced events, else the empty state. */

import { type Counted, placeName } from '@ess-widgets/core/charts';
import { formatCount, formatMeasured, quantityParts } from '@ess-widgets/core/format';
import { type Dataset, type IndicatorTexts, type Measure, pointOf, type Quantity } from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import { emptyState } from '../base/empty.ts';
import type { Content } from '../base/frame.ts';
import type { Measured } from '../base/measure-controller.ts';
import type { Localized } from '../texts/texts.ts';

/**
 * Renders that no figure is known, which is never 0. It names a known figure of the whole as such, so that nobody takes it
 * for the part.
 */
export function noFigure(
  dataset: Dataset,
  { period, until, territory }: Measure,
  whole: Quantity | null | undefined,
  m: Localized,
): Content {
  const place = placeName(dataset, territory, m);
  const when = formatMeasured({ period, until }, m.lang);
  if (!place) return emptyState(m.content('counterEmpty'), when);
  const said = whole ? html`<p>${m.content('counterWhole')} ${formatCount(whole, m.lang)}</p>` : nothing;
  return emptyState(m.content('counterNoFigure'), `${place}, ${when}`, said);
}

/** Texts of the count of announced events, since those of the indicator are about events that were held. */
const ANNOUNCED: Pick<IndicatorTexts, 'label' | 'definition'> = {
  label: { fr: 'Événements annoncés', br: 'Darvoudoù kemennet', en: 'Events announced' },
  definition: {
    fr: 'Événements de la liste qui sont annoncés pour la période, complets compris\u202f: aucun n’est compté comme tenu.',
    en: 'Listed events that are announced for the period, full ones among them: none is counted as held.',
  },
};

/** Returns announced events as the content of a counter, with no figures beside; null where nothing is announced. */
export function announcedAs(found: Measured | null | undefined): Counted<Measured> | null {
  if (!found?.measure.quantity || pointOf(found.measure.quantity) === 0) return null;
  return {
    ...found,
    texts: { ...found.texts, ...ANNOUNCED },
    share: undefined,
    total: undefined,
    sides: [],
    places: undefined,
  };
}

/** Renders the number of announced events, in words that nobody takes for the number of those that took place. */
export function announcedView({ measure: { quantity } }: Counted, m: Localized): Content {
  if (!quantity) return nothing;
  const { prefix, number } = quantityParts(quantity, m.lang);
  const words = m.content('counterAnnounced', { n: Math.round(pointOf(quantity)) });
  return html`<p class="change" part="announced"><strong>${prefix ? `${prefix} ` : nothing}${number} ${words}</strong> – ${m.content('counterNoneHeld')}</p>`;
}
