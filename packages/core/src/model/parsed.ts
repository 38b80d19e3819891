/** Reading of a document by its schema, whatever the number of its mistakes. */
import * as z from 'zod/mini';

/** Items of a list that are looked at where a document has too many mistakes. */
const ITEMS = 1_000;

/**
 * Returns what a schema makes of a value. The schema gathers all mistakes of a list as arguments of one call, of which there
 * may be some hundred thousand: then those of the first items are returned.
 */
export function parsed<T extends z.core.$ZodType>(schema: T, value: unknown): z.core.util.SafeParseResult<z.output<T>> {
  try {
    return z.safeParse(schema, value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const first = z.safeParse(schema, shortened(value));
    if (!first.success) return first;
    const message = 'expected fewer mistakes, there are over a hundred thousand';
    const refused = new z.core.$ZodError([{ code: 'custom', path: [], message, input: value }]);
    return { success: false, error: refused as z.core.$ZodError<z.output<T>> };
  }
}

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, ITEMS).map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shortened(each)]));
}
