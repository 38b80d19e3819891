/** Values of unknown shape: apart from what needs a schema, so that the texts of errors load without it. */

/** Whether a value is an object (or an array) that can be looked into. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Returns a value that can be looked into, or an empty one. */
export const objectOf = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {});

/** Returns a value as text, short enough to be read in a list. */
export function excerpt(value: unknown): string {
  const text = value === undefined ? '' : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** Returns a text as part of an address, without the halves of characters that JSON may hold and an address may not. */
export const addressPart = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''));
