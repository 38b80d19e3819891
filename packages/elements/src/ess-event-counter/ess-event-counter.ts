import { CSV_HEADER, csvRows, nextEvent } from '@ess-widgets/core/chart';
import { formatPeriod, quantityParts, toCsv } from '@ess-widgets/core/format/lean';
import type * as territoryCode from '@ess-widgets/core/indicators/territory';
import {
  type Dataset,
  type EventSeries,
  type Measure,
  parsePeriod,
  parseWhere,
  pointOf,
} from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { CardController } from '../internal/card-controller.ts';
import { today } from '../internal/clock.ts';
import { controlIcon } from '../internal/control-icons.ts';
import { csvButton } from '../internal/csv-button.ts';
import type { Need } from '../internal/data-controller.ts';
import type { ElementView } from '../internal/element.ts';
import { emptyState, emptyStyles } from '../internal/empty.ts';
import { type Content } from '../internal/frame.ts';
import { headingOf } from '../internal/heading.ts';
import { type ConfigProblem, MeasureController, type Measured } from '../internal/measure-controller.ts';
import { OnDemand } from '../internal/on-demand.ts';
import { EssPanel } from '../internal/panel.ts';
import { property } from '../internal/property.ts';
import { domainText } from '../internal/quality.ts';
import { sourceLine } from '../internal/source-line.ts';
import type { Localized } from '../messages/messages.ts';
import { counterTexts } from '../messages/topics/counter.ts';
import { changeView, detailsView } from './details-view.ts';
import { editionsOf, periodOfEdition, placeOfEdition } from './editions.ts';
import { eventCounterStyles } from './ess-event-counter.styles.ts';
import { type CounterPlan, type CounterScope, planOf } from './figures.ts';

/**
 * How many events, of what, compared with what, and the next one. A series with published figures of its own shows them;
 * any other is counted in the list of events, and says so when that list is not complete.
 *
 * @summary How many events of a series or of a whole data set.
 * @slot - Shown in place of the figures when there is no data at all: a link to the report.
 * @csspart frame - The box around everything.
 * @csspart title - The number and its words.
 * @csspart value - The number.
 * @csspart words - What is counted, where and when.
 * @csspart change - The change since the edition before.
 * @csspart share - The bar of the part in a larger whole, and its words.
 * @csspart figures - The figures beside.
 * @csspart next - The next event.
 * @csspart source - The source line.
 * @csspart badge - The quality badge, which opens the source card.
 * @csspart card - The source card.
 * @csspart actions - Download.
 * @cssproperty [--ess-text-hero=clamp(3.5em, 2.4em + 7cqi, 6em)] - Size of the number.
 * @cssproperty [--ess-accent=#0b5a6b] - Colour of the number and of the bar.
 * @event {EssLoadEvent} ess-load - Data is shown.
 * @event {EssErrorEvent} ess-error - The source failed, or the series or the edition does not exist.
 */
export class EssEventCounter extends EssPanel {
  static override styles = [...EssPanel.styles, emptyStyles, eventCounterStyles];
  static override readonly topics = [counterTexts];

  /** Id of a series of events: `mois-de-l-ess`. All events of the data set by default. */
  @property() series: string | undefined;
  /** Edition of the series: its year (`2024`) or its number (`17`). The latest by default. */
  @property() edition: string | undefined;

