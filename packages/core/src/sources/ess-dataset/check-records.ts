import { EssError } from '../../errors.ts';
import type { CollectionName, CollectionRecords } from '../../model/dataset.ts';
import { recordShapes } from '../../model/record-shapes.ts';
import { modelRules } from '../../model/rules.ts';
import { REFUSED, readShape } from '../../model/shape.ts';
import { excerpt, isObject } from '../values.ts';
import type { Problem, RecordPlace } from './problems.ts';

type Raw = Readonly<Record<string, unknown>>;

/** A record on its way in: as it came, what was emptied, and what its shape made of it. */
interface Candidate {
  readonly raw: unknown;
  readonly place: RecordPlace;
  readonly emptied: readonly string[];
  /** `raw` without what was emptied. */
  readonly mended: unknown;
  readonly read: unknown;
}

/**
 * The valid records of a collection. A field that cannot be true is emptied, a word that this release does not know is
 * kept as `other`, a record that cannot be read is left out, and each is told to `tell`.
 * @throws EssError `schema` when it is no list, or when none of its records can be read
 */
export async function checkRecords<N extends CollectionName>(
  name: N,
  value: unknown,
  file: string,
  tell: (problem: Problem) => void,
): Promise<readonly CollectionRecords[N][]> {
  const details = { url: file, path: name };
  if (!Array.isArray(value)) {
    throw new EssError('schema', `"${name}" is not a list: received ${excerpt(value)} (${file}).`, details);
  }
  const candidates = value.map((raw: unknown, index) => candidateOf(name, raw, file, index));
  const judged = candidates.some(({ read }) => read === REFUSED) ? await judgeRefused(name, candidates, tell) : null;
  const seen = new Set<string>();
  const kept: CollectionRecords[N][] = [];
  let first: Problem | undefined;
  for (const candidate of candidates) {
    const { raw, place, emptied } = candidate;
    const verdict = judged?.get(candidate) ?? { data: candidate.read };
    const problem = 'problem' in verdict ? verdict.problem : takenBefore(seen, raw, place);
    if (problem) {
      first ??= problem;
      tell(problem);
      continue;
    }
    for (const field of emptied) tell({ kind: 'emptied', place, field, value: isObject(raw) ? raw[field] : undefined });
    // The shape or the schema that read it is that of this collection: the tables say so, not the compiler.
    if ('data' in verdict) kept.push(verdict.data as CollectionRecords[N]);
  }
  if (kept.length > 0 || !first) return kept;
  const { findingOf } = await import('./problems.ts');
  const why = findingOf(first).message['en'];
  throw new EssError('schema', `No record of "${name}" can be read (${file}). ${why}`, details);
}

function candidateOf(name: CollectionName, raw: unknown, file: string, index: number): Candidate {
  const place = { file, collection: name, id: idOf(raw) ?? `#${index + 1}` };
  const emptied = impossibleFields(name, raw);
  const mended = isObject(raw) ? { ...raw, ...Object.fromEntries(emptied.map((field) => [field, null])) } : raw;
  return { raw, place, emptied, mended, read: readShape(recordShapes[name], mended, modelRules) };
}

/** What the schema says of a record: its data, or why it is left out. */
type Verdict = { readonly data: unknown } | { readonly problem: Problem };

async function judgeRefused(
  name: CollectionName,
  candidates: readonly Candidate[],
  tell: (problem: Problem) => void,
): Promise<ReadonlyMap<Candidate, Verdict>> {
  const { judgeRecord } = await import('./judge-record.ts');
  const refused = candidates.filter(({ read }) => read === REFUSED);
  return new Map(refused.map((candidate) => [candidate, judgeRecord(name, candidate.mended, candidate, tell)]));
}

const idOf = (raw: unknown): string | undefined =>
  isObject(raw) && typeof raw['id'] === 'string' ? raw['id'] : undefined;

/** A category's id is unique in its dimension, any other in its collection. */
const keyOf = (raw: unknown): string => (isObject(raw) ? `${raw['dimension'] ?? ''}/${raw['id']}` : '');

function takenBefore(seen: Set<string>, raw: unknown, place: RecordPlace): Problem | null {
  const key = keyOf(raw);
  if (seen.has(key)) return { kind: 'duplicate', place };
  seen.add(key);
  return null;
}

/** What cannot be true and is emptied, so that one slip does not cost the whole record. */
function impossibleFields(name: CollectionName, raw: unknown): readonly string[] {
  if (!isObject(raw)) return [];
  return [...(isNowhere(raw['position']) ? ['position'] : []), ...(name === 'events' ? badTimes(raw) : [])];
}

/** Off the globe, or at 0,0 where spreadsheets put what they could not place. */
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
