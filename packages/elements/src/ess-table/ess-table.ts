import { type Grid, type GridColumn, type GridRow, type GridSort, sortRows } from '@ess-widgets/core/chart';
import { formatNumber } from '@ess-widgets/core/format/lean';
import type { Dataset } from '@ess-widgets/core/model';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { gridStyles } from '../grid/grid.styles.ts';
import type * as fileCode from '../grid/grid-file.ts';
import { type GridModel, gridView } from '../grid/grid-view.ts';
import { CardController } from '../internal/card-controller.ts';
import type { Need } from '../internal/data-controller.ts';
import { PagesController } from '../internal/directory/pages-controller.ts';
import { type ElementView, EssElement } from '../internal/element.ts';
import { type Content, emptyState, sourceReference } from '../internal/frame.ts';
import { icon } from '../internal/icons.ts';
import { type ConfigProblem, MeasureController } from '../internal/measure-controller.ts';
import { OnDemand } from '../internal/on-demand.ts';
import { property, state } from '../internal/property.ts';
import { sourceLine } from '../internal/source-line.ts';
import { symbolStyles } from '../internal/symbols.ts';
import type { Localized } from '../messages/messages.ts';
import type { TableContent } from './content.ts';
import { tableStyles } from './ess-table.styles.ts';
import type * as figuresCode from './figures-table.ts';
import type * as recordsCode from './records-table.ts';

/**
 * Rows that can be sorted: the parts of a figure, several figures, or the records of a collection. Long tables come in
 * pages of fifty; wide ones scroll in their own region.
 *
 * @summary Figures or records as a table to sort and to download.
 * @slot - Shown in place of the table when there is no data at all: a link to the report.
 * @csspart frame - The box around everything.
 * @csspart title - The title.
 * @csspart subtitle - What is measured, or how many rows.
 * @csspart body - The table and what belongs to it.
 * @csspart region - The region that scrolls.
 * @csspart table - The table.
 * @csspart more - The button for the rest of the rows.
 * @csspart empty - What stands there when no row matches.
 * @csspart source - The source line.
 * @csspart badge - A quality badge; that of the source line opens the source card.
 * @csspart card - The source card.
 * @csspart actions - The download.
 * @event {EssLoadEvent} ess-load - Data is shown.
 * @event {EssErrorEvent} ess-error - The source failed, or an attribute names what does not exist.
 */
export class EssTable extends EssElement {
  static override styles = [...EssElement.styles, symbolStyles, gridStyles, tableStyles];
  static override readonly topics = ['charts', 'table'] as const;

  /** Ids of indicators, separated by spaces: `members-stock members-joined`. */
  @property() indicator: string | undefined;
  /** Dimension to split by: `college`. The first one of a single indicator by default. */
  @property() by: string | undefined;
  /** A collection whose records are the rows: `publications`, `events`… */
  @property() collection: string | undefined;
  /** Fields that are the columns, separated by spaces: `date title theme`. */
  @property() columns: string | undefined;
  /** Column that rows are sorted by at first, `-` before it for the largest or latest first: `-date`. */
  @property() sort: string | undefined;

  /** Column that the visitor sorts by; null before. */
  @state() private sorted: GridSort | null = null;

  readonly #measures = new MeasureController(this);
  readonly #card = new CardController(this);
  readonly #pages = new PagesController(this);
  readonly #figures = new OnDemand<typeof figuresCode>(this, 'the table', () => import('./figures-table.ts'));
  readonly #records = new OnDemand<typeof recordsCode>(this, 'the table', () => import('./records-table.ts'));
  readonly #file = new OnDemand<typeof fileCode>(this, 'the spreadsheet', () => import('../grid/grid-file.ts'));
  #mistake: ConfigProblem | null = null;
  /** The content made last: ten thousand rows are not read again for each update. */
  #made: { readonly of: readonly unknown[]; readonly content: TableContent | null } = { of: [], content: null };
  #ordered: { readonly of: readonly unknown[]; readonly rows: readonly GridRow[] } = { of: [], rows: [] };

