/**
 * Data of a report: a row for each figure and each record, to be found, sorted, cited and taken home. Loaded when a reader
 * comes to it.
 */

import {
  createEntryFilter,
  type Entry,
  type EntryKind,
  entriesNeed,
  entryKinds,
  type Grid,
  type GridColumn,
  type GridSort,
  gridCsv,
  publishedFigure,
  sortRows,
} from '@ess-widgets/core/charts';
import { formatCount, formatNumber, toCsv } from '@ess-widgets/core/format';
import { liesIn } from '@ess-widgets/core/indicators';
import {
  type Dataset,
  isInSection,
  period as parsed,
  periodsOverlap,
  type Report,
  resolveText,
  sectionsOf,
} from '@ess-widgets/core/model';
import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { addStyles } from '../base/added-styles.ts';
import { controlIcon } from '../base/control-icons.ts';
import { lacks, type Need } from '../base/data-controller.ts';
import { download } from '../base/download.ts';
import { emptyState } from '../base/empty.ts';
import type { Content } from '../base/frame.ts';
import type { Measured } from '../base/measure-controller.ts';
import { answerVisitor } from '../base/page.ts';
import { warn } from '../base/warn.ts';
import { type Localized, loadMessages, type MessageKey } from '../texts/texts.ts';
import { gridStyles } from '../views/grid.styles.ts';
import { gridView } from '../views/grid-view.ts';
import { PagesController } from '../views/pages-controller.ts';
import { dataStyles } from './data-view.styles.ts';
import { type EntriesContext, entriesIn, entryTexts } from './entries.ts';
import type { Figures } from './figures.ts';
import { DATA, dataChoiceIn, dataFragment, isTold } from './views.ts';

/** Fields of the choice of a reader, each an empty text where nothing is chosen: words, and what the rows are kept to. */
const FIELDS = ['words', 'kind', 'section', 'territory', 'period', 'sort', 'shown'] as const;
type Choice = Readonly<Record<(typeof FIELDS)[number], string>>;
const NOTHING: Choice = { words: '', kind: '', section: '', territory: '', period: '', sort: '', shown: '' };

/** Filters that one button clears: the order of the rows stays. */
const CLEARED = { words: '', kind: '', section: '', territory: '', period: '' };

/** Rows whose words are made at once: 10 ms on a slow phone. */
const SLICE = 50;

/** Data, document and actions that the table is drawn from. */
export interface DataContext extends EntriesContext {
  /** Figures that open their sources; null where only the address of their section is given. */
  readonly figures: Pick<Figures, 'cite'> | null;
  /** Territory that the reader has chosen for all views. */
  readonly territory: string | undefined;
}

type Host = LitElement & { announce(text: string): void };

/** An option of a filter: its value, its words, and the number of rows that it keeps. */
interface Option {
  readonly value: string;
  readonly words: string;
  readonly n?: number;
}

interface Made {
  readonly of: readonly unknown[];
  readonly grid: Grid;
  readonly rows: readonly Entry[];
  readonly options: Readonly<Record<'kind' | 'section' | 'territory' | 'period', readonly Option[]>>;
}

