/**
 * Data of a report: a row for each published figure and each record, to be found, sorted, cited and taken home. Loaded when
 * a reader comes to it.
 */
import { toCsv } from '@ess-widgets/core/internal/format/csv';
import { formatNumber } from '@ess-widgets/core/internal/format/number';
import type { Report } from '@ess-widgets/core/internal/model/report/report-schema';
import { isInSection } from '@ess-widgets/core/internal/model/sections';
import { resolveText } from '@ess-widgets/core/internal/model/text';
import { foldText } from '@ess-widgets/core/internal/model/words';
import {
  type Entry,
  type EntryKind,
  entriesNeed,
  entriesOf,
  entryKinds,
} from '@ess-widgets/core/internal/picture/entries';
import { type Grid, type GridColumn, type GridSort, sortRows } from '@ess-widgets/core/internal/picture/grid';
import { gridCsv } from '@ess-widgets/core/internal/picture/grid-csv';
import type { Dataset } from '@ess-widgets/core/model';
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { controlIcon } from '../base/control-icons.ts';
import { lacks, type Need } from '../base/data-controller.ts';
import { download } from '../base/download.ts';
import { emptyState } from '../base/empty.ts';
import { data } from '../texts/data.fr.ts';
import { details } from '../texts/details.fr.ts';
import { table } from '../texts/table.fr.ts';
import { type Localized, loadMessages, type MessageKey } from '../texts/texts.ts';
import { gridStyles } from '../views/grid.styles.ts';
import { gridView } from '../views/grid-view.ts';
import { PagesController } from '../views/pages-controller.ts';
import { dataStyles } from './data-view.styles.ts';

/** Choices of a reader: words, a kind, a chapter or a section. */
interface Choice {
  readonly query: string;
  readonly kind: EntryKind | '';
  readonly section: string;
}

/** Data, document and actions that the table is drawn from. */
export interface DataContext {
  readonly dataset: Dataset;
  readonly report: Report;
  /** Returns the address of a section. */
  readonly href: (section: string) => string;
}

type Host = LitElement & { announce(text: string): void };

