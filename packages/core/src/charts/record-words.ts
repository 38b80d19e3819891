import {
  type CollectionName,
  type Dataset,
  keptRecords,
  lineageIn,
  placeNeeds,
  recordName,
  resolveText,
} from '../model/index.ts';
import { namedIn } from './named-in.ts';
import { namesOf, recordsOf } from './record-values.ts';

/** The records whose words are wanted: those of a table, a list or a line of dates. */
export interface RecordWordsRequest {
  readonly collection: CollectionName;
  /** Fields that are shown; all by default. */
  readonly columns?: readonly string[] | undefined;
  readonly where?: string | undefined;
  readonly lang: string;
}

/** Fields whose texts are read as they are; ids are read as the names that the data set gives them. */
const PLACES = ['place', 'town'];

/** Fields that hold ids of other records. */
const idFields = (columns: readonly string[]): readonly string[] => columns.filter((id) => namedIn([id]).length > 0);

/** Returns the columns asked for, or else each field that a record of the collection has: the first may lack some. */
const fieldsOf = (list: readonly object[], columns: readonly string[] | undefined): readonly string[] =>
  columns ?? [...new Set(list.flatMap((record) => Object.keys(record)))];

/** Collections that the words of these records stand in. Fields that nobody named are known once the records have come. */
export function wordsNeed(
  { collections }: Dataset,
  { collection, columns, where }: RecordWordsRequest,
): readonly CollectionName[] {
  return [collection, ...namedIn(fieldsOf(collections[collection] ?? [], columns)), ...placeNeeds({ where })];
}

/** The words of records for a search: their names, those of what they lead to, their places. All of it must have come. */
export function recordWords(dataset: Dataset, request: RecordWordsRequest): string {
  const { collection, where, lang } = request;
  const all = recordsOf(dataset, collection);
  const list = keptRecords(all, where, lineageIn(dataset));
  const columns = fieldsOf(all, request.columns);
  const names = idFields(columns).map((id) => [id, namesOf(dataset, id)] as const);
  return list
    .flatMap((record) => {
      const linked = names.flatMap(([id, known]) => [record[id]].flat().map((each) => known?.get(String(each))));
      return [
        ...[recordName(record), ...linked].map((text) => (text ? resolveText(text, lang).text : '')),
        ...PLACES.map((id) => (columns.includes(id) && typeof record[id] === 'string' ? record[id] : '')),
      ];
    })
    .join(' ');
}
