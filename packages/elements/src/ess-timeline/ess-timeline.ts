import {
  namedIn,
  type Strip,
  stripFields,
  stripOf,
  type Timeline,
  type TimelineCollection,
  timelineCollections,
  timelineFields,
  timelineOf,
  timelineSteps,
  timelineSummary,
} from '@ess-widgets/core/charts';
import { periodInWords } from '@ess-widgets/core/format';
import { liesIn } from '@ess-widgets/core/indicators';
import { type Dataset, type Event, parsePeriod, placeNeeds, records } from '@ess-widgets/core/model';
import { nothing } from 'lit';
import { AttributeCheck } from '../base/attribute-check.ts';
import { CardController } from '../base/card/card-controller.ts';
import type { Need } from '../base/data-controller.ts';
import { dataLine } from '../base/data-line.ts';
import type { ElementView } from '../base/element.ts';
import type { Content } from '../base/frame.ts';
import { Late } from '../base/late.ts';
import type { ConfigProblem } from '../base/measure-controller.ts';
import { EssPanel } from '../base/panel.ts';
import type { EssTimelineProperties } from '../base/properties.ts';
import { property } from '../base/property.ts';
import { warn } from '../base/warn.ts';
import { dates } from '../texts/dates.fr.ts';
import type { Localized } from '../texts/texts.ts';
import { DayController } from '../views/day-controller.ts';
import { PagesController } from '../views/pages-controller.ts';
import { periodKept } from '../views/period-kept.ts';
import { recurringTimes } from '../views/recurring.ts';
import { emptyTimeline, type ListState, listStyles, listView } from './list.ts';

/**
 * Dated steps of one or several collections, the earliest first, by month or by year: meetings, votes, events, members who
 * joined and left. Dates are as exact as the data; what was planned, held or cancelled is said in words. Six dates or more of
 * one year are a strip of its months, with a mark each; their list is one control away.
 *
 * @summary Dated steps in order, or on the months of a year, as exact as the data.
 * @slot - Shown in place of the list when there is no data at all: a link to the report.
 * @csspart subtitle - How many dates.
 * @csspart body - The list or the strip.
 * @csspart strip - The months of a year, with a mark for each date.
 * @csspart group - The heading of a month or of a year.
 * @csspart step - One date.
 * @csspart name - What happened.
 * @csspart tag - A word about it: "Prévu", "Annulé".
 * @csspart more - The button for the rest of the list.
 * @csspart note - A remark under the list.
 * @csspart empty - What stands there when no date matches.
 * @csspart card - The source card.
 * @csspart actions - The share bar.
 * @cssproperty [--ess-accent=#0b5a6b] - Colour of the marks of what was held or is planned.
 * @event {EssLoadEvent} ess-load - Data is shown.
 * @event {EssErrorEvent} ess-error - The source failed, or an attribute names what does not exist.
 */
export class EssTimeline extends EssPanel implements EssTimelineProperties {
  static override styles = [...EssPanel.styles, ...listStyles];
  static override readonly texts = [dates];

  @property() collections: string | undefined;
  @property() series: string | undefined;
  @property() chart: EssTimelineProperties['chart'];

  readonly #card = new CardController(this);
  readonly #day = new DayController(this);
  readonly #pages = new PagesController(this);
  readonly #check = new AttributeCheck(this);
  readonly #strip = new Late(this, 'a strip', () => import('./strip-view.ts'));
  /** Whether the visitor asked for the list in place of the strip. */
  #isListed = false;
  #mistake: ConfigProblem | null = null;

