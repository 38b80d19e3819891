import {
  namedIn,
  type Timeline,
  type TimelineCollection,
  type TimelineGroup,
  timelineCollections,
  timelineFields,
  timelineOf,
} from '@ess-widgets/core/chart';
import { formatPeriod } from '@ess-widgets/core/format/lean';
import { liesIn } from '@ess-widgets/core/indicators/territory';
import { type Dataset, parsePeriod } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { today } from '../internal/clock.ts';
import type { Need } from '../internal/data-controller.ts';
import { PagesController } from '../internal/directory/pages-controller.ts';
import { type ElementView, EssElement } from '../internal/element.ts';
import { type Content, emptyState, sourceReference } from '../internal/frame.ts';
import { icon } from '../internal/icons.ts';
import type { ConfigProblem } from '../internal/measure-controller.ts';
import { OnDemand } from '../internal/on-demand.ts';
import { property } from '../internal/property.ts';
import type { Localized } from '../messages/messages.ts';
import { timelineStyles } from './ess-timeline.styles.ts';
import { timelineRow } from './timeline-row.ts';
import type * as sheetCode from './timeline-sheet.ts';

/**
 * Dated steps of one or several collections, the earliest first, by month or by year: meetings, votes, events, members who
 * joined and left. Dates are as exact as the data; what was planned, held or cancelled is said in words.
 *
 * @summary Dated steps in order, as exact as the data.
 * @slot - Shown in place of the list when there is no data at all: a link to the report.
 * @csspart frame - The box around everything.
 * @csspart title - The title.
 * @csspart subtitle - How many dates.
 * @csspart body - The list.
 * @csspart group - The heading of a month or of a year.
 * @csspart step - One date.
 * @csspart name - What happened.
 * @csspart tag - A word about it: "Prévu", "Annulé".
 * @csspart more - The button for the rest of the list.
 * @csspart note - A remark under the list.
 * @csspart empty - What stands there when no date matches.
 * @csspart source - The source line.
 * @csspart actions - The download.
 * @cssproperty [--ess-accent=#0b5a6b] - Colour of the marks of what was held or is planned.
 * @event {EssLoadEvent} ess-load - Data is shown.
 * @event {EssErrorEvent} ess-error - The source failed, or an attribute names what does not exist.
 */
export class EssTimeline extends EssElement {
  static override styles = [...EssElement.styles, timelineStyles];
  static override readonly topics = ['agenda', 'timeline'] as const;

  /** Collections that the dates come from, separated by spaces: `meetings votes events memberships`. */
  @property() collections: string | undefined;
  /** Id of a series: keeps its events. */
  @property() series: string | undefined;

  readonly #pages = new PagesController(this);
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

  protected override view(dataset: Dataset, m: Localized): ElementView | null {
    this.#mistake = this.#findMistake();
    const needs = this.needs() as readonly (keyof typeof dataset.collections)[];
    // What was asked for a moment ago is still shown: not all that is needed now has come.
    const isThere = needs.every((name) => dataset.collections[name] || !dataset.manifest.collections[name]);
    if (this.#mistake || !isThere) return null;
    const [period, territory] = [this.scoped('period') || undefined, this.scoped('territory')];
    const timeline = timelineOf(dataset, {
      collections: this.#asked.filter(isDated),
      today: today(),
      where: this.scoped('where'),
      series: this.series || undefined,
      period,
      within: territory ? (list) => liesIn(dataset, list, territory) : undefined,
    });
    const empty = timeline.count === 0;
    const at = period ? formatPeriod(period, m.lang) : '';
    return {
      title: m.content('timelineTitle'),
      subtitle: [...(at ? [at] : []), m.text('timelineCount', { n: timeline.count })].join(', '),
      body: empty ? this.#nothing(at, m) : this.#list(dataset, timeline, m),
      source: this.#source(dataset, timeline, m),
      actions: empty
        ? nothing
        : html`<button class="link" type="button" @click=${() => this.#give(timeline, m)}>${icon('download')}<span class="hidden">${m.content('download')} </span>CSV</button>`,
      empty,
    };
  }

  get #asked(): readonly string[] {
    return [...new Set((this.collections ?? '').split(/\s+/).filter(Boolean))];
  }

  #findMistake(): ConfigProblem | null {
    const known = timelineCollections.join(', ');
    const [asked, period] = [this.#asked, this.scoped('period')];
    if (asked.length === 0) return { key: 'configNoCollections', params: { known } };
    const collection = asked.find((name) => !isDated(name));
    if (collection !== undefined) return { key: 'configTimeline', params: { collection, known } };
    return period && !parsePeriod(period) ? { key: 'configPeriod', params: { period } } : null;
  }

  #nothing(at: string, m: Localized): TemplateResult {
    const asked = at || this.series || this.scoped('where') || this.scoped('territory');
    return emptyState(m.content(asked ? 'timelineNoMatch' : 'timelineEmpty'), at || nothing);
  }

  #list(dataset: Dataset, { groups, count, undated }: Timeline, m: Localized): TemplateResult {
    const shown = this.#pages.limitFor(count);
    let left = shown;
    return html`${groups.map((group, at) => {
      const items = group.items.slice(0, left);
      left -= items.length;
      if (items.length === 0) return nothing;
      return html`<p class="group" id="group-${at}" part="group">${headingOf(group, groups, m)}</p>
        <ol class="steps" role="list" aria-labelledby="group-${at}">${items.map((item) => timelineRow(dataset, item, group.period?.slice(0, 4) ?? '', m))}</ol>`;
    })}${this.#more(shown, count, m)}${undated ? html`<p class="note" part="note">${m.content('timelineUndated', { n: undated })}</p>` : nothing}`;
  }

  #more(count: number, all: number, m: Localized): Content {
    if (count >= all) return nothing;
    if (this.#pages.printing)
      return html`<div class="more"><p>${m.content('timelinePrintRest', { n: all - count })}</p></div>`;
    const more = html`<button class="button" type="button" part="more" @click=${() => this.#showMore(count, all, m)}>${m.content('timelineMore')}</button>`;
    return html`<div class="more">${more}<p>${m.content('timelineShown', { n: count, all })}</p></div>`;
  }

  #showMore(count: number, all: number, m: Localized): void {
    this.#pages.more(count);
    this.announce(m.text('timelineNowShown', { n: this.#pages.limitFor(all), all }));
  }

  #source(dataset: Dataset, timeline: Timeline, m: Localized): Content {
    const documents = [...new Set(itemsOf(timeline).flatMap(({ source }) => source?.document ?? []))];
    if (documents.length === 0)
      return html`<span>${m.content('publisher', { publisher: dataset.manifest.publisher.name })}</span>`;
    return html`<span>${m.content('source')} ${documents.map((document, at) => html`${at ? ', ' : ''}${sourceReference(dataset, { document }, m)}`)}</span>`;
  }

  async #give(timeline: Timeline, m: Localized): Promise<void> {
    (await this.#sheet.load())?.giveTimeline(itemsOf(timeline), m.lang);
  }
}

const isDated = (name: string): name is TimelineCollection => timelineCollections.some((known) => known === name);
const itemsOf = ({ groups }: Timeline) => groups.flatMap(({ items }) => items);

/** "juin 2024", "2024"; among months, a year is what is not known better. */
function headingOf({ period }: TimelineGroup, groups: readonly TimelineGroup[], m: Localized): Content {
  if (!period) return m.content('timelineNoDate');
  const isRough = period.length === 4 && groups.some((group) => group.period?.length === 7);
  return isRough ? m.content('timelineRough', { year: period }) : formatPeriod(period, m.lang);
}
