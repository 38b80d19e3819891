/** Territories that contain others, as far as the records of a data set tell. */
import type { Dataset } from './dataset.ts';

/** Returns the territories that contain one, itself first. */
export type Lineage = (territory: string) => readonly string[];

type Territories = readonly { readonly id: string; readonly parents: readonly string[] }[];

/** Parents and lineages of each list of territories. Lists never change, and thousands of records lie in each territory. */
const known = new WeakMap<
  Territories,
  { readonly parents: ReadonlyMap<string, readonly string[]>; readonly lineages: Map<string, readonly string[]> }
>();

function read(list: Territories) {
  const before = known.get(list);
  if (before) return before;
  const made = { parents: new Map(list.map(({ id, parents }) => [id, parents])), lineages: new Map() };
  known.set(list, made);
  return made;
}

/** Returns territories, those that contain them, those that contain these: each once. */
export function widening(list: Territories, territories: readonly string[]): readonly string[] {
  const { parents } = read(list);
  const seen = new Set(territories);
  // A set gives what is added to it while it is being read.
  for (const id of seen) for (const parent of parents.get(id) ?? []) seen.add(parent);
  return [...seen];
}

/** Returns the same for one territory, cached. */
export function lineageOf(list: Territories, id: string): readonly string[] {
  const { lineages } = read(list);
  const found = lineages.get(id) ?? widening(list, [id]);
  lineages.set(id, found);
  return found;
}

/** Returns the lineage of a territory in a data set: itself alone where its territories were not loaded. */
export const lineageIn =
  ({ collections: { territories } }: Pick<Dataset, 'collections'>): Lineage =>
  (id) =>
    territories ? lineageOf(territories, id) : [id];

/** The département of a lineage: the one in it, else the one that its commune's code names. */
export const departementIn = (lineage: readonly string[]): string | null =>
  lineage.find((id) => id.startsWith('departement-')) ?? departementOf(lineage);

/**
 * A list of members may name communes only: the INSEE code of a commune starts with that of its département. A commune of a
 * region without such a code is abroad, whatever its own code looks like.
 */
function departementOf(lineage: readonly string[]): string | null {
  if (lineage.some((id) => /^region-(?!\d\d$)/.test(id))) return null;
  const code = /^commune-(97\d|\d[\dAB])/.exec(lineage.find((id) => id.startsWith('commune-')) ?? '')?.[1];
  return code === undefined ? null : `departement-${code}`;
}
