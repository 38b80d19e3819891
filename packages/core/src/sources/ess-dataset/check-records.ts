import * as z from 'zod/mini';
import { EssError } from '../../errors.ts';
import { type CollectionName, type CollectionRecords, collectionSchemas } from '../../model/dataset.ts';
import type { Finding } from '../../model/finding.ts';
import type { FindingList } from '../findings.ts';
import { excerpt, isObject, mismatchOf } from '../read.ts';

type Raw = Readonly<Record<string, unknown>>;
type Mended = Readonly<{ record: Raw; findings: readonly Finding[] }>;

/**
 * The valid records of a collection. A field that cannot be true is emptied, a record that cannot be read is left out, and
 * both are listed.
 * @throws EssError `schema` when it is no list, or when none of its records can be read
 */
export function checkRecords<N extends CollectionName>(
  name: N,
  value: unknown,
  file: string,
  findings: FindingList,
): readonly CollectionRecords[N][] {
  if (!Array.isArray(value)) {
    const message = `The collection "${name}" is not a list: received ${excerpt(value)} (${file}).`;
    throw new EssError('schema', message, { url: file, path: name });
  }
  const schema: z.core.$ZodType = collectionSchemas[name];
  const seen = new Set<string>();
  const kept: CollectionRecords[N][] = [];
  const reject = (finding: Finding): void => findings.add(finding);
  value.forEach((raw: unknown, index) => {
    const place = { file, collection: name, id: idOf(raw) ?? `#${index + 1}` };
    const mended = mend(raw, place);
    const result = z.safeParse(schema, mended.record);
    if (!result.success) return reject(schemaFinding(place, mismatchOf(result.error, raw)));
    const key = keyOf(mended.record);
    if (seen.has(key)) return reject(duplicateFinding(place));
    seen.add(key);
    for (const finding of mended.findings) findings.add(finding);
    // The schema that was applied is that of this collection: the table says so, not the compiler.
    kept.push(result.data as CollectionRecords[N]);
  });
  if (kept.length > 0 || value.length === 0) return kept;
  const [first] = findings.list();
  throw new EssError('schema', `No record of "${name}" can be read (${file}). ${first?.message.en ?? ''}`, {
    url: file,
    path: name,
  });
}

const idOf = (raw: unknown): string | undefined =>
  isObject(raw) && typeof raw['id'] === 'string' ? raw['id'] : undefined;

/** A category's id is unique in its dimension, any other in its collection. */
const keyOf = (record: Raw): string => `${record['dimension'] ?? ''}/${record['id']}`;

interface Place {
  readonly file: string;
  readonly collection: string;
  readonly id: string;
}

/** Empties what cannot be true, so that one slip does not cost the whole record. */
function mend(raw: unknown, place: Place): Mended {
  if (!isObject(raw)) return { record: raw as Raw, findings: [] };
  const fields = [
    ...(isNowhere(raw['position']) ? ['position'] : []),
    ...(place.collection === 'events' ? badTimes(raw) : []),
  ];
  const emptied = Object.fromEntries(fields.map((field) => [field, null]));
  return { record: { ...raw, ...emptied }, findings: fields.map((field) => emptiedFinding(place, field, raw[field])) };
}

/** Off the globe, or at 0,0 where spreadsheets put what they could not place. */
function isNowhere(position: unknown): boolean {
  if (!isObject(position)) return false;
  const { lon, lat } = position;
  if (typeof lon !== 'number' || typeof lat !== 'number') return false;
  return (lon === 0 && lat === 0) || Math.abs(lon) > 180 || Math.abs(lat) > 90;
}

/** Hours that are none, or an end before its start. */
function badTimes({ startsAt, endsAt }: Raw): string[] {
  const isNoTime = (time: unknown): boolean => typeof time === 'string' && Number.isNaN(Date.parse(time));
  const bad = [...(isNoTime(startsAt) ? ['startsAt'] : []), ...(isNoTime(endsAt) ? ['endsAt'] : [])];
  const isInverted = Date.parse(String(endsAt)) < Date.parse(String(startsAt));
  return isInverted ? [...bad, 'endsAt'] : bad;
}

function emptiedFinding(place: Place, field: string, value: unknown): Finding {
  const found = excerpt(value);
  const subject = `${place.collection} «\u202f${place.id}\u202f»`;
  return {
    rule: field === 'position' ? 'position' : 'time',
    severity: 'warning',
    certainty: 'certain',
    where: { ...place, field },
    found,
    message: {
      fr: `${subject}\u202f: ${field} vaut ${found}, ce qui n’est pas possible. Le champ est laissé vide.`,
      en: `${place.collection} "${place.id}": ${field} is ${found}, which cannot be. The field is left empty.`,
    },
  };
}

function schemaFinding(
  place: Place,
  { path, found, expected }: { path: string; found: string; expected: string },
): Finding {
  const at = path || 'id';
  return {
    rule: 'schema',
    severity: 'error',
    certainty: 'certain',
    where: path === '' ? place : { ...place, field: path },
    found,
    expected,
    message: {
      fr: `${place.collection} «\u202f${place.id}\u202f» est laissé de côté\u202f: ${at} vaut ${found || 'rien'}, attendu\u202f: ${expected}.`,
      en: `${place.collection} "${place.id}" is left out: ${at} is ${found || 'missing'}, expected: ${expected}.`,
    },
  };
}

function duplicateFinding(place: Place): Finding {
  return {
    rule: 'duplicate-id',
    severity: 'error',
    certainty: 'certain',
    where: { ...place, field: 'id' },
    found: place.id,
    message: {
      fr: `${place.collection} «\u202f${place.id}\u202f» est laissé de côté\u202f: cet identifiant est déjà pris.`,
      en: `${place.collection} "${place.id}" is left out: this id is already taken.`,
    },
  };
}
