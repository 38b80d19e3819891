/** Details of an organisation that a card, a row or a table shows besides its columns. */
import { EssError } from '../../errors.ts';
import type { DirectoryEntry } from '../directory.ts';
import { type Columns, nodeLineage, positionAt, type ShardRef } from './columns.ts';
import { bytesOf, decodedText, readPacked, writePacked } from './file.ts';

/** Fields of an entry that are not in the columns. Empty lists and unknown values are left out. */
export type Detail = Pick<DirectoryEntry, 'id' | 'name'> &
  Partial<Pick<DirectoryEntry, 'aliases' | 'place' | 'date' | 'description' | 'activities' | 'links'>>;

/** The details of an entry. */
export function entryDetail(entry: DirectoryEntry): Detail {
  const { id, name, aliases, place, date, description, activities, links } = entry;
  return {
    id,
    name,
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(place ? { place } : {}),
    ...(date ? { date } : {}),
    ...(description ? { description } : {}),
    ...(activities.length > 0 ? { activities } : {}),
    ...(links.length > 0 ? { links } : {}),
  };
}

/** An entry of a directory, from its columns and its details. */
export function entryOf(columns: Columns, place: number, detail: Detail): DirectoryEntry {
  const node = columns.lineage[place] ?? 0;
  return {
    layer: 'members',
    college: columns.kinds[columns.kind[place] ?? 0]?.college ?? null,
    position: positionAt(columns, place),
    departement: columns.lineages.departements[node] ?? null,
    lineage: nodeLineage(columns.lineages, node),
    status: null,
    id: detail.id,
    name: detail.name,
    aliases: detail.aliases ?? [],
    place: detail.place ?? null,
    date: detail.date ?? null,
    description: detail.description ?? null,
    activities: detail.activities ?? [],
    links: detail.links ?? [],
  };
}

/** A shard as a file, before compression. */
export function writeDetails(of: string, first: number, details: readonly Detail[]): Uint8Array<ArrayBuffer> {
  return writePacked('details', { of, first, count: details.length }, { details: bytesOf(JSON.stringify(details)) });
}

/**
 * Reads a shard.
 * @throws EssError as {@link readPacked}, and `schema` when it belongs to other columns
 */
export function readDetails(file: Uint8Array, { id }: Pick<Columns, 'id'>, shard: ShardRef): readonly Detail[] {
  const { header, section } = readPacked('details', file, shard.href);
  expectOf(header, id, shard.href);
  if (header['first'] !== shard.first || header['count'] !== shard.count) {
    const found = `${header['count']} organisations from ${header['first']}`;
    throw new EssError('schema', `${shard.href} holds ${found}; ${shard.count} from ${shard.first} were expected.`);
  }
  return JSON.parse(decodedText(section('details')));
}

/** @throws EssError `schema` when a file was made with other columns */
export function expectOf(header: Readonly<Record<string, unknown>>, id: string, name: string): void {
  if (header['of'] === id) return;
  throw new EssError(
    'schema',
    `${name} belongs to the columns "${header['of']}", not to "${id}". Copy the whole folder.`,
  );
}

/** All ids in the order of the places, as a file. */
export const writeIds = (of: string, ids: readonly string[]): Uint8Array<ArrayBuffer> =>
  writePacked('ids', { of }, { ids: bytesOf(JSON.stringify(ids)) });

/** @throws EssError as {@link readDetails} */
export function readIds(file: Uint8Array, { id, ids }: Pick<Columns, 'id' | 'ids'>): readonly string[] {
  const { header, section } = readPacked('ids', file, ids);
  expectOf(header, id, ids);
  return JSON.parse(decodedText(section('ids')));
}