  protected override needs(): readonly Need[] {
    const asked = this.#asked.filter(isDated);
    return [
      ...new Set<Need>([
        ...asked,
        ...namedIn([...timelineFields(asked), ...(this.#isList ? [] : stripFields(asked))]),
        ...placeNeeds(this.requestedScope()),
      ]),
    ];
  }

  protected override get subtitleLength(): number {
    return 30;
  }

  protected override configProblem(): ConfigProblem | null {
    return this.#mistake;
  }

  protected override fallbackTitle(m: Localized | null): Content {
    return m ? m.content('timelineTitle') : super.fallbackTitle(m);
  }

  protected override show(dataset: Dataset, m: Localized): ElementView | null {
    this.#mistake = this.#findMistake() ?? this.#check.mistake(dataset, { collections: this.#asked });
    const needs = this.needs() as readonly (keyof typeof dataset.collections)[];
    // After a change of attributes the data are still those of the request before, until all needed collections are loaded.
    const isThere = needs.every((name) => dataset.collections[name] || !dataset.manifest.collections[name]);
    const where = this.#check.pairs({ collections: this.#asked });
    if (this.#mistake || !isThere || where === null) return null;
    const period = periodKept(this.scoped('period'));
    const territory = this.scoped('territory');
    const timeline = timelineOf(dataset, {
      collections: this.#asked.filter(isDated),
      today: this.#day.today,
      where,
      series: this.series || undefined,
      events: this.#events(dataset, period),
      hasRows: !this.#isList,
      period,
      within: territory ? (list) => liesIn(dataset, list, territory) : undefined,
    });
    const empty = timeline.count === 0;
    const strip = this.#stripOf(timeline, period);
    const when = period ?? strip?.year;
    const at = when ? periodInWords(when, m.lang) : '';
    const isDrawn = strip && !this.#isListed;
    if (isDrawn && !this.#strip.need()) return null;
    return {
      title: m.content('timelineTitle'),
      subtitle: timelineSummary(timeline, at, m),
      body: empty
        ? emptyTimeline(!!(at || this.series || where || territory), at, m)
        : isDrawn
          ? (this.#strip.code?.stripView(strip, m, this) ?? nothing)
          : listView(dataset, timeline, this.#state(timeline.count, m), m),
      source: dataLine(
        dataset,
        timelineSteps(timeline).map(({ source }) => source?.document),
        m,
        this.#card,
      ),
      shared: empty
        ? undefined
        : {
            ...{ dataset, card: this.#card, name: 'timeline' },
            rows: async () => (await import('./timeline-sheet.ts')).timelineRows(timelineSteps(timeline), m.lang),
            ...(strip
              ? { table: { label: this.#isListed ? 'stripShow' : 'stripShowList', turn: () => this.#swap(m) } }
              : {}),
          },
      empty,
    };
  }

  /** Returns the events, with each occurrence of the recurring ones; undefined if none is recurring. */
  #events(dataset: Dataset, period: string | undefined): readonly Event[] | undefined {
    const isAsked = this.#asked.includes('events');
    if (!isAsked || !records(dataset, 'events').some(({ recurrence }) => recurrence)) return undefined;
    return recurringTimes(dataset, { today: this.#day.today, period });
  }

  #state(count: number, m: Localized): ListState {
    return {
      limit: this.#pages.limitFor(count),
      printing: this.#pages.printing,
      showMore: (drawn) => this.#showMore(drawn, count, m),
    };
  }

  get #isList(): boolean {
    return this.chart === 'list';
  }

  /** Returns the strip, where it is drawn or one control away; null where the list alone is shown. */
  #stripOf(timeline: Timeline, period: string | undefined): Strip | null {
    const isAsked = this.chart === 'strip';
    // Paper has no control that leads from a strip to the dates.
    if (this.#isList || (this.#pages.printing && !isAsked)) return null;
    const strip = stripOf(timeline, { period, isAsked });
    if (!strip && isAsked && timeline.count > 0)
      warn(
        `chart/timeline/${this.collections}/${this.scoped('where') ?? ''}`,
        `<ess-timeline collections="${this.collections}">: its dates do not lie in the months of one year, so the list is drawn in place of chart="strip".`,
      );
    return strip;
  }

  #swap(m: Localized): void {
    this.#isListed = !this.#isListed;
    this.requestUpdate();
    this.announce(m.text(this.#isListed ? 'stripListShown' : 'stripShown'));
  }

  get #asked(): readonly string[] {
    return [...new Set((this.collections ?? '').split(/\s+/).filter(Boolean))];
  }

  #findMistake(): ConfigProblem | null {
    const known = timelineCollections.join(', ');
    const [asked, period] = [this.#asked, periodKept(this.scoped('period'))];
    if (asked.length === 0) return { key: 'configNoCollections', params: { known } };
    const collection = asked.find((name) => !isDated(name));
    if (collection !== undefined) return { key: 'configTimeline', params: { collection, known } };
    return period && !parsePeriod(period) ? { key: 'configPeriod', params: { period } } : null;
  }

  #showMore(drawn: number, all: number, m: Localized): void {
    this.#pages.more(drawn);
    this.announce(m.text('timelineNowShown', { n: this.#pages.limitFor(all), all }));
  }
}

const isDated = (name: string): name is TimelineCollection => timelineCollections.some((known) => known === name);
