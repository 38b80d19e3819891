import type { Text } from './text.ts';

/** Returns the name of a record, whatever its collection calls that field; undefined where it has none. */
export function nameOf(record: object): Text | undefined {
  for (const field of ['label', 'name', 'title', 'subject'] as const) {
    const value: unknown = field in record ? (record as Readonly<Record<string, unknown>>)[field] : undefined;
    if (typeof value === 'string') return { fr: value };
    if (value !== null && typeof value === 'object' && 'fr' in value) return value as Text;
  }
  return undefined;
}
