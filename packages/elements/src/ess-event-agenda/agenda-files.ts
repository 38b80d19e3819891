/**
 * Downloads of an agenda: a calendar, one to subscribe to, a spreadsheet, and one event as a calendar.
 */

import { type AgendaItem, shownOf } from '@ess-widgets/core/charts';
import { type Dataset, records, resolveText } from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import { controlIcon } from '../base/control-icons.ts';
import { dom } from '../base/dom.ts';
import { download } from '../base/download.ts';
import type { EssElement } from '../base/element.ts';
import type { Content } from '../base/frame.ts';
import type { DataRows } from '../base/share/share-bar.ts';
import type { Localized } from '../texts/texts.ts';
import { agendaCalendar } from './agenda-calendar.ts';
import { fitsCalendar } from './agenda-items.ts';
import { agendaRows } from './agenda-sheet.ts';
import { webcalOf } from './webcal.ts';

/** Agendas that have downloaded a calendar of some of their lines. */
const incomplete = new WeakSet<EssElement>();

/**
 * Downloads a calendar of the lines that a calendar can contain. A note tells why the others are not in it, and stays visible.
 * @param file its name, without `.ics`
 * @param host its heading is the name of the calendar; "Agenda" by default
 */
export async function giveCalendar(
  dataset: Dataset,
  items: readonly AgendaItem[],
  file: string,
  m: Localized,
  host: EssElement & { readonly heading: string | undefined },
): Promise<void> {
  const title = host.heading || m.text('agendaTitle');
  const some = items.filter(fitsCalendar);
  download(`${file}.ics`, agendaCalendar(dataset, some, themesOf(dataset, m.lang), title, m), 'text/calendar');
  if (some.length === items.length) return;
  incomplete.add(host);
  host.requestUpdate();
  await host.updateComplete;
  const said = host.renderRoot.querySelector('.left')?.textContent;
  if (said) host.announce(said);
}

/** Renders how many lines are in the downloaded calendar, and why the others are not. */
export function leftOf(host: EssElement, items: readonly AgendaItem[], m: Localized): Content {
  const fit = items.filter(fitsCalendar).length;
  if (!incomplete.has(host) || fit === items.length) return nothing;
  return html`<p class="left">${m.content('agendaIcsLeft', shownOf(fit, items.length, m))}</p>`;
}

/** Returns all lines for a spreadsheet. */
export const agendaSheetOf = (dataset: Dataset, items: readonly AgendaItem[], m: Localized): DataRows =>
  agendaRows(items, themesOf(dataset, m.lang), m);

/** Renders the link of the calendar to subscribe to: the page's own, else the data set's. */
export function subscription({ manifest, base }: Dataset, calendar: string | undefined, m: Localized): Content {
  const address = webcalOf(calendar, dom.baseURI) ?? webcalOf(manifest.calendar, base);
  if (!address) return nothing;
  return html`<a class="link" href=${address}>${controlIcon('calendar')}${m.content('agendaSubscribe')}</a>`;
}

/** Labels of the themes, by id. */
function themesOf(dataset: Dataset, lang: string): ReadonlyMap<string, string> {
  const themes = records(dataset, 'categories').filter((category) => category.dimension === 'theme');
  return new Map(themes.map(({ id, label }) => [id, resolveText(label, lang).text]));
}
