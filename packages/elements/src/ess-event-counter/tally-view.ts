/** Events of a list whose periods nobody declares: as the agenda counts them, from today. */

import type { AgendaRequest } from '@ess-widgets/core/charts';
import { countedFromToday } from '@ess-widgets/core/charts';
import { formatNumber } from '@ess-widgets/core/format';
import { type Dataset, records } from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import type { CardController } from '../base/card/card-controller.ts';
import { dataLine } from '../base/data-line.ts';
import type { ElementView } from '../base/element-view.ts';
import { emptyState } from '../base/empty.ts';
import type { Content } from '../base/frame.ts';
import { otherKind } from '../base/other-kind.ts';
import type { Localized } from '../texts/texts.ts';

export { tallyWords as texts } from '@ess-widgets/core/charts';

/**
 * Renders how many events are ahead, and how many are past.
 * @param next renders the next one, where something is counted or nothing is
 */
export function tallyView(
  dataset: Dataset,
  request: AgendaRequest,
  m: Localized,
  card: CardController,
  heading: string | undefined,
  next: (isEmpty: boolean) => Content,
): ElementView {
  const counts = countedFromToday(dataset, request);
  const source = dataLine(
    dataset,
    records(dataset, 'events').map((event) => event.source?.document),
    m,
    card,
  );
  const [first, ...rest] = counts.map(({ key, n }) => m.content(key, { n, count: formatNumber(n, m.lang) }));
  const isEmpty = first === undefined;
  const body = isEmpty
    ? emptyState(otherKind(dataset, ['events', 'organisations'], 'agendaOnlyMembers', m) ?? m.content('counterEmpty'))
    : html`<p class="change" part="announced"><strong>${first}</strong>${rest.map((each) => html`, ${each}`)}</p>`;
  return {
    title: html`<span class="words" part="words">${heading || m.content('counterTitle')}</span>`,
    body: html`${body}${next(isEmpty)}`,
    source,
    actions: nothing,
    empty: isEmpty,
  };
}
