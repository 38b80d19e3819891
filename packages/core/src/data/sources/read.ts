/** Reading the answers of servers: the same errors whatever the format. */
import type * as z from 'zod/mini';
import { modelRules } from '../../model/rules.ts';
import { REFUSED, readShape, type Shape } from '../../model/shape.ts';

/** A parsed JSON document. @throws EssError `http`, `html` or `syntax` (with line and column) */
export async function readJson(response: Response, url: string): Promise<unknown> {
  const text = await response.text();
  try {
    if (response.ok) return JSON.parse(text);
  } catch {
    // What it is instead is said below.
  }
  throw (await import('./unreadable.ts')).unreadable(response, text, url);
}

/** A document in the form that its shape and its schema describe; `schema` is loaded only for what the shape refuses. */
export interface Form<T> {
  readonly shape: Shape;
  readonly schema: () => Promise<z.core.$ZodType<T>>;
  /** What it is called in an error. */
  readonly what: string;
}

/** A document as its schema reads it. @throws EssError `schema` with path, received and expected */
export async function checkForm<T>(form: Form<T>, value: unknown, url: string): Promise<T> {
  const read = readShape(form.shape, value, modelRules);
  // A shape reads as the schema does that it was compiled from.
  if (read !== REFUSED) return read as T;
  const [{ judge }, schema] = await Promise.all([import('./judge.ts'), form.schema()]);
  return judge(schema, value, form.what, url);
}
