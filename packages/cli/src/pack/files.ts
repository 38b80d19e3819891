/** The files of a packed folder, named by their content: what a name gives never changes, so that it can be kept for ever. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import {
  bytesOf,
  type Columns,
  listTerms,
  type Packed,
  writeColumns,
  writeDetails,
  writeIds,
  writeTerms,
} from '@ess-widgets/core/directory';
import type { PlaceWords } from '@ess-widgets/core/geo';
import type { PackedFiles } from '../contract/pack-report.ts';

/** A file to be written. */
export interface FileToWrite {
  readonly kind: PackedFiles['kind'];
  readonly href: string;
  readonly bytes: Uint8Array;
}

/** Length of a hash, as that of the hashes of a manifest. */
const HASH = 16;

/** Returns the hash of a content; that of a text is the one of its bytes in UTF-8. */
export const contentHash = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, HASH);

/** Returns a file whose name holds the hash of its bytes: `details.29-1`, then the hash. */
function named(kind: FileToWrite['kind'], name: string, bytes: Uint8Array): FileToWrite {
  const zipped = gzipSync(bytes, { level: 9 });
  return { kind, href: `${name}.${contentHash(bytes)}.bin`, bytes: zipped };
}

/** Returns all files of a packed directory; the first one is that of the columns, which names the others. */
export function filesOf(packed: Packed, around: PlaceWords): readonly [FileToWrite, ...FileToWrite[]] {
  const { columns, entries } = packed;
  const idsBytes = bytesOf(JSON.stringify(entries.map(({ id }) => id)));
  // Whatever changes a place changes this: files of two packings never go together by mistake.
  const id = contentHash(Buffer.concat([writeColumns(columns), idsBytes]));
  const details = columns.shards.map(({ first }, at) =>
    named('details', `details/${first}`, writeDetails(id, first, packed.details(at))),
  );
  const terms = writeTerms(id, listTerms(entries, around));
  const words = terms.map(({ bytes }, at) => named('words', `words/${at}`, bytes));
  const ids = named(
    'ids',
    'ids',
    writeIds(
      id,
      entries.map((entry) => entry.id),
    ),
  );
  const complete: Columns = {
    ...columns,
    id,
    ids: ids.href,
    shards: columns.shards.map((shard, at) => ({ ...shard, href: details[at]?.href ?? '' })),
    terms: terms.map(({ prefix }, at) => ({ prefix, href: words[at]?.href ?? '' })),
  };
  return [named('columns', 'columns', writeColumns(complete)), ...details, ...words, ids];
}
