import { formatPeriod } from '@ess-widgets/core/internal/format/period';
import { formatCount } from '@ess-widgets/core/internal/format/quantity';
import { records } from '@ess-widgets/core/internal/model/coverage';
import { comparePeriods } from '@ess-widgets/core/internal/model/period-relations';
import type { Report } from '@ess-widgets/core/internal/model/report/report-schema';
import type { Section, Subsection } from '@ess-widgets/core/internal/model/report/section';
import { otherObservations, saidDate } from '@ess-widgets/core/internal/model/report/shown';
import type { Dataset, Observation } from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import type { Content } from '../base/frame.ts';
import { domainText } from '../base/quality.ts';
import type { Localized } from '../texts/texts.ts';
import type { OwnBlock } from './blocks.ts';

type ObservationsBlock = Extract<OwnBlock, { readonly type: 'observations' }>;

/** Renders the published figures of a section that no block of it shows, as a table that the reader opens. */
export function otherFigures(
  dataset: Dataset,
  report: Report,
  section: Pick<Section | Subsection, 'id' | 'blocks'>,
  block: ObservationsBlock,
  m: Localized,
): Content {
  const rows = otherObservations(
    report,
    section,
    block,
    records(dataset, 'observations'),
    dataset.measures?.indicators,
  );
  if (rows.length === 0) return nothing;
  const sorted = [...rows].sort(
    (a, b) => (a.source.page ?? 0) - (b.source.page ?? 0) || comparePeriods(a.period, b.period),
  );
  return html`<details class="others" part="others"><summary>${m.content('reportOthers', { n: rows.length })}</summary>
    <table><caption class="hidden">${m.content('reportOthersOf', { section: section.id })}</caption>
      <thead><tr><th scope="col">${m.content('reportOthersLabel')}</th><th scope="col" class="number">${m.content('reportOthersValue')}</th>
        <th scope="col">${m.content('reportOthersPeriod')}</th><th scope="col" class="number">${m.content('reportOthersPage')}</th></tr></thead>
      <tbody>${sorted.map((one) => row(one, dataset.measures?.doubted?.includes(one.id), m))}</tbody></table></details>`;
}

/**
 * Renders a row. A figure that is a date needs no period beside it. The printed words are added if they differ from the
 * value.
 */
function row(observation: Observation, isDoubted: boolean | undefined, m: Localized): Content {
  const { label, quantity, printed, period, status, source } = observation;
  const date = saidDate(observation);
  const value = date ? formatPeriod(date, m.lang) : formatCount(quantity, m.lang);
  const isSaid = printed == null || printed === value.replaceAll(/\s/g, ' ');
  return html`<tr><th scope="row">${domainText(label, m)}${status === 'planned' ? html` <em>${m.content('reportPlanned')}</em>` : nothing}${isDoubted ? html` <em>(${m.content('quality_check')})</em>` : nothing}</th><td class="number"><strong>${value}</strong>${isSaid ? nothing : html`<br><small>${m.content('reportPrinted', { printed })}</small>`}</td><td>${date ? nothing : formatPeriod(period, m.lang, { style: 'short' })}</td><td class="number">${source.page ?? nothing}</td></tr>`;
}
