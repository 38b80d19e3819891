/** Makes the columns of entries in their order. */
import type { Precision } from '../../model/index.ts';
import type { DirectoryEntry } from '../directory.ts';
import { type Columns, type DrawnKind, type Lineages, lineagesOf, STEPS } from './columns.ts';
import { runSync } from './steps.ts';

/** Entries of a step, which take some 10 ms of a telephone. */
const SLICE = 2_000;

/** Makes the columns of entries that stay in memory, with their exact positions. */
export const columnsInMemory = (entries: readonly DirectoryEntry[]): Columns => runSync(columnSteps(entries, false));

/**
 * Makes columns in steps of some milliseconds each.
 * @param isRounded whether positions become whole steps, as files have them
 */
export function* columnSteps(entries: readonly DirectoryEntry[], isRounded: boolean): Generator<void, Columns> {
  const count = entries.length;
  const [kinds, kindOf] = dictionary<DrawnKind>(({ layer, college }) =>
    college === null ? layer : `${layer}/${college}`,
  );
  const [precisions, precisionOf] = dictionary<Precision>((precision) => precision);
  const [lineages, nodeOf] = lineageBook();
  const columns = {
    lon: isRounded ? new Int32Array(count) : new Float64Array(count),
    lat: isRounded ? new Int32Array(count) : new Float64Array(count),
    precision: new Uint8Array(count),
    kind: new Uint16Array(count),
    lineage: new Uint32Array(count),
  };
  const stepsOf = (degrees: number): number => (isRounded ? Math.round(degrees * STEPS) : degrees * STEPS);
  let place = -1;
  for (const { position, layer, college, lineage } of entries) {
    place += 1;
    if (place % SLICE === 0) yield;
    columns.kind[place] = kindOf({ layer, college });
    columns.lineage[place] = nodeOf(lineage);
    if (!position) continue;
    columns.precision[place] = precisionOf(position.precision) + 1;
    columns.lon[place] = stepsOf(position.lon);
    columns.lat[place] = stepsOf(position.lat);
  }
  return { id: '', count, ...columns, kinds, precisions, lineages: lineages(), shards: [], terms: [], ids: '' };
}

/** Collects values in the order in which they come, and gives the place of each among them. */
function dictionary<T>(keyOf: (value: T) => string): readonly [readonly T[], (value: T) => number] {
  const values: T[] = [];
  const known = new Map<string, number>();
  return [
    values,
    (value) => {
      const key = keyOf(value);
      const at = known.get(key) ?? values.length;
      if (at === values.length) values.push(value);
      known.set(key, at);
      return at;
    },
  ];
}

/** Collects the ways from the widest territory to the narrowest, each node once. */
function lineageBook(): readonly [() => Lineages, (lineage: readonly string[]) => number] {
  const ids = [''];
  const parents = [0];
  const known = new Map<string, number>();
  const nodeOf = (lineage: readonly string[]): number => {
    let node = 0;
    for (const id of [...lineage].reverse()) {
      const key = `${node}/${id}`;
      const next = known.get(key) ?? ids.length;
      if (next === ids.length) {
        ids.push(id);
        parents.push(node);
        known.set(key, next);
      }
      node = next;
    }
    return node;
  };
  return [() => lineagesOf(ids, Uint32Array.from(parents)), nodeOf];
}
