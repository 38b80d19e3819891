import { CSV_HEADER, csvRows } from '@ess-widgets/core/chart';
import { formatPeriod, toCsv } from '@ess-widgets/core/format/lean';
import { type Dataset, previousPeriod } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { CardController } from '../internal/card-controller.ts';
import { CHART } from '../internal/chart-icon.ts';
import { contentStyles } from '../internal/content.styles.ts';
import { controlIcon } from '../internal/control-icons.ts';
import { csvButton, fileName } from '../internal/csv-button.ts';
import type { Need } from '../internal/data-controller.ts';
import type { ElementView } from '../internal/element.ts';
import { emptyState } from '../internal/empty.ts';
import { type Content } from '../internal/frame.ts';
import { drawn } from '../internal/icons.ts';
import { type ConfigProblem, MeasureController, type Measured } from '../internal/measure-controller.ts';
import { OnDemand } from '../internal/on-demand.ts';
import { EssPanel } from '../internal/panel.ts';
import { placeName } from '../internal/places.ts';
import { property } from '../internal/property.ts';
import { sourceLine } from '../internal/source-line.ts';
import { styled } from '../internal/styled.ts';
import { symbolStyles } from '../internal/symbols.ts';
import type { Localized } from '../messages/messages.ts';
import { chartsTexts } from '../messages/topics/charts.ts';
import { barsView } from './bars-view.ts';
import { breakdownStyles } from './ess-breakdown.styles.ts';
import { notesView } from './notes-view.ts';
import { stackStyles } from './stack.styles.ts';
import { stacksOf, stackView } from './stack-view.ts';
import type * as tableCode from './table-view.ts';
import { type Breakdown, subtitleOf, titleOf } from './words.ts';

/**
 * The parts of a figure: bars from zero with their values, or a 100 % stack for percents that make a whole. The same
 * content is a table, one control away.
 *
 * @summary The parts of one figure, as bars or as a table.
 * @slot - Shown in place of the chart when there is no data at all: a link to the report.
 * @csspart frame - The box around everything.
 * @csspart title - The title.
 * @csspart subtitle - What is measured, in what unit, when.
 * @csspart body - The chart or the table.
 * @csspart bars - The list of bars.
 * @csspart bar - One bar.
 * @csspart value - The value of a bar.
 * @csspart stacks - The 100 % stacks.
 * @csspart segment - One segment of a stack.
 * @csspart table - The table.
 * @csspart note - A remark under the chart.
 * @csspart source - The source line.
 * @csspart badge - The quality badge, which opens the source card.
 * @csspart card - The source card.
 * @csspart actions - Table and download.
 * @cssproperty [--ess-accent=#0b5a6b] - Colour of bars that stand for no collège.
 * @event {EssLoadEvent} ess-load - Data is shown.
 * @event {EssErrorEvent} ess-error - The source failed, or the indicator or the dimension does not exist.
 */
export class EssBreakdown extends EssPanel {
  static override styles = [...EssPanel.styles, contentStyles, symbolStyles, breakdownStyles, stackStyles];
  static override readonly topics = [chartsTexts];

  /** Id of the indicator: `members-stock`. */
  @property() indicator: string | undefined;
  /** Dimension to split by: `college`. The indicator's first by default. */
  @property() by: string | undefined;
  /** What is shown first: `chart` (default) or `table`. */
  @property({ attribute: 'view' }) display: string | undefined;

  readonly #measures = new MeasureController(this);
  readonly #card = new CardController(this, () => import('./picture.ts'));
  readonly #table = new OnDemand<typeof tableCode>(this, 'the table', () => import('./table-view.ts'));
  /** Height that the view before had: the page below never moves up. */
  #height = 0;
  #whole: ConfigProblem | null = null;

