/** The table of some records: by the fields of their feed, else by their own properties. */
import { kindOfRecords } from '../sources/record-kind.ts';
import type { ListKind } from '../sources/table/headers.ts';
import { tableOfEvents, tableOfMembers } from '../sources/table/of-fields.ts';
import { flatRecords, tableOfRecords } from '../sources/table/of-records.ts';
import type { Table } from '../sources/table/table.ts';
import { isObject } from '../sources/values.ts';
import type { Feed } from './declaration.ts';
import { isFilled, type Json, reader, type Vocabulary } from './expression.ts';
import type { ServiceColumn } from './grist.ts';

/** Times of one event that are read: an exhibition has one for each of its days. */
const MAX_TIMES = 800;

/** What is known of the records. */
interface Known {
  readonly feed: Feed;
  readonly words: Vocabulary;
  readonly columns?: readonly ServiceColumn[] | undefined;
  readonly cells?: ((value: unknown, key: string) => string) | undefined;
  /** The kind that the page's author states. */
  readonly told?: string | undefined;
}

/** A table, the kind of its lines, and whether nobody says what they are. */
interface Typed {
  readonly table: Table;
  readonly kind: ListKind | undefined;
  readonly isUnnamed: boolean;
}

/** @throws EssError `large` for more cells than a list has */
export function tableOf(records: readonly Json[], known: Known): Typed {
  const { feed, columns, cells } = known;
  const kind = kindOfRecords(records.map((record) => innerOf(record, feed)));
  const own = records.flatMap((record) => timesOf(innerOf(record, feed), feed));
  if (columns || !feed.fields)
    return {
      table: columns ? tableOfRecords(own, columns, cells) : tableOfRecords(flatRecords(own), undefined, cells),
      kind: columns ? undefined : kind,
      isUnnamed: true,
    };
  const fields = readersOf(feed, kind, known, records);
  if (!fields) {
    const name = reader(feed.fields.members?.['name'] ?? '', known.words);
    return { table: tableOfRecords(own.map((each) => ({ nom: name(each), ...each }))), kind, isUnnamed: true };
  }
  const lines = own.map((record) => Object.fromEntries(fields.list.map(([name, read]) => [name, read(record)])));
  const table = (fields.kind === 'events' ? tableOfEvents : tableOfMembers)(lines);
  return { table, kind: fields.kind, isUnnamed: false };
}

/** Returns the feed itself, or the one that events look like which were saved without what was around them. */
export function likeOf(records: readonly Json[], feed: Feed, feeds: readonly Feed[]): Feed {
  if (!feed.lines || kindOfRecords(records) === undefined) return feed;
  const isLike = ({ like }: Feed): boolean => {
    if (like === undefined) return false;
    const read = reader(like);
    const alike = records.filter((record) => isFilled(read(record)) && read(record) !== false);
    return alike.length * 2 >= records.length;
  };
  return feeds.find(isLike) ?? feed;
}

/** Returns what is read of each record; undefined where nothing says which kind they are. */
function readersOf(
  { fields = {} }: Feed,
  found: ListKind | undefined,
  { words, told }: Known,
  records: readonly Json[],
) {
  const { events, members } = fields;
  const compiled = (kind: ListKind) => ({
    kind,
    list: Object.entries(fields[kind] ?? {}).map(([name, expression]) => [name, reader(expression, words)] as const),
  });
  if (!events || !members) return compiled(events ? 'events' : 'members');
  if (told === 'events' || told === 'members') return compiled(told);
  if (found) return compiled(found);
  // An agenda may have nothing to come; a list of members that is empty has lost them.
  if (records.length === 0) return compiled('events');
  // A name alone is that of anything: a member has a place.
  const places = [members['town'], members['lat'], members['postcode']].map((place) => reader(place ?? '.none'));
  return records.some((record) => places.some((read) => isFilled(read(record)))) ? compiled('members') : undefined;
}

/** Returns the properties of a record that are its own, with those that are put to them. */
function innerOf(record: Json, { within, put = {} }: Feed): Json {
  const own = within === undefined ? record : record[within];
  const values = Object.entries(put).flatMap(([name, place]) => {
    const value = reader(place)(record);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...(isObject(own) ? own : record), ...Object.fromEntries(values) };
}

/** Returns a record for each time of an event. */
function timesOf(record: Json, { spread }: Feed): readonly Json[] {
  if (!spread) return [record];
  const times = reader(spread.times)(record);
  const list = Array.isArray(times) ? times.filter(isObject).slice(0, MAX_TIMES) : [];
  // The end of the last day is not that of the first.
  if (list.length === 0) return [record];
  const id = record[spread.number];
  return list.map((time, index) => ({
    ...record,
    ...(list.length > 1 && id !== undefined ? { [spread.number]: `${id}/${index + 1}` } : {}),
    ...Object.fromEntries(Object.entries(spread.set).map(([name, place]) => [name, reader(place)(time)])),
  }));
}
