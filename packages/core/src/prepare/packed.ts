/** The files of a packed folder, named by their content: what a name gives never changes, so that it can be kept for ever. */
import { gzipSync } from 'fflate';
import {
  bytesOf,
  type Columns,
  listTerms,
  type Packed,
  writeColumns,
  writeDetails,
  writeIds,
  writeTerms,
} from '../directory/index.ts';
import type { PlaceWords } from '../geo/index.ts';
import { contentHash } from './bytes.ts';

/** A file of a packed folder. */
export interface PackedFile {
  /** `columns` (map, filters, counts), `details` (cards, lists), `words` (the search), `ids`, or a file as it was. */
  readonly kind: 'columns' | 'details' | 'words' | 'ids' | 'copied';
  readonly href: string;
  readonly bytes: Uint8Array;
}

/** Returns a file whose name holds the hash of its bytes: `details.29-1`, then the hash. */
function named(kind: PackedFile['kind'], name: string, bytes: Uint8Array): PackedFile {
  // Without a date: the same members give the same bytes.
  const zipped = gzipSync(bytes, { level: 9, mtime: 0 });
  return { kind, href: `${name}.${contentHash(bytes)}.bin`, bytes: zipped };
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const all = new Uint8Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}

/** Returns all files of a packed directory; the first one is that of the columns, which names the others. */
export function packedFiles(packed: Packed, around: PlaceWords): readonly [PackedFile, ...PackedFile[]] {
  const { columns, entries } = packed;
  const idsBytes = bytesOf(JSON.stringify(entries.map(({ id }) => id)));
  // Whatever changes a place changes this: files of two packings never go together by mistake.
  const id = contentHash(joined(writeColumns(columns), idsBytes));
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
