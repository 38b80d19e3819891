/** Reading the answers of servers: the same errors whatever the format. */
import type * as z from 'zod/mini';
import { modelRules, REFUSED, readShape, type Shape } from '../../model/index.ts';

/** Returns a parsed JSON document. @throws EssError `http`, `html` or `syntax` (with line and column) */
export async function readJson(response: Response, url: string): Promise<unknown> {
  const text = await response.text();
  try {
    if (response.ok) return JSON.parse(text);
  } catch {
    // The error below says what the text is instead.
  }
  throw (await import('./unreadable.ts')).unreadable(response, text, url);
}

/** Form of a document, as a shape and as a schema; `schema` is called only for a value that the shape refuses. */
export interface Form<T> {
  readonly shape: Shape;
  readonly schema: () => Promise<z.core.$ZodType<T>>;
  /** Name of the document in an error. */
  readonly what: string;
}

/** Returns a document as its schema reads it. @throws EssError `schema` with path, received and expected */
export async function checkForm<T>(form: Form<T>, value: unknown, url: string): Promise<T> {
  const read = readShape(form.shape, value, modelRules);
  // A shape reads as the schema does that it was compiled from.
  if (read !== REFUSED) return read as T;
  const [{ judge }, schema] = await Promise.all([import('./judge.ts'), form.schema()]);
  return judge(schema, value, form.what, url);
}
