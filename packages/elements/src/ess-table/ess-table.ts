import { type GridColumn, type GridSort, gridCsv } from '@ess-widgets/core/charts';
import { formatNumber } from '@ess-widgets/core/format';
import type { Dataset } from '@ess-widgets/core/model';
import { html, type PropertyValues } from 'lit';
import { AttributeCheck } from '../base/attribute-check.ts';
import { CardController } from '../base/card/card-controller.ts';
import type { Need } from '../base/data-controller.ts';
import { dataLine } from '../base/data-line.ts';
import type { ElementView } from '../base/element.ts';
import type { Content } from '../base/frame.ts';
import { Late } from '../base/late.ts';
import { type ConfigProblem, MeasureController } from '../base/measure-controller.ts';
import { EssPanel } from '../base/panel.ts';
import { regionalNote } from '../base/places.ts';
import type { EssTableProperties } from '../base/properties.ts';
import { property, state } from '../base/property.ts';
import { sourceLine } from '../base/source-line.ts';
import { warn } from '../base/warn.ts';
import { charts } from '../texts/charts.fr.ts';
import { table } from '../texts/table.fr.ts';
import type { Localized } from '../texts/texts.ts';
import { PagesController } from '../views/pages-controller.ts';
import { periodKept } from '../views/period-kept.ts';
import type { TableContent } from './content.ts';
import { figuresTable } from './figures-table.ts';
import { mistakeIn, needsOf, type RecordsAsked, recordsTable } from './records-table.ts';
import {
  emptyTable,
  isEmpty,
  listBody,
  orderedRows,
  sortMistake,
  type TableState,
  tableBody,
  tableBodyStyles,
} from './table-body.ts';

/**
 * Rows that can be sorted: the parts of a figure, several figures, or the records of a collection. Long tables come in
 * pages of fifty; wide ones scroll in their own region. Records of two columns may be a ranking of what the first one names.
 *
 * @summary Figures or records as a table to sort and to download.
 * @slot - Shown in place of the table when there is no data at all: a link to the report.
 * @csspart subtitle - What is measured, or how many rows.
 * @csspart body - The table and what belongs to it.
 * @csspart region - The region that scrolls.
 * @csspart table - The table.
 * @csspart list - The records as a sentence or a list, or the ranking.
 * @csspart more - The button for the rest of the rows.
 * @csspart note - A remark under the table.
 * @csspart empty - What stands there when no row matches.
 * @csspart badge - A quality badge; that of the source line opens the source card.
 * @csspart card - The source card.
 * @csspart actions - The share bar.
 * @event {EssLoadEvent} ess-load - Data is shown.
 * @event {EssErrorEvent} ess-error - The source failed, or an attribute names what does not exist.
 */
export class EssTable extends EssPanel implements EssTableProperties {
  static override styles = [...EssPanel.styles, ...tableBodyStyles];
  static override readonly texts = [charts, table];

  @property() indicator: string | undefined;
  @property() by: string | undefined;
  @property() collection: string | undefined;
  @property() columns: string | undefined;
  @property() sort: string | undefined;
  @property() chart: EssTableProperties['chart'];

  /** Column that the visitor sorts by; null before. */
  @state() private sorted: GridSort | null = null;

  readonly #measures = new MeasureController(this);
  readonly #card = new CardController(this);
  readonly #pages = new PagesController(this);
  readonly #check = new AttributeCheck(this);
  readonly #ranking = new Late(this, 'a ranking', () => import('./ranking-view.ts'));
  /** Whether the visitor asked for all rows of a ranking. */
  #isUnfolded = false;
  #mistake: ConfigProblem | null = null;
  /** The content made last: ten thousand rows are not read again for each update. */
  #made: { readonly of: readonly unknown[]; readonly content: TableContent | null } = { of: [], content: null };

