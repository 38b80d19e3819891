import {
  type BridgeStep,
  bridgeSteps,
  type ChartReads,
  type Choice,
  CSV_HEADER,
  choices,
  chooseChart,
  csvRows,
  type FigureChart,
  findingTitle,
  type NamedRatio,
  partsFinding,
  partsUnit,
  rateFinding,
  rateParts,
  ratioOf,
  shareSegments,
} from '@ess-widgets/core/charts';
import { formatMeasured, toCsv } from '@ess-widgets/core/format';
import { type Dataset, previousPeriod } from '@ess-widgets/core/model';
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
import { pathIcon } from '../base/icons.ts';
import { Late } from '../base/late.ts';
import { type ConfigProblem, type MeasureAsked, MeasureController, type Measured } from '../base/measure-controller.ts';
import { EssPanel } from '../base/panel.ts';
import { measurePlace } from '../base/places.ts';
import type { EssBreakdownProperties } from '../base/properties.ts';
import { property } from '../base/property.ts';
import { sourceLine } from '../base/source-line.ts';
import { warn } from '../base/warn.ts';
import { charts } from '../texts/charts.fr.ts';
import type { Localized } from '../texts/texts.ts';
import { breakdownSubtitle, breakdownTitle, keptLabel, keptWords, withKept } from '../views/breakdown-words.ts';
import { CHART } from '../views/chart-icon.ts';
import { styled } from '../views/styled.ts';
import { symbolStyles } from '../views/symbols.ts';
import * as bars from './bars.ts';
import { type Beside, besideCsv, besideOf, besideSeries } from './beside.ts';
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
    breakdownTableStyles,
  ];
  static override readonly texts = [charts];

  @property() indicator: string | undefined;
  @property() by: string | undefined;
  @property() subject: string | undefined;
  @property() chart: EssBreakdownProperties['chart'];
  @property() beside: string | undefined;
  @property() view: EssBreakdownProperties['view'];

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
    const measured = this.#measures.needs([this.indicator, ...this.#flows].join(' '));
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
    const read = this.#read(dataset, m);
    if (!read) return null;
    return 'chart' in read
      ? this.#partsView(dataset, m, read)
      : this.#wholeView(dataset, m, this.#wholeOf(dataset, read, m));
  }

  /** Returns the view of a chart that shows no parts; null while its code is being loaded. */
  #wholeView(dataset: Dataset, m: Localized, chart: WholeChart | null): ElementView | null {
    if (!chart) return null;
    this.#shown = chart.drawn;
    const { measure, texts } = chart.figure;
    const place = measurePlace(dataset, chart.figure, m);
    return {
      title: chart.title,
      subtitle: html`${[this.subject, place].map((words) => (words ? `${words}. ` : nothing))}${chart.subtitle}`,
      body: this.#swapped(this.#isTable ? chart.table() : chart.chart()),
      source: sourceLine(dataset, measure, texts, m, this.#card),
      actions: this.#buttons(fileName(measure), chart.csv, m),
    };
  }

  #wholeOf(dataset: Dataset, read: Steps | Ratios, m: Localized): WholeChart | null {
    const [first] = read.figures;
    const kept = first ? keptWords(dataset, first.measure, m) : '';
    if ('steps' in read) {
      return this.#view('bridge')?.bridgeChart(read.figures, read.steps, kept, m, this) ?? null;
    }
    return this.#view('dots')?.dotsChart(read.figures, read.ratios, kept, m, this) ?? null;
  }

  /** Returns the code of a chart that comes late; null while it is on its way. */
  #view<N extends LateChart>(name: N): LateCode<N> | null {
    return (this.#late.get(name)?.need() ?? null) as LateCode<N> | null;
  }

  #partsView(dataset: Dataset, m: Localized, parts: DrawnBreakdown): ElementView | null {
    const { breakdown, stacks, chart } = parts;
    const { measure, texts, groups } = breakdown;
    const empty = ![measure, ...(groups?.series ?? [])].some((each) => each.parts?.some((part) => part.quantity));
    const view = viewsAtOnce[chart] ?? (this.#view(chart as LateChart) as PartsView | null);
    if (!view) return null;
    const marks = view.marks({ ...breakdown, segments: parts.segments, stacks }, m);
    this.#shown = { chart, marks };
    const place = measurePlace(dataset, breakdown, m);
    const when = formatMeasured(measure, m.lang);
    const title = this.subject ? withKept(breakdown.kept, this.subject) : breakdownTitle(breakdown, m);
    const found = empty || (groups && !view.finding) ? null : partsTitle(parts, view, m);
    // An author's own title says what is shown, and so does that of a rate.
    const what = found && !this.heading && !parts.rate ? html`${title}. ` : nothing;
    return {
      title: found ?? title,
      subtitle: empty
        ? nothing
        : html`${what}${place ? `${place}. ` : nothing}${breakdownSubtitle(breakdown, m, chart === 'stack' && (stacks?.length ?? 0) > 1)}`,
      body: empty
        ? emptyState(m.content('breakdownEmpty'), place ? `${place}, ${when}` : when)
        : this.#body(parts, () => view.view(marks, parts, m, this), m),
      source: sourceLine(dataset, measure, texts, m, this.#card),
      actions: empty ? nothing : this.#actions(parts, m),
      empty,
    };
  }

  /**
   * Reads the figure and what its chart needs besides, and chooses the chart. Returns null while something is missing.
   * @param needsParts whether parts that no build has written are computed: a chart without parts does well without them
   */
  #read(dataset: Dataset, m: Localized, needsParts = !this.#isWhole): DrawnBreakdown | Steps | Ratios | null {
    this.#whole = null;
    if (!this.indicator) return null;
    const written = dataset.measures?.indicators[this.indicator];
    const alone = this.by || written?.dimensions[0] ? null : this.#ask(dataset, [{}])[0];
    const texts = written ?? alone?.texts;
    const by = this.by || texts?.dimensions[0]?.id;
    const others = this.#others(dataset);
    if (!others || (!by && !alone)) return null;
    const flow = this.#mayRead('flow') ? texts?.flow : undefined;
    if (!this.#hasFiles(dataset, flow ? [flow.in, flow.out] : [])) return null;
    const isOptional = this.#asked === 'auto';
    const isRate = texts?.unit === 'percent' && (this.#mayRead('ratio') || this.#mayRead('rate'));
    const asked: readonly (readonly Partial<MeasureAsked>[])[] = [
      flow ? [{ isOptional }, { indicator: flow.in, isOptional: true }, { indicator: flow.out, isOptional: true }] : [],
      isRate ? [{ isOptional }, ...others.map((one) => ({ isOptional, ...one }))] : [],
      by ? [{ by, isOptional: !needsParts }, ...others.map((one) => ({ by, isOptional: !needsParts, ...one }))] : [{}],
    ];
    // All are in one call, because the last call decides which files are needed.
    const all = [...this.#ask(dataset, asked.flat())];
    const [flows = [], rates = [], parts = []] = asked.map((some) => all.splice(0, some.length));
    const steps = stepsOf(flows);
    const ratios = this.#mayRead('ratio') ? this.#ratiosOf(dataset, known(rates) ?? [], others, m) : null;
    const split = this.#broken(dataset, known(parts) ?? [], m);
    const isAlone = !by || (this.#choice?.reads === 'rate' && split !== null && !split.segments);
    const broken = (isAlone && rates[0] && this.#rateOf(dataset, rates[0], m)) || split;
    const chart = chooseChart(choices, this.chart || undefined, {
      measure: broken?.breakdown.measure ?? null,
      segments: broken?.segments ?? null,
      stacks: broken?.stacks ?? null,
      steps: steps?.steps ?? null,
      ratios: ratios?.ratios ?? null,
    });
    const { reads, series: shown } = chart ? choices[chart] : {};
    const drawn = reads === 'flow' ? steps : reads === 'ratio' ? ratios : chart && broken && { ...broken, chart };
    if (!drawn && !needsParts) return this.#read(dataset, m, true);
    if (drawn) this.#warnOf(chart);
    else if (alone && !by) this.#whole = { key: 'configNoDimension', params: { id: this.indicator } };
    if (!drawn || !('chart' in drawn) || !shown) return drawn;
    const { breakdown } = drawn;
    const beside = (known(parts) ?? []).slice(1);
    const series = others.length
      ? besideSeries(breakdown, others, beside, dataset, m)
      : grouped.previousSeries(breakdown, m);
    return { ...drawn, breakdown: grouped.inGroups(breakdown, series, m, shown === 'all' ? Infinity : undefined) };
  }

  /** Tells whether a chart that reads these figures may be drawn: no dimension is named, and it is asked for or left to the data. */
  #mayRead(figures: ChartReads): boolean {
    const isLeft = (name: string, isUsual = false) =>
      name === this.chart || this.chart === 'auto' || (!this.chart && isUsual);
    return (
      !this.by && Object.entries(choices).some(([name, one]) => one.reads === figures && isLeft(name, one.isUsual))
    );
  }

  /** Returns a measure in its parts. */
  #broken(dataset: Dataset, [measured]: readonly Measured[], m: Localized): Omit<DrawnBreakdown, 'chart'> | null {
    const dimension = measured?.texts.dimensions.find(({ id }) => id === measured.measure.by);
    if (!measured || !dimension) return null;
    const kept = keptWords(dataset, measured.measure, m);
    const breakdown = { ...measured, dimension, before: this.#before(measured), kept };
    return { breakdown, segments: shareSegments(measured.measure, dimension), stacks: stack.stacksOf(breakdown) };
  }

  /** Returns a percent and what it lacks of the whole as two parts, for a figure that has none. */
  #rateOf(dataset: Dataset, measured: Measured, m: Localized): Omit<DrawnBreakdown, 'chart'> | null {
    const { measure, texts } = measured;
    const rest = m.text('shareRest');
    const parts = rateParts(measure, texts.label, { fr: rest, [m.lang]: rest });
    if (!parts) return null;
    const dimension = { id: '', label: texts.label, exclusive: true };
    const kept = keptWords(dataset, measure, m);
    const breakdown = { ...measured, measure: { ...measure, parts }, dimension, before: this.#before(measured), kept };
    return { breakdown, segments: shareSegments(breakdown.measure, dimension), stacks: null, rate: measured };
  }

  /** Returns the ratio of each figure; null where one of them is none that dots can show. */
  #ratiosOf(dataset: Dataset, all: readonly Measured[], others: readonly Beside[], m: Localized): Ratios | null {
    const [first, ...beside] = all;
    if (!first) return null;
    const series = others.length ? besideSeries(first, others, beside, dataset, m) : [];
    // A figure that is asked for twice is in one series.
    const figures = series.length ? all.filter(({ measure }) => series.some((one) => one.measure === measure)) : all;
    const ratios = figures.flatMap(({ measure }): readonly NamedRatio[] => {
      const ratio = ratioOf(measure);
      const group = series.find((one) => one.measure === measure)?.label;
      return ratio ? [{ ...ratio, ...(group ? { group } : {}) }] : [];
    });
    return ratios.length === figures.length ? { figures, ratios } : null;
  }

  /** Whether the author asks for a chart that shows no parts. */
  get #isWhole(): boolean {
    return !this.by && this.#choice?.isWhole === true;
  }

  get #asked(): string {
    return this.chart || 'auto';
  }

  /** What decides about the chart that is asked for; undefined where the choice is left to the data. */
  get #choice(): Choice | undefined {
    return Object.entries(choices).find(([name]) => name === this.chart)?.[1];
  }

  /** Tells the author that the data do not suit the chart asked for. The visitor sees the one that suits them. */
  #warnOf(drawn: string | null): void {
    if (drawn === this.#asked || !this.#choice || this.#choice.instead) return;
    warn(
      `chart/${this.indicator}/${this.#asked}`,
      `<ess-breakdown indicator="${this.indicator}">: the data do not suit chart="${this.#asked}", so chart="${drawn}" is drawn.`,
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

  /** Returns the series asked for beside the figure; null where the attribute has a mistake. */
  #others(dataset: Dataset): readonly Beside[] | null {
    if (!this.beside || !this.#choice?.takesBeside) return [];
    const found = besideOf(this.beside, dataset);
    if (!found) this.#whole = { key: 'configBeside', params: { beside: this.beside } };
    return found;
  }

  /**
   * Returns measures of the scope, each of the indicator unless it names another. All are in one call, because the last call
   * decides which files are needed.
   */
  #ask(dataset: Dataset, asked: readonly Partial<MeasureAsked>[]): readonly (Measured | null)[] {
    const scope = { indicator: this.indicator ?? '', ...this.requestedScope() };
    // Bars that are named after territories stay those of these territories.
    const isOfOnePlace = asked.every((one) => !('territory' in one));
    return this.#measures[isOfOnePlace ? 'measureOrRegional' : 'measure'](
      dataset,
      asked.map((one) => ({ ...scope, ...one })),
    );
  }

  #before({ measure, texts }: Measured): string {
    const compare = this.scoped('compare');
    return compare && compare !== 'previous' && compare !== 'none'
      ? compare
      : previousPeriod(measure.period, texts.kind);
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

  #actions({ breakdown, rate }: DrawnBreakdown, m: Localized): TemplateResult {
    const { groups } = breakdown;
    const { measure } = rate ?? breakdown;
    const csv = () =>
      groups?.series[0]?.measure
        ? besideCsv(breakdown, m)
        : toCsv(CSV_HEADER, csvRows(measure, m.lang, keptLabel(breakdown.kept, breakdown.texts, m)));
    return this.#buttons(fileName(measure), csv, m);
  }

  #buttons(file: string, csv: () => string, m: Localized): TemplateResult {
    return html`<button class="link" type="button" @click=${() => this.#swap(m)}>${this.#isTable ? pathIcon(CHART) : controlIcon('table')}${m.content(this.#isTable ? 'showChart' : 'showTable')}</button>
      ${csvButton(file, csv, m)}`;
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

/** A stock and its flows, whose steps from one year to the next agree. */
interface Steps {
  readonly figures: readonly [stock: Measured, inflow: Measured, outflow: Measured];
  readonly steps: readonly BridgeStep[];
}

/** Returns the steps of a stock; null where its flows are not known, or do not agree with it. */
function stepsOf([stock, inflow, outflow]: readonly (Measured | null)[]): Steps | null {
  if (!stock || !inflow || !outflow) return null;
  const steps = bridgeSteps(stock.measure, inflow.measure, outflow.measure);
  return steps && { figures: [stock, inflow, outflow], steps };
}

/** A figure and those beside it, each with its ratio. */
interface Ratios {
  readonly figures: readonly Measured[];
  readonly ratios: readonly NamedRatio[];
}

/** Returns all of some measures, or null while one is being loaded. */
const known = (all: readonly (Measured | null)[]): readonly Measured[] | null => {
  const there = all.flatMap((each) => each ?? []);
  return there.length === all.length ? there : null;
};
