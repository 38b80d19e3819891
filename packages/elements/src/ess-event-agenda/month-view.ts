/** The agenda by month: a grid of days, and the list of the day that is chosen. */

import {
  type AgendaItem,
  addMonths,
  countParams,
  dayByKey,
  type MonthDay,
  type MonthGrid,
  monthOf,
  openingDay,
  openingMonth,
  shownOf,
} from '@ess-widgets/core/charts';
import { capitalised, dayNumber, formatWeekday, periodInWords, weekdayName } from '@ess-widgets/core/format';
import { resolveText } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { today } from '../base/clock.ts';
import type { EssElement } from '../base/element.ts';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';
import { agendaRest } from './agenda-list.ts';

type Row = (item: AgendaItem) => TemplateResult;

/** Lines under the grid that are added at once. */
const PAGE = 50;
/** Titles written in a day; the others are counted. */
const TITLES = 2;
const DOTS = 3;
/** Titles that are part of a day's name. */
const HEARD = 5;
/** A Monday: the head of the grid names the days from it on. */
const MONDAY = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-06', '2024-01-07'];

/** View of an agenda by month. The chosen day is the only tab stop of the grid; arrow keys choose another. */
export class MonthView {
  readonly #host: EssElement;
  readonly #say: (text: string) => void;
  #month: string | null = null;
  #day: string | null = null;
  /** Lines of a list under the grid that the visitor has asked for. */
  #room = PAGE;

  constructor(host: EssElement, say: (text: string) => void) {
    this.#host = host;
    this.#say = say;
  }

  /** @param row a line of the list under the grid */
  render(items: readonly AgendaItem[], row: Row, m: Localized): TemplateResult {
    const now = today();
    const grid = monthOf(items, (this.#month ??= openingMonth(items, now)));
    const day = this.#day?.startsWith(grid.month) ? this.#day : openingDay(grid, now);
    return html`${this.#bar(grid, items, now, m)}
      <table class="grid" role="grid" aria-labelledby="month-name" aria-describedby="month-help" part="month"
        @keydown=${(event: KeyboardEvent) => this.#key(event, day)}>
        <thead><tr role="row">${MONDAY.map((one) => headOf(one, m))}</tr></thead>
        <tbody>${grid.weeks.map((week) => html`<tr role="row">${week.map((cell) => this.#cell(cell, day, now, m))}</tr>`)}</tbody>
      </table>
      <p class="hidden" id="month-help">${m.content('agendaMonthHelp')}</p>
      ${this.#empty(grid, items, m)}${this.#dayList(grid, day, row, m)}${this.#roughList(grid, row, m)}${undated(items, m)}`;
  }

  #bar({ month }: MonthGrid, items: readonly AgendaItem[], now: string, m: Localized): TemplateResult {
    const turn = (by: number) => () => this.#turnTo(addMonths(month, by), items, m);
    const button = (key: 'agendaMonthBefore' | 'agendaMonthAfter', by: number) =>
      html`<button class="button turn" type="button" aria-label=${m.text(key)} title=${m.text(key)}
        ?disabled=${addMonths(month, by) === month} @click=${turn(by)}><i class=${by < 0 ? 'back' : 'on'} aria-hidden="true"></i></button>`;
    const back = html`<button class="link" type="button" @click=${() => this.#leadTo(now.slice(0, 7), items, m)}>${m.content('agendaMonthToday')}</button>`;
    return html`<div class="month-bar">${button('agendaMonthBefore', -1)}
      <p class="month-name" id="month-name">${capitalised(periodInWords(month, m.lang))}</p>
      ${button('agendaMonthAfter', 1)}${now.startsWith(month) ? nothing : back}</div>`;
  }

  #cell(cell: MonthDay | null, chosen: string, now: string, m: Localized): TemplateResult {
    if (!cell) return html`<td role="gridcell" class="out"></td>`;
    const { date } = cell;
    const isChosen = date === chosen;
    return html`<td role="gridcell" aria-selected=${isChosen ? 'true' : 'false'}>
      <button class="cell ${date < now ? 'gone' : ''}" part="day" type="button" data-day=${date} tabindex=${isChosen ? 0 : -1}
        aria-current=${date === now ? 'date' : nothing} @click=${() => this.#choose(date)}>${dayOf(cell, now, m)}</button></td>`;
  }

  /** Renders a note for a month without dated events, with links to the nearest months that have some. */
  #empty({ weeks, before, after }: MonthGrid, items: readonly AgendaItem[], m: Localized): Content {
    if (weeks.some((week) => week.some((day) => day?.items.length))) return nothing;
    const link = (month: string | null, way: 'back' | 'on') =>
      month
        ? html`<button class="link" type="button" @click=${() => this.#leadTo(month, items, m)}><i class=${way} aria-hidden="true"></i>${periodInWords(month, m.lang)}</button>`
        : nothing;
    return html`<p class="month-none">${m.content('agendaMonthNone')} ${link(before, 'back')} ${link(after, 'on')}</p>`;
  }

  #dayList({ weeks }: MonthGrid, day: string, row: Row, m: Localized): TemplateResult {
    const items = weeks.flat().find((cell) => cell?.date === day)?.items ?? [];
    return html`<p class="group" id="of-day" part="group">${capitalised(formatWeekday(day, m.lang))}</p>
      ${items.length ? this.#lines('of-day', items, row, m) : html`<p class="month-none">${m.content('agendaDayNone')}</p>`}`;
  }

  #roughList({ rough, month }: MonthGrid, row: Row, m: Localized): Content {
    if (rough.length === 0) return nothing;
    return html`<p class="group" id="rough" part="group">${capitalised(periodInWords(month, m.lang))} – ${m.content('agendaRough')}</p>
      ${this.#lines('rough', rough, row, m)}`;
  }

