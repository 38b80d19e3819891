import { formatPeriod } from '@ess-widgets/core/internal/format/period';
import { records } from '@ess-widgets/core/internal/model/coverage';
import { parsePeriod } from '@ess-widgets/core/internal/model/period';
import { namedIn } from '@ess-widgets/core/internal/picture/named-in';
import {
  type TimelineCollection,
  timelineCollections,
  timelineFields,
} from '@ess-widgets/core/internal/picture/timeline-collections';
import type { Dataset, Event } from '@ess-widgets/core/model';
import { html, nothing, type PropertyValues } from 'lit';
import { AttributeCheck } from '../base/attribute-check.ts';
import { controlIcon } from '../base/control-icons.ts';
import type { Need } from '../base/data-controller.ts';
import type { ElementView } from '../base/element.ts';
import type { Content } from '../base/frame.ts';
import { wearStyles } from '../base/late-styles.ts';
import type { ConfigProblem } from '../base/measure-controller.ts';
import { OnDemand } from '../base/on-demand.ts';
import { EssPanel } from '../base/panel.ts';
import type { EssTimelineProperties } from '../base/properties.ts';
import { property } from '../base/property.ts';
import type { Localized } from '../texts/texts.ts';
import { views } from '../texts/views.fr.ts';
import { DayController } from '../views/day-controller.ts';
import { PagesController } from '../views/pages-controller.ts';
import { periodKept } from '../views/period-kept.ts';
import type * as timesCode from '../views/recurring.ts';
import type * as listCode from './list.ts';
import type { ListState } from './list.ts';
import type * as sheetCode from './timeline-sheet.ts';

/**
 * Dated steps of one or several collections, the earliest first, by month or by year: meetings, votes, events, members who
 * joined and left. Dates are as exact as the data; what was planned, held or cancelled is said in words.
 *
 * @summary Dated steps in order, as exact as the data.
 * @slot - Shown in place of the list when there is no data at all: a link to the report.
 * @csspart subtitle - How many dates.
 * @csspart body - The list.
 * @csspart group - The heading of a month or of a year.
 * @csspart step - One date.
 * @csspart name - What happened.
 * @csspart tag - A word about it: "Prévu", "Annulé".
 * @csspart more - The button for the rest of the list.
 * @csspart note - A remark under the list.
 * @csspart empty - What stands there when no date matches.
 * @csspart actions - The download.
 * @cssproperty [--ess-accent=#0b5a6b] - Colour of the marks of what was held or is planned.
 * @event {EssLoadEvent} ess-load - Data is shown.
 * @event {EssErrorEvent} ess-error - The source failed, or an attribute names what does not exist.
 */
export class EssTimeline extends EssPanel implements EssTimelineProperties {
  static override readonly texts = [views];

  @property() collections: string | undefined;
  @property() series: string | undefined;

  readonly #day = new DayController(this);
  readonly #pages = new PagesController(this);
  readonly #check = new AttributeCheck(this);
  readonly #list = new OnDemand<typeof listCode>(this, 'the list', () => import('./list.ts'));
  readonly #times = new OnDemand<typeof timesCode>(this, 'the recurrence', () => import('../views/recurring.ts'));
  readonly #sheet = new OnDemand<typeof sheetCode>(this, 'the spreadsheet', () => import('./timeline-sheet.ts'));
  #mistake: ConfigProblem | null = null;

  protected override needs(): readonly Need[] {
    const asked = this.#asked.filter(isDated);
    return [
      ...new Set<Need>([
        ...asked,
        ...namedIn(timelineFields(asked)),
        ...(this.scoped('territory') ? (['territories'] as const) : []),
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
    // What was asked for a moment ago is still shown: not all that is needed now has come.
    const isThere = needs.every((name) => dataset.collections[name] || !dataset.manifest.collections[name]);
    const { code } = this.#list;
    if (this.#mistake || !isThere || !code) return null;
    const period = periodKept(this.scoped('period'));
    const events = this.#events(dataset, period);
    if (events === null) return null;
    wearStyles(this, code.styles);
    const [territory, where] = [this.scoped('territory'), this.scoped('where')];
    const timeline = code.timelineOf(dataset, {
      collections: this.#asked.filter(isDated),
      today: this.#day.today,
      where,
      series: this.series || undefined,
      events,
      period,
      within: territory ? (list) => code.liesIn(dataset, list, territory) : undefined,
    });
    const empty = timeline.count === 0;
    const at = period ? formatPeriod(period, m.lang) : '';
    const give = async () => (await this.#sheet.want())?.giveTimeline(code.itemsOf(timeline), m.lang);
    return {
      title: m.content('timelineTitle'),
      subtitle: code.summary(timeline, at, m),
      body: empty
        ? code.nothingFound(!!(at || this.series || where || territory), at, m)
        : code.listView(dataset, timeline, this.#state(timeline.count, m), m),
      source: code.documentsLine(dataset, timeline, m),
      actions: empty
        ? nothing
        : html`<button class="link" type="button" @click=${give}>${controlIcon('download')}<span class="hidden">${m.content('download')} </span>CSV</button>`,
      empty,
    };
  }

  /** The events, each time of those that come back; undefined where none does, null while what writes them out is on its way. */
  #events(dataset: Dataset, period: string | undefined): readonly Event[] | null | undefined {
    const isAsked = this.#asked.includes('events');
    if (!isAsked || !records(dataset, 'events').some(({ recurrence }) => recurrence)) return undefined;
    void this.#times.load(true);
    return this.#times.code?.timesOf(dataset, { today: this.#day.today, period }) ?? null;
  }

  #state(count: number, m: Localized): ListState {
    return {
      limit: this.#pages.limitFor(count),
      printing: this.#pages.printing,
      showMore: (drawn) => this.#showMore(drawn, count, m),
    };
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Together with the data, not after them.
    void this.#list.load(true);
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
