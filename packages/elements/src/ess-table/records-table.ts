/** Table of the records of a collection. */

import {
  columnsAsked,
  columnsOf,
  isTableCollection,
  namedField,
  namedIn,
  type RecordsRequest,
  recordGrid,
  tableCollections,
} from '@ess-widgets/core/charts';
import { periodInWords } from '@ess-widgets/core/format';
import { liesIn } from '@ess-widgets/core/indicators';
import { type CollectionName, type Dataset, isHidden, parsePeriod, placeNeeds } from '@ess-widgets/core/model';
import type { ConfigProblem } from '../base/measure-controller.ts';
import type { Localized, MessageKey } from '../texts/texts.ts';
import { wordOf } from '../views/record-word.ts';
import type { TableContent } from './content.ts';

/** Request of the page's author, as the attributes have it. */
export interface RecordsAsked {
  readonly collection: string;
  readonly columns: string | undefined;
  readonly period: string | undefined;
  readonly territory: string | undefined;
  readonly where: string | undefined;
}

/** Returns the collections to load: the one asked for, and those that have the names of the ids in its columns. */
export function needsOf({ collection, columns, territory, where }: RecordsAsked): readonly CollectionName[] {
  if (!isTableCollection(collection)) return [];
  const named = namedIn(columnsAsked(collection, columns).map((id) => namedField(collection, id)));
  return [...new Set<CollectionName>([collection, ...named, ...placeNeeds({ territory, where })])];
}

/**
 * Returns the first mistake of the page's author, or null. A provider's pairs may be meant for others: only known ones count.
 */
export function mistakeIn(dataset: Dataset, { collection, columns, period }: RecordsAsked): ConfigProblem | null {
  if (!isTableCollection(collection))
    return { key: 'configCollection', params: { collection, known: tableCollections.join(', ') } };
  const known = columnsOf(collection);
  const asked = columnsAsked(collection, columns);
  const shown = asked.map((each) => `${collection}.${each}`);
  const hidden = [collection, ...shown].find((name) => isHidden(dataset, name));
  if (hidden !== undefined) return { key: 'configInternal', params: { name: hidden } };
  const column = asked.find((each) => !known.includes(each));
  if (column !== undefined) return { key: 'configColumn', params: { column, known: known.join(', ') } };
  return period && !parsePeriod(period) ? { key: 'configPeriod', params: { period } } : null;
}

/** Returns the request for the records; null where it names no collection that can be a table. */
export function requestOf(dataset: Dataset, asked: RecordsAsked, m: Localized): RecordsRequest | null {
  const { collection, columns, territory, where, period } = asked;
  if (!isTableCollection(collection)) return null;
  return {
    ...{ collection, columns: columnsAsked(collection, columns), where, period, lang: m.lang },
    within: territory ? (list) => liesIn(dataset, list, territory) : undefined,
    word: (word, column) => wordOf(word, column, m),
  };
}

/** Returns the content of a table of records; null while a collection is being loaded. */
export function recordsTable(dataset: Dataset, asked: RecordsAsked, m: Localized): TableContent | null {
  const isThere = (name: CollectionName): boolean => !!dataset.collections[name] || !dataset.manifest.collections[name];
  const request = requestOf(dataset, asked, m);
  if (!request || !needsOf(asked).every(isThere)) return null;
  const { collection, period } = request;
  const grid = recordGrid(dataset, request);
  const kept = new Set(grid.rows.map(({ id }) => id));
  const found = (dataset.collections[collection] ?? []).filter(({ id }) => kept.has(id));
  return {
    grid,
    title: m.content(`tableOf_${collection}` as MessageKey),
    subtitle: [...(period ? [periodInWords(period, m.lang)] : []), m.text('tableRows', { n: grid.rows.length })].join(
      ', ',
    ),
    // Figures have a label of their own kind.
    heading: ({ id }) => m.content(`col_${id === 'label' ? 'name' : id}` as MessageKey),
    documents: [...new Set(found.flatMap(({ source }) => source?.document ?? []))],
  };
}
