/** What stands where no figure is known. Loaded there. */
import { formatCount, formatPeriod } from '@ess-widgets/core/format/lean';
import type { Dataset, Measure, Quantity } from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import { wearStyles } from '../grid/late-styles.ts';
import type { EssElement } from '../internal/element.ts';
import { emptyState, emptyStyles } from '../internal/empty.ts';
import type { Content } from '../internal/frame.ts';
import { placeName } from '../internal/places.ts';
import type { Localized } from '../messages/messages.ts';

/** Nothing is known of what was asked: never 0. What is known of the whole is said, so that nobody takes it for the part. */
export function noFigure(
  host: EssElement,
  dataset: Dataset,
  { period, territory }: Measure,
  whole: Quantity | null | undefined,
  m: Localized,
): Content {
  wearStyles(host, [emptyStyles]);
  const place = placeName(dataset, territory, m);
  const when = formatPeriod(period, m.lang);
  if (!place) return emptyState(m.content('counterEmpty'), when);
  const said = whole ? html`<p>${m.content('counterWhole')} ${formatCount(whole, m.lang)}</p>` : nothing;
  return emptyState(m.content('counterNoFigure'), `${place}, ${when}`, said);
}
