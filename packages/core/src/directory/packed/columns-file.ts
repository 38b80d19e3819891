/** The columns of a packed directory as a file. */
import { EssError } from '../../errors.ts';
import { ByteReader, ByteWriter, writeCounts } from './bytes.ts';
import { type Columns, type Lineages, lineagesOf, STEPS } from './columns.ts';
import { bytesOf, decodedText, PACKED_FORMAT, readPacked, writePacked } from './file.ts';

/** Writes the columns of members as a file, before compression. */
export function writeColumns(columns: Columns): Uint8Array<ArrayBuffer> {
  const { id, count, kinds, precisions, lineages, shards, terms, ids } = columns;
  const header = {
    format: PACKED_FORMAT,
    id,
    count,
    steps: STEPS,
    colleges: kinds.map(({ college }) => college),
    precisions,
    shards: shards.map(({ href, count: size }) => [href, size]),
    terms: terms.map(({ href, prefix }) => [href, prefix]),
    ids,
  };
  return writePacked('columns', header, {
    precision: writeCounts(columns.precision),
    lon: writeSteps(columns.lon, columns.precision),
    lat: writeSteps(columns.lat, columns.precision),
    college: writeCounts(columns.kind),
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
  const kind = Uint16Array.from(readCounts(section('college'), count));
  const lineages = readLineages(decodedText(section('territories')).split('\n'), section('parents'));
  const lineage = Uint32Array.from(readDeltas(section('lineage'), count));
  if (kind.some((at) => at >= colleges.length)) throw wrong('an organisation of a collège that is not listed');
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
    kind,
    lineage,
    kinds: colleges.map((college) => ({ layer: 'members', college })),
    precisions,
    lineages,
    shards: placed,
    terms: terms.map(([href, prefix]) => ({ href, prefix })),
    ids,
  };
}

interface Header extends Pick<Columns, 'id' | 'count' | 'precisions' | 'ids'> {
  readonly colleges: readonly (string | null)[];
  readonly steps: number;
  readonly shards: readonly (readonly [string, number])[];
  readonly terms: readonly (readonly [string, string])[];
}

/** @throws EssError `schema` for a node that comes before its parent: it would have no end */
function readLineages(ids: readonly string[], bytes: Uint8Array): Lineages {
  const parents = Uint32Array.from(readDeltas(bytes, ids.length));
  const isLoose = parents.some((parent, node) => node > 0 && parent >= node);
  if (isLoose) throw new EssError('schema', 'A packed territory lies in one that comes after it.', { path: 'parents' });
  return lineagesOf(ids, parents);
}

/** Writes the steps from one position to the next; an entry without a position takes no room. */
function writeSteps(values: Columns['lon'], precision: Uint8Array): Uint8Array {
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
