/** Reading of one source of a snapshot. */
import type { SourceResult } from '@ess-widgets/core/data';
import { type CollectionName, collectionNames, type Dataset } from '@ess-widgets/core/model';
import type { Io } from '../io.ts';
import { openParts } from '../open.ts';
import { addressesWithFormats } from '../sources/choose.ts';

/** Time in which a source must be read, in ms: a register of thousands of pages takes its time. */
export const SOURCE_TIMEOUT_MS = 30 * 60_000;

/** Records that are joined of a source: as many as a server's memory holds with ease. */
const MAX_RECORDS = 500_000;

/** A source of a snapshot. */
export interface SourceToTake {
  /** Its addresses, separated by spaces, each with its recipe. */
  readonly src: string;
  /** The format of each, by position. */
  readonly format?: string | undefined;
  /** Collections to keep; all of them by default. */
  readonly need?: readonly string[] | undefined;
}

/** What the reading of a source needs besides. */
export interface ReadOptions {
  /** Folder that relative paths start from: that of the file of sources. */
  readonly cwd: string;
  readonly key: string | undefined;
  readonly communes: string | undefined;
  readonly reference?: string | undefined;
  readonly hosts: readonly string[];
}

/** Reads a source. @throws Refusal or EssError where it cannot be read */
export async function readSource(source: SourceToTake, io: Io, options: ReadOptions): Promise<SourceResult> {
  const { cwd, key, ...others } = options;
  const parts = addressesWithFormats(source).map((part) => ({ ...part, key, isDeclared: true }));
  const { dataset, issues } = await openParts(
    parts,
    [...collectionNames, 'catalogue'],
    { ...io, cwd },
    {
      ...others,
      ...{ atHand: true, maxRecords: MAX_RECORDS, signal: AbortSignal.timeout(SOURCE_TIMEOUT_MS) },
    },
  );
  return { dataset: only(dataset, source.need), issues };
}

/** Returns a data set with some of its collections, and no file besides them: what it names is not copied. */
function only({ manifest, base, collections, catalogue }: Dataset, need: readonly string[] | undefined): Dataset {
  const names = Object.keys(collections) as CollectionName[];
  const kept = names.filter((name) => need === undefined || need.includes(name));
  const {
    report: _r,
    story: _s,
    communes: _c,
    basemap: _b,
    calendar: _i,
    packed: _p,
    measures: _m,
    excerpts: _e,
    ...head
  } = manifest;
  return {
    manifest: head,
    base,
    collections: Object.fromEntries(kept.map((name) => [name, collections[name]])),
    ...(catalogue ? { catalogue } : {}),
  };
}