  readonly #measures = new MeasureController(this);
  readonly #card = new CardController(this);
  readonly #territory = new OnDemand<typeof territoryCode>(
    this,
    'the next event',
    () => import('@ess-widgets/core/indicators/territory'),
  );
  #mistake: ConfigProblem | null = null;

  protected override needs(): readonly Need[] {
    // Names of places are needed only where a place is named.
    const places: readonly Need[] = this.series || this.scoped('territory') ? ['territories'] : [];
    return [...new Set<Need>([...this.#measures.needs, 'events', 'series', ...places])];
  }

  protected override configProblem(): ConfigProblem | null {
    return this.#mistake ?? this.#measures.problem;
  }

  protected override fallbackTitle(m: Localized | null): Content {
    return m ? html`<span class="words">${m.content('counterTitle')}</span>` : super.fallbackTitle(m);
  }

  protected override view(dataset: Dataset, m: Localized): ElementView | null {
    const series = this.#series(dataset);
    const scope = this.#mistake ? null : this.#scope(dataset);
    if (this.#mistake || !scope) return null;
    const plan = planOf(dataset, series?.id, scope);
    const measured = this.#measures.measure(dataset, plan.asked);
    const counted = countOf(plan, measured);
    if (!counted) return null;
    const { measure } = counted;
    const own = measure.indicator === plan.figures?.count;
    const others = own ? measured.slice(1) : [];
    const empty = measure.quantity === null;
    const all = [counted, ...others.filter((one) => one !== null)].map((one) => one.measure);
    return {
      title: this.#title(dataset, series, measure, m),
      body: empty
        ? emptyState(m.content('counterEmpty'), formatPeriod(measure.period, m.lang))
        : html`${changeView(measure, m)}${own ? detailsView(plan, others, m) : nothing}${this.#next(dataset, series, m)}`,
      source: empty ? nothing : this.#source(dataset, counted, all, m),
      actions: empty
        ? nothing
        : csvButton(
            fileName(series, measure),
            toCsv(
              CSV_HEADER,
              all.flatMap((one) => csvRows(one, m.lang)),
            ),
            m,
          ),
      empty,
    };
  }

  protected override renderFrame(view: ElementView | null, m: Localized | null): TemplateResult {
    return html`<div class="stripes" aria-hidden="true"></div>
      ${headingOf(this.headingLevel, view?.title ?? this.heading ?? this.fallbackTitle(m))}
      <div class="body" part="body">${this.renderNotices(m)}${view ? view.body : this.renderWaiting(m)}</div>
      ${view ? html`<div class="grow"></div>${this.renderFoot(view, m)}` : nothing}`;
  }

  /** The series asked for; sets the mistake when the data set has none of that id. */
  #series({ collections }: Dataset): EventSeries | undefined {
    this.#mistake = null;
    if (!this.series) return undefined;
    const all = collections.series ?? [];
    const found = all.find(({ id }) => id === this.series);
    if (!found) {
      const known = all.map(({ id }) => id).join(', ') || '–';
      this.#mistake = { key: 'configSeries', params: { series: this.series, known } };
    }
    return found;
  }

  #scope({ collections }: Dataset): CounterScope | null {
    const [compare, territory, where] = (['compare', 'territory', 'where'] as const).map((field) => this.scoped(field));
    let period = this.scoped('period');
    if (this.edition) {
      if (!this.series) this.#mistake = { key: 'configEditionAlone', params: {} };
      else period = periodOfEdition(collections.events ?? [], this.series, this.edition) ?? undefined;
      if (this.series && !period) {
        const known = editionsOf(collections.events ?? [], this.series).join(', ') || '–';
        this.#mistake = { key: 'configEdition', params: { edition: this.edition, known } };
      }
      if (this.#mistake) return null;
    }
    const set = { ...(period ? { period } : {}), ...(compare ? { compare } : {}), ...(territory ? { territory } : {}) };
    return { ...set, ...(where ? { where } : {}) };
  }

  /** The number and its words are the title: they are what the widget says. */
  #title(dataset: Dataset, series: EventSeries | undefined, measure: Measure, m: Localized): Content {
    const words = this.heading || this.#words(dataset, series, measure, m);
    if (!measure.quantity) return html`<span class="words" part="words">${words}</span>`;
    const { prefix, number } = quantityParts(measure.quantity, m.lang);
    return html`<span class="value" part="value">${prefix ? html`<small>${prefix}</small> ` : nothing}${number}</span>
      <span class="words" part="words">${words}</span>`;
  }

  /** "événements / Mois de l’ESS 2024, Bretagne". No preposition: French has several, and the data does not say which. */
  #words(
    { collections }: Dataset,
    series: EventSeries | undefined,
    { quantity, period }: Measure,
    m: Localized,
  ): TemplateResult {
    const n = quantity ? Math.round(pointOf(quantity)) : 2;
    const when = formatPeriod(period, m.lang);
    const name = series && domainText(series.name, m);
    const isYear = parsePeriod(period)?.kind === 'year';
    const what = name
      ? html`${name}${isYear ? ' ' : ', '}${when}`
      : isYear
        ? m.content('inYear', { period: when })
        : when;
    const place = this.scoped('territory') ?? (series && placeOfEdition(collections.events ?? [], series.id, period));
    const found = collections.territories?.find(({ id }) => id === place);
    return html`${m.content(series || 'status' in parseWhere(this.scoped('where')) ? 'counterEvents' : 'counterHeld', { n })}<span class="hidden">, </span>
      <span class="of">${what}${found ? html`, ${domainText(found.name, m)}` : nothing}</span>`;
  }

  /** The next event of the territory asked for: which ones lie in it is known once the code has come. */
  #next(dataset: Dataset, series: EventSeries | undefined, m: Localized): Content {
    const { events = [] } = dataset.collections;
    const territory = this.scoped('territory');
    if (territory && !this.#territory.code) void this.#territory.load();
    const inside = territory
      ? events.filter((event) => this.#territory.code?.liesIn(dataset, event.territories, territory))
      : events;
    const next = nextEvent(inside, today(), series?.id);
    if (!next?.date) return nothing;
    const { title, place } = next.event;
    return html`<p class="next" part="next">${controlIcon('calendar')}<span>${m.content('counterNext')} <strong>${domainText(title, m)}</strong>, ${formatPeriod(next.date, m.lang)}${place ? `, ${place}` : nothing}</span></p>`;
  }

  /** One card for all: what is said of the count, and the sources of the figures beside. */
  #source(dataset: Dataset, { measure, texts }: Measured, all: readonly Measure[], m: Localized): Content {
    const sources = all.flatMap((one) => one.sources);
    return sourceLine(dataset, { ...measure, sources }, texts, m, this.#card);
  }
}

/** The count to show: the series' own figure where there is one, else that of the list. Null while one is on its way. */
function countOf({ figures, list }: CounterPlan, measured: readonly (Measured | null)[]): Measured | null {
  const [own] = figures ? measured : [];
  const listed = list ? measured[measured.length - 1] : null;
  if (figures && !own) return null;
  return own?.measure.quantity ? own : (listed ?? own ?? null);
}

const fileName = (series: EventSeries | undefined, { period }: Measure): string =>
  [series?.id ?? 'events', period.replace('/', '_')].join('-');
