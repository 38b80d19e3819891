/** A table of the records that a service answers with. */
import { EssError } from '../../../errors.ts';
import { isObject, objectOf } from '../values.ts';
import { CELL_LENGTH, cutCell, type Table } from './table.ts';

type Json = Readonly<Record<string, unknown>>;

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
  records: readonly Json[],
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

const keysOf = (records: readonly Json[]): ReadonlySet<string> => new Set(records.flatMap((each) => Object.keys(each)));

const columnsOf = (records: readonly Json[]): readonly RecordColumn[] =>
  [...keysOf(records)].map((key) => ({ key, title: key }));

/** Properties that hold those of the record itself, and properties of a place, whose first text says nothing of the others. */
const WRAPPER = /^(?:attributes|fields|properties)$/;
const PLACE = /^(?:adresse|address|lieu|location|localisation|siege|place|venue|coordonnees|geo|position)$/i;

/**
 * Returns records whose properties are one below the other, `adresse.ville`, besides those that they have: a service that names a
 * thing gives more of it than its name. They are left as they are where that would make too many cells.
 */
export function flatRecords(records: readonly Json[]): readonly Json[] {
  const flat = records.map((record) => flatRecord(record));
  return flat.length * keysOf(flat).size > CELLS ? records : flat;
}

function flatRecord(record: Json, depth = 0): Json {
  const isPlace = (key: string, value: unknown): value is Json =>
    PLACE.test(key) && isThing(value) && !isPoint(value) && !nameIn(value);
  const parts = Object.entries(record).filter(
    ([key, value]) => isComposed(value) || isPlace(key, value) || (WRAPPER.test(key) && isThing(value)),
  );
  if (parts.length === 0 || depth >= DEEPEST) return record;
  const own = Object.fromEntries(Object.entries(record).filter(([key, value]) => !isPlace(key, value)));
  const below = parts.flatMap(([key, value]) => {
    const isWrapper = WRAPPER.test(key);
    const name = isWrapper ? undefined : nameIn(objectOf(value));
    return Object.entries(flatRecord(value as Json, depth + 1)).flatMap(([leaf, each]) =>
      leaf === name || each === undefined ? [] : [[isWrapper ? leaf : `${key}.${leaf}`, each] as const],
    );
  });
  return { ...own, ...Object.fromEntries(below.filter(([key]) => !(key in record))) };
}

const isThing = (value: unknown): value is Json => isObject(value) && !Array.isArray(value);

/** Whether a value says several things, of which its text is one: a point is a whole, as are a file and a choice with its colour. */
function isComposed(value: unknown): value is Json {
  if (!isThing(value) || isPoint(value) || isFile(value)) return false;
  const said = Object.entries(value).filter(([key, each]) => !/^(?:id|color|colour)$/i.test(key) && each !== null);
  return said.filter(([, each]) => ['string', 'number', 'object'].includes(typeof each)).length > 1;
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

const isFile = (thing: Json): boolean => 'mimetype' in thing || 'mime_type' in thing || 'thumbnails' in thing;
const nameIn = (thing: Json): string | undefined =>
  THING_NAMES.find((name) => thing[name] !== undefined && thing[name] !== null);

/** Whether a thing is a point alone: its type is no word of it. */
const isPoint = (thing: Json): boolean =>
  pointIn(thing) !== undefined &&
  Object.entries(thing).every(([key, value]) => key === 'type' || typeof value !== 'string');

function pointIn({ lat, lng, lon = lng, coordinates }: Json): string | undefined {
  if (typeof lat === 'number' && typeof lon === 'number') return `${lat}, ${lon}`;
  return Array.isArray(coordinates) && coordinates.length >= 2 ? `${coordinates[1]}, ${coordinates[0]}` : undefined;
}

function thingText(thing: Json, level: number): string {
  if (isFile(thing)) return '';
  const point = pointIn(thing);
  if (point !== undefined) return point;
  const named = nameIn(thing);
  if (named) return cellText(thing[named], level + 1);
  const text = Object.entries(thing).find(([key, each]) => typeof each === 'string' && !/^id$/i.test(key));
  return text ? cellText(text[1], level + 1) : '';
}
