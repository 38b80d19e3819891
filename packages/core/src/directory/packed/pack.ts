/** Packs the members of a directory in memory; the command line writes them into files. */
import { type DirectoryEntry, sortedText } from '../directory.ts';
import { columnSteps } from './column-steps.ts';
import type { Columns } from './columns.ts';
import { type Detail, entryDetail } from './details.ts';
import { runSync } from './steps.ts';

/** Details of one file at most: two pages of a list need two files, and a file weighs about 20 kB. */
const SHARD = 500;
/** Entries of a step: some 10 ms of a telephone. */
const SLICE = 2_000;

/** A packed directory in memory. */
export interface Packed {
  /** Without the files beside them, which have no names yet. */
  readonly columns: Columns;
  /** In the order of the columns. */
  readonly entries: readonly DirectoryEntry[];
  /** Details of each shard of the columns. */
  readonly details: (shard: number) => readonly Detail[];
}

/**
 * Packs the members of a directory for its files: in the order of département, town and name, positions rounded to the step.
 * An id that comes again is left out, as in every reading of a data set.
 */
export const packEntries = (given: readonly DirectoryEntry[]): Packed => runSync(packSteps(given));

/** Does the same in steps of some milliseconds each, between which a page answers its visitor. */
export function* packSteps(given: readonly DirectoryEntry[]): Generator<void, Packed> {
  const entries = yield* inOrder(given);
  const columns = yield* columnSteps(entries, true);
  const shards = cut(entries).map(([first, size]) => ({ href: '', first, count: size }));
  return {
    columns: { ...columns, shards },
    entries,
    details: (at) => {
      const { first = 0, count: size = 0 } = shards[at] ?? {};
      return entries.slice(first, first + size).map(entryDetail);
    },
  };
}

/** Entry to be sorted, and its name, made comparable once. */
interface Named {
  readonly entry: DirectoryEntry;
  readonly name: string;
}

/** The members of one town: they are sorted among themselves, which is far less work than sorting all of them. */
interface Town {
  readonly key: readonly [departement: string, place: string];
  readonly members: Named[];
}

function* inOrder(given: readonly DirectoryEntry[]): Generator<void, readonly DirectoryEntry[]> {
  const once = new Map<string, DirectoryEntry>();
  for (const entry of given) {
    if (entry.layer === 'members') once.set(entry.id, entry);
    if (once.size % SLICE === 0) yield;
  }
  const towns = new Map<string, Town>();
  const sorted = remembered(sortedText);
  let n = 0;
  for (const entry of once.values()) {
    // An entry in no département comes last.
    const key = [entry.departement ?? '~', sorted(entry.place?.fr ?? '~')] as const;
    const town = towns.get(key.join('/')) ?? { key, members: [] };
    towns.set(key.join('/'), town);
    town.members.push({ entry, name: sortedText(entry.name.fr) });
    n += 1;
    if (n % SLICE === 0) yield;
  }
  const inOrderOfTowns = [...towns.values()].sort((a, b) => compare(a.key[0], b.key[0]) || compare(a.key[1], b.key[1]));
  yield;
  const entries: DirectoryEntry[] = [];
  for (const { members } of inOrderOfTowns) {
    members.sort((a, b) => compare(a.name, b.name) || compare(a.entry.id, b.entry.id));
    for (const { entry } of members) entries.push(entry);
    if (entries.length % SLICE < members.length) yield;
  }
  return entries;
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

function remembered(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const made = known.get(text) ?? make(text);
    known.set(text, made);
    return made;
  };
}

/** `[first, count]` of each shard: one département each, cut where it is large. */
function cut(entries: readonly DirectoryEntry[]): readonly (readonly [number, number])[] {
  const shards: [number, number][] = [];
  entries.forEach(({ departement }, place) => {
    const last = shards.at(-1);
    if (last && last[1] < SHARD && entries[place - 1]?.departement === departement) last[1] += 1;
    else shards.push([place, 1]);
  });
  return shards;
}
