/**
 * The columns of a directory: everything that its map, filters and counts need of each entry, in numbers. An entry is known by
 * its place in them, and they stand in the order of the list.
 */
import { departementIn, type Position, type Precision } from '../../model/index.ts';
import type { DirectoryEntry } from '../directory.ts';

/** Steps a degree. A file keeps whole steps, so that its positions are right to 0.00005°, 5.6 m or less. */
export const STEPS = 10_000;

/** Details of consecutive places, in a file of their own. */
export interface ShardRef {
  readonly href: string;
  readonly first: number;
  readonly count: number;
}

/** The words that begin alike, in a file of their own. */
export interface TermsRef {
  readonly href: string;
  readonly prefix: string;
}

/** Layer and collège of an entry, by which it is drawn and chosen. */
export type DrawnKind = Pick<DirectoryEntry, 'layer' | 'college'>;

/** The territories that contain an entry, as a way from the widest to the narrowest. Node 0 is nowhere. */
export interface Lineages {
  readonly ids: readonly string[];
  readonly parents: Uint32Array;
  /** Département of each node; null for none. */
  readonly departements: readonly (string | null)[];
}

/** Columns in memory; every list has `count` values. */
export interface Columns {
  /** Id that the files beside the columns must name. */
  readonly id: string;
  readonly count: number;
  /** Longitude and latitude in steps: whole ones as a file has them, exact ones where the records are in memory. */
  readonly lon: Int32Array | Float64Array;
  readonly lat: Int32Array | Float64Array;
  /** Place in `precisions`, from 1; 0 without a position. */
  readonly precision: Uint8Array;
  /** Place in `kinds`. */
  readonly kind: Uint16Array;
  /** Node of `lineages`. */
  readonly lineage: Uint32Array;
  readonly kinds: readonly DrawnKind[];
  readonly precisions: readonly Precision[];
  readonly lineages: Lineages;
  readonly shards: readonly ShardRef[];
  readonly terms: readonly TermsRef[];
  /** File of all ids, in which the place of an id is looked up. */
  readonly ids: string;
}

/** Returns the position of a place; null for none. */
export function positionAt({ lon, lat, precision, precisions }: Columns, place: number): Position | null {
  const precise = precisions[(precision[place] ?? 0) - 1];
  return precise ? { lon: (lon[place] ?? 0) / STEPS, lat: (lat[place] ?? 0) / STEPS, precision: precise } : null;
}

/** Returns every territory around a node, narrowest first. */
export function nodeLineage({ ids, parents }: Lineages, node: number): readonly string[] {
  const found: string[] = [];
  for (let at = node; at > 0; at = parents[at] ?? 0) found.push(ids[at] ?? '');
  return found;
}

/** Adds to the nodes the département of each. */
export function lineagesOf(ids: readonly string[], parents: Uint32Array): Lineages {
  const bare = { ids, parents, departements: [] };
  return { ids, parents, departements: ids.map((_, node) => departementIn(nodeLineage(bare, node))) };
}
