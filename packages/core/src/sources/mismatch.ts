/** What a value has that its schema does not expect. Loaded only when there is something to say. */
import type * as z from 'zod/mini';
import { excerpt, isObject } from './values.ts';

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

/** What is at a path of a value. */
export function valueAt(value: unknown, keys: readonly PropertyKey[]): unknown {
  return keys.reduce<unknown>((at, key) => (isObject(at) ? at[String(key)] : undefined), value);
}
