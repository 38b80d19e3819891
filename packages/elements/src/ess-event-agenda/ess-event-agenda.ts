import { type Agenda, type AgendaItem, agendaOf } from '@ess-widgets/core/chart';
import { formatDate, formatPeriod } from '@ess-widgets/core/format/lean';
import { liesIn } from '@ess-widgets/core/indicators/territory';
import { type Dataset, parsePeriod, records, resolveText } from '@ess-widgets/core/model';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { today } from '../internal/clock.ts';
import type { Need } from '../internal/data-controller.ts';
import { download } from '../internal/download.ts';
import { type ElementView, EssElement } from '../internal/element.ts';
import { EssSelectEvent } from '../internal/events.ts';
import { type Content, emptyState, sourceReference } from '../internal/frame.ts';
import { type IconName, icon, waves } from '../internal/icons.ts';
import type { ConfigProblem } from '../internal/measure-controller.ts';
import { OnDemand } from '../internal/on-demand.ts';
import { property, state } from '../internal/property.ts';
import { domainText } from '../internal/quality.ts';
import type { Localized, MessageKey } from '../messages/messages.ts';
import type * as calendarCode from './agenda-calendar.ts';
import { agendaMistake } from './agenda-config.ts';
import { fitsCalendar, itemsOf, themesOf } from './agenda-items.ts';
import { agendaRow } from './agenda-row.ts';
import type * as sheetCode from './agenda-sheet.ts';
import { agendaSummary } from './agenda-summary.ts';
import { agendaStyles } from './ess-event-agenda.styles.ts';

/** Lines added at once; printed at most. */
const PAGE = 50;
const PRINTED = 500;

const GROUPS: Readonly<Record<'upcoming' | 'unconfirmed' | 'past', MessageKey>> = {
  upcoming: 'agendaUpcoming',
  unconfirmed: 'agendaUnconfirmed',
  past: 'agendaPast',
};

/**
 * Upcoming and past events: next dates first, then what was planned and is not confirmed, then what is over. Dates are as
 * exact as the data; the list can be taken home as a calendar or a spreadsheet. Inside a provider, choosing an event that
 * has a position selects it for the map.
 *
 * @summary Upcoming and past events, with a calendar to download.
 * @slot - Shown in place of the list when there is no data at all: a link to the programme.
 * @csspart frame - The box around everything.
 * @csspart title - The title.
 * @csspart subtitle - How many events, ahead and behind.
 * @csspart body - What is between the title and the source line.
 * @csspart group - The heading of a group: "À venir", "Passés".
 * @csspart event - One line.
 * @csspart name - The title of an event.
 * @csspart tag - A word about it: "Prévu", "Annulé", "En ligne".
 * @csspart more - The button for the rest of the list.
 * @csspart empty - What stands there when no event matches.
 * @csspart source - The source line.
 * @csspart actions - The downloads.
 * @cssproperty [--ess-accent=#0b5a6b] - Colour of the tag "Prévu" and of the selected line.
 * @event {EssLoadEvent} ess-load - Data is shown.
 * @event {EssErrorEvent} ess-error - The source failed, or an attribute names what does not exist.
 * @event {EssSelectEvent} ess-select - The visitor chose an event, or nothing any more.
 */
export class EssEventAgenda extends EssElement {
  static override styles = [...EssElement.styles, agendaStyles];
  static override readonly topics = ['agenda'] as const;

  /** Id of a series of events: `mois-de-l-ess`. All by default. */
  @property() series: string | undefined;
  /** Edition of the series: its year, `2024`, or its number, `17`. All by default. */
  @property() edition: string | undefined;
  /** Lines shown at first; 50 by default. */
  @property() limit: string | undefined;

  /** Lines that the visitor has asked for; null before. */
  @state() private rows: number | null = null;
  @state() private printing = false;
  #mistake: ConfigProblem | null = null;

  readonly #calendar = new OnDemand<typeof calendarCode>(this, 'the calendar', () => import('./agenda-calendar.ts'));
  readonly #sheet = new OnDemand<typeof sheetCode>(this, 'the spreadsheet', () => import('./agenda-sheet.ts'));

