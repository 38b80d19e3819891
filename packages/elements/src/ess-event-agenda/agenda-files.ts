/**
 * What the visitor may take home: the agenda as a calendar, or one to subscribe to, or a spreadsheet; one event as a calendar.
 * Loaded when it is asked for, or where there is a calendar to subscribe to.
 */
import type { AgendaItem } from '@ess-widgets/core/chart';
import { type Dataset, records, resolveText } from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import { controlIcon } from '../internal/control-icons.ts';
import { download } from '../internal/download.ts';
import type { Content } from '../internal/frame.ts';
import type { Localized } from '../messages/messages.ts';
import { agendaCalendar } from './agenda-calendar.ts';
import { fitsCalendar } from './agenda-items.ts';
import { agendaSheet } from './agenda-sheet.ts';
import { webcalOf } from './webcal.ts';

/** What gives the whole agenda as a file. */
export type Give = 'giveCalendar' | 'giveSheet';

/**
 * Gives a calendar of the lines that a calendar can hold.
 * @param file its name, without `.ics`
 * @param heading name of the calendar; "Agenda" by default
 */
export function giveCalendar(
  dataset: Dataset,
  items: readonly AgendaItem[],
  file: string,
  m: Localized,
  heading: string | undefined,
): void {
  const title = heading || m.text('agendaTitle');
  const calendar = agendaCalendar(dataset, items.filter(fitsCalendar), themesOf(dataset, m.lang), title, m);
  download(`${file}.ics`, calendar, 'text/calendar');
}

/** Gives all lines as a spreadsheet. */
export function giveSheet(dataset: Dataset, items: readonly AgendaItem[], file: string, m: Localized): void {
  download(`${file}.csv`, agendaSheet(items, themesOf(dataset, m.lang), m), 'text/csv');
}

/** The calendar to subscribe to: the page's own, else the data set's. */
export function subscription({ manifest, base }: Dataset, calendar: string | undefined, m: Localized): Content {
  const address = webcalOf(calendar, document.baseURI) ?? webcalOf(manifest.calendar, base);
  if (!address) return nothing;
  return html`<a class="link" href=${address}>${controlIcon('calendar')}${m.content('agendaSubscribe')}</a>`;
}

/** Labels of the themes, by id. */
function themesOf(dataset: Dataset, lang: string): ReadonlyMap<string, string> {
  const themes = records(dataset, 'categories').filter((category) => category.dimension === 'theme');
  return new Map(themes.map(({ id, label }) => [id, resolveText(label, lang).text]));
}