  protected override needs(): readonly Need[] {
    if (!this.collection) return this.#measures.needs;
    return this.#records.code?.needsOf(this.#asked(this.collection)) ?? [];
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
      if (this.hasUpdated) this.#pages.reset();
    }
  }

  protected override view(dataset: Dataset, m: Localized): ElementView | null {
    this.#mistake = null;
    const content = this.collection ? this.#ofRecords(dataset, this.collection, m) : this.#ofFigures(dataset, m);
    if (!content) return null;
    const { grid, figure, title, subtitle } = content;
    const empty = !grid.rows.some(({ cells }) =>
      cells.some((cell, at) => cell && (at > 0 || grid.columns.length === 1 || this.collection)),
    );
    return {
      title,
      subtitle: empty && figure ? nothing : subtitle,
      body: empty ? this.#nothing(m) : this.#table(content, m),
      source: figure
        ? empty
          ? nothing
          : sourceLine(dataset, figure.measure, figure.texts, m, this.#card)
        : this.#documents(dataset, content, m),
      actions: empty
        ? nothing
        : html`<button class="link" type="button" @click=${() => this.#give(grid, m)}>${icon('download')}<span class="hidden">${m.content('download')} </span>CSV</button>`,
      empty,
    };
  }

  #asked(collection: string): recordsCode.RecordsAsked {
    const { columns } = this;
    const [period, territory, where] = [this.scoped('period'), this.scoped('territory'), this.scoped('where')];
    return {
      collection,
      columns,
      period: period || undefined,
      territory: territory || undefined,
      where: where || undefined,
    };
  }

  #ofRecords(dataset: Dataset, collection: string, m: Localized): TableContent | null {
    const { code } = this.#records;
    if (!code) void this.#records.load();
    const asked = this.#asked(collection);
    this.#mistake = code?.mistakeIn(asked) ?? null;
    if (!code || this.#mistake) return null;
    const of = [dataset, m, ...Object.values(asked)];
    if (!isSame(of, this.#made.of)) this.#made = { of, content: code.recordsTable(dataset, asked, m) };
    return this.#made.content;
  }

  #ofFigures(dataset: Dataset, m: Localized): TableContent | null {
    const ids = (this.indicator ?? '').split(/\s+/).filter(Boolean);
    if (ids.length === 0) return null;
    const { code } = this.#figures;
    if (!code) void this.#figures.load();
    const figures = this.#measured(dataset, ids);
    if (!code || figures.some((figure) => !figure)) return null;
    const known = figures.filter((figure) => figure !== null);
    const of = [dataset, m, ...known.map(({ measure }) => measure)];
    if (!isSame(of, this.#made.of)) this.#made = { of, content: code.figuresTable(known, m) };
    return this.#made.content;
  }

  /** A single indicator is split by its first dimension, which the build's texts or its code name. */
  #measured(dataset: Dataset, ids: readonly string[]) {
    const [id = ''] = ids;
    const by = this.by || (ids.length === 1 ? dataset.measures?.indicators[id]?.dimensions[0]?.id : undefined);
    const figures = this.#measure(dataset, ids, by);
    const first = ids.length === 1 && !by ? figures[0]?.texts.dimensions[0]?.id : undefined;
    return first ? this.#measure(dataset, ids, first) : figures;
  }

  #measure(dataset: Dataset, ids: readonly string[], by: string | undefined) {
    const wishes = { ...this.wishes(), ...(by ? { by } : {}) };
    return this.#measures.measure(
      dataset,
      ids.map((indicator) => ({ indicator, ...wishes })),
    );
  }

  #nothing(m: Localized): TemplateResult {
    return emptyState(m.content(this.scoped('where') || this.scoped('period') ? 'tableNoMatch' : 'tableEmpty'));
  }

  #table(content: TableContent, m: Localized): TemplateResult {
    const { grid, title, heading, mark, note } = content;
    const rows = this.#rows(grid, m);
    const shown = rows.slice(0, this.#pages.limitFor(rows.length));
    const model: GridModel = {
      grid,
      rows: shown,
      caption: this.heading || title,
      heading,
      mark,
      total: m.content('tableTotal'),
      sorted: this.#sort,
      sort: (column: GridColumn) => this.#sortBy(column, m),
    };
    return html`${gridView(model, m)}${this.#more(shown.length, rows.length, m)}${note ? html`<p class="note" part="note">${note}</p>` : nothing}`;
  }

  /** How rows are sorted: as the visitor wishes, else as the page's author does. */
  get #sort(): GridSort | null {
    if (this.sorted) return this.sorted;
    const descending = this.sort?.startsWith('-') ?? false;
    return this.sort ? { column: this.sort.slice(descending ? 1 : 0), descending } : null;
  }

  #rows(grid: Grid, m: Localized): readonly GridRow[] {
    const sort = this.#sort;
    const of = [grid, sort?.column, sort?.descending];
    if (!isSame(of, this.#ordered.of)) this.#ordered = { of, rows: sort ? sortRows(grid, sort, m.lang) : grid.rows };
    return this.#ordered.rows;
  }

  /** Words from A, numbers and changes from the largest; the same column again turns round. */
  #sortBy({ id, kind }: GridColumn, m: Localized): void {
    const before = this.#sort;
    const descending = before?.column === id ? !before.descending : kind === 'number' || kind === 'change';
    this.sorted = { column: id, descending };
    void this.updateComplete.then(() => {
      const column = this.renderRoot.querySelector('[aria-sort]')?.textContent?.trim() ?? '';
      this.announce(m.text(descending ? 'tableSortedDown' : 'tableSorted', { column }));
    });
  }

  #more(count: number, all: number, m: Localized): Content {
    if (count >= all) return nothing;
    if (this.#pages.printing)
      return html`<div class="more"><p>${m.content('tablePrintRest', { n: all - count })}</p></div>`;
    const more = html`<button class="button" type="button" part="more" @click=${() => this.#showMore(count, all, m)}>${m.content('tableMore')}</button>`;
    return html`<div class="more">${more}<p>${m.content('tableShownOf', { n: count, all: formatNumber(all, m.lang) })}</p></div>`;
  }

  #showMore(count: number, all: number, m: Localized): void {
    this.#pages.more(count);
    this.announce(m.text('tableNowShown', { n: this.#pages.limitFor(all), all: formatNumber(all, m.lang) }));
  }

  #documents(dataset: Dataset, { documents = [] }: TableContent, m: Localized): Content {
    if (documents.length === 0)
      return html`<span>${m.content('publisher', { publisher: dataset.manifest.publisher.name })}</span>`;
    return html`<span>${m.content('source')} ${documents.map((document, at) => html`${at ? ', ' : ''}${sourceReference(dataset, { document }, m)}`)}</span>`;
  }

  async #give(grid: Grid, m: Localized): Promise<void> {
    const code = await this.#file.load();
    code?.giveGrid(
      this.collection || (this.indicator ?? 'table').trim().replaceAll(/\s+/g, '-'),
      grid,
      this.#rows(grid, m),
    );
  }
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, at) => each === b[at]);