  protected override needs(): readonly Need[] {
    if (!this.collection) {
      const measured = this.#measures.needs(this.indicator);
      return this.scoped('territory') ? [...measured, 'territories'] : measured;
    }
    return needsOf(this.#asked(this.collection));
  }

  protected override get subtitleLength(): number {
    return 42;
  }

  protected override configProblem(): ConfigProblem | null {
    if (!this.collection && !this.indicator) return { key: 'configTable', params: {} };
    return this.#mistake ?? (this.collection ? null : this.#measures.problem);
  }

  protected override fallbackTitle(m: Localized | null): Content {
    return m ? m.content('tableTitle') : super.fallbackTitle(m);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (['indicator', 'by', 'collection', 'columns', 'sort'].some((name) => changed.has(name))) {
      this.sorted = null;
      this.#isUnfolded = false;
      if (this.hasUpdated) this.#pages.reset();
    }
  }

  protected override show(dataset: Dataset, m: Localized): ElementView | null {
    this.#mistake = null;
    const content = this.collection ? this.#ofRecords(dataset, this.collection, m) : this.#ofFigures(dataset, m);
    if (!content) return null;
    this.#mistake = sortMistake(content, this.#sort);
    const { figure, title } = content;
    const empty = isEmpty(content);
    const ranking = empty ? null : this.#ranked(dataset, content, m);
    if (ranking === undefined) return null;
    const { subtitle } = ranking ?? content;
    const isList = this.chart === 'list' && !figure;
    const rows = () => {
      const { grid, figure: of } = ranking ?? content;
      return gridCsv(grid, ranking ? grid.rows : orderedRows(content, this.#sort, m), of?.measure);
    };
    const name = this.collection || (this.indicator ?? '').trim().replaceAll(/\s+/g, '-');
    const figures = figure ? [figure] : undefined;
    return {
      title,
      subtitle: (empty && figure) || isList ? '' : subtitle,
      body: empty
        ? emptyTable(!!(this.scoped('where') || this.scoped('period')), m)
        : ((ranking && this.#ranking.code?.rankingBody(ranking, this.#isUnfolded, this.#state(content, m), m, this)) ??
          (isList ? listBody : tableBody)(content, this.#state(content, m), m)),
      source: !figure
        ? dataLine(dataset, content.documents ?? [], m, this.#card)
        : sourceLine(dataset, figure.measure, figure.texts, m, this.#card),
      shared: empty ? undefined : { dataset, card: this.#card, name, rows, ...(figures ? { figures } : {}) },
      empty,
    };
  }

  /** Returns the ranking that is drawn; null where the rows are, undefined while its code is being loaded. */
  #ranked(dataset: Dataset, content: TableContent, m: Localized): TableContent | null | undefined {
    const isAsked = this.chart === 'ranking';
    if (!isAsked && this.chart !== 'auto') return null;
    const { collection } = this;
    if (collection && !this.#ranking.need()) return undefined;
    const asked = collection && this.#asked(collection);
    const ranking = (asked && this.#ranking.code?.rankedTable(dataset, content, asked, isAsked, m)) || null;
    if (!ranking && isAsked)
      warn(
        `chart/table/${collection ?? this.indicator}/${this.columns ?? ''}`,
        `<ess-table collection="${collection ?? ''}" columns="${this.columns ?? ''}">: a ranking is of two columns of words, so chart="table" is drawn.`,
      );
    return ranking;
  }

  #state({ title }: TableContent, m: Localized): TableState {
    return {
      caption: this.heading || title,
      sort: this.#sort,
      limitFor: (all) => this.#pages.limitFor(all),
      printing: this.#pages.printing,
      sortBy: (column) => this.#sortBy(column, m),
      showMore: (drawn, all) => this.#showMore(drawn, all, m),
    };
  }

  #asked(collection: string): RecordsAsked {
    const { columns } = this;
    const { territory, where } = this.requestedScope();
    return {
      ...{ collection, columns, territory, where },
      period: periodKept(this.scoped('period')),
    };
  }

  #ofRecords(dataset: Dataset, collection: string, m: Localized): TableContent | null {
    const about = { collections: [collection] };
    const where = this.#check.pairs(about);
    const asked = { ...this.#asked(collection), where: where ?? undefined };
    this.#mistake = mistakeIn(dataset, asked) ?? this.#check.mistake(dataset, about);
    if (this.#mistake || where === null) return null;
    const of = [dataset, m, ...Object.values(asked)];
    if (!isSame(of, this.#made.of)) this.#made = { of, content: recordsTable(dataset, asked, m) };
    return this.#made.content;
  }

  #ofFigures(dataset: Dataset, m: Localized): TableContent | null {
    const ids = (this.indicator ?? '').split(/\s+/).filter(Boolean);
    if (ids.length === 0) return null;
    const figures = this.#measured(dataset, ids);
    if (figures.some((figure) => !figure)) return null;
    const known = figures.filter((figure) => figure !== null);
    const of = [dataset, m, ...known.flatMap(({ measure, isRegional }) => [measure, isRegional])];
    if (!isSame(of, this.#made.of)) {
      const content = figuresTable(dataset, known, m);
      const subtitle = html`${regionalNote(dataset, known, m)}${content?.subtitle}`;
      this.#made = { of, content: content && { ...content, subtitle } };
    }
    return this.#made.content;
  }

  /** Returns the measures. A single indicator is split by its first dimension, which the build's texts or its code name. */
  #measured(dataset: Dataset, ids: readonly string[]) {
    const [id = ''] = ids;
    const by = this.by || (ids.length === 1 ? dataset.measures?.indicators[id]?.dimensions[0]?.id : undefined);
    const figures = this.#measure(dataset, ids, by);
    const first = ids.length === 1 && !by ? figures[0]?.texts.dimensions[0]?.id : undefined;
    return first ? this.#measure(dataset, ids, first) : figures;
  }

  #measure(dataset: Dataset, ids: readonly string[], by: string | undefined) {
    const wishes = { ...this.requestedScope(), ...(by ? { by } : {}) };
    return this.#measures.measureOrRegional(
      dataset,
      ids.map((indicator) => ({ indicator, ...wishes, ignoresUnknownFilters: ids.length > 1 })),
    );
  }

  /** Returns the sorting of the rows: the visitor's choice, else the one of the page's author. */
  get #sort(): GridSort | null {
    if (this.sorted) return this.sorted;
    const descending = this.sort?.startsWith('-') ?? false;
    return this.sort ? { column: this.sort.slice(descending ? 1 : 0), descending } : null;
  }

  /** Sorts by a column: words from A, numbers and changes from the largest. The same column again reverses the order. */
  #sortBy({ id, kind }: GridColumn, m: Localized): void {
    const before = this.#sort;
    const descending = before?.column === id ? !before.descending : kind === 'number' || kind === 'change';
    this.sorted = { column: id, descending };
    void this.updateComplete.then(() => {
      const column = this.renderRoot.querySelector('[aria-sort]')?.textContent?.trim() ?? '';
      this.announce(m.text(descending ? 'tableSortedDown' : 'tableSorted', { column }));
    });
  }

  #showMore(drawn: number, all: number, m: Localized): void {
    this.#isUnfolded = true;
    this.#pages.more(drawn);
    this.announce(m.text('tableNowShown', { n: this.#pages.limitFor(all), all: formatNumber(all, m.lang) }));
  }
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, at) => each === b[at]);
