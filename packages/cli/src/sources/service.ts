/** Reading of the services that a page does not read: with a key, in many requests, or from several hosts. */
import type { SourceRequest, SourceResult } from '@ess-widgets/core/data';
import { splitOptions } from '@ess-widgets/core/data/address';
import type { CommuneTable } from '@ess-widgets/core/geo';
import { collectionNames } from '@ess-widgets/core/model';
import { blockedError, isAllowed } from '@ess-widgets/core/reading';
import { placedBy } from '../dataset/communes.ts';
import type { Opening } from '../dataset/opening.ts';
import type { DocumentReader } from '../dataset/read.ts';
import type { Io } from '../io.ts';
import type { SnapshotSource } from './feeds.ts';

/** What the reading of a service needs. */
interface ServiceContext {
  readonly reader: DocumentReader;
  readonly key: string | undefined;
  readonly signal: AbortSignal;
  readonly maxRecords: number;
  readonly table: CommuneTable | null;
}

/** Returns a service that was found, and not read yet. */
export function openService(
  source: SnapshotSource,
  address: string,
  io: Io,
  { reader, key, signal, maxRecords, table }: ServiceContext,
): Opening {
  const { src, options } = splitOptions(address);
  const read = reader.fetchFor(src, source.hosts);
  const reach = { addresses: [src], hosts: source.hosts };
  const { key: _secret, ...others } = options;
  let result: Promise<SourceResult> | undefined;
  const load = (): Promise<SourceResult> =>
    source.load(
      { src, need: collectionNames, options: others },
      {
        ...{ signal, key, maxRecords },
        fetch: (url) => read(url, { signal }),
        placer: placedBy(table, io),
        send: (url, { headers = {}, form, signal: ended }) => {
          if (!isAllowed(url, reach)) throw blockedError(url);
          const posted = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
          return io.fetch(url, { ...posted, headers: { ...headers }, signal: ended, redirect: 'manual' });
        },
      },
    );
  return { ...{ src, source, reader }, fetch: read, load: (_need: SourceRequest['need']) => (result ??= load()) };
}
