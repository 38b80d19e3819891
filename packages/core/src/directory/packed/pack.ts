/** From the entries of a directory to its packed form, in memory; the command line writes it into files. */
import type { Precision } from '../../model/position.ts';
import { type DirectoryEntry, sortedText } from '../directory.ts';
import { type Columns, type Lineages, lineagesOf, STEPS } from './columns.ts';
import { type Detail, detailOf } from './details.ts';
import { atOnce } from './steps.ts';

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
 * Packs the members of a directory: in the order of the list (département, town, name), positions rounded to the step.
 * An id that comes again is left out, as in every reading of a data set.
 */
export const packEntries = (given: readonly DirectoryEntry[]): Packed => atOnce(packSteps(given));

/** The same in steps of some milliseconds each: between them, a page can answer its visitor. */
export function* packSteps(given: readonly DirectoryEntry[]): Generator<void, Packed> {
  const entries = yield* inOrder(given);
  const count = entries.length;
  const [colleges, collegeOf] = dictionary<string | null>();
  const [precisions, precisionOf] = dictionary<Precision>();
  const [lineages, nodeOf] = lineageBook();
  const columns = {
    lon: new Int32Array(count),
    lat: new Int32Array(count),
    precision: new Uint8Array(count),
    college: new Uint16Array(count),
    lineage: new Uint32Array(count),
  };
  let place = -1;
  for (const { position, college, lineage } of entries) {
    place += 1;
    if (place % SLICE === 0) yield;
    columns.college[place] = collegeOf(college);
    columns.lineage[place] = nodeOf(lineage);
    if (!position) continue;
    columns.precision[place] = precisionOf(position.precision) + 1;
    columns.lon[place] = Math.round(position.lon * STEPS);
    columns.lat[place] = Math.round(position.lat * STEPS);
  }
  const shards = cut(entries).map(([first, size]) => ({ href: '', first, count: size }));
  return {
    columns: { id: '', count, ...columns, colleges, precisions, lineages: lineages(), shards, terms: [], ids: '' },
    entries,
    details: (at) => {
      const { first = 0, count: size = 0 } = shards[at] ?? {};
      return entries.slice(first, first + size).map(detailOf);
    },
  };
}

/** What is sorted: an entry and its name, made comparable once. */
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
    // What lies in no département comes last.
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

/** Values in the order in which they come, and the place of a value among them. */
function dictionary<T>(): readonly [readonly T[], (value: T) => number] {
  const values: T[] = [];
  const known = new Map<T, number>();
  return [
    values,
    (value) => {
      const at = known.get(value) ?? values.length;
      if (at === values.length) values.push(value);
      known.set(value, at);
      return at;
    },
  ];
}

/** Ways from the widest territory to the narrowest, each node once. */
function lineageBook(): readonly [() => Lineages, (lineage: readonly string[]) => number] {
  const ids = [''];
  const parents = [0];
  const known = new Map<string, number>();
  const nodeOf = (lineage: readonly string[]): number => {
    let node = 0;
    for (const id of [...lineage].reverse()) {
      const key = `${node}/${id}`;
      const next = known.get(key) ?? ids.length;
      if (next === ids.length) {
        ids.push(id);
        parents.push(node);
        known.set(key, next);
      }
      node = next;
    }
    return node;
  };
  return [() => lineagesOf(ids, Uint32Array.from(parents)), nodeOf];
}