  /** Renders the lines asked for so far, and the button for the next ones. @param id of the heading above them */
  #lines(id: string, items: readonly AgendaItem[], row: Row, m: Localized): TemplateResult {
    const [n, all] = [Math.min(this.#room, items.length), items.length];
    const more = () => {
      this.#room = n + PAGE;
      this.#host.requestUpdate();
      this.#say(m.text('agendaNowShown', shownOf(Math.min(n + PAGE, all), all, m)));
      void this.#host.updateComplete.then(() => {
        const line = this.#host.renderRoot.querySelectorAll<HTMLElement>(`[aria-labelledby="${id}"] > .row`)[n];
        if (!line) return;
        line.tabIndex = -1;
        line.focus();
      });
    };
    return html`<ol class="events" role="list" aria-labelledby=${id}>${items.slice(0, n).map(row)}</ol>${agendaRest(n, all, more, m)}`;
  }

  #choose(day: string): void {
    if (day !== this.#day) this.#room = PAGE;
    this.#day = day;
    this.#host.requestUpdate();
  }

  /** Shows another month, with a day chosen in it, and announces it, since only the grid shows the change. */
  #turnTo(month: string, items: readonly AgendaItem[], m: Localized): void {
    this.#month = month;
    const grid = monthOf(items, month);
    this.#choose(openingDay(grid, today()));
    const n = new Set(grid.weeks.flatMap((week) => week.flatMap((day) => day?.items ?? []))).size;
    this.#say(m.text('agendaMonthOf', { month: periodInWords(month, m.lang), ...countParams(n, m) }));
  }

  /** Shows another month, from a button that disappears with the month before, so the focus moves into the grid. */
  #leadTo(month: string, items: readonly AgendaItem[], m: Localized): void {
    this.#turnTo(month, items, m);
    this.#focusDay();
  }

  #key(event: KeyboardEvent, from: string): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const day = dayByKey(from, event.key, event.shiftKey);
    if (day === null) return;
    event.preventDefault();
    this.#month = day.slice(0, 7);
    this.#choose(day);
    this.#focusDay();
  }

  /** Moves the focus to the chosen day, once it is drawn. */
  #focusDay(): void {
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>('.cell[tabindex="0"]')?.focus(),
    );
  }
}

const headOf = (day: string, m: Localized): TemplateResult => {
  const name = weekdayName(day, m.lang);
  return html`<th role="columnheader" scope="col"><span aria-hidden="true">${name.slice(0, 3)}</span><span class="hidden">${name}</span></th>`;
};

const titleOf = ({ event }: AgendaItem, m: Localized): string => resolveText(event.title, m.lang).text;

const hidden = (text: string): Content => (text ? html`<span class="hidden">${text}</span>` : nothing);

/**
 * Renders a day, whose name for screen readers contains all visible words: "mardi 18 mars 2025, aujourd’hui, 2 rendez-vous :
 * Comité ; Atelier (annulé)". It shows titles where there is room for them, else dots and a count.
 */
function dayOf({ date, items }: MonthDay, now: string, m: Localized): TemplateResult {
  const number = dayNumber(Number(date.slice(8)), m.lang);
  const weekday = formatWeekday(date, m.lang);
  const day = date === now ? m.text('agendaDayToday', { day: weekday }) : weekday;
  const name = items.length ? m.text('agendaDayOf', { day, ...countParams(items.length, m) }) : day;
  // The number of the day comes first among the numbers of a date, in all languages.
  const at = name.indexOf(number);
  return html`${hidden(name.slice(0, at))}<span class="number">${number}</span>${hidden(name.slice(at + number.length))}${
    items.length ? marksOf(items, m) : nothing
  }`;
}

function marksOf(items: readonly AgendaItem[], m: Localized): TemplateResult {
  const marks = items.slice(0, HEARD).map((item, index) => {
    const title = titleOf(item, m);
    const end = item.tags.includes('cancelled') ? m.text('agendaCancelledTitle', { title }).slice(title.length) : '';
    return html`${hidden(index ? ' ; ' : '')}<span class=${index < TITLES ? `mark ${item.tags.join(' ')}` : 'hidden'}>${title}${hidden(end)}</span>`;
  });
  const more = items.length - TITLES;
  // Counts that are seen are drawn: the name has the number already.
  return html`${hidden(m.lang === 'en' ? ': ' : '\u202f: ')}<span class="titles">${marks}${
    more > 0 ? html`<span class="rest" aria-hidden="true" data-n=${more}></span>` : nothing
  }</span><span class="dots" aria-hidden="true">${items.slice(0, DOTS).map(({ tags }) => html`<i class=${tags.join(' ')}></i>`)}${
    items.length > 1 ? html`<i class="many" data-n=${items.length}></i>` : nothing
  }</span>`;
}

/** Renders the number of events without a date, which no month of a calendar can show. */
function undated(items: readonly AgendaItem[], m: Localized): Content {
  const n = items.filter(({ date }) => date === null).length;
  return n ? html`<p class="undecided">${m.content('agendaUndated', countParams(n, m))}</p>` : nothing;
}
