/** Reading the records of a collection by their schema. */
import { EssError } from '../../../errors.ts';
import type { CollectionName, CollectionRecords } from '../../../model/index.ts';
import { excerpt, isObject } from '../values.ts';
import { judgeRecord } from './judge-record.ts';
import { type DataProblem, problemFinding, type RecordPlace } from './problems.ts';

type Raw = Readonly<Record<string, unknown>>;

/** Records that are read between two pauses: some 10 ms of a telephone. */
const SLICE = 1_000;

/**
 * Returns the valid records of a collection. A field that cannot be true is emptied, a word that this release does not
 * know is kept as `other`, a record that cannot be read is left out, and each of these is passed to `tell`.
 * @param pause lets the page answer its visitor in between
 * @throws EssError `schema` when it is no list, or when none of its records can be read
 */
export async function judgeRecords<N extends CollectionName>(
  name: N,
  value: unknown,
  file: string,
  tell: (problem: DataProblem) => void,
  pause?: () => Promise<void>,
): Promise<readonly CollectionRecords[N][]> {
  const details = { url: file, path: name };
  if (!Array.isArray(value)) {
    throw new EssError('schema', `"${name}" is not a list: received ${excerpt(value)} (${file}).`, details);
  }
  const seen = new Set<unknown>();
  const kept: CollectionRecords[N][] = [];
  let first: DataProblem | undefined;
  for (let index = 0; index < value.length; index += 1) {
    if (pause && index % SLICE === SLICE - 1) await pause();
    const raw: unknown = value[index];
    const emptied = impossibleFields(name, raw);
    const mended = emptied.length > 0 ? without(raw, emptied) : raw;
    const place = (): RecordPlace => ({ file, collection: name, id: idOf(raw) ?? `#${index + 1}` });
    const verdict = judgeRecord(name, mended, { raw, place }, tell);
    const problem =
      'problem' in verdict
        ? verdict.problem
        : takenBefore(seen, raw) && ({ kind: 'duplicate', place: place() } as const);
    if (problem) {
      first ??= problem;
      tell(problem);
      continue;
    }
    for (const field of emptied)
      tell({ kind: 'emptied', place: place(), field, value: isObject(raw) ? raw[field] : undefined });
    // The schema that read it is that of this collection: the table says so, not the compiler.
    if ('data' in verdict) kept.push(verdict.data as CollectionRecords[N]);
  }
  if (kept.length > 0 || !first) return kept;
  const why = problemFinding(first).message['en'];
  throw new EssError('schema', `No record of "${name}" can be read (${file}). ${why}`, details);
}

const without = (raw: unknown, fields: readonly string[]): unknown =>
  isObject(raw) ? { ...raw, ...Object.fromEntries(fields.map((field) => [field, null])) } : raw;

const idOf = (raw: unknown): string | undefined =>
  isObject(raw) && typeof raw['id'] === 'string' ? raw['id'] : undefined;

/** Whether an id is taken. A category's id is unique in its dimension, any other in its collection. */
function takenBefore(seen: Set<unknown>, raw: unknown): boolean {
  if (!isObject(raw)) return false;
  const { id, dimension } = raw;
  // Thousands of records have no dimension, and need no text made of their id.
  const key = dimension ? `${dimension}/${id}` : id;
  const isTaken = seen.has(key);
  seen.add(key);
  return isTaken;
}

/** Returns the fields whose value is impossible. They are emptied, so that one slip does not cost the whole record. */
function impossibleFields(name: CollectionName, raw: unknown): readonly string[] {
  if (!isObject(raw)) return [];
  return [...(isNowhere(raw['position']) ? ['position'] : []), ...(name === 'events' ? badTimes(raw) : [])];
}

/** Whether a position is off the globe, or at 0,0 where spreadsheets put a place that they could not find. */
function isNowhere(position: unknown): boolean {
  if (!isObject(position)) return false;
  const { lon, lat } = position;
  if (typeof lon !== 'number' || typeof lat !== 'number') return false;
  return (lon === 0 && lat === 0) || Math.abs(lon) > 180 || Math.abs(lat) > 90;
}

/** Hours that are none, or an end before its start. */
function badTimes({ startsAt, endsAt }: Raw): readonly string[] {
  const isNoTime = (time: unknown): boolean => typeof time === 'string' && Number.isNaN(Date.parse(time));
  const bad = [...(isNoTime(startsAt) ? ['startsAt'] : []), ...(isNoTime(endsAt) ? ['endsAt'] : [])];
  const isInverted = Date.parse(String(endsAt)) < Date.parse(String(startsAt));
  return isInverted ? [...bad, 'endsAt'] : bad;
}
