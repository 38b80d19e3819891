/** Reading the answers of servers: the same errors whatever the format. */
import * as z from 'zod/mini';
import { EssError } from '../errors.ts';

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

/** Where and how a value differs from what a schema expects. */
export interface Mismatch {
  /** `collections.events.count`; empty for the value itself. */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
}

/** The first difference that a schema reports. */
export function mismatchOf(error: z.core.$ZodError, value: unknown): Mismatch {
  const issue = deepest(error.issues);
  const keys = issue?.path ?? [];
  return { path: keys.map(String).join('.'), found: excerpt(valueAt(value, keys)), expected: expectedBy(issue) };
}

/** An alternative that failed says nothing by itself: the reasons of its first branch do. */
function deepest(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  const [issue] = issues;
  if (issue?.code !== 'invalid_union') return issue;
  const inner = issue.errors.find((branch) => branch.length > 0)?.[0];
  return inner ? { ...inner, path: [...issue.path, ...inner.path] } : issue;
}

function expectedBy(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' | ');
    case 'too_small':
      return `>= ${issue.minimum}`;
    case 'too_big':
      return `<= ${issue.maximum}`;
    default:
      return issue?.message.replace(/^expected /, '') ?? '?';
  }
}

function valueAt(value: unknown, keys: readonly PropertyKey[]): unknown {
  return keys.reduce<unknown>((at, key) => (isObject(at) ? at[String(key)] : undefined), value);
}

/** Whether a value is an object (or an array) that can be looked into. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** A value as text, short enough to be read in a list. */
export function excerpt(value: unknown): string {
  const text = value === undefined ? '' : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** A document as its schema reads it. @throws EssError `schema` with path, received and expected */
export function checkShape<T extends z.core.$ZodType>(
  schema: T,
  value: unknown,
  what: string,
  url: string,
): z.output<T> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const { path, found, expected } = mismatchOf(result.error, value);
  const at = path === '' ? what : `"${path}" of ${what}`;
  const message = `${at} is not as expected: received ${found || 'nothing'}, expected ${expected} (${url}).`;
  throw new EssError('schema', message, { url, path });
}
