/**
 * Selects the places of a directory that a query asks for, counts them and puts them in order. It works on columns alone, so
 * that it answers at once for a list in memory, and runs in a worker for a large one.
 */
import { keptRecords, pairsOnly } from '../../model/index.ts';
import { distanceOf, radiusOf } from './around.ts';
import { inBox, placesExtent } from './boxes.ts';
import { type Columns, type DrawnKind, nodeLineage } from './columns.ts';
import type { Counts, DirectoryQuery } from './contract.ts';
import { partTallies } from './parts.ts';

/** Tells whether a pair with this key says something of the kind of an entry. */
const isOfKind = (key: string): boolean => key === 'layer' || key === 'college';

/** Keys of the pairs that columns alone can answer. */
export const columnKeys: readonly string[] = ['layer', 'college', 'departement', 'territory'];

/** Numbers of entries of a kind. */
interface KindCount extends DrawnKind {
  /** Entries that the page's author asks for, and how many of them are on the map. */
  readonly n: number;
  readonly placed: number;
  /** Entries that choosing this kind alone would leave, and how many of them are on the map. */
  readonly count: number;
  readonly onMap: number;
}

/** Answer to a query. */
export interface SelectedEntries {
  readonly counts: Counts;
  /** Kinds of what the page's author asks for. */
  readonly kinds: readonly KindCount[];
  /** Places that the page's author asks for, in the order of the columns. */
  readonly all: Uint32Array;
  /** Places that the visitor's search and filters leave of them: nearest first, else best match first. */
  readonly shown: Uint32Array;
  /** Places of `shown` that are on the map. */
  readonly placed: Uint32Array;
}