  protected override needs(): readonly Need[] {
    return ['events', 'series', 'categories', ...(this.scoped('territory') ? (['territories'] as const) : [])];
  }

  protected override get subtitleLength(): number {
    return 42;
  }

  protected override configProblem(): ConfigProblem | null {
    return this.#mistake;
  }

  protected override fallbackTitle(m: Localized | null): Content {
    return m ? m.content('agendaTitle') : super.fallbackTitle(m);
  }

  protected override view(dataset: Dataset, m: Localized): ElementView | null {
    this.#mistake = agendaMistake(dataset, this, this.scoped('period'));
    if (this.#mistake) return null;
    const series = records(dataset, 'series').find(({ id }) => id === this.series);
    const territory = this.scoped('territory');
    const within = (list: readonly string[]): boolean => liesIn(dataset, list, territory);
    const agenda = agendaOf(records(dataset, 'events'), {
      today: today(),
      period: this.scoped('period') || undefined,
      series: this.series || undefined,
      edition: this.edition ? Number(this.edition) : undefined,
      where: this.scoped('where'),
      within: territory ? within : undefined,
    });
    const title = series ? domainText(series.name, m) : m.content('agendaTitle');
    const empty = itemsOf(agenda).length === 0;
    return {
      title,
      subtitle: agendaSummary(agenda, this.#asked(dataset, m), m),
      body: html`${empty ? this.#nothing(dataset, m) : this.#list(dataset, agenda, m)}${this.#undecided(agenda, m)}`,
      source: this.#source(dataset, agenda, m),
      actions: empty ? nothing : this.#actions(dataset, agenda, m),
      empty,
    };
  }

  /** The territory and the period asked for, in words. */
  #asked(dataset: Dataset, m: Localized): string {
    const [territory, period] = [this.scoped('territory'), this.scoped('period')];
    const found = territory ? dataset.collections.territories?.find(({ id }) => id === territory) : undefined;
    const name = found ? resolveText(found.name, m.lang).text : territory;
    return [name, period ? formatPeriod(period, m.lang) : undefined].filter(Boolean).join(', ');
  }

  #nothing(dataset: Dataset, m: Localized): TemplateResult {
    const title = m.content(records(dataset, 'events').length ? 'agendaNoMatch' : 'agendaEmpty');
    return emptyState(title, this.#asked(dataset, m) || nothing);
  }

  #list(dataset: Dataset, agenda: Agenda, m: Localized): TemplateResult {
    const all = itemsOf(agenda);
    const count = Math.min(this.#room(all.map(({ event }) => event.id)), all.length);
    const context = {
      m,
      year: today().slice(0, 4),
      selection: this.provider.scope.state.selection,
      select: this.provider.value ? this.#select : null,
    };
    let left = count;
    const groups = (['upcoming', 'unconfirmed', 'past'] as const).map((group) => {
      const shown = agenda[group].slice(0, left);
      left -= shown.length;
      return shown.length
        ? html`<p class="group" id=${group} part="group">${m.content(GROUPS[group])}</p>
            <ol class="events" role="list" aria-labelledby=${group}>${shown.map((item) => agendaRow(item, context))}</ol>`
        : nothing;
    });
    return html`${agenda.upcoming.length || this.#asksForPast() ? nothing : this.#noneAhead(dataset, m)}${groups}${this.#more(count, all.length, m)}`;
  }

  /** How many lines there is room for: what was asked for, as far as the selected one, or what is printed. */
  #room(ids: readonly string[]): number {
    if (this.printing) return PRINTED;
    const { selection } = this.provider.scope.state;
    const first = this.limit ? Number(this.limit) : PAGE;
    return Math.max(this.rows ?? first, selection ? ids.indexOf(selection) + 1 : 0);
  }

