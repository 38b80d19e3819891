/** Events of a list whose periods nobody declares: as the agenda counts them, from today. */

import { formatNumber } from '@ess-widgets/core/internal/format/number';
import { records } from '@ess-widgets/core/internal/model/coverage';
import type { AgendaRequest } from '@ess-widgets/core/internal/picture/agenda';
import { countedFromToday } from '@ess-widgets/core/internal/still/counter-tally';
import type { Dataset } from '@ess-widgets/core/model';
import { html } from 'lit';
import type { CardController } from '../base/card/card-controller.ts';
import { dataLine } from '../base/data-line.ts';
import { emptyState } from '../base/empty.ts';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';

export { tallyWords as texts } from '@ess-widgets/core/internal/still/words/tally.fr';

/** A counter of such a list. */
export interface TallyView {
  readonly body: Content;
  readonly source: Content;
  readonly isEmpty: boolean;
}

/** Renders how many events are ahead, and how many are past. */
export function tallyView(dataset: Dataset, request: AgendaRequest, m: Localized, card: CardController): TallyView {
  const counts = countedFromToday(dataset, request);
  const source = dataLine(
    dataset,
    records(dataset, 'events').map((event) => event.source?.document),
    m,
    card,
  );
  const [first, ...rest] = counts.map(({ key, n }) => m.content(key, { n, count: formatNumber(n, m.lang) }));
  if (first === undefined) return { body: emptyState(m.content('counterEmpty')), source, isEmpty: true };
  const body = html`<p class="change" part="announced"><strong>${first}</strong>${rest.map((each) => html`, ${each}`)}</p>`;
  return { body, source, isEmpty: false };
}
