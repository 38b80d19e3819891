import { isDeepStrictEqual } from 'node:util';
import { type CollectionName, collectionNames, type Dataset } from '@ess-widgets/core/model';
import type { CollectionDiff, FieldDiff, RecordDiff, RecordName } from '../contract/diff-report.ts';

type AnyRecord = Readonly<Record<string, unknown>> & { readonly id: string };

/** Returns the collections that are not the same in two data sets. */
export function diffCollections(before: Dataset, after: Dataset): readonly CollectionDiff[] {
  return collectionNames
    .map((name) => diffCollection(name, byKey(before, name), byKey(after, name)))
    .filter(({ added, removed, changed }) => added.length + removed.length + changed.length > 0);
}

/** Indexes records by their key: their id; a category's is its own within its dimension. */
function byKey(dataset: Dataset, name: CollectionName): ReadonlyMap<string, AnyRecord> {
  const list: readonly AnyRecord[] = dataset.collections[name] ?? [];
  return new Map(
    list.map((record) => ['dimension' in record ? `${String(record['dimension'])}/${record.id}` : record.id, record]),
  );
}

function diffCollection(
  collection: string,
  before: ReadonlyMap<string, AnyRecord>,
  after: ReadonlyMap<string, AnyRecord>,
): CollectionDiff {
  const added = [...after].filter(([id]) => !before.has(id)).map(named);
  const removed = [...before].filter(([id]) => !after.has(id)).map(named);
  const changed = [...after].flatMap(([id, record]): readonly RecordDiff[] => {
    const old = before.get(id);
    const fields = old ? diffFields(old, record) : [];
    return fields.length > 0 ? [{ ...named([id, record]), fields }] : [];
  });
  return { collection, added, removed, changed };
}

function diffFields(before: AnyRecord, after: AnyRecord): readonly FieldDiff[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .filter((field) => !isDeepStrictEqual(before[field] ?? null, after[field] ?? null))
    .map((field) => ({
      field,
      ...(before[field] === undefined ? {} : { before: before[field] }),
      ...(after[field] === undefined ? {} : { after: after[field] }),
    }));
}

function named([id, record]: readonly [string, AnyRecord]): RecordName {
  const text = record['name'] ?? record['title'] ?? record['label'];
  const name = typeof text === 'object' && text !== null && 'fr' in text ? text.fr : text;
  return typeof name === 'string' ? { id, name } : { id };
}
