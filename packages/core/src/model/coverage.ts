/** What a data set holds, and for what it is complete. */
import type { CollectionName, CollectionRecords } from './collections.ts';
import { type Dataset, parseWhere } from './dataset.ts';
import type { Manifest } from './manifest.ts';
import { type Period } from './period.ts';
import { periodContains } from './period-relations.ts';

/** The records of a collection; empty when the data set has none. @throws TypeError when it has some that were not loaded */
export function records<N extends CollectionName>(dataset: Dataset, name: N): readonly CollectionRecords[N][] {
  const loaded = dataset.collections[name];
  if (loaded) return loaded;
  if (dataset.manifest.collections[name]) {
    throw new TypeError(`collection "${name}" of ${dataset.manifest.id} was not loaded: add it to "need"`);
  }
  return NONE;
}

/** One list for all that have none, so that what is remembered about a list is remembered about this one. */
const NONE: readonly never[] = [];

/** Whether a collection is declared complete for a period and a part of it. Undeclared means incomplete. */
export function isComplete(dataset: Dataset, name: CollectionName, period: Period, where?: string): boolean {
  const declared = (dataset.manifest.collections[name]?.coverage ?? []).filter(
    (c) => c.complete && (!c.period || periodContains(c.period, period)),
  );
  // Most say all or nothing, and each part of a measure asks: pairs are read only where they matter.
  if (declared.length === 0 || declared.some((c) => !c.where)) return declared.length > 0;
  const asked = parseWhere(where);
  return declared.some((c) => Object.entries(parseWhere(c.where)).every(([k, v]) => asked[k] === v));
}

/** The latest period that the data set describes. */
export function latestPeriod(manifest: Manifest): Period {
  return manifest.periods[manifest.periods.length - 1] ?? manifest.updated.slice(0, 4);
}
