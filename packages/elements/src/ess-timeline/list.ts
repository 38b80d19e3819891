/** Views of a timeline. */

import { groupHeading, type Timeline, type TimelineGroup, type TimelineItem } from '@ess-widgets/core/charts';
import type { Dataset } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { contentStyles } from '../base/content.styles.ts';
import { emptyState } from '../base/empty.ts';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';
import { saidContent } from '../views/said.ts';
import { timelineStyles } from './timeline.styles.ts';
import { timelineRow } from './timeline-row.ts';

/** Styles of the list. */
export const listStyles = [contentStyles, timelineStyles];

/** State of the view of a timeline: how many of its steps are drawn. */
export interface ListState {
  readonly limit: number;
  readonly printing: boolean;
  readonly showMore: (drawn: number) => void;
}

/** Renders the empty state of a timeline. */
export const emptyTimeline = (asked: boolean, at: string, m: Localized): TemplateResult =>
  emptyState(m.content(asked ? 'timelineNoMatch' : 'timelineEmpty'), at || nothing);

/** Renders the dates by month or year, and the button for the next ones. */
export function listView(dataset: Dataset, timeline: Timeline, state: ListState, m: Localized): TemplateResult {
  const { groups, undated } = timeline;
  let left = state.limit;
  return html`${groups.map((group, at) => {
    const items = group.items.slice(0, left);
    left -= items.length;
    return items.length ? groupView(dataset, { group, items, at, groups }, m) : nothing;
  })}${more(timeline, state, m)}${undated ? html`<p class="note" part="note">${m.content('timelineUndated', { n: undated })}</p>` : nothing}`;
}

interface Shown {
  readonly group: TimelineGroup;
  readonly items: readonly TimelineItem[];
  readonly at: number;
  readonly groups: readonly TimelineGroup[];
}

function groupView(dataset: Dataset, { group, items, at, groups }: Shown, m: Localized): TemplateResult {
  const year = group.period?.slice(0, 4) ?? '';
  return html`<p class="group" id="group-${at}" part="group">${saidContent(groupHeading(group, groups, m.lang), m)}</p>
    <ol class="steps" role="list" aria-labelledby="group-${at}">${items.map((item) => timelineRow(dataset, item, year, m))}</ol>`;
}

function more({ count }: Timeline, { limit, printing, showMore }: ListState, m: Localized): Content {
  if (limit >= count) return nothing;
  if (printing) return html`<div class="more"><p>${m.content('timelinePrintRest', { n: count - limit })}</p></div>`;
  const button = html`<button class="button" type="button" part="more" @click=${() => showMore(limit)}>${m.content('timelineMore')}</button>`;
  return html`<div class="more">${button}<p>${m.content('timelineShown', { n: limit, all: count })}</p></div>`;
}
