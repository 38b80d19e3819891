const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Sorts the keys of objects, because their order has no meaning, and keeps a text in its first language only. */
function plain(_key: string, value: unknown): unknown {
  if (!isObject(value)) return value;
  if (typeof value['fr'] === 'string') return value['fr'];
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Returns a line of a golden file: first what it is the answer to, then the answer with its keys sorted. */
export const lineOf = (head: object, answer: object): string =>
  JSON.stringify(head).replace(/\}$/, `,${JSON.stringify(answer, plain).slice(1)}`);
