import type { CollectionName, CollectionRecords } from './collections.ts';
import type { Manifest } from './manifest.ts';
import type { Measure } from './measure.ts';
import { type Period, periodContains } from './period.ts';
import type { Text } from './text.ts';

export type { CollectionName, CollectionRecords } from './collections.ts';
export type { CollectionEntry, Coverage, Manifest, SourceDocument } from './manifest.ts';

/** Major version of the data set format that this release reads. */
export const DATASET_FORMAT = 'ess-dataset/1';

/**
 * A data set in memory. `collections` holds only what was asked for and loaded; `base` is the address that relative
 * addresses of the manifest resolve against.
 */
export interface Dataset {
  readonly manifest: Manifest;
  readonly base: string;
  readonly collections: { readonly [N in CollectionName]?: readonly CollectionRecords[N][] };
  /** Measures written by the build, present when they were asked for and match the collections' hashes. */
  readonly measures?: MeasuresDocument;
}

/** What `measures.json` holds: measures computed by the build, and the texts of their indicators. */
export interface MeasuresDocument {
  readonly format: string;
  /** Hash of each collection that the measures were computed from. */
  readonly hashes: Readonly<Record<string, string>>;
  readonly indicators: Readonly<Record<string, IndicatorTexts>>;
  readonly measures: readonly Measure[];
}

/** What a reader needs to know of an indicator without its code. */
export interface IndicatorTexts {
  readonly label: Text;
  readonly definition: Text;
  readonly kind: 'stock' | 'flow' | 'rate';
  readonly unit: string;
  readonly dimensions: readonly Dimension[];
}

/** A way to split an indicator. Only exclusive dimensions give shares, stacks and sums; others are multiple answers. */
export interface Dimension {
  readonly id: string;
  readonly label: Text;
  readonly exclusive: boolean;
}

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

/** Reads `college=associations body=bureau` into pairs. A key given twice keeps its last value. */
export function parseWhere(text: string | undefined): Readonly<Record<string, string>> {
  const pairs = (text ?? '').split(/\s+/).filter((word) => word.includes('='));
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}

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
