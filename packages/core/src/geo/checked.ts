/** Reading a geographic file: its format first, then its shape, and an error that says where it fails. */
import type * as z from 'zod/mini';
import { EssError } from '../errors.ts';
import { parsed } from '../model/index.ts';

/**
 * Returns `value` as the schema reads it.
 * @param format the `format` that the file must declare, for example `ess-basemap/1`
 * @throws {EssError} `format` for another kind or major version, `schema` (with its path) for a wrong shape
 */
export function checked<T extends z.core.$ZodType>(schema: T, value: unknown, format: string): z.output<T> {
  const found = formatOf(value);
  if (found !== undefined && found !== format) {
    throw new EssError('format', `Expected a file of format "${format}", received "${found}".`);
  }
  const result = parsed(schema, value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  const at = path === '' ? 'the document' : `"${path}"`;
  throw new EssError('schema', `Not a valid "${format}" file: ${at}: ${issue?.message ?? 'wrong shape'}.`, { path });
}

function formatOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('format' in value)) return undefined;
  return typeof value.format === 'string' ? value.format : undefined;
}
