import { toCsv } from '@ess-widgets/core/internal/format/csv';
import { formatMeasured } from '@ess-widgets/core/internal/format/period';
import { previousPeriod } from '@ess-widgets/core/internal/model/previous-period';
import { CSV_HEADER, csvRows } from '@ess-widgets/core/internal/picture/csv-rows';
import type { Dataset } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { AttributeCheck } from '../base/attribute-check.ts';
import { CardController } from '../base/card/card-controller.ts';
import { contentStyles } from '../base/content.styles.ts';
import { controlIcon } from '../base/control-icons.ts';
import { csvButton, fileName } from '../base/csv-button.ts';
import type { Need } from '../base/data-controller.ts';
import type { ElementView } from '../base/element.ts';
import { emptyState } from '../base/empty.ts';
import { type Content } from '../base/frame.ts';
import { drawn } from '../base/icons.ts';
import { type ConfigProblem, MeasureController, type Measured } from '../base/measure-controller.ts';
import { EssPanel } from '../base/panel.ts';
import { placeOf } from '../base/places.ts';
import type { EssBreakdownProperties } from '../base/properties.ts';
import { property } from '../base/property.ts';
import { sourceLine } from '../base/source-line.ts';
import { charts } from '../texts/charts.fr.ts';
import type { Localized } from '../texts/texts.ts';
import { type Breakdown, subtitleOf, titleOf } from '../views/breakdown-words.ts';
import { CHART } from '../views/chart-icon.ts';
import { styled } from '../views/styled.ts';
import { symbolStyles } from '../views/symbols.ts';
import { barsView } from './bars-view.ts';
import { type Beside, besideCsv, besideOf, besideSeries } from './beside.ts';
import { breakdownStyles } from './ess-breakdown.styles.ts';
import { groupStyles } from './group.styles.ts';
import { groupKeys, inGroups, previousSeries } from './group-view.ts';
import { notesView } from './notes-view.ts';
import { stackStyles } from './stack.styles.ts';
import { stacksOf, stackView } from './stack-view.ts';
import { tableStyles } from './table.styles.ts';
import { tableView } from './table-view.ts';

/**
 * The parts of a figure: bars from zero with their values, a 100 % stack for percents that make a whole, or bars of several
 * periods or territories side by side. The same content is a table, one control away.
 *
 * @summary The parts of one figure, as bars, alone or in groups, or as a table.
 * @slot - Shown in place of the chart when there is no data at all: a link to the report.
 * @csspart subtitle - What is measured, in what unit, when.
 * @csspart body - The chart or the table.
 * @csspart bars - The list of bars.
 * @csspart bar - One bar.
 * @csspart value - The value of a bar.
 * @csspart stacks - The 100 % stacks.
 * @csspart segment - One segment of a stack.
 * @csspart region - The region of the table, which scrolls.
 * @csspart table - The table.
 * @csspart note - A remark under the chart.
 * @csspart empty - What stands there when no part is known.
 * @csspart badge - The quality badge, which opens the source card.
 * @csspart card - The source card.
 * @csspart actions - Table and download.
 * @cssproperty [--ess-accent=#0b5a6b] - Colour of bars that stand for no collège.
 * @event {EssLoadEvent} ess-load - Data is shown.
 * @event {EssErrorEvent} ess-error - The source failed, or the indicator or the dimension does not exist.
 */
export class EssBreakdown extends EssPanel implements EssBreakdownProperties {
  static override styles = [
    ...EssPanel.styles,
    contentStyles,
    symbolStyles,
    breakdownStyles,
    stackStyles,
    groupStyles,
    tableStyles,
  ];
  static override readonly texts = [charts];

  @property() indicator: string | undefined;
  @property() by: string | undefined;
  @property() form: EssBreakdownProperties['form'];
  @property() beside: string | undefined;
  @property() view: EssBreakdownProperties['view'];

