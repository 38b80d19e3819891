import {
  choiceOf,
  commonSubject,
  type DrawnNeed,
  type DrawnParts,
  type DrawnRatios,
  type DrawnSteps,
  type FigureChart,
  figureSubject,
  figuresAsked,
  findingTitle,
  partsFinding,
  partsUnit,
  rateFinding,
  readDrawn,
} from '@ess-widgets/core/charts';
import { formatMeasured } from '@ess-widgets/core/format';
import { liesIn } from '@ess-widgets/core/indicators';
import type { Dataset } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { AttributeCheck } from '../base/attribute-check.ts';
import { CardController } from '../base/card/card-controller.ts';
import { contentStyles } from '../base/content.styles.ts';
import type { Need } from '../base/data-controller.ts';
import type { ElementView } from '../base/element.ts';
import { emptyState } from '../base/empty.ts';
import { type Content } from '../base/frame.ts';
import { Late } from '../base/late.ts';
import { type ConfigProblem, MeasureController, type Measured } from '../base/measure-controller.ts';
import { EssPanel } from '../base/panel.ts';
import { measurePlace } from '../base/places.ts';
import type { EssBreakdownProperties } from '../base/properties.ts';
import { property, state } from '../base/property.ts';
import type { Shared } from '../base/share/share-bar.ts';
import { sourceLine } from '../base/source-line.ts';
import { warn } from '../base/warn.ts';
import { charts } from '../texts/charts.fr.ts';
import type { Localized } from '../texts/texts.ts';
import { breakdownSubtitle, breakdownTitle, keptWords, withKept } from '../views/breakdown-words.ts';
import { styled } from '../views/styled.ts';
import { symbolStyles } from '../views/symbols.ts';
import * as bars from './bars.ts';
import { besideRows } from './beside.ts';
import { breakdownStyles } from './ess-breakdown.styles.ts';
import { groupStyles } from './group.styles.ts';
import * as grouped from './grouped.ts';
import { notesView } from './notes-view.ts';
import { stackStyles } from './stack.styles.ts';
import * as stack from './stack.ts';
import { breakdownTableStyles } from './table.styles.ts';
import { tableView } from './table-view.ts';
import type { DrawnBreakdown, PartsView, ShownChart, WholeChart } from './view.ts';
import { lateViews } from './views.ts';

