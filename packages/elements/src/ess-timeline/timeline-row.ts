/** One step: its date block, a mark on the rail, what it is and how it stands. */

import { safeHref, stepSaid, type TimelineItem, tagSaid } from '@ess-widgets/core/charts';
import type { Dataset } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { type Content, sourceReference } from '../base/frame.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized } from '../texts/texts.ts';
import { dateBlockView } from '../views/date-block.ts';
import { saidContent } from '../views/said.ts';

/** @param year the year of the group: it is not repeated */
export function timelineRow(dataset: Dataset, item: TimelineItem, year: string, m: Localized): TemplateResult {
  const { date, tags, source } = item;
  const [tag = 'held'] = tags;
  return html`<li class="row" part="step">
    ${dateBlockView(date, { year, isOverMonths: true, noDate: m.content('timelineNoDate') }, m)}
    <i class="mark ${tag}" aria-hidden="true"></i>
    <div class="what">
      <p class="name" part="name">${titleOf(item, m)}</p>
      <p class="about">${tags.map((each) => html`<span class="tag ${each}" part="tag">${saidContent(tagSaid(each), m)}</span> `)}${stepSaid(item, m.lang).map((part, at) => html`${at ? ', ' : nothing}${saidContent(part, m)}`)}${source ? html` <span class="ref">${sourceReference(dataset, source, m)}</span>` : nothing}</p>
    </div>
  </li>`;
}

function titleOf({ title, href, tags }: TimelineItem, m: Localized): Content {
  const text = title ? domainText(title, m) : m.content('timelineUntitled');
  const words = tags.includes('cancelled') ? html`<s>${text}</s>` : text;
  const address = href ? safeHref(href) : undefined;
  return address ? html`<a href=${address}>${words}</a>` : words;
}
