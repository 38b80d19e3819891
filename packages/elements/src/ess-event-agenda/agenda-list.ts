/** The agenda as a list: what is ahead, what was planned, what is over; or the months of a period that is over. */

import { type AgendaItem, type AgendaSection, countParams, shownOf } from '@ess-widgets/core/charts';
import { dateInWords } from '@ess-widgets/core/format';
import type { Dataset } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { type ControlIconName, controlIcon } from '../base/control-icons.ts';
import { waves } from '../base/empty.ts';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';
import { saidContent } from '../views/said.ts';

/** Renders as many lines as asked for, under the headings of their sections. */
export function agendaSections(
  sections: readonly AgendaSection[],
  room: number,
  row: (item: AgendaItem) => TemplateResult,
  m: Localized,
): Content {
  let left = room;
  return html`${sections.map(({ id, heading, items }) => {
    const shown = items.slice(0, left);
    left -= shown.length;
    return shown.length
      ? html`<p class="group" id=${id} part="group">${saidContent(heading, m)}</p>
          <ol class="events" role="list" aria-labelledby=${id}>${shown.map(row)}</ol>`
      : nothing;
  })}`;
}

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
