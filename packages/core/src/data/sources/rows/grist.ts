/** Reading of a Grist document: a table, its columns, and the tables that its cells refer to. */

import { cellText, tableOfRecords } from '../table/of-records.ts';
import { addressPart, isObject, objectOf } from '../values.ts';
import { choose, type ServiceRequest, type ServiceTable } from './service.ts';

/** A column as Grist describes it. */
interface Column {
  readonly key: string;
  readonly title: string;
  readonly type: string;
  /** Number of the column, and of the one that is shown of what a cell refers to. */
  readonly ref: unknown;
  readonly shown: unknown;
}

/** Reads a document: the table that was chosen, or the only one. */
export async function readGristDocument(tables: readonly unknown[], asking: ServiceRequest): Promise<ServiceTable> {
  const choices = tables.filter(isObject).flatMap(({ id, fields }) => {
    // A summary is made of another table.
    const isSummary = isObject(fields) && Boolean(fields['summarySourceTable']);
    return typeof id === 'string' && !isSummary ? [{ id, name: id }] : [];
  });
  const { id } = choose(choices, asking.chosen, asking.src);
  const base = asking.src.replace(/\/tables.*$/, '/tables');
  return readTable(`${base}/${addressPart(id)}`, undefined, asking, id);
}

/** Reads a table of which the records were asked for. */
export async function readGristTable(records: readonly unknown[], asking: ServiceRequest): Promise<ServiceTable> {
  const [, address, id] = /^(https?:.*\/tables\/([^/?#]+))\/records/.exec(asking.src) ?? [];
  if (address) return readTable(address, records, asking, id);
  const fields = records.filter(isObject).flatMap(({ fields: own }) => (isObject(own) ? [own] : []));
  return { table: tableOfRecords(fields) };
}

async function readTable(
  address: string,
  known: readonly unknown[] | undefined,
  asking: ServiceRequest,
  title: string | undefined,
): Promise<ServiceTable> {
  const [columns, records] = await Promise.all([columnsOf(address, asking), known ?? recordsOf(address, asking)]);
  const named = await referred(address, columns, asking);
  const fields = records.filter(isObject).flatMap(({ fields: own }) => (isObject(own) ? [own] : []));
  const types = new Map(columns.map((column) => [column.key, column]));
  const textOf = (value: unknown, key: string): string => gristText(value, types.get(key), named);
  const shown = columns.filter(({ type }) => type !== 'Attachments');
  return { table: tableOfRecords(fields, shown, textOf), title: title?.replaceAll('_', ' ') };
}

async function columnsOf(address: string, { read }: ServiceRequest): Promise<readonly Column[]> {
  const answer = await read(`${address}/columns`);
  const list = isObject(answer) && Array.isArray(answer['columns']) ? answer['columns'] : [];
  return list.filter(isObject).flatMap(({ id, fields }) => {
    if (typeof id !== 'string' || !isObject(fields)) return [];
    const { label, type, colRef, visibleCol } = fields;
    return [{ key: id, title: String(label || id), type: String(type ?? 'Any'), ref: colRef, shown: visibleCol }];
  });
}

async function recordsOf(address: string, { read }: ServiceRequest): Promise<readonly unknown[]> {
  const answer = await read(`${address}/records`);
  return isObject(answer) && Array.isArray(answer['records']) ? answer['records'] : [];
}

const REFERENCE = /^Ref(?:List)?:(.+)$/;

/** Names of the records that each column refers to, by their number. */
type Names = ReadonlyMap<string, ReadonlyMap<unknown, string>>;

/** Reads the tables that columns refer to: a cell has but the number of a record there. */
async function referred(address: string, columns: readonly Column[], asking: ServiceRequest): Promise<Names> {
  const base = address.replace(/\/[^/]+$/, '');
  const entries = columns.flatMap(({ key, type, shown }) => {
    const table = REFERENCE.exec(type)?.[1];
    // Where no column of the other table is shown, the number says nothing.
    return table === undefined || !shown ? [] : [{ key, address: `${base}/${addressPart(table)}`, shown }];
  });
  const names = entries.map(async ({ key, address: other, shown }) => {
    const [described, records] = await Promise.all([columnsOf(other, asking), recordsOf(other, asking)]);
    const column = described.find(({ ref }) => ref === shown);
    const pairs = records.filter(isObject).map(({ id, fields }): [unknown, string] => {
      const own = objectOf(fields);
      return [id, gristText(own[column?.key ?? ''], column, new Map())];
    });
    return [key, new Map(pairs)] as const;
  });
  return new Map(await Promise.all(names));
}

/** Returns the text of a cell: a number stands for a day, a list begins with a letter that says what it is. */
function gristText(value: unknown, column: Column | undefined, names: Names): string {
  const { key = '', type = 'Any' } = column ?? {};
  if (REFERENCE.test(type)) {
    const known = names.get(key);
    const ids = Array.isArray(value) ? value.slice(1).flat() : [value];
    return ids.flatMap((id) => known?.get(id) || (typeof id === 'string' ? id : [])).join('; ');
  }
  if (typeof value === 'number' && /^Date(Time)?\b/.test(type)) return dateText(value, type.startsWith('DateTime'));
  if (!Array.isArray(value)) return cellText(value);
  const [code, ...rest] = value;
  switch (code) {
    case 'L':
      return cellText(rest);
    case 'D':
    case 'd':
      return typeof rest[0] === 'number' ? dateText(rest[0], code === 'D') : '';
    default:
      // References to records, errors, and what is being computed have no text of their own.
      return '';
  }
}

function dateText(seconds: number, hasTime: boolean): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return '';
  return hasTime ? date.toISOString() : date.toISOString().slice(0, 10);
}
