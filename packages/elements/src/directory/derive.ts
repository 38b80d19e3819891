import type { DirectoryEntry, DirectoryLayer } from '@ess-widgets/core/internal/directory/directory';
import {
  countEntries,
  type DirectoryFilter,
  filterDirectory,
} from '@ess-widgets/core/internal/directory/directory-filter';
import type { Beyond } from '@ess-widgets/core/internal/geo/near';
import type { ScopeState } from '@ess-widgets/core/internal/scope/scope';
import type { CollectionName, Dataset } from '@ess-widgets/core/model';
import { regionOf } from '../base/region.ts';
import type { Localized } from '../texts/texts.ts';
import type { Categories } from './categories.ts';
import { departementsOf } from './departements.ts';
import type { FilterModel } from './filters.ts';
import type { Near } from './near/near.ts';

/** What is read for these layers. */
export const collectionsOf = (layers: readonly DirectoryLayer[]): readonly CollectionName[] => [
  'organisations',
  'memberships',
  'colleges',
  'territories',
  ...(layers.includes('events') ? (['events'] as const) : []),
  ...(layers.includes('projects') ? (['projects', 'programmes'] as const) : []),
  ...(layers.includes('programmes') ? (['programmes'] as const) : []),
];

/** Whether a layer is asked for that is not shown: there is none of that name. */
export const isOdd = (asked: string | null, shown: readonly string[]): boolean =>
  asked?.match(/\S+/g)?.some((word) => !shown.includes(word)) === true;

/** Best match first, or as they come; layers stay together. */
export function ordered(
  entries: readonly DirectoryEntry[],
  layers: readonly DirectoryLayer[],
  ids: readonly string[] | null,
): readonly DirectoryEntry[] {
  const rank = new Map((ids ?? []).map((id, index) => [id, index]));
  const sorted = [...entries].sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  return layers.flatMap((layer) => sorted.filter((entry) => entry.layer === layer));
}

/** What the filters show: a chip counts what choosing it alone would leave. */
export function filterModel(from: {
  readonly dataset: Dataset;
  readonly all: readonly DirectoryEntry[];
  readonly categories: Categories;
  readonly found: DirectoryFilter['found'];
  readonly pending: boolean;
  readonly query: string;
  readonly facets: ScopeState['facets'];
  readonly near: Near | undefined;
  /** How many are shown. */
  readonly n: number;
  /** What the radius leaves out of them. */
  readonly beyond: Beyond | null;
  readonly open: boolean;
  readonly m: Localized;
}): FilterModel {
  const { dataset, all, categories, found, facets, near, n, beyond, m, ...asked } = from;
  const departement = facets['departement'] ?? [];
  const here = filterDirectory(all, { found, facets: { departement } });
  const counts = countEntries(near ? near.among(here, dataset).kept : here);
  const departements = departementsOf(dataset, all, m);
  return {
    ...asked,
    departements,
    departement: departement[0] ?? '',
    region: regionOf(dataset, m),
    categories: categories.list.map((category) => ({
      category,
      count: counts.get(`${category.facet}:${category.id}`) ?? 0,
      pressed: (facets[category.facet] ?? []).includes(category.id),
    })),
    near: near?.view({ m, departements, n, found: found?.size, beyond }, dataset),
    active: activeOf(facets),
  };
}

/** How many filters are in force behind the button that opens them: what is near stands beside it. */
export const activeOf = ({ near: _near, ...facets }: ScopeState['facets']): number =>
  Object.values(facets).flat().length;
