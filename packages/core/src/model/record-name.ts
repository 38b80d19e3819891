import type { Text } from './text.ts';

/** Fields that hold the name of a record, in one collection or another. */
export const NAME_FIELDS = ['label', 'name', 'title', 'subject'] as const;

/** Returns the name of a record, whatever its collection calls that field; undefined where it has none. */
export function recordName(record: object): Text | undefined {
  for (const field of NAME_FIELDS) {
    const value: unknown = field in record ? (record as Readonly<Record<string, unknown>>)[field] : undefined;
    if (typeof value === 'string') return { fr: value };
    if (value !== null && typeof value === 'object' && 'fr' in value) return value as Text;
  }
  return undefined;
}
