/** Reading of one source of a snapshot. */

import type { SourceResult } from '@ess-widgets/core/data';
import { splitOptions } from '@ess-widgets/core/data/address';
import { type CollectionName, collectionNames, type Dataset } from '@ess-widgets/core/model';
import { blockedError, isAllowed } from '@ess-widgets/core/reading';
import type { SnapshotSourceConfig } from '../contract/snapshot-config.ts';
import { givenAddress } from '../dataset/address.ts';
import { namedCommunes, placedBy } from '../dataset/communes.ts';
import { createReader } from '../dataset/read.ts';
import type { Io } from '../io.ts';
import { findDataset } from '../open.ts';
import { type SnapshotSource, snapshotSources } from './feeds.ts';

/** Time in which a source must be read, in ms: a register of thousands of pages takes its time. */
export const SOURCE_TIMEOUT_MS = 30 * 60_000;

/** Records that are joined of a source: as many as a server's memory holds with ease. */
const MAX_RECORDS = 500_000;

/** What the reading of a source needs besides its configuration. */
export interface ReadOptions {
  /** Folder that relative paths start from: that of the configuration. */
  readonly cwd: string;
  readonly key: string | undefined;
  readonly communes: string | undefined;
  readonly hosts: readonly string[];
}

/** Reads a source. @throws Refusal or EssError where it cannot be read */
export async function readSource(source: SnapshotSourceConfig, io: Io, options: ReadOptions): Promise<SourceResult> {
  const { src, format, need } = source;
  const { key, communes, hosts } = options;
  const told = definedOptions(source, key);
  const signal = AbortSignal.timeout(SOURCE_TIMEOUT_MS);
  const own = { ...io, cwd: options.cwd };
  const address = givenAddress(src, own.cwd);
  const special = snapshotSources.find(({ id, detect }) =>
    format === undefined ? /^https?:/.test(address) && detect(address) >= 0.5 : id === format,
  );
  if (special) {
    const result = await readSpecial(special, address, { ...options, told, signal }, own);
    return { ...result, dataset: only(result.dataset, need) };
  }
  const asked = { communes, hosts, atHand: true, format, options: told, maxRecords: MAX_RECORDS, signal };
  const opening = await findDataset(src, own, asked);
  const result = await opening.load([...collectionNames, 'catalogue']);
  return { ...result, dataset: only(result.dataset, need) };
}

const definedOptions = (
  { past, zone, table }: SnapshotSourceConfig,
  key: string | undefined,
): Readonly<Record<string, string>> => ({
  ...(past ? { past } : {}),
  ...(zone ? { zone } : {}),
  ...(table ? { table } : {}),
  ...(key ? { key } : {}),
});

async function readSpecial(
  source: SnapshotSource,
  address: string,
  {
    told,
    signal,
    hosts,
    key,
    communes,
  }: ReadOptions & { readonly told: Readonly<Record<string, string>>; readonly signal: AbortSignal },
  io: Io,
): Promise<SourceResult> {
  const { src, options } = splitOptions(address);
  const reader = createReader(io, hosts);
  const read = reader.fetchFor(src, source.hosts);
  const reach = { addresses: [src], hosts: source.hosts };
  const { key: _secret, ...others } = { ...options, ...told };
  return source.load(
    { src, need: collectionNames, options: others },
    {
      fetch: (url) => read(url, { signal }),
      signal,
      key,
      maxRecords: MAX_RECORDS,
      placer: placedBy(communes === undefined ? null : await namedCommunes(communes, io.cwd, reader), io),
      send: (url, { headers = {}, form, signal: ended }) => {
        if (!isAllowed(url, reach)) throw blockedError(url);
        const posted = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
        return io.fetch(url, { ...posted, headers: { ...headers }, signal: ended, redirect: 'manual' });
      },
    },
  );
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
