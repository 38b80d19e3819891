import { liesIn } from '@ess-widgets/core/internal/indicators/territory';
import { records } from '@ess-widgets/core/internal/model/coverage';
import { parsePeriod } from '@ess-widgets/core/internal/model/period';
import {
  type Agenda,
  type AgendaItem,
  agendaKeys,
  agendaOf,
  hasChoice,
} from '@ess-widgets/core/internal/picture/agenda';
import type { Event as AgendaEvent, Dataset } from '@ess-widgets/core/model';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { AttributeCheck } from '../base/attribute-check.ts';
import type { Need } from '../base/data-controller.ts';
import type { ElementView } from '../base/element.ts';
import { emptyState } from '../base/empty.ts';
import { EssSelectEvent } from '../base/events.ts';
import { type Content } from '../base/frame.ts';
import type { ConfigProblem } from '../base/measure-controller.ts';
import { OnDemand } from '../base/on-demand.ts';
import { EssPanel } from '../base/panel.ts';
import type { EssEventAgendaProperties } from '../base/properties.ts';
import { property, state } from '../base/property.ts';
import { domainText } from '../base/quality.ts';
import type { Localized } from '../texts/texts.ts';
import { views } from '../texts/views.fr.ts';
import { DayController } from '../views/day-controller.ts';
import type * as timesCode from '../views/recurring.ts';
import type * as configCode from './agenda-config.ts';
import type * as filesCode from './agenda-files.ts';
import { counted, fitsCalendar, itemsOf, linesOf, shownOf } from './agenda-items.ts';
import { action, agendaGroups, agendaRest, agendaSource, apartOf, noneAhead } from './agenda-list.ts';
import { agendaRow } from './agenda-row.ts';
import { agendaSummary, askedFor } from './agenda-summary.ts';
import { agendaStyles } from './ess-event-agenda.styles.ts';
import type * as hoursCode from './hours.ts';

/** Lines added at once; printed at most. */
const [PAGE, PRINTED] = [50, 500];

/**
 * Upcoming and past events: next dates first, then what was planned and is not confirmed, then what is over. Dates are as
 * exact as the data; the visitor may filter them, see them by month, and take one or all of them home as a calendar or a
 * spreadsheet. Inside a provider, choosing an event that has a position selects it for the map.
 *
 * @summary Upcoming and past events as a list or by month, with filters and a calendar to download or subscribe to.
 * @slot - Shown in place of the list when there is no data at all: a link to the programme.
 * @csspart subtitle - How many events, ahead and behind.
 * @csspart body - What is between the title and the source line.
 * @csspart group - The heading of a group: "À venir", "Passés".
 * @csspart event - One line.
 * @csspart name - The title of an event.
 * @csspart tag - A word about it: "Prévu", "Annulé", "En ligne".
 * @csspart add - The button that gives an event to the visitor's calendar.
 * @csspart tools - The buttons above the events: filters, list or month.
 * @csspart filters - The fields to choose by place, organiser, theme…
 * @csspart none-ahead - What is said where no date lies ahead.
 * @csspart month - The grid of a month.
 * @csspart day - A day of it.
 * @csspart more - The button for the rest of the list.
 * @csspart empty - What stands there when no event matches.
 * @csspart actions - The downloads.
 * @cssproperty [--ess-accent=#0b5a6b] - Colour of the tag "Prévu" and of the selected line.
 * @event {EssLoadEvent} ess-load - Data is shown.
 * @event {EssErrorEvent} ess-error - The source failed, or an attribute names what does not exist.
 * @event {EssFilterEvent} ess-filter - The visitor filtered.
 * @event {EssSelectEvent} ess-select - The visitor chose an event, or nothing any more.
 */
export class EssEventAgenda extends EssPanel implements EssEventAgendaProperties {
  static override styles = [...EssPanel.styles, agendaStyles];
  static override readonly texts = [views];

  @property() series: string | undefined;
  @property() edition: string | undefined;
  @property() limit: string | undefined;
  @property() view: EssEventAgendaProperties['view'];
  @property() calendar: string | undefined;

  /** Lines that the visitor has asked for; null before. */
  @state() private rows: number | null = null;
  @state() private printing = false;
  #mistake: ConfigProblem | null = null;
  #whole: { readonly key: string; readonly dataset: Dataset; readonly agenda: Agenda } | undefined;

