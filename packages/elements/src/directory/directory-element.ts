import { type CategoryChip, entryName, placeName } from '@ess-widgets/core/charts';
import type { SourceKind } from '@ess-widgets/core/data';
import {
  collectionsOf,
  type DirectoryEntry,
  type DirectoryRequest,
  directoryOf,
  facetsFor,
  type ListQuery,
  ListStore,
} from '@ess-widgets/core/directory';
import type { Basemap } from '@ess-widgets/core/geo';
import { findMeasure } from '@ess-widgets/core/indicators';
import {
  type CollectionName,
  type Dataset,
  type DirectoryLayer,
  isLarge,
  parsePeriod,
  type ScopeState,
  toggleFacet,
} from '@ess-widgets/core/model';
import { nothing, type PropertyValues } from 'lit';
import { AttributeCheck } from '../base/attribute-check.ts';
import type { CardController } from '../base/card/card-controller.ts';
import type { Need } from '../base/data-controller.ts';
import type { ElementView } from '../base/element.ts';
import { EssFilterEvent, EssSelectEvent } from '../base/events.ts';
import type { Content } from '../base/frame.ts';
import { Late } from '../base/late.ts';
import type { ConfigProblem, MeasureAsked } from '../base/measure-controller.ts';
import { EssPanel } from '../base/panel.ts';
import { state } from '../base/property.ts';
import type { Shared } from '../base/share/share-bar.ts';
import { directory } from '../texts/directory.fr.ts';
import type { Localized } from '../texts/texts.ts';
import { PagesController } from '../views/pages-controller.ts';
import { provenanceLoader } from '../views/provenance-loader.ts';
import { apartLines } from './apart.ts';
import { filterModel, isOdd, talliesByLayer } from './derive.ts';
import { fileName } from './file-name.ts';
import { printedFilters } from './filter-words.ts';
import { type FilterActions, MANY_CHIPS } from './filters.ts';
import type * as largeCode from './large/large-directory.ts';
import type * as manyCode from './many-chips.ts';
import { NearController } from './near-controller.ts';
import type { RowActions, RowsModel } from './rows.ts';
import { SearchController, type Searched } from './search-controller.ts';
import type * as sheetCode from './sheet.ts';
import { removeStaleMarkers } from './stale-markers.ts';
import { TableController } from './table-controller.ts';
import type { Directory } from './types.ts';

/** Entries of a data set, listed once for each request and language. */
interface Known extends Searched {
  readonly key: string;
}

/** Base of the map and the list: it lists the entries and applies the visitor's search and filters. */
export abstract class DirectoryElement extends EssPanel {
  static override readonly texts = [directory];
  /** The panel of filters is open on a narrow screen. */
  @state() private panelOpen = false;
  /** Id of the entry whose address was copied last. */
  @state() private copied: string | null = null;
  /** Entries of one place of the map that no zoom takes apart. */
  @state() protected place: readonly string[] | null = null;
  /** The ground of its map, once it is there. */
  declare protected ground?: Basemap | null;

