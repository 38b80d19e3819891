/** Reading the answers of servers: the same errors whatever the format. */
import type * as z from 'zod/mini';
import { EssError } from '../errors.ts';
import { modelRules } from '../model/rules.ts';
import { REFUSED, readShape, type Shape } from '../model/shape.ts';

/** The bytes of an answer. @throws EssError `http` when it is none */
export async function readBytes(response: Response, url: string): Promise<ArrayBuffer> {
  if (response.ok) return response.arrayBuffer();
  throw new EssError('http', `${url} answered with status ${response.status}.`, { url, status: response.status });
}

/** Refuses a page where data was expected: a login page, an error page, the address of a viewer. */
export function refuseHtml(response: Response, text: string, url: string): void {
  const type = response.headers.get('content-type') ?? '';
  if (!/^\s*</.test(text) && !(type.startsWith('text/html') && /<[a-z!]/i.test(text.slice(0, 2_000)))) return;
  throw new EssError('html', `${url} is a page (${type || 'it begins with "<"'}); data was expected.`, { url });
}

/** A parsed JSON document. @throws EssError `http`, `html` or `syntax` (with line and column) */
export async function readJson(response: Response, url: string): Promise<unknown> {
  const text = new TextDecoder().decode(await readBytes(response, url));
  refuseHtml(response, text, url);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { positionOfError } = await import('./json-position.ts');
    const { line, column, what } = positionOfError(text);
    const path = `line ${line}, column ${column}`;
    throw new EssError('syntax', `${url} is not JSON: ${what} at ${path}.`, { url, path, cause });
  }
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
