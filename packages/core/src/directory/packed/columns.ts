/**
 * The columns of a packed directory: all that a map, its filters and its counts need of each organisation, in numbers.
 * An organisation is its place in them. They stand in the order of the list: département, town, name.
 */
import { EssError } from '../../errors.ts';
import type { Position, Precision } from '../../model/position.ts';
import { departementIn } from '../directory.ts';
import { ByteReader, ByteWriter, writeCounts } from './bytes.ts';
import { bytesOf, PACKED_FORMAT, readPacked, textOf, writePacked } from './file.ts';

/** Steps a degree: a position is kept to 0.00005°, 5.6 m or less. */
export const STEPS = 10_000;

/** Details of consecutive places, in a file of their own. */
export interface ShardRef {
  readonly href: string;
  readonly first: number;
  readonly count: number;
}

/** The words that begin alike, in a file of their own. */
export interface TermsRef {
  readonly href: string;
  readonly prefix: string;
}

/** The territories that contain an organisation, as a way from the widest to the narrowest. Node 0 is nowhere. */
export interface Lineages {
  readonly ids: readonly string[];
  readonly parents: Uint32Array;
  /** Département of each node; null for none. */
  readonly departements: readonly (string | null)[];
}

/** Columns in memory; every list has `count` values. */
export interface Columns {
  /** What the files beside it must name. */
  readonly id: string;
  readonly count: number;
  /** Longitude and latitude in steps. */
  readonly lon: Int32Array;
  readonly lat: Int32Array;
  /** Place in `precisions`, from 1; 0 without a position. */
  readonly precision: Uint8Array;
  /** Place in `colleges`. */
  readonly college: Uint16Array;
  /** Node of `lineages`. */
  readonly lineage: Uint32Array;
  readonly colleges: readonly (string | null)[];
  readonly precisions: readonly Precision[];
  readonly lineages: Lineages;
  readonly shards: readonly ShardRef[];
  readonly terms: readonly TermsRef[];
  /** File of all ids, for who knows an id and not its place. */
  readonly ids: string;
}

/** Columns as a file, before compression. */
export function writeColumns(columns: Columns): Uint8Array<ArrayBuffer> {
  const { id, count, colleges, precisions, lineages, shards, terms, ids } = columns;
  const header = {
    format: PACKED_FORMAT,
    id,
    count,
    steps: STEPS,
    colleges,
    precisions,
    shards: shards.map(({ href, count: size }) => [href, size]),
    terms: terms.map(({ href, prefix }) => [href, prefix]),
    ids,
  };
  return writePacked('columns', header, {
    precision: writeCounts(columns.precision),
    lon: writeSteps(columns.lon, columns.precision),
    lat: writeSteps(columns.lat, columns.precision),
    college: writeCounts(columns.college),
    lineage: writeDeltas(columns.lineage),
    territories: bytesOf(lineages.ids.join('\n')),
    parents: writeDeltas(lineages.parents),
  });
}

/**
 * Reads the file of columns.
 * @throws EssError as {@link readPacked}, and `schema` when its columns do not fit together
 */
export function readColumns(file: Uint8Array, name: string): Columns {
  const { header, section } = readPacked('columns', file, name);
  const { id, count, steps, colleges, precisions, shards, terms, ids } = header as unknown as Header;
  const wrong = (what: string): EssError => new EssError('schema', `${name}: ${what}.`, { path: what });
  if (steps !== STEPS) throw wrong(`positions in ${steps} steps a degree, ${STEPS} were expected`);
  const precision = Uint8Array.from(readCounts(section('precision'), count));
  const college = Uint16Array.from(readCounts(section('college'), count));
  const lineages = readLineages(textOf(section('territories')).split('\n'), section('parents'));
  const lineage = Uint32Array.from(readDeltas(section('lineage'), count));
  if (college.some((at) => at >= colleges.length)) throw wrong('an organisation of a collège that is not listed');
  if (precision.some((at) => at > precisions.length)) throw wrong('a position of a precision that is not listed');
  if (lineage.some((at) => at >= lineages.ids.length)) throw wrong('an organisation in a territory that is not listed');
  let first = 0;
  const placed = shards.map(([href, size]) => {
    const shard = { href, first, count: size };
    first += size;
    return shard;
  });
  if (first !== count) throw wrong(`details of ${first} organisations, columns of ${count}`);
  return {
    id,
    count,
    lon: readSteps(section('lon'), precision),
    lat: readSteps(section('lat'), precision),
    precision,
    college,
    lineage,
    colleges,
    precisions,
    lineages,
    shards: placed,
    terms: terms.map(([href, prefix]) => ({ href, prefix })),
    ids,
  };
}

interface Header extends Pick<Columns, 'id' | 'count' | 'colleges' | 'precisions' | 'ids'> {
  readonly steps: number;
  readonly shards: readonly (readonly [string, number])[];
  readonly terms: readonly (readonly [string, string])[];
}

/** The position of a place; null for none. */
export function positionAt({ lon, lat, precision, precisions }: Columns, place: number): Position | null {
  const precise = precisions[(precision[place] ?? 0) - 1];
  return precise ? { lon: (lon[place] ?? 0) / STEPS, lat: (lat[place] ?? 0) / STEPS, precision: precise } : null;
}

/** Every territory around a node, narrowest first. */
export function lineageOf({ ids, parents }: Lineages, node: number): readonly string[] {
  const found: string[] = [];
  for (let at = node; at > 0; at = parents[at] ?? 0) found.push(ids[at] ?? '');
  return found;
}

/** Nodes with what follows from them. */
export function lineagesOf(ids: readonly string[], parents: Uint32Array): Lineages {
  const bare = { ids, parents, departements: [] };
  return { ids, parents, departements: ids.map((_, node) => departementIn(lineageOf(bare, node))) };
}

/** @throws EssError `schema` for a node that comes before its parent: it would have no end */
function readLineages(ids: readonly string[], bytes: Uint8Array): Lineages {
  const parents = Uint32Array.from(readDeltas(bytes, ids.length));
  const isLoose = parents.some((parent, node) => node > 0 && parent >= node);
  if (isLoose) throw new EssError('schema', 'A packed territory lies in one that comes after it.', { path: 'parents' });
  return lineagesOf(ids, parents);
}

/** Steps from one position to the next; what has none takes no room. */
function writeSteps(values: Int32Array, precision: Uint8Array): Uint8Array {
  const writer = new ByteWriter();
  let before = 0;
  values.forEach((value, place) => {
    if (precision[place] === 0) return;
    writer.signed(value - before);
    before = value;
  });
  return writer.take();
}

function readSteps(bytes: Uint8Array, precision: Uint8Array): Int32Array {
  const reader = new ByteReader(bytes);
  const values = new Int32Array(precision.length);
  let before = 0;
  precision.forEach((precise, place) => {
    if (precise === 0) return;
    before += reader.signed();
    values[place] = before;
  });
  return values;
}

function writeDeltas(values: Uint32Array): Uint8Array {
  const writer = new ByteWriter();
  let before = 0;
  for (const value of values) {
    writer.signed(value - before);
    before = value;
  }
  return writer.take();
}

function* readDeltas(bytes: Uint8Array, count: number): Generator<number> {
  const reader = new ByteReader(bytes);
  let value = 0;
  for (let at = 0; at < count; at += 1) {
    value += reader.signed();
    yield value;
  }
}

function* readCounts(bytes: Uint8Array, count: number): Generator<number> {
  const reader = new ByteReader(bytes);
  for (let at = 0; at < count; at += 1) yield reader.count();
}