  readonly #measures = new MeasureController(this);
  readonly #check = new AttributeCheck(this);
  readonly #card = new CardController(this, async () => {
    const { drawing } = await import('./picture.ts');
    return { drawing: ({ m }, colourOf) => this.#shown && drawing(...this.#shown, m, colourOf) };
  });
  /** Content that is shown. */
  #shown: readonly [Breakdown, ReturnType<typeof stacksOf>] | null = null;
  /** Height of the previous view, which is kept so that the page below never moves up. */
  #height = 0;
  #whole: ConfigProblem | null = null;

  protected override needs(): readonly Need[] {
    const measured = this.#measures.needs(this.indicator);
    return this.scoped('territory') || this.beside ? [...measured, 'territories'] : measured;
  }

  protected override get subtitleLength(): number {
    return 54;
  }

  protected override configProblem(): ConfigProblem | null {
    if (!this.indicator) return { key: 'configNoIndicator', params: {} };
    const { data } = this.query;
    return this.#measures.problem ?? this.#whole ?? (data && this.#check.mistake(data, null));
  }

  protected override fallbackTitle(m: Localized | null): Content {
    return m ? m.content('breakdownTitle') : super.fallbackTitle(m);
  }

  protected override show(dataset: Dataset, m: Localized): ElementView | null {
    const breakdown = this.#breakdown(dataset, m);
    if (!breakdown) return null;
    const { measure, texts, groups } = breakdown;
    const empty = ![measure, ...(groups?.series ?? [])].some(({ parts }) => parts?.some((part) => part.quantity));
    const stacks = empty || groups ? null : stacksOf(breakdown);
    this.#shown = [breakdown, stacks];
    const place = placeOf(dataset, breakdown, m);
    const when = formatMeasured(measure, m.lang);
    return {
      title: titleOf(breakdown, m),
      subtitle: empty
        ? nothing
        : html`${place ? `${place}. ` : nothing}${subtitleOf(breakdown, m, (stacks?.length ?? 0) > 1)}`,
      body: empty
        ? emptyState(m.content('breakdownEmpty'), place ? `${place}, ${when}` : when)
        : this.#body(breakdown, stacks, m),
      source: sourceLine(dataset, measure, texts, m, this.#card),
      actions: empty ? nothing : this.#actions(breakdown, m),
      empty,
    };
  }

  #breakdown(dataset: Dataset, m: Localized): Breakdown | null {
    this.#whole = null;
    if (!this.indicator) return null;
    const written = dataset.measures?.indicators[this.indicator]?.dimensions[0]?.id;
    const by = this.by || written;
    const whole = by ? null : this.#ask(dataset, undefined)[0];
    const first = whole?.texts.dimensions[0]?.id;
    if (whole && !first) this.#whole = { key: 'configNoDimension', params: { id: this.indicator } };
    const others = this.#others(dataset);
    if (!others || (!by && !first)) return null;
    const [measured, ...beside] = known(this.#ask(dataset, by || first, others)) ?? [];
    const dimension = measured?.texts.dimensions.find(({ id }) => id === measured.measure.by);
    if (!measured || !dimension) return null;
    const breakdown = { ...measured, dimension, before: this.#before(measured) };
    if (!this.#isGrouped(breakdown)) return breakdown;
    const series = others.length ? besideSeries(breakdown, others, beside, dataset, m) : previousSeries(breakdown, m);
    return inGroups(breakdown, series, m);
  }

  #isGrouped(breakdown: Breakdown): boolean {
    if (this.form !== 'stack') return this.form === 'grouped';
    return !stacksOf(breakdown) && (breakdown.measure.parts?.some(({ previous }) => previous) ?? false);
  }

  /** Returns the series asked for beside the figure; null where the attribute has a mistake. */
  #others(dataset: Dataset): readonly Beside[] | null {
    if (!this.beside || this.form !== 'grouped') return [];
    const found = besideOf(this.beside, dataset);
    if (!found) this.#whole = { key: 'configBeside', params: { beside: this.beside } };
    return found;
  }

  /**
   * Returns the measure of the scope, then those beside it. All are in one call, because the last call decides which files
   * are needed.
   */
  #ask(dataset: Dataset, by: string | undefined, beside: readonly Beside[] = []): readonly (Measured | null)[] {
    const asked = { indicator: this.indicator ?? '', ...(by ? { by } : {}), ...this.requestedScope() };
    const all = [asked, ...beside.map((one) => ({ ...asked, ...one }))];
    // Bars that are named after territories stay those of these territories.
    const isOfOnePlace = beside.every((one) => !('territory' in one));
    return this.#measures[isOfOnePlace ? 'measureOrRegional' : 'measure'](dataset, all);
  }

  #before({ measure, texts }: Measured): string {
    const compare = this.scoped('compare');
    return compare && compare !== 'previous' && compare !== 'none'
      ? compare
      : previousPeriod(measure.period, texts.kind);
  }

  #body(breakdown: Breakdown, stacks: ReturnType<typeof stacksOf>, m: Localized): TemplateResult {
    const table = this.#isTable;
    const { groups } = breakdown;
    const drawn = table ? 'table' : stacks ? 'stack' : groups ? 'groups' : 'bars';
    const keys = groups && !table ? groupKeys(groups) : nothing;
    const chart = () => (stacks ? stackView(breakdown, stacks, m) : barsView(breakdown, m));
    const height = this.#height ? `${this.#height}px` : undefined;
    return html`<div class="swap" ${styled({ '--_min': height })}>
      ${table ? tableView(breakdown, stacks ? 'order' : 'value', m) : html`${keys}${chart()}`}${notesView(breakdown, drawn, m)}
    </div>`;
  }

  #actions(breakdown: Breakdown, m: Localized): TemplateResult {
    const { measure, groups } = breakdown;
    const own = groups?.series[0]?.measure && besideCsv(breakdown, m);
    const csv = own ?? toCsv(CSV_HEADER, csvRows(measure, m.lang));
    return html`<button class="link" type="button" @click=${() => this.#swap(m)}>${this.#isTable ? drawn(CHART) : controlIcon('table')}${m.content(this.#isTable ? 'showChart' : 'showTable')}</button>
      ${csvButton(fileName(measure), csv, m)}`;
  }

  get #isTable(): boolean {
    return this.view === 'table';
  }

  #swap(m: Localized): void {
    this.#height = this.renderRoot.querySelector<HTMLElement>('.swap')?.offsetHeight ?? 0;
    this.view = this.#isTable ? 'chart' : 'table';
    this.announce(m.text(this.#isTable ? 'tableShown' : 'chartShown'));
  }
}

/** Returns all of some measures, or null while one is being loaded. */
const known = (all: readonly (Measured | null)[]): readonly Measured[] | null => {
  const there = all.flatMap((each) => each ?? []);
  return there.length === all.length ? there : null;
};
