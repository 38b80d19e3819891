import {
  countEntries,
  type DirectoryEntry,
  type DirectoryFilter,
  filterDirectory,
  type SearchRecord,
} from '@ess-widgets/core/geo';
import { type Dataset, records, resolveText } from '@ess-widgets/core/model';
import type { Localized } from '../../messages/messages.ts';
import { regionOf } from '../places.ts';
import { type Categories, labelText } from './categories.ts';
import { departementsOf } from './departements.ts';
import type { FilterModel } from './filters.ts';
import type { NearController } from './near-controller.ts';
import { nameOf } from './texts.ts';

/** What of the entries is searched: names, places with all that contain them, activities, category. */
export function searchRecords(
  dataset: Dataset,
  entries: readonly DirectoryEntry[],
  categories: Categories,
  m: Localized,
): readonly SearchRecord[] {
  const territories = new Map(
    records(dataset, 'territories').map(({ id, name }) => [id, resolveText(name, m.lang).text]),
  );
  return entries.map((entry) => ({
    id: entry.id,
    name: nameOf(entry, m),
    aliases: entry.aliases,
    places: [
      entry.place ? resolveText(entry.place, m.lang).text : '',
      ...entry.lineage.map((id) => territories.get(id) ?? ''),
    ],
    activities: [...entry.activities, entry.description ?? ''],
    category: labelText(categories.of(entry), m),
  }));
}

/** What the filters show: a chip counts what choosing it alone would leave. */
export function filterModel(from: {
  readonly dataset: Dataset;
  readonly all: readonly DirectoryEntry[];
  readonly categories: Categories;
  readonly found: DirectoryFilter['found'];
  readonly pending: boolean;
  readonly query: string;
  readonly facets: Readonly<Record<string, readonly string[]>>;
  readonly near: NearController;
  readonly open: boolean;
  readonly m: Localized;
}): FilterModel {
  const { dataset, all, categories, found, pending, query, facets, near, open, m } = from;
  const departement = facets['departement'] ?? [];
  const counts = countEntries(filterDirectory(all, { found, facets: { departement } }));
  return {
    query,
    pending,
    departements: departementsOf(dataset, all, m),
    departement: departement[0] ?? '',
    region: regionOf(dataset, m),
    categories: categories.list.map((category) => ({
      category,
      count: counts.get(`${category.facet}:${category.id}`) ?? 0,
      pressed: (facets[category.facet] ?? []).includes(category.id),
    })),
    near: near.position !== null,
    nearMessage: near.message,
    active: Object.values(facets).reduce((sum, chosen) => sum + chosen.length, 0),
    open,
  };
}
