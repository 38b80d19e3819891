/** Reading the answers of servers: the same errors whatever the format. */
import type * as z from 'zod/mini';

/**
 * Whether an address leads to a file of this machine. An adapter asks nothing beside one: neither a further page nor a
 * table of names.
 */
export const isFile = (src: string): boolean => src.startsWith('file:');

/** Returns a parsed JSON document. @throws EssError `http`, `html` or `syntax` (with line and column) */
export const readJson = async (response: Response, url: string): Promise<unknown> =>
  (await readWithText(response, url)).value;

/** Returns a parsed JSON document, and its text. @throws EssError as {@link readJson} */
export async function readWithText(
  response: Response,
  url: string,
): Promise<{ readonly value: unknown; readonly text: string }> {
  const text = await response.text();
  try {
    if (response.ok) return { value: JSON.parse(text), text };
  } catch {
    // The error below says what the text is instead.
  }
  throw (await import('./unreadable.ts')).unreadable(response, text, url);
}

/** Form of a document. */
interface Form<T> {
  readonly schema: () => Promise<z.core.$ZodType<T>>;
  /** Name of the document in an error. */
  readonly what: string;
}

/** Returns a document as its schema reads it. @throws EssError `schema` with path, received and expected */
export async function checkForm<T>(form: Form<T>, value: unknown, url: string): Promise<T> {
  const [{ judge }, schema] = await Promise.all([import('./judge.ts'), form.schema()]);
  return judge(schema, value, form.what, url);
}