  readonly #day = new DayController(this);
  readonly #files = new OnDemand<typeof filesCode>(this, 'the download', () => import('./agenda-files.ts'));
  readonly #check = new AttributeCheck(this);
  readonly #config = new OnDemand<typeof configCode>(this, 'the check', () => import('./agenda-config.ts'));
  readonly #times = new OnDemand<typeof timesCode>(this, 'the recurrence', () => import('../views/recurring.ts'));
  readonly #hours = new OnDemand<typeof hoursCode>(this, 'the hours', () => import('./hours.ts'));
  readonly #views = new OnDemand(
    this,
    'the month',
    async () => new (await import('./agenda-views.ts')).AgendaViews(this),
  );
  /** Parts that were asked for; null once they came, or failed to. */
  readonly #asked = new Map<unknown, null | undefined>();

  protected override needs(): readonly Need[] {
    return [
      ...(['events', 'series', 'categories'] as const),
      ...(this.scoped('territory') ? (['territories'] as const) : []),
      ...(this.#views.code?.needs ?? []),
    ];
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

  protected override show(dataset: Dataset, m: Localized): ElementView | null {
    this.#mistake = this.#findMistake(dataset);
    const events = this.#mistake && !this.#mistake.hasDefault ? undefined : this.#events(dataset);
    const isMonthFirst = this.view === 'month';
    // A map beside the agenda may choose a département as well.
    const isWanted = isMonthFirst || 'departement' in this.provider.scope.state.facets;
    const views = isWanted ? this.#part(this.#views) : this.#views.code;
    if (!events || (isMonthFirst && views === undefined)) return null;
    const whole = this.#agenda(dataset, events);
    const agenda = views?.choose(dataset, whole) ?? whole;
    const isMonth = views?.isMonth(this.view) ?? false;
    const { undecided } = whole;
    const items = itemsOf(agenda);
    const lines = linesOf(agenda).length;
    const series = records(dataset, 'series').find(({ id }) => id === this.series);
    const month = isMonth && !this.printing ? views?.month(items, this.#row(dataset, m), m) : undefined;
    return {
      title: series ? domainText(series.name, m) : m.content('agendaTitle'),
      subtitle: agendaSummary(agenda, askedFor(dataset, this.wishes(), m), m),
      body: html`${this.#tools(whole, isMonth, m)}${views?.filters(dataset, whole, m)}${
        lines ? (month ?? this.#list(dataset, agenda, m)) : this.#nothing(dataset, views?.clear(m), m)
      }${month && agenda.apart.length ? html`<p class="undecided">${apartOf(agenda, m)}</p>` : nothing}${undecided ? html`<p class="undecided">${m.content('agendaUndecided', counted(undecided, m))}</p>` : nothing}`,
      source: agendaSource(dataset, agenda, m),
      actions: items.length ? this.#actions(dataset, items, m) : nothing,
      empty: lines === 0,
    };
  }

  /** The first mistake of the page's author that is known. Its code comes with the first attribute. */
  #findMistake(dataset: Dataset): ConfigProblem | null {
    const period = this.scoped('period');
    if (period && !parsePeriod(period)) return { key: 'configPeriod', params: { period } };
    const { series, edition, limit, calendar } = this;
    const config = series || edition || limit || calendar ? this.#part(this.#config) : null;
    return config?.agendaMistake(dataset, this) ?? this.#check.mistake(dataset, { keys: agendaKeys });
  }

  /** The events, those that come back written out; undefined while what that or their hours need is on its way. */
  #events(dataset: Dataset): readonly AgendaEvent[] | undefined {
    const events = records(dataset, 'events');
    const times = events.some(({ recurrence }) => recurrence) ? this.#part(this.#times) : null;
    const hours = events.some(({ startsAt, endsAt }) => startsAt ?? endsAt) ? this.#part(this.#hours) : null;
    if (times === undefined || hours === undefined) return undefined;
    return times?.timesOf(dataset, { today: this.#day.today, period: this.scoped('period') || undefined }) ?? events;
  }

  /** Sorted once: every choice of the visitor asks again. */
  #agenda(dataset: Dataset, events: readonly AgendaEvent[]): Agenda {
    const territory = this.scoped('territory');
    const within = (list: readonly string[]): boolean => liesIn(dataset, list, territory);
    const request = {
      today: this.#day.today,
      period: this.scoped('period') || undefined,
      series: this.series || undefined,
      edition: this.edition ? Number(this.edition) : undefined,
      where: this.scoped('where'),
    };
    const key = JSON.stringify([territory, request]);
    if (this.#whole?.key !== key || this.#whole.dataset !== dataset) {
      this.#whole = { key, dataset, agenda: agendaOf(events, { ...request, within: territory ? within : undefined }) };
    }
    return this.#whole.agenda;
  }

  /** The code of a part; undefined while it is on its way, null where it did not come. */
  #part<T>(part: OnDemand<T>): T | null | undefined {
    if (!this.#asked.has(part)) {
      this.#asked.set(part, undefined);
      void part.load().then(() => {
        this.#asked.set(part, null);
        this.requestUpdate();
      });
    }
    return part.code ?? this.#asked.get(part);
  }

  /** Filters where there is something to choose, the month or the list where there is something to see. */
  #tools(whole: Agenda, isMonth: boolean, m: Localized): Content {
    const items = itemsOf(whole);
    if (items.length < 2) return nothing;
    const act = (what: 'filter' | 'turn') => async () => (await this.#views.want())?.[what](this.view);
    const open = String(this.#views.code?.filtering ?? false);
    return html`<div class="tools" part="tools">${
      hasChoice(items) ? action(m.content('agendaFilter'), 'filter', act('filter'), open) : nothing
    }${action(m.content(isMonth ? 'agendaShowList' : 'agendaShowMonth'), isMonth ? 'listed' : 'calendar', act('turn'))}</div>`;
  }

  #nothing(dataset: Dataset, clear: Content | undefined, m: Localized): TemplateResult {
    const title = m.content(records(dataset, 'events').length ? 'agendaNoMatch' : 'agendaEmpty');
    return emptyState(title, askedFor(dataset, this.wishes(), m) || nothing, clear);
  }

  #list(dataset: Dataset, agenda: Agenda, m: Localized): TemplateResult {
    const all = linesOf(agenda);
    const count = Math.min(this.#room(all.map(({ event }) => event.id)), all.length);
    const ahead = agenda.upcoming.length > 0 || this.#asksForPast();
    return html`${ahead ? nothing : noneAhead(dataset, m)}${agendaGroups(agenda, count, this.#row(dataset, m), m)}${agendaRest(count, all.length, this.printing ? null : () => this.#showMore(count, all.length, m), m)}`;
  }

  #row(dataset: Dataset, m: Localized): (item: AgendaItem) => TemplateResult {
    const context = {
      m,
      year: this.#day.today.slice(0, 4),
      selection: this.provider.scope.state.selection,
      select: this.provider.value ? this.#select : null,
      hours: this.#hours.code?.hoursOf,
      every: this.#times.code?.everyOf,
      add: (item: AgendaItem) => this.#give('giveCalendar', dataset, [item], item.event.id, m),
    };
    return (item) => agendaRow(item, context);
  }

  /** How many lines there is room for: what was asked for, as far as the selected one, or what is printed. */
  #room(ids: readonly string[]): number {
    if (this.printing) return PRINTED;
    const { selection } = this.provider.scope.state;
    const first = Number(this.limit) > 0 ? Number(this.limit) : PAGE;
    return Math.max(this.rows ?? first, selection ? ids.indexOf(selection) + 1 : 0);
  }

  /** A page that shows a past year expects no date ahead. */
  #asksForPast(): boolean {
    const period = this.scoped('period');
    return period ? (parsePeriod(period)?.last ?? '') < this.#day.today : false;
  }

  #actions(dataset: Dataset, items: readonly AgendaItem[], m: Localized): Content {
    const files = this.calendar || dataset.manifest.calendar ? this.#part(this.#files) : this.#files.code;
    const button = (label: Content, name: Parameters<typeof action>[1], kind: filesCode.Give) =>
      action(
        html`<span class="hidden">${m.content('download')} </span>${label}`,
        name,
        this.#give(kind, dataset, items, this.series || 'agenda', m),
      );
    return html`${files?.subscription(dataset, this.calendar, m)}${
      items.some(fitsCalendar) ? button(m.content('agendaIcs'), 'calendar', 'giveCalendar') : nothing
    }${button('CSV', 'download', 'giveSheet')}${files?.leftOf(this, items, m)}`;
  }

  #give(kind: filesCode.Give, dataset: Dataset, items: readonly AgendaItem[], file: string, m: Localized) {
    return async () => (await this.#files.want())?.[kind](dataset, items, file, m, this);
  }

  readonly #select = (id: string): void => {
    const selection = this.provider.scope.state.selection === id ? null : id;
    this.provider.request({ selection });
    this.dispatchEvent(new EssSelectEvent({ id: selection, collection: 'events' }));
  };

  /** The first new line takes the focus: the reader goes on where the list stopped. */
  #showMore(count: number, all: number, m: Localized): void {
    this.rows = count + PAGE;
    this.announce(m.text('agendaNowShown', shownOf(Math.min(count + PAGE, all), all, m)));
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
