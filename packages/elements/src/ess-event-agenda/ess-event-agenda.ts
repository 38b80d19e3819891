import {
  type Agenda,
  type AgendaItem,
  agendaGroups,
  agendaOf,
  agendaSummary,
  agendaTitle,
  allLines,
  closedPeriod,
  closedSummary,
  countedItems,
  countParams,
  finishedPeriod,
  hasChoice,
  outsidePeriod,
  placeName,
  requestedInWords,
  shownOf,
} from '@ess-widgets/core/charts';
import type { SourceKind } from '@ess-widgets/core/data';
import { liesIn } from '@ess-widgets/core/indicators';
import {
  type Event as AgendaEvent,
  type Dataset,
  lineageIn,
  type ParsedPeriod,
  parsePeriod,
  placeNeeds,
  records,
} from '@ess-widgets/core/model';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { AttributeCheck } from '../base/attribute-check.ts';
import { CardController } from '../base/card/card-controller.ts';
import type { Need } from '../base/data-controller.ts';
import { dataLine } from '../base/data-line.ts';
import type { ElementView } from '../base/element.ts';
import { emptyState } from '../base/empty.ts';
import { EssSelectEvent } from '../base/events.ts';
import { type Content } from '../base/frame.ts';
import type { ConfigProblem } from '../base/measure-controller.ts';
import { otherKind } from '../base/other-kind.ts';
import { EssPanel } from '../base/panel.ts';
import type { EssEventAgendaProperties } from '../base/properties.ts';
import { property, state } from '../base/property.ts';
import type { Shared } from '../base/share/share-bar.ts';
import { agenda } from '../texts/agenda.fr.ts';
import { dates } from '../texts/dates.fr.ts';
import type { Localized } from '../texts/texts.ts';
import { DayController } from '../views/day-controller.ts';
import { provenanceLoader } from '../views/provenance-loader.ts';
import { recurringTimes } from '../views/recurring.ts';
import { saidContent } from '../views/said.ts';
import { agendaMistake } from './agenda-config.ts';
import { agendaSheetOf, giveCalendar, leftOf, subscription } from './agenda-files.ts';
import { fitsCalendar } from './agenda-items.ts';
import { action, agendaRest, agendaSections, noneAhead } from './agenda-list.ts';
import { agendaRow } from './agenda-row.ts';
import { AgendaViews } from './agenda-views.ts';
import { agendaStyles } from './ess-event-agenda.styles.ts';
import { filtersStyles } from './filters-view.styles.ts';
import { monthStyles } from './month-view.styles.ts';

/** Lines added at once; printed at most. */
const [PAGE, PRINTED] = [50, 500];

/**
 * Upcoming and past events: next dates first, then what was planned and is not confirmed, then what is over. A period that is
 * over is told by month. Dates are as
 * exact as the data; the visitor may filter them, see them by month, and take one or all of them home as a calendar or a
 * spreadsheet. Inside a provider, choosing an event that has a position selects it for the map.
 *
 * @summary Upcoming and past events as a list or by month, with filters and a calendar to download or subscribe to.
 * @slot - Shown in place of the list when there is no data at all: a link to the programme.
 * @csspart subtitle - How many events, ahead and behind.
 * @csspart body - What is between the title and the source line.
 * @csspart group - The heading of a group: "À venir", "Passés", or a month of a period that is over.
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
 * @csspart card - The source card.
 * @csspart actions - The share bar.
 * @cssproperty [--ess-accent=#0b5a6b] - Colour of the tag "Prévu" and of the selected line.
 * @event {EssLoadEvent} ess-load - Data is shown.
 * @event {EssErrorEvent} ess-error - The source failed, or an attribute names what does not exist.
 * @event {EssFilterEvent} ess-filter - The visitor filtered.
 * @event {EssSelectEvent} ess-select - The visitor chose an event, or nothing any more.
 */
export class EssEventAgenda extends EssPanel implements EssEventAgendaProperties {
  static override styles = [...EssPanel.styles, agendaStyles, monthStyles, filtersStyles];
  static override readonly texts = [dates, agenda];

  @property() series: string | undefined;
  @property() edition: string | undefined;
  @property() limit: string | undefined;
  @property() view: EssEventAgendaProperties['view'];
  @property() calendar: string | undefined;

  /** Lines that the visitor has asked for; null before. */
  @state() private rows: number | null = null;
  @state() private printing = false;
  #mistake: ConfigProblem | null = null;
  #made: { readonly dataset?: Dataset; readonly agendas: Map<string, Agenda> } = { agendas: new Map() };
  /** The period of the data, where it is over and nothing is ahead. */
  #finished: ParsedPeriod | null = null;

