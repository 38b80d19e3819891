/** Names of the communes of a data set, for a map that is looked at from near. */
import type { CommuneTable } from '@ess-widgets/core/geo';
import type { Dataset } from '@ess-widgets/core/model';
import { communesOf } from '../base/communes-of.ts';
import type { MapLabel } from './types.ts';

/**
 * Loads the communes that go with a data set, those with most inhabitants first; none where it has no table.
 * @throws when a table is named and cannot be had
 */
export async function communeNames(dataset: Dataset): Promise<readonly MapLabel[]> {
  const table = await communesOf(dataset);
  return table ? rankCommunes(table) : [];
}

/** Ranks the placed communes of a table by their inhabitants; those of unknown number come last, in the order of the table. */
export const rankCommunes = ({ communes }: Pick<CommuneTable, 'communes'>): readonly MapLabel[] =>
  communes
    .flatMap(({ name, position, population }) => (position ? { name, ...position, population: population ?? -1 } : []))
    .sort((a, b) => b.population - a.population);
