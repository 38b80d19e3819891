import type { Finding } from '@ess-widgets/core/model';
import type { CommandFetch } from '../dataset/read.ts';
import { linesOfPaths } from './json-lines.ts';

/** A JSON file as it was written, before anything was left out of it. */
export interface RawFile {
  /** The n-th record of an id (from 0); `#3` is the third record, whatever its id. */
  readonly record: (collection: string, id: string, nth: number) => RawRecord | undefined;
  /** Every record of a collection, in order. */
  readonly all: (collection: string) => readonly RawRecord[];
  /** All that it holds. */
  readonly document: unknown;
  /** The lines of paths. */
  readonly lines: (paths: ReadonlySet<string>) => ReadonlyMap<string, number>;
}

export interface RawRecord {
  readonly path: string;
  readonly value: unknown;
}

/** Reads a file once more; null where it cannot be read, which has a finding already. */
export async function readRaw(url: string, fetch: CommandFetch): Promise<RawFile | null> {
  try {
    const text = (await (await fetch(url)).text()).replace(/^\ufeff/, '');
    return rawFile(text, JSON.parse(text));
  } catch {
    return null;
  }
}

function rawFile(text: string, document: unknown): RawFile {
  const indexes = new Map<string, ReadonlyMap<string, readonly number[]>>();
  const indexOf = (collection: string, list: readonly unknown[]) => {
    const known = indexes.get(collection) ?? byId(list);
    indexes.set(collection, known);
    return known;
  };
  return {
    record: (collection, id, nth) => {
      const { list, prefix } = listOf(document, collection);
      const rank = /^#(\d+)$/.exec(id)?.[1];
      const index = rank === undefined ? indexOf(collection, list).get(id)?.[nth] : Number(rank) - 1;
      return index === undefined ? undefined : { path: `${prefix}${index}`, value: list[index] };
    },
    all: (collection) => {
      const { list, prefix } = listOf(document, collection);
      return list.map((value, index) => ({ path: `${prefix}${index}`, value }));
    },
    document,
    lines: (paths) => linesOfPaths(text, paths),
  };
}

/** Returns the records of a collection: the whole file, or what a single file holds of it. */
function listOf(document: unknown, collection: string): { readonly list: readonly unknown[]; readonly prefix: string } {
  if (Array.isArray(document)) return { list: document, prefix: '' };
  const inside = fieldOf(fieldOf(document, 'collections'), collection);
  return { list: Array.isArray(inside) ? inside : [], prefix: `collections.${collection}.` };
}

const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;

function byId(list: readonly unknown[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  list.forEach((record, index) => {
    const id = fieldOf(record, 'id');
    if (typeof id !== 'string') return;
    const before = found.get(id);
    if (before) before.push(index);
    else found.set(id, [index]);
  });
  return found;
}

/** Returns the name of a record: its id, else its rank in its file. */
export function rawRecordName(record: RawRecord): string {
  const id = fieldOf(record.value, 'id');
  return typeof id === 'string' ? id : `#${Number(record.path.split('.').pop()) + 1}`;
}

/** Whether a record has in a field what was found there. */
function says({ value }: RawRecord, field: string, found: string): boolean {
  const there = field.split('.').reduce(fieldOf, value);
  return there === found || JSON.stringify(there) === found;
}

/**
 * Returns the record that a finding is about: of two with one id the second where it says that the id is taken, or is
 * the one that says it.
 */
export function rawRecordAt({ rule, where, found }: Finding, file: RawFile): RawRecord | undefined {
  const { collection, id, field } = where;
  if (collection === undefined || id === undefined) return undefined;
  const [first, second] = [0, 1].map((nth) => file.record(collection, id, nth));
  if (!second || rule === 'duplicate-id') return second ?? first;
  const isSecond = first && field !== undefined && !says(first, field, found) && says(second, field, found);
  return isSecond ? second : first;
}
