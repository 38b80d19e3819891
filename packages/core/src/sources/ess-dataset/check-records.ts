import * as z from 'zod/mini';
import { EssError } from '../../errors.ts';
import { type CollectionName, type CollectionRecords, collectionSchemas } from '../../model/dataset.ts';
import { excerpt, isObject } from '../values.ts';
import type { Problem } from './problems.ts';

type Raw = Readonly<Record<string, unknown>>;

/**
 * The valid records of a collection. A field that cannot be true is emptied, a record that cannot be read is left out, and
 * both are told to `tell`.
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
  const schema: z.core.$ZodType = collectionSchemas[name];
  const seen = new Set<string>();
  const kept: CollectionRecords[N][] = [];
  let first: Problem | undefined;
  const leaveOut = (problem: Problem): void => {
    first ??= problem;
    tell(problem);
  };
  value.forEach((raw: unknown, index) => {
    const place = { file, collection: name, id: idOf(raw) ?? `#${index + 1}` };
    const emptied = impossibleFields(name, raw);
    const record = isObject(raw) ? { ...raw, ...Object.fromEntries(emptied.map((field) => [field, null])) } : raw;
    const result = z.safeParse(schema, record);
    if (!result.success) return leaveOut({ kind: 'schema', place, error: result.error, raw });
    const key = keyOf(raw);
    if (seen.has(key)) return leaveOut({ kind: 'duplicate', place });
    seen.add(key);
    for (const field of emptied) tell({ kind: 'emptied', place, field, value: isObject(raw) ? raw[field] : undefined });
    // The schema that was applied is that of this collection: the table says so, not the compiler.
    kept.push(result.data as CollectionRecords[N]);
  });
  if (kept.length > 0 || !first) return kept;
  const { findingOf } = await import('./problems.ts');
  const why = findingOf(first).message['en'];
  throw new EssError('schema', `No record of "${name}" can be read (${file}). ${why}`, details);
}

const idOf = (raw: unknown): string | undefined =>
  isObject(raw) && typeof raw['id'] === 'string' ? raw['id'] : undefined;

/** A category's id is unique in its dimension, any other in its collection. */
const keyOf = (raw: unknown): string => (isObject(raw) ? `${raw['dimension'] ?? ''}/${raw['id']}` : '');

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
