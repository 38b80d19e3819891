import type { CollectionName, FindingPlace, Quantity } from '../../model/index.ts';
import type { CheckContext } from '../check.ts';
import { type BilingualText, findingPlace, findingSubject } from './finding.ts';
import { writtenNumbers } from './written-numbers.ts';

/** A text as its document prints it, and what was read in it. */
export interface Printed {
  readonly text: string;
  readonly where: FindingPlace;
  readonly subject: BilingualText;
  /** Document that prints it. */
  readonly document: string;
  /** Section, where the record says it. */
  readonly section: string;
  /** Value of the field that the text was read into, where it is a text. */
  readonly typed?: string;
  /** Day or period of the record that the text belongs to. */
  readonly date?: string;
  readonly quantity?: Quantity;
  /** Territory of the record: `commune-22278`. */
  readonly commune?: string;
}

interface Source {
  readonly document: string;
  readonly section?: string | undefined;
}

/** Any record, read by the names of its fields. */
type Fields = { readonly id: string; readonly source?: Source } & Readonly<Record<string, unknown>>;

const textAt = (record: Fields, field: string): string | undefined => {
  const value = record[field];
  return typeof value === 'string' ? value : undefined;
};

const isQuantity = (value: unknown): value is Quantity =>
  typeof value === 'object' && value !== null && 'unit' in value && 'op' in value;

const communeOf = (record: Fields): string | undefined => {
  const territories = record['territories'];
  const list: readonly unknown[] = Array.isArray(territories) ? territories : [];
  return list.find((each): each is string => typeof each === 'string' && each.startsWith('commune-'));
};

function* ofRecord(collection: CollectionName, record: Fields): Generator<Printed> {
  const printed = record['printed'];
  if (typeof printed !== 'object' || printed === null) return;
  const date = textAt(record, 'date') ?? textAt(record, 'period') ?? textAt(record, 'start');
  const commune = communeOf(record);
  for (const [field, text] of Object.entries(printed as Readonly<Record<string, unknown>>)) {
    if (typeof text !== 'string') continue;
    const typed = textAt(record, field);
    const value = record[field];
    yield {
      text,
      where: findingPlace(collection, record, `printed.${field}`),
      subject: findingSubject(record),
      document: record.source?.document ?? '',
      section: record.source?.section ?? '',
      ...(typed === undefined ? {} : { typed }),
      ...(date === undefined ? {} : { date }),
      ...(commune === undefined ? {} : { commune }),
      ...(isQuantity(value) ? { quantity: value } : {}),
      ...(typeof value === 'number' ? { quantity: { value, op: '=', unit: '' } as const } : {}),
    };
  }
}

/** Yields the printed texts of records whose typed values are readings of them. */
export function* printedInRecords({ index, dataset }: CheckContext): Generator<Printed> {
  for (const name of Object.keys(dataset.collections) as CollectionName[]) {
    if (name === 'observations') continue;
    for (const record of index.list(name)) {
      if ('printed' in record) yield* ofRecord(name, record as unknown as Fields);
    }
  }
  for (const o of index.list('observations')) {
    if (!o.printed) continue;
    const commune = o.dimensions['commune'];
    yield {
      text: o.printed,
      where: findingPlace('observations', o, 'printed'),
      subject: findingSubject(o),
      document: o.source.document,
      section: o.source.section ?? '',
      date: o.period,
      ...(/^\d{4}-\d{2}(?:-\d{2})?$/.test(o.period) ? { typed: o.period } : {}),
      quantity: o.quantity,
      ...(commune === undefined ? {} : { commune }),
    };
  }
}

/** Yields the lines of the documents, where the caller gives their text. */
export function* printedInTexts({ options }: CheckContext): Generator<Printed> {
  for (const [document, text] of Object.entries(options.texts ?? {})) {
    let line = 0;
    for (const each of text.split('\n')) {
      line += 1;
      if (each.trim() === '') continue;
      const place = { fr: `« ${document} », ligne ${line}`, en: `“${document}”, line ${line}` };
      yield { text: each, where: { file: document, line }, subject: place, document, section: '' };
    }
  }
}

/** Yields the printed texts of records and of documents. */
export function* allPrinted(context: CheckContext): Generator<Printed> {
  yield* printedInRecords(context);
  yield* printedInTexts(context);
}

/** List after a number, in brackets or after a colon, where it names things: "4 towns (Albi, Auch and Muret)". */
const LIST = /^([^(:]+)(?:\(([^()]+)\)|: ?([^:()]+))\s*\.?$/u;

/** Words of a list that does not name all. */
const OPEN =
  /\b(?:dont|notamment|comme|exemple|etc|e\.g|including|such as|parmi|entre autres|soit|au moins)\b|…|\.\.\./iu;

/**
 * Returns the things that a text names after their number; none where it names only some, or where an item is no name.
 */
export function listedIn(text: string): readonly string[] {
  const [, before = '', inBrackets, afterColon] = LIST.exec(text.trim()) ?? [];
  if (!/\d/.test(before) && writtenNumbers(before).length === 0) return [];
  const list = inBrackets ?? afterColon ?? '';
  if (list === '' || OPEN.test(list)) return [];
  const items = list
    .split(/[,;]| (?:et|and|&) /u)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  // A name begins with a capital somewhere; numbers are another way to split.
  const areNames = items.every((item) => /\p{Lu}/u.test(item) && !/\d/.test(item));
  return items.length >= 2 && areNames ? items : [];
}
