/** Reading a record by its schema. */
import type * as z from 'zod/mini';
import { type CollectionName, collectionSchemas, parsed } from '../../../model/index.ts';
import { valueAt } from '../mismatch.ts';
import { isObject } from '../values.ts';
import type { DataProblem, RecordPlace } from './problems.ts';

/**
 * Returns the record as its schema reads it, words that this release does not know read as `other`; or why it is left
 * out.
 */
export function judgeRecord(
  name: CollectionName,
  record: unknown,
  { raw, place }: { readonly raw: unknown; readonly place: () => RecordPlace },
  tell: (problem: DataProblem) => void,
): { readonly data: unknown } | { readonly problem: DataProblem } {
  const schema: z.core.$ZodType = collectionSchemas[name];
  const first = parsed(schema, record);
  if (first.success) return { data: first.data };
  const words = first.error.issues
    .filter(isUnknownWord)
    .filter(({ path }) => typeof valueAt(record, path) === 'string');
  const mended = words.reduce((value, { path }) => withOther(value, path), record);
  const result = words.length > 0 ? parsed(schema, mended) : first;
  if (!result.success) return { problem: { kind: 'schema', place: place(), error: result.error, raw } };
  for (const { path, values } of words) {
    tell({ kind: 'word', place: place(), field: path.map(String).join('.'), value: valueAt(raw, path), known: values });
  }
  return { data: result.data };
}

type Issue = z.core.$ZodIssue;
type UnknownWord = Extract<Issue, { code: 'invalid_value' }>;

/** Whether an issue is an unknown word of an open list, one that has `other`: a later release may have more words. */
const isUnknownWord = (issue: Issue): issue is UnknownWord =>
  issue.code === 'invalid_value' && issue.values.includes('other');

/** Returns a copy in which the word at a path reads `other`. */
function withOther(value: unknown, [key, ...rest]: readonly PropertyKey[]): unknown {
  if (key === undefined) return 'other';
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? withOther(item, rest) : item));
  return isObject(value) ? { ...value, [key]: withOther(value[String(key)], rest) } : value;
}
