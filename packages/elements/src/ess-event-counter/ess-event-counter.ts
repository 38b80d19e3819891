import {
  announcedOf,
  type CounterPlan,
  type CounterScope,
  countOf,
  countsFromToday,
  idsOf,
  nextAhead,
  type Counted as PlainCounted,
  planOf,
  scopeOfEdition,
  seriesMeasure,
} from '@ess-widgets/core/charts';
import type { SourceKind } from '@ess-widgets/core/data';
import { dateInWords } from '@ess-widgets/core/format';
import type { AheadEvent, Dataset, EventsDigest, Measure, SeriesDigest } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { CardController } from '../base/card/card-controller.ts';
import { contentStyles } from '../base/content.styles.ts';
import { controlIcon } from '../base/control-icons.ts';
import { lacks, type Need } from '../base/data-controller.ts';
import type { ElementView } from '../base/element.ts';
import { emptyStyles } from '../base/empty.ts';
import { type Content } from '../base/frame.ts';
import { headingOf } from '../base/heading.ts';
import { Late } from '../base/late.ts';
import { type ConfigProblem, MeasureController, type Measured } from '../base/measure-controller.ts';
import { EssPanel } from '../base/panel.ts';
import type { EssEventCounterProperties } from '../base/properties.ts';
import { property, state } from '../base/property.ts';
import type { Shared } from '../base/share/share-bar.ts';
import { sourceLine } from '../base/source-line.ts';
import { counter } from '../texts/counter.fr.ts';
import type { Localized } from '../texts/texts.ts';
import { DayController } from '../views/day-controller.ts';
import { changeView, detailsView } from './details-view.ts';
import type * as digestCode from './digest.ts';
import { announcedAs, announcedView, noFigure } from './empty-view.ts';
import { eventCounterStyles } from './ess-event-counter.styles.ts';
import { nextView } from './next-view.ts';
import type * as placesCode from './places-view.ts';
import { titleView } from './title-view.ts';

type Counted = PlainCounted<Measured>;

/** Collections with the series and the events ahead, for data whose build has written no digest. */
const EVENTS: readonly Need[] = ['events', 'series', 'territories'];

/**
 * How many events, of what, compared with what, and the next one. A series with published figures of its own shows them;
 * any other is counted in the list of events, and says so when that list is not complete. A territory has its own figure, or
 * none is shown. Of a calendar or a spreadsheet, which declares no period, it counts what the agenda counts, from today.
 *
 * @summary How many events of a series or of a whole data set.
 * @slot - Shown in place of the figures when there is no data at all: a link to the report.
 * @csspart title - The number and its words.
 * @csspart value - The number.
 * @csspart words - What is counted, where and when.
 * @csspart announced - How many events are announced, where none has taken place yet.
 * @csspart change - The change since the edition before.
 * @csspart share - The bar of the part in a larger whole, and its words.
 * @csspart figures - The figures beside.
 * @csspart by-place - The button for the number by département.
 * @csspart places - The number by département.
 * @csspart next - The next event, or that none lies ahead.
 * @csspart empty - What stands there when no event matches.
 * @csspart badge - The quality badge, which opens the source card.
 * @csspart card - The source card.
 * @csspart actions - The share bar.
 * @cssproperty [--ess-text-hero=clamp(3.5em, 2.4em + 7cqi, 6em)] - Size of the number.
 * @cssproperty [--ess-accent=#0b5a6b] - Colour of the number and of the bar.
 * @event {EssLoadEvent} ess-load - Data is shown.
 * @event {EssErrorEvent} ess-error - The source failed, or the series or the edition does not exist.
 */
export class EssEventCounter extends EssPanel implements EssEventCounterProperties {
  static override readonly texts = [counter];
  static override styles = [...EssPanel.styles, contentStyles, emptyStyles, eventCounterStyles];

  @property() series: string | undefined;
  @property() edition: string | undefined;
  @state() private placesOpen = false;

