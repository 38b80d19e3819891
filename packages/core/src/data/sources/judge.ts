/** Errors of values that a shape refused, in the terms of their schema. */
import type * as z from 'zod/mini';
import { EssError } from '../../errors.ts';
import { parsed } from '../../model/index.ts';
import { mismatchOf } from './mismatch.ts';

/** Returns the value as its schema reads it. @throws EssError `schema` with path, received and expected */
export function judge<T>(schema: z.core.$ZodType<T>, value: unknown, what: string, url: string): T {
  const result = parsed(schema, value);
  if (result.success) return result.data;
  const { path, found, expected } = mismatchOf(result.error, value);
  const at = path === '' ? what : `"${path}" of ${what}`;
  const message = `${at} is not as expected: received ${found || 'nothing'}, expected ${expected.en} (${url}).`;
  throw new EssError('schema', message, { url, path });
}
