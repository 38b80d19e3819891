import { type Categories, type CategoryChip, categoriesOf, regionOf } from '@ess-widgets/core/charts';
import type { DirectoryEntry } from '@ess-widgets/core/directory';
import type { OutsideRadius } from '@ess-widgets/core/geo';
import type { Dataset, DirectoryLayer, ScopeState } from '@ess-widgets/core/model';
import type { Localized } from '../texts/texts.ts';
import { departementNames } from './departements.ts';
import type { FilterModel } from './filters.ts';
import type { Near } from './near/near.ts';
import type { Tally } from './types.ts';

/** Tells whether a layer is asked for that is not shown, because there is none of that name. */
export const isOdd = (asked: string | null, shown: readonly string[]): boolean =>
  asked?.match(/\S+/g)?.some((word) => !shown.includes(word)) === true;

/** Numbers of a directory, and what the visitor asked for, of which its filters are made. */
interface Asked {
  readonly dataset: Dataset;
  /** Kinds that the page's author asks for, with the number that choosing one alone would leave. */
  readonly kinds: readonly (Pick<DirectoryEntry, 'layer' | 'college'> & { readonly count: number })[];
  /** Collèges that were ever chosen: each has a chip, though no entry is in it. */
  readonly colleges: ReadonlySet<string>;
  /** Départements of what the page's author asks for. */
  readonly departements: readonly string[];
  readonly facets: ScopeState['facets'];
  readonly query: string;
  readonly pending: boolean;
  readonly near: Near | undefined;
  /** Number of entries shown. */
  readonly n: number;
  /** Number that the words find, whatever the filters are; undefined where it is not known. */
  readonly found: number | undefined;
  readonly beyond: OutsideRadius | null;
  readonly open: boolean;
  readonly m: Localized;
}

/** Makes the legend and the filters, which are one: a chip counts what choosing it alone would leave. */
export function filterModel(asked: Asked): { readonly categories: Categories; readonly filters: FilterModel } {
  const { dataset, kinds, colleges, facets, near, n, found, beyond, query, pending, open, m } = asked;
  const chosen = [...colleges].map((college) => ({ layer: 'members', college }) as const);
  const categories = categoriesOf(dataset, [...kinds, ...chosen]);
  const chipKey = ({ facet, id }: CategoryChip): string => `${facet}:${id}`;
  const counts = new Map(kinds.map((kind) => [chipKey(categories.of(kind)), kind.count]));
  const departements = departementNames(dataset, asked.departements, m);
  const filters = {
    query,
    pending,
    open,
    departements,
    departement: facets['departement']?.[0] ?? '',
    region: regionOf(dataset, m),
    categories: categories.list.flatMap((category) => {
      const count = counts.get(chipKey(category)) ?? 0;
      const pressed = (facets[category.facet] ?? []).includes(category.id);
      // One that was chosen stays: it goes back the way it came.
      return count > 0 || pressed || colleges.has(category.id) ? [{ category, count, pressed }] : [];
    }),
    near: near?.view({ m, departements, n, found, beyond }, dataset),
    active: activeOf(facets),
  };
  return { categories, filters };
}

/** Counts the filters behind the button that opens them; the radius stands beside it and is not among them. */
export const activeOf = ({ near: _near, ...facets }: ScopeState['facets']): number =>
  Object.values(facets).flat().length;

/** Adds up the kinds of each layer. */
export function talliesByLayer(
  kinds: readonly (Tally & Pick<DirectoryEntry, 'layer'>)[],
): ReadonlyMap<DirectoryLayer, Tally> {
  const tallies = new Map<DirectoryLayer, Tally>();
  for (const { layer, n, placed } of kinds) {
    const before = tallies.get(layer) ?? { n: 0, placed: 0 };
    tallies.set(layer, { n: before.n + n, placed: before.placed + placed });
  }
  return tallies;
}