  protected readonly pages: PagesController = new PagesController(this);
  protected readonly table: TableController = new TableController(this, () => this.#m);
  readonly #search = new SearchController(this);
  readonly #largeCode = new Late<typeof largeCode>(this, 'a large directory', () =>
    this.withTexts(import('./large/large-directory.ts')),
  );
  readonly #sheetCode = new Late<typeof sheetCode>(
    this,
    'the sheet of the filters',
    async () => (await Promise.all([import('./sheet.ts'), this.wantDetails()]))[0],
  );
  #sheet: sheetCode.FilterSheet | undefined;
  #large: largeCode.LargeDirectory | undefined;
  readonly #near = new NearController(this, (patch) => this.#ask(patch));
  readonly #manyCode = new Late<typeof manyCode>(this, 'a legend of many chips', () =>
    this.withTexts(import('./many-chips.ts')),
  );
  #many: manyCode.ManyChips | undefined;
  readonly #origins = provenanceLoader(this);
  readonly #check = new AttributeCheck(this);
  #mistake: ConfigProblem | null = null;
  /** Pairs that the entries are kept to. */
  #where = '';
  #known: Known | null = null;
  #store: ListStore | null = null;
  #m: Localized | null = null;
  #acted = false;
  #shown = 0;
  /** Collèges that were ever chosen, here or by another widget: each keeps its chip, though nobody is named in it. */
  readonly #asked = new Set<string>();
  /** Words that are announced after the number of results. */
  #said: string | undefined;

  protected override get sourceKinds(): readonly SourceKind[] {
    return this.shownLayers.map((layer) => (layer === 'members' || layer === 'events' ? layer : 'figures'));
  }

  /** Layers that the element lists. */
  protected abstract get shownLayers(): readonly DirectoryLayer[];

  /** Makes the view of a directory. */
  protected abstract viewOf(directory: Directory, m: Localized): ElementView;

  /** The entries as this element can show them: a map knows of positions that cannot be. */
  protected revised(entries: readonly DirectoryEntry[], _dataset: Dataset): readonly DirectoryEntry[] {
    return entries;
  }

  protected override needs(): readonly Need[] {
    const collections = collectionsOf(this.shownLayers);
    return this.shownLayers.includes('members') ? [...collections, 'large'] : collections;
  }

  protected override show(dataset: Dataset, m: Localized): ElementView | null {
    this.#m = m;
    for (const college of this.#facets['college'] ?? []) this.#asked.add(college);
    const where = this.#check.pairs({ layers: this.shownLayers });
    const isWrong = isOdd(this.getAttribute('layers'), this.shownLayers);
    this.#mistake = this.#check.mistake(dataset, { layers: this.shownLayers }, isWrong);
    if (isWrong || where === null || (this.#mistake && !this.#mistake.hasDefault)) return null;
    this.#where = where;
    // While a new layer's collection is on its way, the old data set stays on screen and lacks it.
    const { collections, manifest } = dataset;
    const lacks = (name: CollectionName) => manifest.collections[name] !== undefined && collections[name] === undefined;
    if (isLarge(manifest) && !collections.organisations && this.needs().includes('large'))
      return this.#viewLarge(dataset, m);
    return collectionsOf(this.shownLayers).some(lacks) ? null : this.#viewWhole(this.#directory(dataset, m), m);
  }

  protected override configProblem(): ConfigProblem | null {
    return this.#mistake;
  }

  /** The visitor did something that changes what is shown: the result will be said. */
  protected acted(): void {
    this.#acted = true;
    this.pages.reset();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    removeStaleMarkers(this.renderRoot);
    // The field may differ from the last drawing, because the visitor types and the scope changes.
    const box = this.renderRoot.querySelector<HTMLInputElement>('#search');
    const { query } = this.provider.scope.state;
    if (box && box.value !== query) box.value = query;
    const isPending = this.#large?.pending ?? (!this.#known || this.#search.find(query, this.#known).pending);
    if (this.#acted && !isPending && !this.#near.pending) this.#tell();
  }

  protected readonly filterActions: FilterActions = {
    search: (query) => this.#ask({ query }),
    departement: (id) => {
      const { departement: _before, ...others } = this.provider.scope.state.facets;
      this.#ask({ facets: id ? { ...others, departement: [id] } : others, view: null });
    },
    toggle: ({ facet, id }: CategoryChip) => {
      this.#ask({ facets: toggleFacet(this.provider.scope.state.facets, facet, id) });
    },
    near: () => void this.#near.want().then((near) => near?.toggle()),
    open: () => void this.#turnPanel(),
    sheet: (choices, m) => this.#sheet?.view(choices, this.#shown, m) ?? null,
    printed: (model, m) => {
      if (model.active || model.near) this.details.ask();
      return printedFilters(model, m);
    },
    many: (chips, draw, m) => this.#many?.view(chips, draw, m) ?? nothing,
  };

  protected get rowActions(): RowActions {
    return {
      select: (entry) => this.#choose(entry),
      more: (drawn) => this.pages.more(drawn),
      share: this.#isAddressKept ? (entry) => void this.#share(entry) : undefined,
    };
  }

  /** Chooses an entry of the list, or leaves it, and says that its details follow. */
  #choose(entry: DirectoryEntry): void {
    const isLeft = entry.id === this.provider.scope.state.selection;
    this.select(isLeft ? null : entry);
    if (!isLeft && this.#m) this.announce(this.#m.text('dirOpened', { name: entryName(entry, this.#m) }));
  }

  /** Whether the address of the page holds what the visitor has chosen. */
  get #isAddressKept(): boolean {
    const keeper = this.closest('[url-state]');
    return keeper !== null && keeper.getAttribute('url-state') !== 'false';
  }

  /** Hands the address of the page, as it is now, to what the visitor shares with; without that, copies it. */
  async #share(entry: DirectoryEntry): Promise<void> {
    const m = this.#m;
    if (!m) return;
    const { href: url } = location;
    try {
      if ('share' in navigator) await navigator.share({ title: entryName(entry, m), url });
      else {
        await (navigator as Navigator).clipboard.writeText(url);
        this.copied = entry.id;
        this.announce(m.text('dirShareCopied'));
      }
    } catch (error) {
      // A visitor who gave it up hears nothing.
      if (!(error instanceof DOMException && error.name === 'AbortError')) this.announce(m.text('dirShareFailed'));
    }
  }

  /** Removes the search and every filter; the button that does it goes with them, so the focus moves to the search. */
  protected readonly clear = (): void => {
    this.#near.read()?.forget();
    this.#ask({ query: '', facets: {}, view: null });
    this.renderRoot.querySelector<HTMLElement>('#search')?.focus();
  };

  /** Chooses an entry, or none. */
  protected select(entry: DirectoryEntry | null): void {
    const { selection } = this.provider.scope.state;
    const before = this.#known?.entries.find(({ id }) => id === selection);
    this.provider.request({ selection: entry?.id ?? null });
    const layer = (entry ?? before)?.layer ?? 'members';
    const collection = layer === 'members' ? 'organisations' : layer;
    this.dispatchEvent(new EssSelectEvent({ id: entry?.id ?? null, collection }));
  }

  /** A list or table of the directory. */
  protected rowsOf({ dataset, shown, categories, tally, filters, large }: Directory): RowsModel {
    const { selection } = this.provider.scope.state;
    // Rows on their way have no end yet.
    const total = shown.length ? tally.shown.n : 0;
    const limit = this.pages.limitFor(shown.length, large ? shown.length : 0);
    // An entry chosen further down comes first, because thousands of rows above it are not drawn for one.
    const late = shown.slice(limit).filter(({ id }) => id === selection);
    const entries = late.length ? [...new Set([...late, ...shown])] : shown;
    const unprinted = this.pages.printing ? total - limit : 0;
    const origins = this.#origins(dataset);
    const m = this.#m;
    const origin = origins && m ? (entry: DirectoryEntry) => origins.provenanceOf(dataset, entry, m) : undefined;
    const { copied } = this;
    return {
      entries,
      limit,
      total,
      categories,
      selection,
      distance: filters.near?.distance,
      origin,
      copied,
      unprinted,
      printing: this.pages.printing,
    };
  }

  /** Returns what a visitor may take of the list. Files are made when they are asked for, because a list may be long. */
  protected sharedOf(directory: Directory, card: CardController, m: Localized, table: Shared['table']): Shared {
    const files = async () => (await import('./export/directory-files.ts')).filesOf(this, directory, m);
    return {
      ...{ dataset: directory.dataset, card, name: fileName(this.requestedScope(), directory, m) },
      ...(table ? { table } : {}),
      rows: async () => (await files()).rows(),
      files: [{ label: 'GeoJSON', give: async () => (await files()).geoJson() }],
    };
  }

  /** Whether a measure is to be had without reading every record: of a large directory, only where it was written. */
  protected isAtHand({ dataset: { measures }, large }: Directory, asked: MeasureAsked): boolean {
    return !large || (measures !== undefined && findMeasure(measures, asked) !== undefined);
  }

  /** A measure of the same members: the element's period, territory and filters. */
  protected measureAsked(indicator: string): MeasureAsked {
    const { compare: _compare, ...wishes } = this.requestedScope();
    return { indicator, ...wishes, ignoresUnknownFilters: true };
  }

  /** Level of headings inside the element: one below its title, as far as there are levels. */
  protected get rowLevel(): number {
    return Math.min(6, (Number(this.headingLevel) || 3) + 1);
  }

  /** Draws a directory once the code for its chips is there, where they are many. */
  #viewWhole(directory: Directory, m: Localized): ElementView | null {
    if (directory.filters.categories.length > MANY_CHIPS) {
      const code = this.#manyCode.need();
      if (!code) return null;
      this.#many ??= new code.ManyChips(this);
    }
    return this.viewOf(directory, m);
  }

  #viewLarge(dataset: Dataset, m: Localized): ElementView | null {
    const code = this.#largeCode.need();
    if (code) this.#large ??= new code.LargeDirectory(this);
    const { place, pages, ground } = this;
    const panelOpen = this.#isPanelOpen;
    const near = this.#near.read();
    const scope = { ...this.provider.scope.state, facets: this.#facets, ...this.requestedScope(), where: this.#where };
    const asked = this.#asked;
    const directory = this.#large?.read({ dataset, m, scope, asked, place, near, panelOpen, pages, ground });
    this.#shown = directory?.tally.shown.n ?? 0;
    this.#said = directory?.filters.near?.said;
    const view = directory ? this.#viewWhole(directory, m) : null;
    return this.#large?.withFailure(view, this.fallbackTitle(m), m) ?? view;
  }

  /** Whether the filters are open. On paper they are in their place: they are its legend. */
  get #isPanelOpen(): boolean {
    return this.panelOpen && !this.pages.printing;
  }

  /** Opens or closes the filters. Where the code of their sheet does not come, they open in their place. */
  async #turnPanel(): Promise<void> {
    const code = await this.#sheetCode.load();
    if (code?.hasSheets()) this.#sheet ??= new code.FilterSheet(this, () => void (this.panelOpen = false));
    this.panelOpen = !this.panelOpen;
  }

  #ask(patch: Parameters<typeof this.provider.request>[0]): void {
    this.acted();
    this.place = null;
    this.provider.request(patch);
  }

  #tell(): void {
    this.#acted = false;
    const { query, facets } = this.provider.scope.state;
    this.dispatchEvent(new EssFilterEvent({ query, facets, count: this.#shown }));
    const found = this.#m?.text('dirFound', { n: this.#shown });
    if (found) this.announce([found, this.#said].filter(Boolean).join('. '));
  }

  #know(dataset: Dataset, m: Localized): Known {
    const request = this.#request();
    const key = JSON.stringify([request, m.lang]);
    if (this.#known?.dataset === dataset && this.#known.key === key) return this.#known;
    this.#known = { key, dataset, entries: directoryOf(dataset, request), m };
    return this.#known;
  }

  get #facets(): ScopeState['facets'] {
    return facetsFor(this.shownLayers, this.provider.scope.state.facets);
  }

  #request(): DirectoryRequest {
    const asked = this.scoped('period');
    const period = asked && parsePeriod(asked) ? asked : undefined;
    return { layers: this.shownLayers, period, where: this.#where };
  }

  /** The columns of entries, made anew when other entries are listed. */
  #storeOf(entries: readonly DirectoryEntry[]): ListStore {
    if (this.#store?.entries !== entries) this.#store = new ListStore(entries);
    return this.#store;
  }

  #directory(dataset: Dataset, m: Localized): Directory {
    const known = this.#know(dataset, m);
    const { query } = this.provider.scope.state;
    const facets = this.#facets;
    const kept = { territory: this.scoped('territory') };
    const { ids: found } = this.#search.find(query, known);
    const near = this.#near.read();
    const around = near?.around(dataset) ?? null;
    const ground = this.ground?.bbox ?? null;
    const store = this.#storeOf(this.revised(known.entries, dataset));
    const { counts, kinds, all, shown: everywhere } = store.select({ ...kept, facets, found, near: around, ground });
    const shown = this.place ? everywhere.filter(({ id }) => this.place?.includes(id)) : everywhere;
    const n = shown.length;
    this.#shown = n;
    const { categories, filters } = filterModel({
      dataset,
      kinds,
      colleges: this.#asked,
      departements: counts.departements,
      facets,
      query,
      pending: query.trim() !== '' && !found,
      near,
      n,
      found: found?.length,
      beyond: around && counts.beyond,
      open: this.#isPanelOpen,
      m,
    });
    this.#said = filters.near?.said;
    return {
      dataset,
      all,
      shown,
      everywhere,
      // Every entry of a place is on the map.
      tally: { all: counts.all, shown: this.place ? { n, placed: n } : counts.shown },
      layers: talliesByLayer(kinds),
      categories,
      filters,
      filtered: found !== null || filters.active > 0 || filters.near?.filters === true,
      territory: placeName(dataset, kept.territory, m),
      apart: this.#apart(dataset, kept, m),
    };
  }

  /** Says how many entries a period leaves out because they may lie outside it. */
  #apart(dataset: Dataset, query: ListQuery, m: Localized): Content {
    const request = this.#request();
    return request.period ? apartLines(dataset, request, query, m) : nothing;
  }
}
