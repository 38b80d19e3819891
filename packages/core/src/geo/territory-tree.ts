/** Territories that lie in one another: what contains what, and where a territory is, at best. */

/** Kinds of territory, from the widest to the narrowest. */
export type TerritoryKind = 'region' | 'departement' | 'epci' | 'pole' | 'commune';

/** Fields of a territory record that the tree reads. */
export interface TerritoryNode {
  readonly id: string;
  readonly kind: string;
  /** The territories that contain it whole. */
  readonly parents: readonly string[];
  /** The territories that contain a part of it: an EPCI over two départements lies in neither. */
  readonly overlaps?: readonly string[] | undefined;
  readonly position?: { readonly lon: number; readonly lat: number } | undefined;
}

/** A position, and the kind of territory that it stands for. */
export interface TerritoryPosition {
  readonly lon: number;
  readonly lat: number;
  readonly precision: string;
}

/** Territories, with look-ups along their parents. */
export interface TerritoryTree<T extends TerritoryNode> {
  get(id: string): T | undefined;
  /** The territory itself, then all that contain it, nearest first. */
  lineage(id: string): readonly T[];
  /** Whether `id` is `container`, or lies in it whole. False for ids that are not known. */
  isWithin(id: string, container: string): boolean;
  /** Territories of a kind that lie in `id`, wholly or in part, in the order of the records. */
  inside(id: string, kind: TerritoryKind): readonly T[];
  /** Its own position, else that of the nearest territory around it that has one. */
  positionOf(id: string): TerritoryPosition | null;
}

/** Makes a tree of territory records. Parents that are not among them, and circles, are passed over. */
export function createTerritoryTree<T extends TerritoryNode>(records: readonly T[]): TerritoryTree<T> {
  const byId = new Map(records.map((record) => [record.id, record]));
  const lineage = (id: string): readonly T[] => {
    const seen = new Set<T>();
    const start = byId.get(id);
    if (start !== undefined) seen.add(start);
    // A set is walked in the order of its additions, those made on the way included: nearest first.
    for (const record of seen) {
      for (const parent of record.parents) {
        const found = byId.get(parent);
        if (found !== undefined) seen.add(found);
      }
    }
    return [...seen];
  };
  const isWithin = (id: string, container: string): boolean => lineage(id).some((record) => record.id === container);
  return {
    get: (id) => byId.get(id),
    lineage,
    isWithin,
    inside: (id, kind) =>
      records.filter(
        (record) =>
          record.kind === kind &&
          record.id !== id &&
          (isWithin(record.id, id) || (record.overlaps ?? []).some((other) => isWithin(other, id))),
      ),
    positionOf: (id) => {
      for (const { position, kind } of lineage(id)) {
        if (position !== undefined) return { lon: position.lon, lat: position.lat, precision: kind };
      }
      return null;
    },
  };
}