/** View of the data. Its texts come with its code. */
export class DataView {
  readonly #host: Host;
  readonly #pages: PagesController;
  #m: Localized | undefined;
  #choice: Choice = { query: '', kind: '', section: '' };
  #sort: GridSort | null = null;
  #made: { readonly of: readonly unknown[]; readonly grid: Grid; readonly rows: readonly Entry[] } | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#pages = new PagesController(host);
    const { shadowRoot } = host;
    if (shadowRoot)
      shadowRoot.adoptedStyleSheets = [
        ...shadowRoot.adoptedStyleSheets,
        ...[gridStyles, dataStyles].flatMap(({ styleSheet }) => styleSheet ?? []),
      ];
  }

  /** Collections that the rows are made of. */
  readonly needs: readonly Need[] = entriesNeed();

  /** Renders the filters and the table; null while texts or data are on their way. */
  view(context: DataContext, lang: string): TemplateResult | null {
    const { dataset } = context;
    const m = this.#m;
    if (m?.lang !== lang) {
      void loadMessages(lang, [table, data, details]).then((texts) => {
        this.#m = texts;
        this.#host.requestUpdate();
      });
      return null;
    }
    if (lacks(this.needs, dataset)) return null;
    const made = this.#rowsOf(context, m);
    const found = this.#kept(made.rows);
    const rows = this.#sort ? sortRows({ ...made.grid, rows: found }, this.#sort, m.lang) : found;
    const shown = rows.slice(0, this.#pages.limitFor(rows.length));
    return html`${this.#filters(context, made.rows, m)}
      <p class="count" role="status">${m.content('dataFound', { n: found.length, all: formatNumber(made.rows.length, m.lang) })}</p>
      ${
        found.length === 0
          ? emptyState(
              m.content('dataNone'),
              html`<button class="button" type="button" @click=${() => this.#choose({ query: '', kind: '', section: '' })}>${m.content('dataClear')}</button>`,
            )
          : gridView(
              {
                ...{ grid: made.grid, rows: shown, caption: m.content('dataTitle'), sorted: this.#sort },
                heading: ({ id }) => m.content(`data_${id}` as MessageKey),
                sort: (column) => this.#sortBy(column, m),
              },
              m,
            )
      }
      ${shown.length < rows.length ? html`<div class="more"><button class="button" type="button" @click=${() => this.#pages.more(shown.length)}>${m.content('tableMore')}</button><p>${m.content('tableShownOf', { n: shown.length, all: formatNumber(rows.length, m.lang) })}</p></div>` : nothing}
      <p class="tools"><button class="link" type="button" @click=${() => this.#give(made.grid, rows as readonly Entry[])}>${controlIcon('download')}${m.content('dataCsv', { n: rows.length })}</button></p>`;
  }

  #rowsOf({ dataset, href }: DataContext, m: Localized): { readonly grid: Grid; readonly rows: readonly Entry[] } {
    const of = [dataset, m];
    if (this.#made && of.every((each, at) => each === this.#made?.of[at])) return this.#made;
    const made = entriesOf(dataset, {
      lang: m.lang,
      kindWord: (kind) => kindWord(kind, m),
      place: (section, page) =>
        [section, ...(page === null ? [] : [m.text('dataPage', { page })])].filter(Boolean).join(', '),
      href,
    });
    this.#made = { of, ...made };
    return made;
  }

  #kept(rows: readonly Entry[]): readonly Entry[] {
    const { query, kind, section } = this.#choice;
    const words = foldText(query).split(' ').filter(Boolean);
    return rows.filter(
      (row) =>
        (kind === '' || row.kind === kind) &&
        (section === '' || isInSection(row.section, section)) &&
        words.every((word) => row.words.includes(word)),
    );
  }

  #filters({ report }: DataContext, rows: readonly Entry[], m: Localized): TemplateResult {
    const { query, kind, section } = this.#choice;
    const kinds = entryKinds.filter((each) => rows.some((row) => row.kind === each));
    const value = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;
    return html`<div class="data-filters" role="search" aria-label=${m.text('dataFilter')}>
      <label><span>${m.content('dataWords')}</span><input type="search" .value=${query} @input=${(event: Event) => this.#choose({ query: value(event) })}></label>
      <label><span>${m.content('dataKind')}</span><select @change=${(event: Event) => this.#choose({ kind: value(event) as Choice['kind'] })}>
        <option value="" ?selected=${kind === ''}>${m.text('dataAll')}</option>
        ${kinds.map((each) => html`<option value=${each} ?selected=${each === kind}>${kindWord(each, m)}</option>`)}</select></label>
      <label><span>${m.content('dataSection')}</span><select @change=${(event: Event) => this.#choose({ section: value(event) })}>
        <option value="" ?selected=${section === ''}>${m.text('dataAll')}</option>
        ${report.chapters.map(({ id, title }) => html`<option value=${id} ?selected=${id === section}>${`${id}. ${resolveText(title, m.lang).text}`}</option>`)}</select></label>
    </div>`;
  }

  #choose(choice: Partial<Choice>): void {
    this.#choice = { ...this.#choice, ...choice };
    this.#pages.reset();
  }

  /** Sorts by a column: words and dates from the first, numbers from the largest. The same column again turns the order. */
  #sortBy({ id, kind }: GridColumn, m: Localized): void {
    const descending = this.#sort?.column === id ? !this.#sort.descending : kind === 'number';
    this.#sort = { column: id, descending };
    this.#host.requestUpdate();
    this.#host.announce(
      m.text(descending ? 'tableSortedDown' : 'tableSorted', { column: m.text(`data_${id}` as MessageKey) }),
    );
  }

  #give(grid: Grid, rows: readonly Entry[]): void {
    const { header, rows: cells } = gridCsv(grid, rows);
    download('rapport.csv', toCsv(header, cells), 'text/csv');
  }
}

const kindWord = (kind: EntryKind, m: Localized): string =>
  kind === 'observations' ? m.text('dataFigures') : m.text(`tableOf_${kind}` as MessageKey);