  readonly #card = new CardController(this);
  readonly #day = new DayController(this);
  readonly #check = new AttributeCheck(this);
  readonly #views = new AgendaViews(this);
  readonly #origins = provenanceLoader(this);

  protected override get sourceKinds(): readonly SourceKind[] {
    return ['events'];
  }

  protected override needs(): readonly Need[] {
    return [
      ...(['events', 'series', 'categories'] as const),
      ...placeNeeds(this.requestedScope()),
      ...this.#views.needs,
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
    const where = this.#check.pairs({ agenda: true });
    if (where === null || (this.#mistake && !this.#mistake.hasDefault)) return null;
    const events = this.#events(dataset);
    const views = this.#views;
    const asked = { period: this.scoped('period') || undefined, series: this.series || undefined };
    const all = this.#agenda(dataset, events, where, asked.period);
    this.#finished = finishedPeriod(all, asked, dataset.manifest, this.#day.today);
    const whole = this.#finished ? this.#agenda(dataset, events, where, this.#finished.text) : all;
    const agenda = views.choose(dataset, whole);
    const isMonth = views.isMonth(this.view);
    const { undecided } = whole;
    const items = countedItems(agenda);
    const lines = allLines(agenda).length;
    const series = records(dataset, 'series').find(({ id }) => id === this.series);
    const closed = this.#closedPeriod;
    const words = this.#asked(dataset, m);
    const other = otherKind(dataset, ['events', 'organisations'], 'agendaOnlyMembers', m);
    const month = isMonth && !this.printing ? views.month(items, this.#row(dataset, m), m) : undefined;
    return {
      title: saidContent(agendaTitle(series, closed, m.lang), m),
      subtitle: other ? nothing : closed ? closedSummary(items, words, m) : agendaSummary(agenda, words, m),
      body: html`${this.#tools(whole, isMonth, m)}${views.filters(dataset, whole, m)}${
        lines ? (month ?? this.#list(dataset, agenda, m)) : this.#nothing(dataset, other, views.clear(m), m)
      }${month && agenda.apart.length ? html`<p class="undecided">${saidContent(outsidePeriod(agenda, m), m)}</p>` : nothing}${undecided ? html`<p class="undecided">${m.content('agendaUndecided', countParams(undecided, m))}</p>` : nothing}`,
      source: dataLine(
        dataset,
        allLines(agenda).map(({ event }) => event.source?.document),
        m,
        this.#card,
      ),
      shared: items.length ? this.#shared(dataset, items, m) : undefined,
      empty: lines === 0,
    };
  }

  /** Returns the first mistake of the page's author. */
  #findMistake(dataset: Dataset): ConfigProblem | null {
    const period = this.scoped('period');
    if (period && !parsePeriod(period)) return { key: 'configPeriod', params: { period } };
    return agendaMistake(dataset, this) ?? this.#check.mistake(dataset, { agenda: true });
  }

  /** Returns the events, with each occurrence of the recurring ones. */
  #events(dataset: Dataset): readonly AgendaEvent[] {
    const events = records(dataset, 'events');
    if (!events.some(({ recurrence }) => recurrence)) return events;
    return recurringTimes(dataset, { today: this.#day.today, period: this.scoped('period') || undefined });
  }

  /** Returns the sorted agenda. It is cached, because every choice of the visitor asks for it again. */
  #agenda(dataset: Dataset, events: readonly AgendaEvent[], where: string, period: string | undefined): Agenda {
    const territory = this.scoped('territory');
    const within = (list: readonly string[]): boolean => liesIn(dataset, list, territory);
    const request = {
      today: this.#day.today,
      period,
      series: this.series || undefined,
      edition: this.edition ? Number(this.edition) : undefined,
      where,
    };
    const key = JSON.stringify([territory, request]);
    if (this.#made.dataset !== dataset) this.#made = { dataset, agendas: new Map() };
    const { agendas } = this.#made;
    const known = agendas.get(key);
    if (known) return known;
    const agenda = agendaOf(events, {
      ...request,
      lineage: lineageIn(dataset),
      within: territory ? within : undefined,
    });
    // Of the last requests two are asked for again: that of all events, and that of the period that is over.
    for (const old of [...agendas.keys()].slice(0, -1)) agendas.delete(old);
    agendas.set(key, agenda);
    return agenda;
  }

  /** Filters where there is something to choose, the month or the list where there is something to see. */
  #tools(whole: Agenda, isMonth: boolean, m: Localized): Content {
    const items = countedItems(whole);
    if (items.length < 2) return nothing;
    const act = (what: 'filter' | 'turn') => () => void this.#views[what](this.view);
    const open = String(this.#views.filtering);
    return html`<div class="tools" part="tools">${
      hasChoice(items) ? action(m.content('agendaFilter'), 'filter', act('filter'), open) : nothing
    }${action(m.content(isMonth ? 'agendaShowList' : 'agendaShowMonth'), isMonth ? 'listed' : 'calendar', act('turn'))}</div>`;
  }

  #nothing(dataset: Dataset, other: string | null, clear: Content | undefined, m: Localized): TemplateResult {
    const isEmpty = records(dataset, 'events').length === 0;
    const title = other ?? m.content(isEmpty ? 'agendaEmpty' : 'agendaNoMatch');
    return emptyState(title, this.#asked(dataset, m) || nothing, clear);
  }

  #list(dataset: Dataset, agenda: Agenda, m: Localized): TemplateResult {
    const closed = this.#closedPeriod;
    const sections = agendaGroups(agenda, closed !== null, m);
    const all = sections.flatMap(({ items }) => items);
    const count = Math.min(this.#room(all.map(({ event }) => event.id)), all.length);
    const ahead = agenda.upcoming.length > 0 || closed;
    return html`${ahead ? nothing : noneAhead(dataset, m)}${agendaSections(sections, count, this.#row(dataset, m), m)}${agendaRest(count, all.length, this.printing ? null : () => this.#showMore(count, all.length, m), m)}`;
  }

  #row(dataset: Dataset, m: Localized): (item: AgendaItem) => TemplateResult {
    const origins = this.#origins(dataset);
    const closed = this.#closedPeriod;
    const context = {
      m,
      year: (closed?.last ?? this.#day.today).slice(0, 4),
      isClosed: closed !== null,
      selection: this.provider.scope.state.selection,
      select: this.provider.value ? this.#select : null,
      reader: this.#day.zoneOf(dataset),
      origin: origins ? (event: AgendaEvent) => origins.provenance(dataset, 'events', event, m) : undefined,
      add: (item: AgendaItem) => this.#give(dataset, [item], item.event.id, m),
    };
    return (item) => agendaRow(item, context);
  }

  /** Returns the number of lines to draw: as many as asked for, at least up to the selected one, or those of a print. */
  #room(ids: readonly string[]): number {
    if (this.printing) return PRINTED;
    const { selection } = this.provider.scope.state;
    const first = Number(this.limit) > 0 ? Number(this.limit) : PAGE;
    return Math.max(this.rows ?? first, selection ? ids.indexOf(selection) + 1 : 0);
  }

  /**
   * The period asked for, or that of the data, where it is over: its events are told by month, without the words for what is
   * still to come.
   */
  get #closedPeriod(): ParsedPeriod | null {
    const asked = this.scoped('period');
    return this.#finished ?? closedPeriod(asked ? parsePeriod(asked) : null, this.#day.today);
  }

  /** Returns the territory and the period asked for, in words. */
  #asked(dataset: Dataset, m: Localized): string {
    const { territory, period = this.#finished?.text } = this.requestedScope();
    return requestedInWords(placeName(dataset, territory, m), period, m.lang);
  }

  #shared(dataset: Dataset, items: readonly AgendaItem[], m: Localized): Shared {
    const name = this.series || 'agenda';
    const calendar = { label: m.text('agendaIcs'), give: this.#give(dataset, items, name, m) };
    return {
      ...{ dataset, card: this.#card, name },
      rows: () => agendaSheetOf(dataset, items, m),
      files: items.some(fitsCalendar) ? [calendar] : [],
      more: html`${subscription(dataset, this.calendar, m)}${leftOf(this, items, m)}`,
    };
  }

  #give(dataset: Dataset, items: readonly AgendaItem[], file: string, m: Localized) {
    return () => void giveCalendar(dataset, items, file, m, this);
  }

  readonly #select = (id: string): void => {
    const selection = this.provider.scope.state.selection === id ? null : id;
    this.provider.request({ selection });
    this.dispatchEvent(new EssSelectEvent({ id: selection, collection: 'events' }));
  };

  /** Draws more lines and moves the focus to the first new one, so that the reader goes on where the list stopped. */
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
