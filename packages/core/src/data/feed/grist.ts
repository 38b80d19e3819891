/** Cells of Grist: a number stands for a day, or for a record of another table; a list begins with a letter that says what it is. */
import { cellText } from '../sources/table/of-records.ts';
import { addressPart, isObject, objectOf } from '../sources/values.ts';

/** A column as a service describes it. */
export interface ServiceColumn {
  readonly key: string;
  readonly title: string;
  readonly type: string;
  readonly ref?: unknown;
  readonly shown?: unknown;
}

/** Reading of other tables by the address of each. */
interface Tables {
  readonly columnsOf: (address: string) => Promise<readonly ServiceColumn[]>;
  readonly recordsOf: (address: string) => Promise<readonly unknown[]>;
}

type Names = ReadonlyMap<string, ReadonlyMap<unknown, string>>;
type TextOf = (value: unknown, key: string) => string;

const REFERENCE = /^Ref(?:List)?:(.+)$/;

/** Returns what a cell says, once the tables that columns refer to are read. @param address of the table */
export async function gristCells(address: string, columns: readonly ServiceColumn[], tables: Tables): Promise<TextOf> {
  const base = address.replace(/\/[^/]+$/, '');
  const names = columns.flatMap(({ key, type, shown }) => {
    const table = REFERENCE.exec(type)?.[1];
    // Where no column of the other table is shown, the number says nothing.
    return table === undefined || !shown ? [] : [namesIn(`${base}/${addressPart(table)}`, key, shown, tables)];
  });
  const known = new Map(await Promise.all(names));
  const types = new Map(columns.map((column) => [column.key, column]));
  return (value, key) => textOf(value, types.get(key), known);
}

/** Returns the names of the records that a column refers to, by their number. */
async function namesIn(address: string, key: string, shown: unknown, { columnsOf, recordsOf }: Tables) {
  const [columns, records] = await Promise.all([columnsOf(address), recordsOf(address)]);
  const column = columns.find(({ ref }) => ref === shown);
  const pairs = records.filter(isObject).map(({ id, fields }): [unknown, string] => {
    return [id, textOf(objectOf(fields)[column?.key ?? ''], column, new Map())];
  });
  return [key, new Map(pairs)] as const;
}

function textOf(value: unknown, column: ServiceColumn | undefined, names: Names): string {
  const { key = '', type = 'Any' } = column ?? {};
  if (REFERENCE.test(type)) {
    const known = names.get(key);
    const ids = Array.isArray(value) ? value.slice(1).flat() : [value];
    return ids.flatMap((id) => known?.get(id) || (typeof id === 'string' ? id : [])).join('; ');
  }
  if (typeof value === 'number' && /^Date(Time)?\b/.test(type)) return dateText(value, type.startsWith('DateTime'));
  if (!Array.isArray(value)) return cellText(value);
  const [code, ...rest] = value;
  if (code === 'L') return cellText(rest);
  // References to records, errors, and what is being computed have no text of their own.
  return (code === 'D' || code === 'd') && typeof rest[0] === 'number' ? dateText(rest[0], code === 'D') : '';
}

function dateText(seconds: number, hasTime: boolean): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return '';
  return hasTime ? date.toISOString() : date.toISOString().slice(0, 10);
}
