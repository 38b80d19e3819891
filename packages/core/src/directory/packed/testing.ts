/** Entries and packed folders for the tests of this folder. */

import type { PlaceWords } from '../../geo/index.ts';
import type { DirectoryEntry } from '../directory.ts';
import type { Columns } from './columns.ts';
import { writeColumns } from './columns-file.ts';
import { writeDetails, writeIds } from './details.ts';
import { type Packed, packEntries } from './pack.ts';
import type { ReadBytes } from './stores.ts';
import { listTerms } from './terms.ts';
import { writeTerms } from './terms-file.ts';

/** An entry with what a test says of it. */
export const entry = (id: string, more: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  id,
  layer: 'members',
  name: { fr: id },
  aliases: [],
  college: null,
  position: null,
  place: null,
  departement: null,
  lineage: [],
  date: null,
  status: null,
  description: null,
  activities: [],
  links: [],
  ...more,
});

export const at = (lon: number, lat: number, precision: 'address' | 'commune' | 'departement' = 'address') => ({
  lon,
  lat,
  precision,
});

/** An entry in a town of Brittany. */
export const inTown = (id: string, town: string, code: string, more: Partial<DirectoryEntry> = {}): DirectoryEntry =>
  entry(id, {
    place: { fr: town },
    departement: `departement-${code.slice(0, 2)}`,
    lineage: [`commune-${code}`, `departement-${code.slice(0, 2)}`, 'region-53'],
    ...more,
  });

/** A packed folder in memory. */
export interface Folder {
  readonly packed: Packed;
  readonly columns: Columns;
  /** Address of the columns. */
  readonly href: string;
  readonly files: Map<string, Uint8Array<ArrayBuffer>>;
  readonly read: ReadBytes;
  /** Files that were asked for. */
  readonly asked: string[];
}

/** Packs as the command line does, without compression. */
export function folderOf(
  entries: readonly DirectoryEntry[],
  { id = 'set', around = () => [] }: { id?: string; around?: PlaceWords } = {},
): Folder {
  const packed = packEntries(entries);
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const add = (href: string, bytes: Uint8Array<ArrayBuffer>): string => {
    files.set(href, bytes);
    return href;
  };
  const shards = packed.columns.shards.map((shard, number) => ({
    ...shard,
    href: add(`details/${number}`, writeDetails(id, shard.first, packed.details(number))),
  }));
  const terms = writeTerms(id, listTerms(packed.entries, around)).map(({ prefix, bytes }) => ({
    prefix,
    href: add(`words/${prefix}`, bytes),
  }));
  const ids = add(
    'ids',
    writeIds(
      id,
      packed.entries.map((each) => each.id),
    ),
  );
  const columns: Columns = { ...packed.columns, id, shards, terms, ids };
  const asked: string[] = [];
  add('columns', writeColumns(columns));
  const read: ReadBytes = async (href) => {
    asked.push(href);
    const bytes = files.get(href);
    if (!bytes) throw new TypeError(`no such file: ${href}`);
    return bytes;
  };
  return { packed, columns, href: 'columns', files, read, asked };
}
