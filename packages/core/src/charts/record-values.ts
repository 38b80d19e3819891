import { type CollectionName, type Dataset, recordName, records, type Text } from '../model/index.ts';
import { NAMED_IN } from './named-in.ts';

/** A record of which only its fields' names are known. */
export type AnyRecord = Readonly<Record<string, unknown>> & { readonly id: string };

/** Names of the ids of a field, by id; null where its values are no ids. The first of one id wins. */
export function namesOf(dataset: Dataset, field: string): ReadonlyMap<string, Text> | null {
  const collections = NAMED_IN[field];
  if (!collections) return null;
  // Ids of categories are unique within their dimension only: the field is called after it, in the plural where it is a list.
  const dimension = field.replace(/s$/, '');
  const names = new Map<string, Text>();
  for (const record of collections.flatMap((name): readonly AnyRecord[] => recordsOf(dataset, name))) {
    const name = recordName(record);
    const isOther = collections.includes('categories') && record['dimension'] !== dimension;
    if (name && !isOther && !names.has(record.id)) names.set(record.id, name);
  }
  return names;
}

/** The records of a collection, whatever their fields. */
export const recordsOf = (dataset: Dataset, name: CollectionName): readonly AnyRecord[] => records(dataset, name);
