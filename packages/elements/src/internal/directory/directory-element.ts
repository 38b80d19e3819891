import {
  countEntries,
  type DirectoryEntry,
  type DirectoryFilter,
  type DirectoryLayer,
  directoryOf,
  filterDirectory,
  type SearchRecord,
  sortByDistance,
} from '@ess-widgets/core/geo';
import { type Dataset, parsePeriod, records, resolveText } from '@ess-widgets/core/model';
import { toggleFacet } from '@ess-widgets/core/scope';
import type { PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import type { Localized } from '../../messages/messages.ts';
import type { Need } from '../data-controller.ts';
import { type ElementView, EssElement } from '../element.ts';
import { EssFilterEvent, EssSelectEvent } from '../events.ts';
import { type Categories, type Category, categoriesOf, labelText } from './categories.ts';
import { departementsOf, regionOf } from './departements.ts';
import type { FilterActions, FilterModel } from './filters.ts';
import { NearController } from './near-controller.ts';
import { PagesController } from './pages-controller.ts';
import type { RowActions, RowsModel } from './rows.ts';
import { SearchController } from './search-controller.ts';
import { nameOf } from './texts.ts';

const COLLECTION: Readonly<Record<DirectoryLayer, string>> = {
  members: 'organisations',
  events: 'events',
  projects: 'projects',
};

/** A directory as it is shown now. */
export interface Directory {
  readonly dataset: Dataset;
  /** What the page's author asks for. */
  readonly all: readonly DirectoryEntry[];
  /** What the visitor's search and filters leave of it, in the order of the list. */
  readonly shown: readonly DirectoryEntry[];
  readonly categories: Categories;
  readonly filters: FilterModel;
  /** A search, a filter or an opened place is in force. */
  readonly filtered: boolean;
}

interface Known {
  readonly key: string;
  readonly dataset: Dataset;
  readonly entries: readonly DirectoryEntry[];
  readonly categories: Categories;
  readonly searched: readonly SearchRecord[];
}

/** What the map and the list share: which entries there are, what the visitor's search and filters leave of them. */
export abstract class DirectoryElement extends EssElement {
  /** The panel of filters is open on a narrow screen. */
  @state() private panelOpen = false;
  /** Entries of one place of the map that no zoom takes apart. */
  @state() protected place: readonly string[] | null = null;

  protected readonly pages = new PagesController(this);
  protected readonly near: NearController = new NearController(this, () => this.acted());
  readonly #search = new SearchController(this);
  #known: Known | null = null;
  #acted = false;
  #shown = 0;

  /** Layers that the element lists. */
  protected abstract get shownLayers(): readonly DirectoryLayer[];

  protected override needs(): readonly Need[] {
    const layers = this.shownLayers;
    return [
      'organisations',
      'memberships',
      'colleges',
      'territories',
      ...(layers.includes('events') ? (['events'] as const) : []),
      ...(layers.includes('projects') ? (['projects', 'programmes'] as const) : []),
    ];
  }

  protected override view(dataset: Dataset, m: Localized): ElementView | null {
    // While a new layer's collection is on its way, the old data set stays on screen and lacks it.
    const missing = this.needs().some(
      (need) => need !== 'measures' && dataset.manifest.collections[need] && !dataset.collections[need],
    );
    return missing ? null : this.viewOf(this.#directory(dataset, m), m);
  }

  /** What to show of a directory. */
  protected abstract viewOf(directory: Directory, m: Localized): ElementView;

  /** The visitor did something that changes what is shown: the result will be said. */
  protected acted(): void {
    this.#acted = true;
    this.pages.reset();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#acted && this.#known && !this.#pending()) this.#tell();
  }

  readonly #filterActions: FilterActions = {
    search: (query) => {
      this.acted();
      this.place = null;
      this.provider.request({ query });
    },
    departement: (id) => {
      const { departement: _before, ...others } = this.provider.scope.state.facets;
      this.#setFacets(id ? { ...others, departement: [id] } : others);
    },
    toggle: ({ facet, id }: Category) => this.#setFacets(toggleFacet(this.provider.scope.state.facets, facet, id)),
    near: () => this.near.toggle(),
    open: () => {
      this.panelOpen = !this.panelOpen;
    },
  };

  protected get filterActions(): FilterActions {
    return this.#filterActions;
  }

  protected readonly rowActions: RowActions = {
    select: (entry) => this.select(entry.id === this.provider.scope.state.selection ? null : entry),
    more: () => this.pages.more(),
  };

  /** Removes the search and every filter. */
  protected readonly clear = (): void => {
    this.acted();
    this.place = null;
    this.provider.request({ query: '', facets: {} });
    this.renderRoot.querySelector<HTMLElement>('#search')?.focus();
  };

  /** Chooses an entry, or none. */
  protected select(entry: DirectoryEntry | null): void {
    const { selection } = this.provider.scope.state;
    const before = this.#known?.entries.find(({ id }) => id === selection);
    this.provider.request({ selection: entry?.id ?? null });
    const layer = (entry ?? before)?.layer ?? 'members';
    this.dispatchEvent(new EssSelectEvent({ id: entry?.id ?? null, collection: COLLECTION[layer] }));
  }

  /** A list or table of the directory. */
  protected rowsOf({ shown, categories }: Directory): RowsModel {
    const limit = this.pages.limitFor(shown.length);
    const unprinted = this.pages.printing ? shown.length - limit : 0;
    return {
      entries: shown,
      limit,
      categories,
      selection: this.provider.scope.state.selection,
      from: this.near.position,
      unprinted,
    };
  }

  #setFacets(facets: Readonly<Record<string, readonly string[]>>): void {
    this.acted();
    this.place = null;
    this.provider.request({ facets });
  }

  #pending(): boolean {
    const { query } = this.provider.scope.state;
    return this.#known !== null && this.#search.find(query, this.#known.searched).pending;
  }

  #tell(): void {
    this.#acted = false;
    const { query, facets } = this.provider.scope.state;
    this.dispatchEvent(new EssFilterEvent({ query, facets, count: this.#shown }));
    this.announceFound(this.#shown);
  }

  /** Says how many entries are left. */
  protected abstract announceFound(n: number): void;

  #know(dataset: Dataset, m: Localized): Known {
    const period = this.scoped('period');
    const asked = period && parsePeriod(period) ? period : undefined;
    const key = [this.shownLayers.join(), asked, m.lang].join('/');
    if (this.#known?.dataset === dataset && this.#known.key === key) return this.#known;
    const entries = directoryOf(dataset, { layers: this.shownLayers, period: asked });
    const categories = categoriesOf(dataset, entries);
    const territories = new Map(
      records(dataset, 'territories').map(({ id, name }) => [id, resolveText(name, m.lang).text]),
    );
    const searched = entries.map((entry): SearchRecord => {
      const places = [
        entry.place ? resolveText(entry.place, m.lang).text : '',
        ...entry.lineage.map((id) => territories.get(id) ?? ''),
      ];
      return {
        id: entry.id,
        name: nameOf(entry, m),
        aliases: entry.aliases,
        places,
        activities: [...entry.activities, entry.description ?? ''],
        category: labelText(categories.of(entry), m),
      };
    });
    this.#known = { key, dataset, entries, categories, searched };
    return this.#known;
  }

  #directory(dataset: Dataset, m: Localized): Directory {
    const { entries, searched } = this.#know(dataset, m);
    const { query, facets } = this.provider.scope.state;
    const all = filterDirectory(entries, { where: this.scoped('where'), territory: this.scoped('territory') });
    const { ids, pending } = this.#search.find(query, searched);
    const found = ids && new Set(ids);
    const left = this.#order(filterDirectory(all, { facets, found }), ids);
    const shown = this.place ? left.filter(({ id }) => this.place?.includes(id)) : left;
    this.#shown = shown.length;
    const filtered = shown.length !== all.length || query.trim() !== '' || Object.keys(facets).length > 0;
    const categories = categoriesOf(dataset, all);
    const filters = this.#filters({ dataset, all, categories, found, pending, m });
    return { dataset, all, shown, categories, filters, filtered };
  }

  /** Nearest first, else best match first; layers stay together. */
  #order(entries: readonly DirectoryEntry[], ids: readonly string[] | null): readonly DirectoryEntry[] {
    const layers = this.shownLayers;
    const rank = new Map((ids ?? []).map((id, index) => [id, index]));
    const sorted = this.near.position
      ? sortByDistance(entries, this.near.position)
      : [...entries].sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
    return layers.flatMap((layer) => sorted.filter((entry) => entry.layer === layer));
  }

  #filters(from: {
    dataset: Dataset;
    all: readonly DirectoryEntry[];
    categories: Categories;
    found: DirectoryFilter['found'];
    pending: boolean;
    m: Localized;
  }): FilterModel {
    const { query, facets } = this.provider.scope.state;
    const departement = facets['departement'] ?? [];
    const counts = countEntries(filterDirectory(from.all, { found: from.found, facets: { departement } }));
    return {
      query,
      pending: from.pending,
      departements: departementsOf(from.dataset, from.all, from.m),
      departement: departement[0] ?? '',
      region: regionOf(from.dataset, from.m),
      categories: from.categories.list.map((category) => ({
        category,
        count: counts.get(`${category.facet}:${category.id}`) ?? 0,
        pressed: (facets[category.facet] ?? []).includes(category.id),
      })),
      near: this.near.position !== null,
      nearMessage: this.near.message,
      active: Object.values(facets).reduce((sum, chosen) => sum + chosen.length, 0),
      open: this.panelOpen,
    };
  }
}