/**
 * The parts of a figure: bars from zero with their values, one bar of two or three parts of a whole, a 100 % stack for percents
 * that make a whole, two dots for two periods, or bars of several periods or territories side by side; or its steps from one
 * year to the next. The same
 * content is a table, one control away. Its title says what the values show, where they surely show it.
 *
 * @summary The parts of one figure, or its steps from one year to the next, as a chart or as a table.
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
 * @csspart actions - The share bar.
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
    breakdownTableStyles,
  ];
  static override readonly texts = [charts];

  @property() indicator: string | undefined;
  @property() figures: string | undefined;
  @property() by: string | undefined;
  @property() subject: string | undefined;
  @property() chart: EssBreakdownProperties['chart'];
  @property() beside: string | undefined;
  @property() view: EssBreakdownProperties['view'];

  protected override readonly isOnePart = true;
  /** Territory of the reader: where the parts are territories, all are shown, and it stands out among them. @internal */
  @state() place: string | undefined;

  readonly #measures = new MeasureController(this);
  readonly #check = new AttributeCheck(this);
  readonly #card = new CardController(this, async () => {
    const { drawing } = await import('./picture.ts');
    return { drawing: (_shown, colourOf) => this.#shown && drawing(this.#shown, colourOf) };
  });
  readonly #late = new Map(
    Object.entries(lateViews).map(([name, load]) => [name, new Late<unknown>(this, `chart="${name}"`, load)]),
  );
  /** Content that is shown. */
  #shown: ShownChart | null = null;
  /** Ids of the indicators besides its own that the chart reads. */
  #flows: readonly string[] = [];
  /** Height of the previous view, which is kept so that the page below never moves up. */
  #height = 0;
  #whole: ConfigProblem | null = null;

  protected override needs(): readonly Need[] {
    const ids = this.figures ? figuresAsked(this.figures).map(({ indicator }) => indicator) : [this.indicator];
    const measured = this.#measures.needs([...ids, ...this.#flows].join(' '));
    const isPlaced = this.scoped('territory') || this.place || this.beside || this.figures;
    return isPlaced ? [...measured, 'territories'] : measured;
  }

  protected override get subtitleLength(): number {
    return 54;
  }

  protected override configProblem(): ConfigProblem | null {
    if (!this.indicator && !this.figures) return { key: 'configNoIndicator', params: {} };
    const { data } = this.query;
    return this.#measures.problem ?? this.#whole ?? (data && this.#check.mistake(data, null));
  }

  protected override fallbackTitle(m: Localized | null): Content {
    return m ? m.content('breakdownTitle') : super.fallbackTitle(m);
  }

  protected override show(dataset: Dataset, m: Localized): ElementView | null {
    const read = this.#read(dataset, m);
    if (!read) return null;
    return 'breakdown' in read
      ? this.#partsView(dataset, m, read)
      : this.#wholeView(dataset, m, this.#wholeOf(dataset, read, m));
  }

  /** Returns the view of a chart that shows no parts; null while its code is being loaded. */
  #wholeView(dataset: Dataset, m: Localized, chart: WholeChart | null): ElementView | null {
    if (!chart) return null;
    this.#shown = chart.drawn;
    const { measure, texts } = chart.figure;
    return {
      title: chart.title,
      subtitle: html`${[this.subject, this.#place(dataset, chart.figure, m)].map((words) => (words ? `${words}. ` : nothing))}${chart.subtitle}`,
      body: this.#swapped(this.#isTable ? chart.table() : chart.chart()),
      source: sourceLine(dataset, measure, texts, m, this.#card),
      shared: this.#shared(dataset, chart.figure, chart.isStated, m),
    };
  }

  #wholeOf(dataset: Dataset, read: DrawnSteps<Measured> | DrawnRatios<Measured>, m: Localized): WholeChart | null {
    const [first, ...others] = read.figures.map(({ measure }) => measure);
    const kept = first ? keptWords(dataset, commonSubject([first, ...others]), m) : '';
    if ('steps' in read) {
      return this.#view('bridge')?.bridgeChart(read.figures, read.steps, kept, m, this) ?? null;
    }
    return this.#view('dots')?.dotsChart(read.figures, read.ratios, kept, m, this) ?? null;
  }

  /** Returns the code of a chart that comes late; null while it is on its way. */
  #view<N extends LateChart>(name: N): LateCode<N> | null {
    return (this.#late.get(name)?.need() ?? null) as LateCode<N> | null;
  }

  #partsView(dataset: Dataset, m: Localized, drawn: DrawnParts<Measured>): ElementView | null {
    const { stacks, chart } = drawn;
    const breakdown = { ...drawn.breakdown, kept: keptWords(dataset, figureSubject(drawn.breakdown), m) };
    const here = this.#isMarked
      ? (breakdown.measure.parts ?? []).filter(({ id }) => liesIn(dataset, [id], this.place))
      : [];
    const parts = { ...drawn, breakdown, marked: new Set(here.map(({ id }) => id)) };
    const { measure, texts, groups } = breakdown;
    const empty = ![measure, ...(groups?.series ?? [])].some((each) => each.parts?.some((part) => part.quantity));
    const view = viewsAtOnce[chart] ?? (this.#view(chart as LateChart) as PartsView | null);
    if (!view) return null;
    const marks = view.marks({ ...breakdown, segments: parts.segments, stacks }, m);
    this.#shown = { chart, marks };
    const place = this.#place(dataset, breakdown, m);
    const when = formatMeasured(measure, m.lang);
    const title = this.subject ? withKept(breakdown.kept, this.subject) : breakdownTitle(breakdown, m);
    const found = empty || (groups && !view.finding) ? null : partsTitle(parts, view, m);
    // An author's own title says what is shown, and so does that of a rate; a sentence above the chart does not.
    const isTold = this.heading ? this.headingLevel !== 'none' : !found || parts.rate;
    const what = isTold ? nothing : html`${title}. `;
    return {
      title: found ?? title,
      subtitle: empty
        ? nothing
        : html`${what}${place ? `${place}. ` : nothing}${breakdownSubtitle(breakdown, m, chart === 'stack' && (stacks?.length ?? 0) > 1, this.headingLevel === 'none')}`,
      body: empty
        ? emptyState(m.content('breakdownEmpty'), place ? `${place}, ${when}` : when)
        : this.#body(parts, () => view.view(marks, parts, m, this), m),
      source: sourceLine(dataset, measure, texts, m, this.#card),
      shared: empty ? undefined : this.#sharedParts(dataset, parts, found !== null, m),
      empty,
    };
  }

  /** Reads the figure and what its chart needs besides, and chooses the chart. Returns null while something is missing. */
  #read(dataset: Dataset, m: Localized) {
    this.#whole = null;
    const { indicator = '', figures } = this;
    if (!indicator && !figures) return null;
    const request = { ...this.#request, indicator, figures, beside: this.beside, compare: this.scoped('compare') };
    const reader = {
      ask: (needs: readonly DrawnNeed[]) => this.#ask(dataset, needs),
      hasFiles: (flows: readonly string[]) => this.#hasFiles(dataset, flows),
    };
    const read = readDrawn(dataset, request, reader, m);
    if (read && 'problem' in read) {
      const { problem: key } = read;
      this.#whole = { key, params: key === 'configBeside' ? { beside: this.beside ?? '' } : { id: indicator } };
      return null;
    }
    if (read) this.#warnOf(read.chart);
    return read;
  }

  /** Returns the place of a figure as far as no title names it: a heading of the author need not, and no title says what is regional. */
  #place(dataset: Dataset, figure: Measured, m: Localized): string | undefined {
    const isNamed = !figure.isRegional && (!this.heading || this.headingLevel === 'none');
    return isNamed ? undefined : measurePlace(dataset, figure, m);
  }

  /** Whether the parts are territories, among which that of the reader stands out. */
  get #isMarked(): boolean {
    return this.place !== undefined && /^(departement|commune|pole|epci|territory)$/.test(this.by ?? '');
  }

  get #request() {
    return { by: this.by, chart: this.chart };
  }

  /** Tells the author that the data do not suit the chart asked for. The visitor sees the one that suits them. */
  #warnOf(drawn: string): void {
    const choice = choiceOf(this.#request);
    if (drawn === this.chart || !choice || choice.instead) return;
    warn(
      `chart/${this.indicator}/${this.chart}`,
      `<ess-breakdown indicator="${this.indicator}">: the data do not suit chart="${this.chart}", so chart="${drawn}" is drawn.`,
    );
  }

  /** Tells whether the files of other indicators are there; if not, they are asked for. */
  #hasFiles({ need }: Dataset, flows: readonly string[]): boolean {
    const isOther = flows.join(' ') !== this.#flows.join(' ');
    this.#flows = flows;
    // The request is made in an update, and this one is under way.
    if (isOther) queueMicrotask(() => this.requestUpdate());
    return !need || need.includes('measures') || flows.every((id) => need.includes(`measures/${id}`));
  }

  /**
   * Returns measures of the scope, each of the indicator unless it names another. All are in one call, because the last call
   * decides which files are needed.
   */
  #ask(dataset: Dataset, asked: readonly DrawnNeed[]): readonly (Measured | null)[] {
    const { territory, ...others } = this.requestedScope();
    const scope = {
      indicator: this.indicator ?? '',
      ...others,
      ...(territory && !this.#isMarked ? { territory } : {}),
    };
    // Bars that are named after territories stay those of these territories.
    const isOfOnePlace = asked.every((one) => !('territory' in one));
    return this.#measures[isOfOnePlace ? 'measureOrRegional' : 'measure'](
      dataset,
      asked.map((one) => ({ ...scope, ...one })),
    );
  }

  #body({ breakdown, chart }: DrawnBreakdown, marks: () => TemplateResult, m: Localized): TemplateResult {
    const sort = chart === 'stack' || chart === 'share' ? 'order' : 'value';
    const content = this.#isTable ? tableView(breakdown, sort, m) : marks();
    return this.#swapped(html`${content}${notesView(breakdown, this.#isTable ? 'table' : chart, m)}`);
  }

  /** Renders the chart or the table in their common place, which never becomes lower. */
  #swapped(content: TemplateResult): TemplateResult {
    const height = this.#height ? `${this.#height}px` : undefined;
    return html`<div class="swap" ${styled({ '--_min': height })}>${content}</div>`;
  }

  #sharedParts(dataset: Dataset, { breakdown, rate }: DrawnBreakdown, isStated: boolean, m: Localized): Shared {
    const shared = this.#shared(dataset, rate ?? breakdown, isStated, m);
    return breakdown.groups?.series[0]?.measure ? { ...shared, rows: () => besideRows(breakdown, m) } : shared;
  }

  #shared(dataset: Dataset, figure: Measured, isStated: boolean, m: Localized): Shared {
    const label = this.#isTable ? 'showChart' : 'showTable';
    const table = { label, turn: () => this.#swap(m) } as const;
    return { dataset, card: this.#card, figures: [figure], isStated: isStated || !!this.heading, table };
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

/** Returns what the parts of a breakdown show, in words; null where nothing stands out. */
function partsTitle({ breakdown, rate }: DrawnBreakdown, { finding: own }: PartsView, m: Localized): Content | null {
  const { measure, texts, dimension } = breakdown;
  const finding = rate
    ? rateFinding(rate.measure, texts)
    : (own?.(measure, texts) ?? partsFinding(measure, texts, dimension));
  const found = findingTitle(finding, { label: texts.label, unit: partsUnit(breakdown) }, m);
  return found && withKept(breakdown.kept, found);
}

type LateChart = keyof typeof lateViews;
type LateCode<N extends LateChart> = Awaited<ReturnType<(typeof lateViews)[N]>>;

/** Charts whose code comes with the element: those that most figures are drawn as. */
const viewsAtOnce: Readonly<Partial<Record<FigureChart, PartsView>>> = {
  bars: bars as PartsView,
  grouped: grouped as PartsView,
  stack,
};