/** Selects from some columns; it keeps which of their territories lie in which. */
export class Selector {
  readonly #columns: Columns;
  readonly #within = new Map<string, Uint8Array>();

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** @param scores how well each place matches the words of the query, 0 for not at all; null for no search */
  select(query: DirectoryQuery, scores: Float32Array | null): SelectedEntries {
    const { kind, kinds, lineage, lineages, precision } = this.#columns;
    const isAsked = this.#author(query);
    const keeps = this.#visitor(query);
    const radius = radiusOf(this.#columns, query.near);
    const perKind = new Uint32Array(kinds.length);
    const asked = new Uint32Array(kinds.length);
    const onMap = new Uint32Array(kinds.length);
    const wantedOnMap = new Uint32Array(kinds.length);
    const departements = new Set<string>();
    const everyone = new Uint32Array(precision.length);
    const kept = new Uint32Array(precision.length);
    let [n, left, off] = [0, 0, 0];
    const isOn = inBox(this.#columns, query.ground);
    for (let place = 0; place < precision.length; place += 1) {
      if (!isAsked(place)) continue;
      const node = lineage[place] ?? 0;
      const own = kind[place] ?? 0;
      everyone[n] = place;
      n += 1;
      asked[own] = (asked[own] ?? 0) + 1;
      if (isOn(place)) onMap[own] = (onMap[own] ?? 0) + 1;
      else if (precision[place]) off += 1;
      const departement = lineages.departements[node];
      if (departement) departements.add(departement);
      if (scores && !scores[place]) continue;
      if (!keeps.departement(node)) continue;
      const isWanted = keeps.kind(own) && keeps.place(place);
      if (!radius.keeps(place, isWanted)) continue;
      perKind[own] = (perKind[own] ?? 0) + 1;
      if (isOn(place)) wantedOnMap[own] = (wantedOnMap[own] ?? 0) + 1;
      if (!isWanted) continue;
      kept[left] = place;
      left += 1;
    }
    const shown = this.#order(kept.slice(0, left), scores, query.near);
    const placed = shown.filter(isOn);
    const positioned = shown.reduce((sum, place) => sum + (precision[place] ? 1 : 0), 0);
    const kindCounts = kinds.flatMap((each, at) => {
      const [own = 0, count = 0] = [asked[at], perKind[at]];
      const placedCount = { placed: onMap[at] ?? 0, count, onMap: wantedOnMap[at] ?? 0 };
      return own > 0 ? [{ ...each, n: own, ...placedCount }] : [];
    });
    const counts = {
      all: { n, placed: onMap.reduce((sum, each) => sum + each, 0), off },
      shown: { n: shown.length, placed: placed.length, off: positioned - placed.length },
      colleges: kindCounts.flatMap(({ layer, college, count }) =>
        layer === 'members' ? [[college, count] as const] : [],
      ),
      departements: [...departements].sort(),
      extent: placesExtent(this.#columns, placed),
      beyond: radius.beyond(),
      parts: partTallies(this.#columns, query.parts, isAsked, shown),
    };
    return { counts, kinds: kindCounts, all: everyone.slice(0, n), shown, placed };
  }

  #author({ where, territory }: DirectoryQuery): (place: number) => boolean {
    const { kind, kinds, lineage } = this.#columns;
    const inside = territory ? this.#inside(territory) : null;
    const ofKinds = kinds.map((own, at) => ({ ...own, at }));
    const isAsked = new Set(keptRecords(ofKinds, pairsOnly(where, isOfKind)).map(({ at }) => at));
    const here = this.#nodes(pairsOnly(where, (key) => !isOfKind(key)));
    return (place) => {
      const node = lineage[place] ?? 0;
      return isAsked.has(kind[place] ?? 0) && (!inside || inside[node] === 1) && (!here || here.has(node));
    };
  }

  /** Returns the nodes that pairs about places keep; null without such pairs. Columns know nothing else of an entry. */
  #nodes(where: string): ReadonlySet<number> | null {
    if (where === '') return null;
    const { lineages } = this.#columns;
    const nodes = lineages.ids.map((_, node) => ({ node, territory: String(node) }));
    return new Set(keptRecords(nodes, where, (node) => nodeLineage(lineages, Number(node))).map(({ node }) => node));
  }

  #visitor({ facets, within }: DirectoryQuery) {
    const { kinds, lineages } = this.#columns;
    const { college: colleges = [], layer: layers = [], departement = [] } = facets;
    const isFree = colleges.length + layers.length === 0;
    const kept = kinds.map(
      ({ layer, college }) => isFree || colleges.includes(college ?? '') || layers.includes(layer),
    );
    const here = lineages.departements.map((id) => departement.length === 0 || departement.includes(id ?? ''));
    const isIn = inBox(this.#columns, within);
    return {
      kind: (kind: number): boolean => kept[kind] === true,
      departement: (node: number): boolean => here[node] === true,
      place: (place: number): boolean => within === null || isIn(place),
    };
  }

  /** Marks the nodes that lie in a territory. */
  #inside(territory: string): Uint8Array {
    const known = this.#within.get(territory);
    if (known) return known;
    const { lineages } = this.#columns;
    const inside = Uint8Array.from(lineages.ids, (_, node) =>
      nodeLineage(lineages, node).includes(territory) ? 1 : 0,
    );
    this.#within.set(territory, inside);
    return inside;
  }

  /**
   * Puts the nearest first (an entry without a position comes last), else the best match. Layers stay together in the order of
   * the columns, and equal places stay in that order too.
   */
  #order(list: Uint32Array, scores: Float32Array | null, near: DirectoryQuery['near']): Uint32Array {
    if (!near && !scores) return list;
    const { precision, count, kind, kinds } = this.#columns;
    const layers = [...new Set(kinds.map(({ layer }) => layer))];
    const rank = kinds.map(({ layer }) => layers.indexOf(layer));
    const layerOf = (place: number): number => rank[kind[place] ?? 0] ?? 0;
    const weights = new Float64Array(count);
    for (const place of list) {
      if (!near) weights[place] = -(scores?.[place] ?? 0);
      else if (!precision[place]) weights[place] = Number.MAX_VALUE;
      else weights[place] = distanceOf(this.#columns, place, near);
    }
    return list.sort((a, b) => layerOf(a) - layerOf(b) || (weights[a] ?? 0) - (weights[b] ?? 0) || a - b);
  }
}