  protected override readonly isOnePart = true;
  readonly #measures = new MeasureController(this);
  readonly #card = new CardController(this);
  readonly #day = new DayController(this);
  readonly #digest: Late<typeof digestCode> = new Late(this, 'the next event', () =>
    this.withTexts(import('./digest.ts')),
  );
  readonly #places = new Late<typeof placesCode>(this, 'the départements', () => import('./places-view.ts'));
  #mistake: ConfigProblem | null = null;
  /** Whether the events themselves are needed; once they are, they stay. */
  #reads = false;

  protected override get sourceKinds(): readonly SourceKind[] {
    return ['events'];
  }

  protected override needs(): readonly Need[] {
    // Names of places are needed only where a place is named.
    const places: readonly Need[] = this.scoped('territory') ? ['territories'] : [];
    return [...new Set<Need>([...this.#measures.needs(idsOf(this.series)), ...(this.#reads ? EVENTS : places)])];
  }

  protected override configProblem(): ConfigProblem | null {
    return this.#mistake ?? this.#measures.problem;
  }

  protected override fallbackTitle(m: Localized | null): Content {
    return m ? html`<span class="words">${m.content('counterTitle')}</span>` : super.fallbackTitle(m);
  }

  protected override show(dataset: Dataset, m: Localized): ElementView | null {
    this.#mistake = null;
    const digest = dataset.measures?.events ?? this.#read(dataset, {});
    const series = digest && this.#series(digest);
    const scope = digest ? this.#scope(dataset, series) : null;
    if (!digest || !scope) return null;
    if (!series && countsFromToday(dataset, scope, this.edition)) return this.#fromToday(dataset, digest, m);
    const plan = planOf(dataset, series?.id, scope);
    const counted = countOf(plan, this.#measures.measure(dataset, plan.asked));
    if (!counted) return null;
    const { measure } = counted;
    const isHeld = measure.quantity !== null;
    const announced = isHeld ? null : this.#announced(dataset, digest, series, scope, plan);
    if (announced === undefined) return null;
    const shown = announced ?? counted;
    const next = this.#next(dataset, digest, series?.id, m, !isHeld);
    const body = isHeld
      ? html`${changeView(measure, scope.compare, m)}${detailsView(counted, m)}${this.#byPlace(counted, m)}`
      : this.#notHeld(dataset, measure, announced, series?.id, m);
    const isEmpty = !isHeld && announced === null;
    return {
      title: titleView(
        dataset,
        series,
        shown.measure,
        { heading: this.heading, where: this.scoped('where'), isHeld },
        m,
      ),
      body: html`${body}${next}`,
      source: this.#source(dataset, shown, m),
      shared: isEmpty ? undefined : this.#shared(dataset, shown, m),
      empty: isEmpty,
    };
  }

  protected override renderFrame(view: ElementView | null, m: Localized | null): TemplateResult {
    return html`<div class="stripes" aria-hidden="true"></div>
      ${headingOf(this.headingLevel, view?.title ?? this.heading ?? this.fallbackTitle(m))}
      <div class="body" part="body">${this.renderNotices(m)}${view ? view.body : this.renderWaiting(m)}</div>
      ${view ? html`<div class="grow"></div>${this.renderFoot(view, m)}` : nothing}`;
  }

  /**
   * Returns the digest of the events; undefined while they, or the code that reads them, are being loaded.
   * @param kept filters of the page
   */
  #read(dataset: Dataset, kept: Omit<digestCode.DigestFilters, 'today'>): EventsDigest | undefined {
    if (!this.#reads) {
      this.#reads = true;
      // The collections are a new request, which the next update makes while the code is being loaded.
      void this.updateComplete.then(() => this.requestUpdate());
      // Without a build's measures the count must be computed, so its code is loaded along with the records.
      if (!dataset.measures) import('../base/computer.ts').catch(() => undefined);
    }
    // Asked for at every update, because a visitor may retry code that could not be loaded.
    const code = dataset.measures ? this.#digest.ask() : this.#digest.need();
    return lacks(EVENTS, dataset) ? undefined : code?.digestOf(dataset, { ...kept, today: this.#day.today });
  }

  /** Returns the series asked for; sets the mistake if the data set has none of that id. */
  #series({ series }: EventsDigest): SeriesDigest | undefined {
    const found = series.find(({ id }) => id === this.series);
    if (this.series && !found) {
      const known = series.map(({ id }) => id).join(', ') || '–';
      this.#mistake = { key: 'configSeries', params: { series: this.series, known } };
    }
    return found;
  }

  /** Returns the scope to measure; null where there is a mistake. */
  #scope(dataset: Dataset, series: SeriesDigest | undefined): CounterScope | null {
    const scope = this.requestedScope();
    if (this.edition && !series) this.#mistake ??= { key: 'configEditionAlone', params: {} };
    if (this.#mistake) return null;
    const found = scopeOfEdition(dataset, series, this.edition, scope);
    if (!('known' in found)) return found;
    const known = found.known.join(', ') || '–';
    this.#mistake = { key: 'configEdition', params: { edition: this.edition ?? '', known } };
    return null;
  }

  /**
   * Returns the announced events, for a scope in which none is known to have taken place; undefined while they are being
   * loaded.
   */
  #announced(
    dataset: Dataset,
    digest: EventsDigest,
    series: SeriesDigest | undefined,
    scope: CounterScope,
    { asked }: CounterPlan,
  ): Counted | null | undefined {
    if (!this.#ahead(dataset, digest, series?.id)) return null;
    const wanted = announcedOf(scope, series);
    // All are measured in one call, because a call drops the needs of measures that it does not ask for.
    const found = wanted && this.#measures.measure(dataset, [...asked, wanted]).at(-1);
    return wanted && !found ? undefined : announcedAs(found);
  }

  /** Renders what the agenda counts: of data whose periods nobody declares no year is one to begin with. */
  #fromToday(dataset: Dataset, digest: EventsDigest, m: Localized): ElementView | null {
    const { territory, where } = this.requestedScope();
    const kept = { today: this.#day.today, territory, where, isOwn: !!this.where };
    // The events themselves are counted, also where the build has written their digest.
    const code = this.#read(dataset, kept) && this.#digest.code;
    const next = (isEmpty: boolean): Content => this.#next(dataset, digest, undefined, m, isEmpty);
    return code ? code.tallyView(dataset, code.digestRequest(dataset, kept), m, this.#card, this.heading, next) : null;
  }

  /** Renders the announced events, else that nothing is known. */
  #notHeld(dataset: Dataset, measure: Measure, announced: Counted | null, series: string | undefined, m: Localized) {
    if (announced) return announcedView(announced, m);
    return noFigure(dataset, measure, seriesMeasure(dataset, series, measure.period)?.quantity, m);
  }

  /** Renders the control for the number by département, and that number. */
  #byPlace({ places }: Counted, m: Localized): Content {
    if (!places?.parts?.some(({ id, quantity }) => quantity && id.startsWith('departement-'))) return nothing;
    const toggle = async () => {
      const code = await this.#places.want();
      if (!code) return;
      code.dressed(this);
      this.placesOpen = !this.placesOpen;
    };
    return html`<p class="by-place"><button class="link" type="button" part="by-place" aria-expanded=${this.placesOpen ? 'true' : 'false'}
      aria-controls="places" @click=${toggle}>${controlIcon('table')}${m.content('counterByPlace')}</button></p>
      <div id="places">${this.placesOpen ? this.#places.code?.placesView(places, m) : nothing}</div>`;
  }

  /**
   * Renders the next of the events that the counter counts.
   * @param isEmpty whether nothing is counted: then the widget need not say that no event is ahead either
   */
  #next(dataset: Dataset, digest: EventsDigest, series: string | undefined, m: Localized, isEmpty = false): Content {
    const next = this.#ahead(dataset, digest, series);
    if (next === undefined) return nothing;
    if (next === null) return isEmpty || this.#asksForPast() ? nothing : this.#noneAhead(dataset, m);
    return nextView(next, this.#day.today, m, this.#day.zoneOf(dataset));
  }

  /** Renders the note that no event is ahead, with the date of the data. */
  #noneAhead({ manifest }: Dataset, m: Localized): Content {
    const date = dateInWords(manifest.updated, m.lang);
    return html`<p class="next none" part="next">${controlIcon('calendar')}<span>${m.content('counterNoneAhead', { date })}</span></p>`;
  }

  /** Returns the next event; null where none is ahead, undefined as long as that is not known. */
  #ahead(dataset: Dataset, digest: EventsDigest, series: string | undefined): AheadEvent | null | undefined {
    const { territory, where } = this.requestedScope();
    const known = territory || where ? undefined : nextAhead(digest, this.#day.today, series);
    if (known !== undefined) return known;
    const pairs = [where, series && `series=${series}`].filter(Boolean).join(' ');
    const own = this.#read(dataset, { territory, where: pairs, isOwn: !!this.where });
    return own && (nextAhead(own, this.#day.today) ?? null);
  }

  /** Tells whether the page shows a past edition, for which no date ahead is expected. */
  #asksForPast(): boolean {
    return Boolean(this.edition || this.scoped('period'));
  }

  /** Renders the source line and its card: the source of the count, and those of the figures beside it. */
  #source(dataset: Dataset, counted: Counted, m: Localized): Content {
    const sources = measuresOf(counted).flatMap((one) => one.sources);
    return sourceLine(dataset, { ...counted.measure, sources }, counted.texts, m, this.#card);
  }

  #shared(dataset: Dataset, counted: Counted, m: Localized): Shared {
    const { texts } = counted;
    const [measure = counted.measure, ...beside] = measuresOf(counted);
    const name = [this.series ?? 'events', measure.period.replace('/', '_')].join('-');
    const rows = async () => (await import('./counter-file.ts')).counterRows([measure, ...beside], m.lang);
    return { dataset, card: this.#card, figures: [{ measure, texts }], name, rows, isStated: !this.heading };
  }
}

/** Returns all measures that a counter shows, the count first. */
const measuresOf = ({ measure, share, total, sides, places }: Counted): readonly Measure[] =>
  [measure, share, total, ...sides.map((side) => side.measure), places].filter((one) => one !== undefined);
