import { periodsBefore, spanSaid } from '@ess-widgets/core/charts';
import { undivided } from '@ess-widgets/core/indicators';
import type { Dataset } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { AttributeCheck } from '../base/attribute-check.ts';
import { CardController } from '../base/card/card-controller.ts';
import { contentStyles } from '../base/content.styles.ts';
import type { Need } from '../base/data-controller.ts';
import type { ElementView } from '../base/element.ts';
import { emptyState, emptyStyles } from '../base/empty.ts';
import { type Content } from '../base/frame.ts';
import { type ConfigProblem, MeasureController, type Measured } from '../base/measure-controller.ts';
import { EssPanel } from '../base/panel.ts';
import { regionalNote } from '../base/places.ts';
import type { EssTrendProperties } from '../base/properties.ts';
import { property } from '../base/property.ts';
import type { Shared } from '../base/share/share-bar.ts';
import { sourceLine } from '../base/source-line.ts';
import { charts } from '../texts/charts.fr.ts';
import type { Localized } from '../texts/texts.ts';
import { keptWords, withKept } from '../views/breakdown-words.ts';
import { gridStyles } from '../views/grid.styles.ts';
import { styled } from '../views/styled.ts';
import { symbolStyles } from '../views/symbols.ts';
import { trendOf } from './chart.ts';
import { chartView } from './chart-view.ts';
import { narrowStyles } from './narrow.styles.ts';
import { tableView, trendDataRows } from './table-view.ts';
import { trendStyles } from './trend.styles.ts';
import { type Trend, trendTitle } from './words.ts';

/**
 * Figures over time: one line for an indicator, or one for each of its parts, from zero, with the values beside them. Two
 * dates are a slope, one is said to be the only one. The same content is a table, one control away.
 *
 * @summary One or several figures over time, as lines or as a table.
 * @slot - Shown in place of the chart when there is no data at all: a link to the report.
 * @csspart subtitle - In what unit, from when to when.
 * @csspart body - The chart or the table.
 * @csspart plot - One panel: the lines of one unit.
 * @csspart series - The names and values of the lines.
 * @csspart value - The last value of a line.
 * @csspart change - How it changed.
 * @csspart region - The region of the table, which scrolls.
 * @csspart table - The table.
 * @csspart note - A remark under the chart.
 * @csspart empty - What stands there when no value is known.
 * @csspart badge - The quality badge, which opens the source card.
 * @csspart card - The source card.
 * @csspart actions - The share bar.
 * @cssproperty [--ess-accent=#0b5a6b] - Colour of the first line.
 * @event {EssLoadEvent} ess-load - Data is shown.
 * @event {EssErrorEvent} ess-error - The source failed, or an indicator does not exist.
 */
export class EssTrend extends EssPanel implements EssTrendProperties {
  static override styles = [
    ...EssPanel.styles,
    emptyStyles,
    symbolStyles,
    trendStyles,
    ...narrowStyles,
    contentStyles,
    gridStyles,
  ];
  static override readonly texts = [charts];

  @property() indicator: string | undefined;
  @property() by: string | undefined;
  @property() view: EssTrendProperties['view'];

  protected override readonly isOnePart = true;
  readonly #measures = new MeasureController(this);
  readonly #check = new AttributeCheck(this);
  readonly #card = new CardController(this, async () => {
    const { drawing } = await import('./picture.ts');
    return { drawing: ({ m }) => this.#trend && drawing(this.#trend, m) };
  });
  /** Content that is shown. */
  #trend: Trend | null = null;
  /** Height of the previous view, which is kept so that the page below never moves up. */
  #height = 0;

  protected override needs(): readonly Need[] {
    const measured = this.#measures.needs(this.indicator);
    return this.scoped('territory') ? [...measured, 'territories'] : measured;
  }

  protected override get subtitleLength(): number {
    return 48;
  }

  protected override configProblem(): ConfigProblem | null {
    if (!this.indicator) return { key: 'configNoIndicator', params: {} };
    return this.#measures.problem ?? (this.query.data && this.#check.mistake(this.query.data, null));
  }

  protected override fallbackTitle(m: Localized | null): Content {
    return m ? m.content('trendTitle') : super.fallbackTitle(m);
  }

  protected override show(dataset: Dataset, m: Localized): ElementView | null {
    const measured = this.#measured(dataset);
    const trend = measured && trendOf(measured.figures, measured.earlier, this.scoped('compare'), m);
    if (!trend) return null;
    this.#trend = trend;
    const { figure, panels } = trend;
    const empty = panels.length === 0;
    const span = spanSaid(panels, m);
    const [first] = measured.figures;
    const title = withKept(first ? keptWords(dataset, first.measure, m) : '', trendTitle(trend, m));
    return {
      title,
      subtitle: html`${regionalNote(dataset, measured.figures, m)}${span ? m.content(span.key, span.params) : nothing}`,
      body: empty ? emptyState(m.content('trendEmpty')) : this.#body(trend, title, m),
      source: sourceLine(dataset, figure.measure, figure.texts, m, this.#card),
      shared: empty ? undefined : this.#shared(dataset, trend, m),
      empty,
    };
  }

  /** Returns the latest measures, and those of the periods before; null while one is being loaded. */
  #measured(dataset: Dataset): { readonly figures: readonly Measured[]; readonly earlier: readonly Measured[] } | null {
    const ids = (this.indicator ?? '').split(/\s+/).filter(Boolean);
    const by = this.by || undivided(dataset.measures, ids);
    const wishes = { ...this.requestedScope(), ...(by ? { by } : {}) };
    const latest = ids.map((indicator) => ({ indicator, ...wishes, beside: ids.length > 1 }));
    const figures = known(this.#measures.measureOrRegional(dataset, latest));
    if (!figures || figures.length === 0) return null;
    const isRegional = figures.some((one) => one.isRegional);
    const asked = isRegional ? latest.map(({ territory: _, ...others }) => others) : latest;
    // They are measured together with the latest ones, because the last call decides which files are needed.
    const before = figures.map(({ measure }) => periodsBefore(dataset.manifest.periods, measure.period));
    const earlier = asked.flatMap((one, at) => (before[at] ?? []).map((period) => ({ ...one, period })));
    const all = known(this.#measures.measure(dataset, [...asked, ...earlier]));
    return all && { figures, earlier: all.slice(figures.length) };
  }

  #body(trend: Trend, title: Content, m: Localized): TemplateResult {
    const height = this.#height ? `${this.#height}px` : undefined;
    return html`<div class="swap" ${styled({ '--_min': height })}>${this.#isTable ? tableView(trend, this.heading || title, m) : chartView(trend, m)}</div>`;
  }

  #shared(dataset: Dataset, trend: Trend, m: Localized): Shared {
    return {
      ...{ dataset, card: this.#card, figures: [trend.figure] },
      name: (this.indicator ?? 'trend').trim().replaceAll(/\s+/g, '-'),
      rows: () => trendDataRows(trend, m),
      table: { label: this.#isTable ? 'showChart' : 'showTable', turn: () => this.#swap(m) },
    };
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

/** Returns all of them, or null while one is being loaded. */
const known = (measured: readonly (Measured | null)[]): readonly Measured[] | null => {
  const found = measured.filter((each) => each !== null);
  return found.length === measured.length ? found : null;
};
