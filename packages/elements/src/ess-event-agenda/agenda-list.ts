/** The agenda as a list: what is ahead, what was planned, what is over; or the months of a period that is over. */

import { type Agenda, type AgendaItem, monthsOf, STANDINGS } from '@ess-widgets/core/charts';
import { capitalised, dateInWords, periodInWords } from '@ess-widgets/core/format';
import type { Dataset } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { type ControlIconName, controlIcon } from '../base/control-icons.ts';
import { waves } from '../base/empty.ts';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';
import { countedItems, countParams, shownOf } from './agenda-items.ts';
import { closedSummary } from './agenda-summary.ts';

/** Lines under one heading. */
interface AgendaSection {
  readonly id: string;
  readonly heading: Content;
  readonly items: readonly AgendaItem[];
}

/** Returns the sections of an agenda: what is ahead, what was planned, what is over. */
export const agendaParts = (agenda: Agenda, m: Localized): readonly AgendaSection[] => [
  ...STANDINGS.map((group) => ({ id: group, heading: m.content(`agendaGroup_${group}`), items: agenda[group] })),
  apartSection(agenda, m),
];

/** Returns the sections of a period that is over: its months, each with the number of its events. */
export const closedSections = (agenda: Agenda, m: Localized): readonly AgendaSection[] => [
  ...monthsOf(countedItems(agenda)).map(({ period, items }) => ({
    id: `of-${period ?? 'none'}`,
    heading: closedSummary(items, monthName(period, m), m),
    items,
  })),
  apartSection(agenda, m),
];

const apartSection = (agenda: Agenda, m: Localized): AgendaSection => ({
  id: 'apart',
  heading: outsidePeriodNote(agenda, m),
  items: agenda.apart,
});

function monthName(period: string | null, m: Localized): string {
  if (!period) return m.text('agendaNoDate');
  return period.length === 4 ? m.text('timelineRough', { year: period }) : capitalised(periodInWords(period, m.lang));
}

/** Renders as many lines as asked for, under the headings of their sections. */
export function agendaSections(
  sections: readonly AgendaSection[],
  room: number,
  row: (item: AgendaItem) => TemplateResult,
): Content {
  let left = room;
  return html`${sections.map(({ id, heading, items }) => {
    const shown = items.slice(0, left);
    left -= shown.length;
    return shown.length
      ? html`<p class="group" id=${id} part="group">${heading}</p>
          <ol class="events" role="list" aria-labelledby=${id}>${shown.map(row)}</ol>`
      : nothing;
  })}`;
}

/** Renders how many events may lie outside the period. They are not counted in the number of entries. */
export const outsidePeriodNote = ({ apart }: Agenda, m: Localized): Content =>
  m.content('agendaApart', countParams(apart.length, m));

/** Renders the rest of the list: a button for it, or on paper the number of lines that are left out. */
export function agendaRest(count: number, all: number, more: (() => void) | null, m: Localized): Content {
  if (count >= all) return nothing;
  if (!more) return html`<div class="more"><p>${m.content('agendaPrintRest', countParams(all - count, m))}</p></div>`;
  return html`<div class="more"><button class="button" type="button" part="more" @click=${more}>${m.content('agendaMore')}</button>
    <p>${m.content('agendaShown', shownOf(count, all, m))}</p></div>`;
}

/** Renders a button that reads as a link. @param open for what it opens: whether that is open */
export const action = (
  label: Content,
  name: ControlIconName,
  act: () => void,
  open: string | typeof nothing = nothing,
): TemplateResult =>
  html`<button class="link" type="button" aria-expanded=${open} @click=${act}>${controlIcon(name)}${label}</button>`;

/** Renders the note that no event is ahead, with the date of the data. It stands before the list. */
export function noneAhead({ manifest }: Dataset, m: Localized): TemplateResult {
  const date = dateInWords(manifest.updated, m.lang);
  return html`<div class="none-ahead" part="none-ahead">${waves}<p>
    <strong>${m.content('agendaNoneAhead')}</strong> <span>(${m.content('agendaDataOf', { date })})</span></p></div>`;
}