  /** A page that shows a past year expects no date ahead. */
  #asksForPast(): boolean {
    const period = this.scoped('period');
    return period ? (parsePeriod(period)?.last ?? '') < today() : false;
  }

  #noneAhead(dataset: Dataset, m: Localized): TemplateResult {
    const date = formatDate(dataset.manifest.updated, m.lang);
    return html`<div class="none-ahead" part="none-ahead">${waves}<p>
      <strong>${m.content('agendaNoneAhead')}</strong> <span>(${m.content('agendaDataOf', { date })})</span></p></div>`;
  }

  #more(count: number, all: number, m: Localized): Content {
    if (count >= all) return nothing;
    if (this.printing) return html`<div class="more"><p>${m.content('agendaPrintRest', { n: all - count })}</p></div>`;
    const more = html`<button class="button" type="button" part="more" @click=${() => this.#showMore(count, all, m)}>${m.content('agendaMore')}</button>`;
    return html`<div class="more">${more}<p>${m.content('agendaShown', { n: count, all })}</p></div>`;
  }

  #undecided({ undecided }: Agenda, m: Localized): Content {
    return undecided ? html`<p class="undecided">${m.content('agendaUndecided', { n: undecided })}</p>` : nothing;
  }

  #source(dataset: Dataset, agenda: Agenda, m: Localized): Content {
    const documents = [...new Set(itemsOf(agenda).flatMap(({ event }) => event.source?.document ?? []))];
    if (documents.length === 0)
      return html`<span>${m.content('publisher', { publisher: dataset.manifest.publisher.name })}</span>`;
    return html`<span>${m.content('source')} ${documents.map((document, index) => html`${index ? ', ' : ''}${sourceReference(dataset, { document }, m)}`)}</span>`;
  }

  #actions(dataset: Dataset, agenda: Agenda, m: Localized): Content {
    const items = itemsOf(agenda);
    const button = (label: Content, name: IconName, give: () => Promise<void>) =>
      html`<button class="link" type="button" @click=${give}>${icon(name)}<span class="hidden">${m.content('download')} </span>${label}</button>`;
    return html`${
      items.some(fitsCalendar)
        ? button(m.content('agendaIcs'), 'calendar', () => this.#giveCalendar(dataset, items, m))
        : nothing
    }${button('CSV', 'download', () => this.#giveSheet(dataset, items, m))}`;
  }

  async #giveCalendar(dataset: Dataset, items: readonly AgendaItem[], m: Localized): Promise<void> {
    const code = await this.#calendar.load();
    if (!code) return;
    const title = this.heading || m.text('agendaTitle');
    const calendar = code.agendaCalendar(dataset, items.filter(fitsCalendar), themesOf(dataset, m.lang), title, m);
    download(`${this.#fileName}.ics`, calendar, 'text/calendar');
  }

  async #giveSheet(dataset: Dataset, items: readonly AgendaItem[], m: Localized): Promise<void> {
    const code = await this.#sheet.load();
    if (code) download(`${this.#fileName}.csv`, code.agendaSheet(items, themesOf(dataset, m.lang), m), 'text/csv');
  }

  get #fileName(): string {
    return this.series || 'agenda';
  }

  readonly #select = (id: string): void => {
    const selection = this.provider.scope.state.selection === id ? null : id;
    this.provider.request({ selection });
    this.dispatchEvent(new EssSelectEvent({ id: selection, collection: 'events' }));
  };

  /** The first new line takes the focus: the reader goes on where the list stopped. */
  #showMore(count: number, all: number, m: Localized): void {
    this.rows = count + PAGE;
    this.announce(m.text('agendaNowShown', { n: Math.min(count + PAGE, all), all }));
    void this.updateComplete.then(() => {
      const row = this.renderRoot.querySelectorAll<HTMLElement>('.row')[count];
      if (!row) return;
      row.tabIndex = -1;
      row.focus();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.#print);
    window.addEventListener('afterprint', this.#print);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('beforeprint', this.#print);
    window.removeEventListener('afterprint', this.#print);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('limit') || changed.has('series') || changed.has('edition')) this.rows = null;
  }

  /** The browser prints what is there when the event is over: the update cannot wait for its turn. */
  readonly #print = (event: Event): void => {
    this.printing = event.type === 'beforeprint';
    this.performUpdate();
  };
}
