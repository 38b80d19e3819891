import { type Observation, push } from '../../model/index.ts';
import { dimensionsKey, narrowestFirst } from './dataset-index.ts';

/** The parts of one dimension that were published, all else being equal, and the totals that they are parts of. */
export interface Partition {
  readonly dimension: string;
  /** Narrowest first; empty where no total was published. */
  readonly totals: readonly Observation[];
  /** One statement for each value of the dimension: the narrowest. */
  readonly parts: ReadonlyMap<string, Observation>;
}

/** Finds the partitions among observations that differ by their dimensions only. */
export function partitionsOf(observations: readonly Observation[]): readonly Partition[] {
  const statements = new Map<string, Observation[]>();
  for (const o of observations) push(statements, dimensionsKey(o.dimensions), o);
  const groups = new Map<string, { readonly dimension: string; readonly rest: string; readonly list: Observation[] }>();
  for (const same of statements.values()) {
    const [narrowest] = narrowestFirst(same);
    if (!narrowest) continue;
    for (const dimension of Object.keys(narrowest.dimensions)) {
      const rest = dimensionsKey(narrowest.dimensions, dimension);
      const key = `${dimension}\u0002${rest}`;
      const group = groups.get(key) ?? { dimension, rest, list: [] };
      group.list.push(narrowest);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ dimension, rest, list }) => ({
    dimension,
    totals: narrowestFirst(statements.get(rest) ?? []),
    parts: new Map(list.map((o) => [o.dimensions[dimension] ?? '', o])),
  }));
}