/** View of the data. Its texts come with its code. */
export class DataView implements ReactiveController {
  readonly #host: Host;
  readonly #pages: PagesController;
  #m: Localized | undefined;
  #choice: Choice = NOTHING;
  /** Territory of all views when it was last drawn. */
  #territory: string | undefined;
  #made: Made | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#pages = new PagesController(host);
    addStyles(host, [gridStyles, dataStyles]);
    this.#read();
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#read);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#read);
  }

  /** Collections that the rows are made of. */
  readonly needs: readonly Need[] = entriesNeed();

  /** Renders the filters and the table; null while texts or data are on their way. */
  view(context: DataContext, lang: string): TemplateResult | null {
    const { dataset } = context;
    const m = this.#m;
    if (m?.lang !== lang) {
      void loadMessages(lang, entryTexts).then((texts) => {
        this.#m = texts;
        this.#host.requestUpdate();
      });
      return null;
    }
    if (lacks(this.needs, dataset)) return null;
    this.#follow(context.territory);
    const made = this.#make(context, m);
    const found = this.#kept(made.rows, dataset);
    const sort = sortIn(this.#choice.sort);
    const rows = (sort ? sortRows({ ...made.grid, rows: found }, sort, m.lang) : found) as readonly Entry[];
    const shown = rows.slice(0, this.#pages.limitFor(rows.length, Number(this.#choice.shown) || 0));
    const cards: Content[] = [];
    return html`${this.#filters(made, m)}
      <p class="count"><span role="status">${m.content('dataFound', { n: found.length, all: formatNumber(made.rows.length, m.lang) })}</span>
        ${Object.keys(CLEARED).some((field) => this.#choice[field as keyof Choice]) && found.length > 0 ? html`<button class="link" type="button" @click=${() => this.#choose(CLEARED)}>${m.content('dataClear')}</button>` : nothing}
        ${found.length > 0 ? html`<button class="link csv" type="button" @click=${() => this.#give(made.grid, rows)}>${controlIcon('download')}${m.content('dataCsv', { n: rows.length })}</button>` : nothing}</p>
      ${
        found.length === 0
          ? emptyState(
              m.content('dataNone'),
              nothing,
              html`<button class="button" type="button" @click=${() => this.#choose(CLEARED)}>${m.content('dataClear')}</button>`,
            )
          : gridView(
              {
                ...{ grid: made.grid, rows: shown, caption: m.content('dataTitle'), sorted: sort },
                heading: ({ id }) => m.content(`data_${id}` as MessageKey),
                sort: (column) => this.#sortBy(column, m),
                note: (row) => noteOf(row as Entry),
                number: (row) => cited(row as Entry, context, m, cards),
              },
              m,
            )
      }${cards}
      ${shown.length < rows.length ? html`<div class="more"><button class="button" type="button" @click=${() => this.#more(shown.length, rows.length, m)}>${m.content('tableMore')}</button><p>${m.content('tableShownOf', { n: shown.length, all: formatNumber(rows.length, m.lang) })}</p></div>` : nothing}`;
  }

  #make({ dataset, report, href }: DataContext, m: Localized): Made {
    const of = [dataset, report, m];
    if (this.#made && of.every((each, at) => each === this.#made?.of[at])) return this.#made;
    const made = entriesIn({ dataset, report, href }, m);
    this.#made = { of, ...made, options: optionsOf(made.rows, dataset, report, m) };
    void this.#index(made.rows);
    return this.#made;
  }

  /** Makes the words of the rows in slices, so that the first letter of a search does not wait for all of them. */
  async #index(rows: readonly Entry[]): Promise<void> {
    for (let at = 0; at < rows.length && rows === this.#made?.rows; at += SLICE) {
      await answerVisitor();
      for (const row of rows.slice(at, at + SLICE)) row.words();
    }
  }

  #kept(rows: readonly Entry[], dataset: Dataset): readonly Entry[] {
    const { words, kind, section, territory, period } = this.#choice;
    const hasWords = createEntryFilter(words);
    return rows.filter(
      (row) =>
        (kind === '' || row.kind === kind) &&
        (section === '' || isTold(row.sections, section.split(' '))) &&
        (territory === '' || liesIn(dataset, row.territories, territory)) &&
        (period === '' || (row.date !== null && periodsOverlap(row.date, period))) &&
        hasWords(row),
    );
  }

  #filters({ options }: Made, m: Localized): TemplateResult {
    const value = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;
    // A step of a chapter tells several sections.
    const several = this.#choice.section.includes(' ') ? this.#choice.section : '';
    const select = (field: keyof Made['options'], label: MessageKey): TemplateResult =>
      html`<label><span>${m.content(label)}</span><select name=${field} @change=${(event: Event) => this.#choose({ [field]: value(event) })}>
        <option value="" ?selected=${this.#choice[field] === ''}>${m.text('dataAll')}</option>
        ${field === 'section' && several ? html`<option value=${several} selected>${several.replaceAll(' ', ', ')}</option>` : nothing}
        ${options[field].map((each) => html`<option value=${each.value} ?selected=${each.value === this.#choice[field]}>${each.words}${each.n === undefined ? nothing : ` (${formatNumber(each.n, m.lang)})`}</option>`)}</select></label>`;
    return html`<div class="data-filters" role="search" aria-label=${m.text('dataFilter')}>
      <label><span>${m.content('dataWords')}</span><input type="search" .value=${this.#choice.words} @input=${(event: Event) => this.#choose({ words: value(event) }, false)} @change=${this.#write}></label>
      ${select('kind', 'dataKind')}${select('section', 'dataSection')}${select('territory', 'data_territories')}${select('period', 'data_date')}
    </div>`;
  }

  /** Keeps the rows to the territory of all views, once it is another one; an address with one of its own comes first. */
  #follow(territory = ''): void {
    const isFirst = this.#territory === undefined;
    if (territory === this.#territory) return;
    this.#territory = territory;
    if (!isFirst || !this.#choice.territory) this.#choice = { ...this.#choice, territory };
  }

  /** @param isWritten whether the address says it: not at each letter, which browsers refuse */
  #choose(choice: Partial<Choice>, isWritten = true): void {
    this.#choice = { ...this.#choice, shown: '', ...choice };
    if (isWritten) this.#write();
    this.#pages.reset();
  }

  #more(drawn: number, all: number, m: Localized): void {
    this.#pages.more(drawn);
    const n = this.#pages.limitFor(all);
    this.#choice = { ...this.#choice, shown: String(n) };
    this.#write();
    this.#host.announce(m.text('tableNowShown', { n, all: formatNumber(all, m.lang) }));
  }

  /** Sorts by a column: words and dates from the first, numbers from the largest. The same column again turns the order. */
  #sortBy({ id, kind }: GridColumn, m: Localized): void {
    const sort = sortIn(this.#choice.sort);
    const descending = sort?.column === id ? !sort.descending : kind === 'number';
    this.#choose({ sort: descending ? `-${id}` : id });
    this.#host.announce(
      m.text(descending ? 'tableSortedDown' : 'tableSorted', { column: m.text(`data_${id}` as MessageKey) }),
    );
  }

  /** Takes the choices that the address names; without any, those that were made before stay. */
  readonly #read = (): void => {
    const named = dataChoiceIn(location.hash.slice(1));
    if (!named) return;
    const known = FIELDS.flatMap((field) => (named[field] ? [[field, named[field]] as const] : []));
    if (known.length > 0) {
      this.#choice = { ...NOTHING, ...Object.fromEntries(known) };
      this.#pages.reset();
    } else this.#write();
  };

  /** Writes the choices into the address, unless it belongs to something else of the page. */
  readonly #write = (): void => {
    const hash = location.hash.slice(1);
    if (hash !== '' && !dataChoiceIn(hash)) return;
    const chosen = Object.fromEntries(Object.entries(this.#choice).filter(([, value]) => value !== ''));
    const fragment = dataFragment(chosen);
    if (fragment === hash || (fragment === DATA && hash === '')) return;
    try {
      history.replaceState(history.state, '', `${location.pathname}${location.search}#${fragment}`);
    } catch (error) {
      // A page without an address of its own (`srcdoc`), or too many changes for this browser.
      warn('address/write', `the page’s address cannot say what is shown: ${String(error)}`);
    }
  };

  /** Downloads the rows found, with what stands under their names as a column of its own. */
  #give(grid: Grid, rows: readonly Entry[]): void {
    const { header, rows: cells } = gridCsv(
      { ...grid, columns: [...grid.columns, { id: 'note', kind: 'text' }] },
      rows.map(({ id, cells: own, note }) => ({
        id,
        cells: [...own, note ? { kind: 'text', text: { text: note, lang: '' } } : null],
      })),
    );
    download('rapport.csv', toCsv(header, cells), 'text/csv');
  }
}

/** Returns the order that a text names: `value`, or `-value` from the largest. */
const sortIn = (text: string): GridSort | null =>
  text === '' ? null : { column: text.replace(/^-/, ''), descending: text.startsWith('-') };

const noteOf = ({ note }: Entry): Content => (note ? html` <small class="note">${note}</small>` : nothing);

/** Renders the value of a figure as the button of its source; undefined for what is none. @param cards the one that is open */
function cited(
  { id, figure, cells }: Entry,
  { dataset, figures }: DataContext,
  m: Localized,
  cards: Content[],
): Content | undefined {
  const cell = cells[1];
  if (!figure || !figures || cell?.kind !== 'number') return undefined;
  const { quantity } = cell;
  const measured = measuredOf(figure, dataset);
  const shownAs = formatCount(quantity, m.lang);
  const { inline, card } = figures.cite(measured, { place: `${DATA} ${id}`, quantity, shownAs }, dataset, m);
  cards.push(card);
  return inline;
}

function measuredOf(figure: NonNullable<Entry['figure']>, dataset: Dataset): Measured {
  if ('label' in figure) return publishedFigure(figure, dataset);
  const texts = dataset.measures?.indicators[figure.indicator];
  const label = { fr: figure.indicator };
  return { measure: figure, texts: texts ?? { label, definition: label, kind: 'flow', unit: '', dimensions: [] } };
}

/** Returns what the rows can be kept to: only what some of them have. */
function optionsOf(rows: readonly Entry[], dataset: Dataset, report: Report, m: Localized): Made['options'] {
  const count = (values: readonly string[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  const kinds = count(rows.map(({ kind }) => kind));
  const sections = new Set(rows.flatMap((row) => row.sections));
  const places = count(rows.flatMap((row) => row.territories));
  const years = new Set(
    rows.flatMap(({ date }) =>
      date === null ? [] : [parsed(date).first, parsed(date).last].map((day) => day.slice(0, 4)),
    ),
  );
  const isUsed = (id: string): boolean => [...sections].some((each) => isInSection(each, id));
  const named = [...report.chapters, ...sectionsOf(report).map(({ section }) => section)];
  const order = (id: string): number => named.findIndex((each) => each.id === id);
  return {
    kind: entryKinds.flatMap((value) => {
      const n = kinds.get(value);
      return n ? [{ value, words: kindWord(value, m), n }] : [];
    }),
    section: report.chapters
      .flatMap((chapter) => [
        chapter,
        ...sectionsOf(report).flatMap((each) => (each.chapter === chapter ? [each.section] : [])),
      ])
      .filter(({ id }) => isUsed(id) && order(id) >= 0)
      .map(({ id, title }) => ({ value: id, words: `${id} ${resolveText(title, m.lang).text}` })),
    territory: territoriesIn(dataset, places, m),
    period: [...years]
      .sort()
      .reverse()
      .map((year) => ({ value: year, words: year })),
  };
}

/** Returns the territories in which something lies, the widest first, each with the number of its rows. */
function territoriesIn(dataset: Dataset, places: ReadonlyMap<string, number>, m: Localized): readonly Option[] {
  const known = dataset.collections.territories ?? [];
  const ranks = ['region', 'departement', 'epci', 'pole', 'commune'];
  return (
    known
      .map(({ id, kind, name }) => ({
        value: id,
        words: resolveText(name, m.lang).text,
        rank: ranks.indexOf(kind),
        n: [...places].reduce((sum, [place, n]) => sum + (liesIn(dataset, [place], id) ? n : 0), 0),
      }))
      // Every territory has a row of its own.
      .filter(({ n }) => n > 1)
      .sort((a, b) => a.rank - b.rank || a.words.localeCompare(b.words, m.lang))
  );
}

/** Returns the name of a kind. */
function kindWord(kind: EntryKind, m: Localized): string {
  const key = kind === 'observations' ? 'dataFigures' : kind === 'measures' ? 'dataComputed' : `tableOf_${kind}`;
  return m.text(key as MessageKey);
}
