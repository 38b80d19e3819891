/** A table of the records that a service answers with. */
import { EssError } from '../../../errors.ts';
import { isObject } from '../values.ts';
import { CELL_LENGTH, cutCell, type Table } from './table.ts';

/** Cells of a table of records: where each record has properties of its own, 64 kB would open as 40 million. */
const CELLS = 2_000_000;

const TOO_MANY = {
  fr: 'Les enregistrements de cette liste ont chacun d’autres champs\u202f: elle ferait plus de deux millions de cellules, et rien n’en est lu. Exportez-la avec des colonnes communes à tous, ou en CSV.',
  en: 'The records of this list each have other fields: it would make more than two million cells, and nothing of it is read. Export it with columns common to all, or as CSV.',
};

/** A column: the property of the records, and its title. */
export interface RecordColumn {
  readonly key: string;
  readonly title: string;
}

/**
 * Returns the table of some records: the titles are its first line, as they would be in a file.
 * @param columns by default the properties of all records, in the order in which they come
 * @param textOf text of a value; by default {@link cellText}
 * @throws EssError `large` for more cells than a list has
 */
export function tableOfRecords(
  records: readonly Readonly<Record<string, unknown>>[],
  columns: readonly RecordColumn[] = columnsOf(records),
  textOf: (value: unknown, key: string) => string = cellText,
): Table {
  if (records.length * columns.length > CELLS) throw new EssError('large', TOO_MANY.en, { remedy: TOO_MANY });
  const rows = records.map((record) => columns.map(({ key }) => textOf(record[key], key)));
  return tableOfCells([columns.map(({ title }) => title), ...rows]);
}

/** Returns the table of lines of cells; blank ones are left out. */
export function tableOfCells(lines: readonly (readonly unknown[])[]): Table {
  const cut = new Map<number, number[]>();
  const rows = lines.map((cells, index) => ({
    line: index + 1,
    cells: cells.map((cell, column) => {
      const text = cellText(cell).trim();
      if (text.length > CELL_LENGTH) cut.set(column, [...(cut.get(column) ?? []), index + 1]);
      return cutCell(text);
    }),
  }));
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  return { rows: filled, unclosedQuote: null, mixed: null, cut };
}

function columnsOf(records: readonly Readonly<Record<string, unknown>>[]): readonly RecordColumn[] {
  const keys = new Set(records.flatMap((record) => Object.keys(record)));
  return [...keys].map((key) => ({ key, title: key }));
}

/** Properties by which services name a thing that a cell refers to. */
export const THING_NAMES = ['value', 'label', 'title', 'name', 'Nom', 'Name', 'Title', 'fr'] as const;

/** How deep a value is looked into: a cell has no more in it. */
const DEEPEST = 4;

/**
 * Returns the text of a value: lists are joined, a thing that is referred to gives its name, a point its latitude and
 * longitude; files that are attached give nothing.
 */
export function cellText(value: unknown, depth: unknown = 0): string {
  const level = typeof depth === 'number' ? depth : 0;
  if (typeof value === 'string') return /^\[\{"(path|url|signedPath)"/.test(value) ? '' : value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (level >= DEEPEST) return '';
  if (Array.isArray(value)) {
    const texts = value.map((item) => cellText(item, level + 1)).filter((text) => text !== '');
    return [...new Set(texts)].join('; ');
  }
  return isObject(value) ? thingText(value, level) : '';
}

function thingText(thing: Readonly<Record<string, unknown>>, level: number): string {
  if ('mimetype' in thing || 'mime_type' in thing || 'thumbnails' in thing) return '';
  const { lat, lon = thing['lng'], coordinates } = thing;
  if (typeof lat === 'number' && typeof lon === 'number') return `${lat}, ${lon}`;
  if (Array.isArray(coordinates) && coordinates.length >= 2) return `${coordinates[1]}, ${coordinates[0]}`;
  const named = THING_NAMES.find((name) => thing[name] !== undefined && thing[name] !== null);
  if (named) return cellText(thing[named], level + 1);
  const text = Object.entries(thing).find(([key, each]) => typeof each === 'string' && !/^id$/i.test(key));
  return text ? cellText(text[1], level + 1) : '';
}