  protected override needs(): readonly Need[] {
    return this.scoped('territory') ? [...this.#measures.needs, 'territories'] : this.#measures.needs;
  }

  protected override get subtitleLength(): number {
    return 54;
  }

  protected override configProblem(): ConfigProblem | null {
    if (!this.indicator) return { key: 'configNoIndicator', params: {} };
    return this.#measures.problem ?? this.#whole;
  }

  protected override fallbackTitle(m: Localized | null): Content {
    return m ? m.content('breakdownTitle') : super.fallbackTitle(m);
  }

  protected override view(dataset: Dataset, m: Localized): ElementView | null {
    const breakdown = this.#breakdown(dataset);
    if (!breakdown) return null;
    if (this.#isTable && !this.#table.code) {
      void this.#table.load();
      return null;
    }
    const { measure, texts } = breakdown;
    const empty = !measure.parts?.some((part) => part.quantity);
    const stacks = empty ? null : stacksOf(breakdown);
    const place = placeName(dataset, measure.territory, m);
    const when = formatPeriod(measure.period, m.lang);
    return {
      title: titleOf(breakdown, m),
      subtitle: empty
        ? nothing
        : html`${place ? `${place}. ` : nothing}${subtitleOf(breakdown, m, (stacks?.length ?? 0) > 1)}`,
      body: empty
        ? emptyState(m.content('breakdownEmpty'), place ? `${place}, ${when}` : when)
        : this.#body(breakdown, stacks, m),
      source: empty && !measure.quantity ? nothing : sourceLine(dataset, measure, texts, m, this.#card),
      actions: empty ? nothing : this.#actions(breakdown, m),
      empty,
    };
  }

  #breakdown(dataset: Dataset): Breakdown | null {
    this.#whole = null;
    if (!this.indicator) return null;
    const written = dataset.measures?.indicators[this.indicator]?.dimensions[0]?.id;
    const by = this.by || written;
    const whole = by ? null : this.#ask(dataset, undefined);
    const first = whole?.texts.dimensions[0]?.id;
    if (whole && !first) this.#whole = { key: 'configNoDimension', params: { id: this.indicator } };
    const measured = by || first ? this.#ask(dataset, by || first) : null;
    const dimension = measured?.texts.dimensions.find(({ id }) => id === measured.measure.by);
    return measured && dimension ? { ...measured, dimension, before: this.#before(measured) } : null;
  }

  #ask(dataset: Dataset, by: string | undefined): Measured | null {
    const scope = (['period', 'compare', 'territory', 'where'] as const).map(
      (field) => [field, this.scoped(field)] as const,
    );
    const set = Object.fromEntries(scope.filter(([, value]) => value));
    return (
      this.#measures.measure(dataset, [{ indicator: this.indicator ?? '', ...(by ? { by } : {}), ...set }])[0] ?? null
    );
  }

  #before({ measure, texts }: Measured): string {
    const compare = this.scoped('compare');
    return compare && compare !== 'previous' && compare !== 'none'
      ? compare
      : previousPeriod(measure.period, texts.kind);
  }

  #body(breakdown: Breakdown, stacks: ReturnType<typeof stacksOf>, m: Localized): TemplateResult {
    const table = this.#isTable ? this.#table.code : null;
    const drawn = table ? 'table' : stacks ? 'stack' : 'bars';
    const chart = () => (stacks ? stackView(breakdown, stacks, m) : barsView(breakdown, m));
    const height = this.#height ? `${this.#height}px` : undefined;
    return html`<div class="swap" ${styled({ '--_min': height })}>
      ${table ? table.tableView(breakdown, stacks ? 'order' : 'value', m) : chart()}${notesView(breakdown, drawn, m)}
    </div>`;
  }

  #actions({ measure }: Breakdown, m: Localized): TemplateResult {
    const csv = toCsv(CSV_HEADER, csvRows(measure, m.lang));
    return html`<button class="link" type="button" @click=${() => this.#swap(m)}>${this.#isTable ? drawn(CHART) : controlIcon('table')}${m.content(this.#isTable ? 'showChart' : 'showTable')}</button>
      ${csvButton(fileName(measure), csv, m)}`;
  }

  get #isTable(): boolean {
    return this.display === 'table';
  }

  async #swap(m: Localized): Promise<void> {
    if (!this.#isTable && !(await this.#table.load())) return;
    this.#height = this.renderRoot.querySelector<HTMLElement>('.swap')?.offsetHeight ?? 0;
    this.display = this.#isTable ? 'chart' : 'table';
    this.announce(m.text(this.#isTable ? 'tableShown' : 'chartShown'));
  }
}
