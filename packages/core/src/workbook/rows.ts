/** Rows of a sheet: those that a workbook begins with, and the records that filled rows make. */
import { normalise, personIn, slug } from '../data/index.ts';
import { type CollectionName, collectionSchemas, Quantity } from '../model/index.ts';
import type { RefusalText, RefusedAt } from '../prepare/index.ts';
import { type AddOrganisation, type Cell, CellError, isZeroInWords, plainCell, readCell, writeCell } from './cells.ts';
import { choiceLabel, idOf, isPlan, nearestLabels } from './choices.ts';
import { placeIn } from './communes.ts';
import { type Column, DIMENSION_LISTS, ID_HEADING, type Sheet, valuesList } from './tables.ts';
import { type Draft, type Fields, fieldAt, inYear, spanAt, textAt, withField, type YearData } from './year-data.ts';

/** A filled row: its cells by heading. */
export interface FilledRow {
  /** Line in the sheet or the file, from 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, Cell>;
}

/** Something wrong with a cell or a row. */
export interface CellProblem extends RefusedAt {
  readonly heading?: string;
  readonly value?: string;
}

/** Record that a row is written from: one that goes on, or one that proposes another. */
interface Base {
  readonly record: Fields;
  /** Record of last year that proposes it. */
  readonly origin?: Fields;
}

/** A row that is being read. */
interface Reading {
  readonly sheet: Sheet;
  readonly row: FilledRow;
  /** Whether the cell of a column says what the workbook said at first. */
  readonly isSame: (column: Column) => boolean;
  /** Unit of the amounts that have none of their own. */
  readonly unit: string;
}

/** Whether the cells of a column are values of the record, rather than its origin, its id or a text for the reader. */
const isRead = ({ kind, field }: Column): boolean => kind !== 'shown' && field !== '@from' && field !== 'id';

const isBlank = (cell: Cell | undefined): boolean => cell === undefined || plainCell(cell.text) === '';

/** Returns the second record of a row: the organisation of a membership, the people at a meeting. */
function besideOf({ beside }: Sheet, record: Fields, data: YearData): Fields | undefined {
  if (!beside) return undefined;
  if (beside.from === 'beside') return data.find(beside.collection, textAt(record, beside.link));
  const id = textAt(record, 'id');
  return id ? data.list(beside.collection).find((each) => each[beside.link] === id) : undefined;
}

function textOfColumn(sheet: Sheet, column: Column, { record, origin }: Base, data: YearData): string {
  if (column.kind === 'shown') return column.show?.(origin ?? record, data) ?? '';
  if (column.field === '@from') return origin ? originText(column, origin, data) : '';
  const of = column.beside ? besideOf(sheet, record, data) : record;
  return of ? writeCell(of, column, data) : '';
}

const originText = ({ list }: Column, origin: Fields, data: YearData): string =>
  list ? choiceLabel(list, textAt(origin, 'id'), data) : textAt(origin, 'id');

/** Returns the rows that a sheet begins with: the records that go on, then those that last year proposes. */
export function firstRows(sheet: Sheet, data: YearData): readonly (readonly string[])[] {
  const columns = sheet.columns(data);
  const records = data.list(sheet.collection);
  const goingOn: readonly Base[] = records
    .filter((record) => sheet.goesOn?.(record, data))
    .map((record) => ({ record }));
  const proposed = records.flatMap((origin): readonly Base[] => {
    const record = sheet.proposes?.(origin, data);
    return record ? [{ record, origin }] : [];
  });
  return [...goingOn, ...proposed].map((base) => columns.map((column) => textOfColumn(sheet, column, base, data)));
}

/** Reads the filled rows of sheets into a draft. */
export interface RowReader {
  readonly read: (sheet: Sheet, rows: readonly FilledRow[]) => void;
  readonly problems: readonly CellProblem[];
  /** Cells that are read and may be wrong. */
  readonly doubts: readonly CellProblem[];
  /** Records by collection and id: those that are new, and those of last year that a row has changed. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Proposed rows that nobody filled in, by sheet. */
  readonly open: ReadonlyMap<string, number>;
  /** Towns that no table knows: their records have no position. */
  readonly unplaced: readonly string[];
  /** Ties figures to the figures of the same document that they were derived from. */
  readonly finish: () => void;
}

/** @param document id of the document that states the rows */
export function createRowReader(draft: Draft, document: string): RowReader {
  const problems: CellProblem[] = [];
  const doubts: CellProblem[] = [];
  const added: string[] = [];
  const changed: string[] = [];
  const open = new Map<string, number>();
  const unplaced: string[] = [];
  const madeFrom = new Map<string, string>();

  const putNew = (name: CollectionName, record: Fields): void => {
    draft.put(name, record);
    added.push(`${name}/${textAt(record, 'id')}`);
  };

  const numbers = new Map<string, number>();
  const freeId = (name: CollectionName, wanted: string): string => {
    if (!draft.find(name, wanted)) return wanted;
    const key = `${name}/${wanted}`;
    for (let n = numbers.get(key) ?? 2; ; n++) {
      if (draft.find(name, `${wanted}-${n}`)) continue;
      numbers.set(key, n + 1);
      return `${wanted}-${n}`;
    }
  };

  const addOrganisation: AddOrganisation = (name) => {
    const id = freeId('organisations', slug(name) || 'structure');
    putNew('organisations', { id, name, position: null, source: { document } });
    return id;
  };

  const read = (sheet: Sheet, rows: readonly FilledRow[]): void => {
    const columns = sheet.columns(draft);
    const lines = new Map<string, number>();
    for (const row of rows) {
      if (columns.every((column) => column.kind === 'shown' || isBlank(row.cells.get(column.heading)))) continue;
      readRow(sheet, columns, row, lines);
    }
  };

  const placed = (
    { name }: Sheet,
    { line, cells }: FilledRow,
    column: Column | undefined,
    rule: string,
    said: RefusalText,
  ): CellProblem => {
    const value = column && cells.get(column.heading)?.text;
    return {
      rule,
      sheet: name,
      line,
      ...(column ? { heading: column.heading } : {}),
      ...(value ? { value } : {}),
      said,
    };
  };
  const problem = (...at: Parameters<typeof placed>): void => void problems.push(placed(...at));
  const doubt = (...at: Parameters<typeof placed>): void => void doubts.push(placed(...at));

  /** Returns the record that a row is about; null where the row is wrong. */
  const baseOf = (
    sheet: Sheet,
    columns: readonly Column[],
    row: FilledRow,
    lines: Map<string, number>,
  ): (Base & { readonly isKnown: boolean }) | null => {
    const idColumn = columns.find(({ heading }) => heading === ID_HEADING);
    const fromColumn = columns.find(({ field }) => field === '@from');
    const id = plainCell(row.cells.get(ID_HEADING)?.text ?? '');
    const from = plainCell(row.cells.get(fromColumn?.heading ?? '')?.text ?? '');
    const first = id && lines.get(id);
    if (first) {
      problem(sheet, row, idColumn, 'row-id', {
        fr: `ce repère est déjà celui de la ligne ${first}\u202f: videz la cellule si c’est une nouvelle ligne`,
        en: `line ${first} has this id already: empty the cell if this is a new row`,
      });
      return null;
    }
    if (id) lines.set(id, row.line);
    const known = id ? draft.find(sheet.collection, id) : undefined;
    if (known) return { record: known, isKnown: true };
    if (!from) return { record: id ? { id } : {}, isKnown: false };
    // A plan may become several events; a figure of last year is followed by one.
    const again = sheet.origin ? undefined : lines.get(`@from ${from}`);
    if (again) {
      problem(sheet, row, fromColumn, 'row-origin', {
        fr: `la ligne ${again} suit déjà cette fiche de l’an dernier\u202f: videz la cellule si c’est une nouvelle ligne`,
        en: `line ${again} follows this record of last year already: empty the cell if this is a new row`,
      });
      return null;
    }
    lines.set(`@from ${from}`, row.line);
    const list = fromColumn?.list;
    const originId = list ? idOf(list, from, draft) : from;
    const origin = originId === undefined ? undefined : draft.find(sheet.collection, originId);
    const proposed = origin && sheet.proposes?.(origin, draft);
    if (!origin || !proposed) {
      const near = list ? nearestLabels(list, from, draft) : [];
      problem(sheet, row, fromColumn, 'row-origin', {
        fr: `l’an dernier n’a rien de ce nom${near.length ? `\u202f; proche\u202f: ${near.join(', ')}` : ''}`,
        en: `last year has nothing of that name${near.length ? `; near: ${near.join(', ')}` : ''}`,
      });
      return null;
    }
    return { record: id ? { ...proposed, id } : proposed, origin, isKnown: false };
  };

  const readRow = (sheet: Sheet, columns: readonly Column[], row: FilledRow, lines: Map<string, number>): void => {
    const base = baseOf(sheet, columns, row, lines);
    if (!base) return;
    const before = problems.length;
    const isWrong = (): boolean => problems.length > before;
    const isSame = (column: Column): boolean => isUnchanged(sheet, column, row, base);
    if (isLeftOpen(sheet, columns, row, base, isSame)) return;
    const reading = { sheet, row, isSame, unit: unitOf(sheet, columns, row, base.record) };
    const read = columns
      .filter((column) => isRead(column) && !column.beside && !column.field.startsWith('@'))
      .reduce((record, column) => apply(reading, record, column), base.record);
    const missing = columns.filter(({ required, field }) => required && fieldAt(read, field) == null);
    for (const column of isWrong() ? [] : missing.filter(({ beside }) => !beside)) {
      problem(sheet, row, column, 'empty-cell', {
        fr: 'cette cellule est à remplir',
        en: 'this cell is to be filled in',
      });
    }
    const own = withVirtual(sheet, columns, row, read, isSame);
    if (isWrong()) return;
    const record = base.isKnown ? own : completed(sheet, own, base);
    readBeside(reading, columns, record, base, isWrong);
    if (isWrong() || !isValid(sheet, columns, row, record)) return;
    for (const column of columns)
      if (isOfAnotherYear(column, record, base)) doubt(sheet, row, column, 'year-outside', anotherYear(draft));
    store(sheet, record, base);
  };

  /** Whether a row says of something that it was in another year; what is announced may be later. */
  const isOfAnotherYear = (
    { kind, field, beside }: Column,
    record: Fields,
    base: Base & { isKnown: boolean },
  ): boolean => {
    if (kind !== 'period' || beside || field === 'year') return false;
    if (base.isKnown && fieldAt(record, field) === fieldAt(base.record, field)) return false;
    const span = spanAt(record, field);
    if (!span) return false;
    return span.last < `${draft.year}-01-01` || (span.first > `${draft.year}-12-31` && !isPlan(record));
  };

  /** Whether a cell says what the workbook said at first. Whoever takes a whole column away says nothing of its fields. */
  const isUnchanged = (sheet: Sheet, column: Column, row: FilledRow, base: Base): boolean => {
    const cell = row.cells.get(column.heading);
    const [now, was] = [cell?.text ?? '', textOfColumn(sheet, column, base, draft)].map(plainCell);
    if (cell === undefined || now === was) return true;
    if (!now || !was || !column.list) return false;
    // One value has several spellings: its label, its id, the label of an earlier release.
    const id = idOf(column.list, now, draft);
    return id !== undefined && id === idOf(column.list, was, draft);
  };

  /** Whether a proposed row has no answer. A correction of last year's figure is read from it all the same. */
  const isLeftOpen = (
    sheet: Sheet,
    columns: readonly Column[],
    row: FilledRow,
    { origin }: Base,
    isSame: (column: Column) => boolean,
  ): boolean => {
    if (!origin) return false;
    const correction = columns.find(({ field }) => field === '@corrected');
    const isCorrected = correction !== undefined && !isBlank(row.cells.get(correction.heading));
    if (isCorrected) correct(sheet, row, correction, origin);
    const answer = columns.find(({ field }) => field === sheet.answer);
    const isAnswered = answer !== undefined && !isBlank(row.cells.get(answer.heading));
    const isOpen = !isAnswered && columns.every((each) => each === correction || !isRead(each) || isSame(each));
    if (isOpen && !isCorrected) open.set(sheet.name, (open.get(sheet.name) ?? 0) + 1);
    return isOpen;
  };

  /** Returns a record with the value of a cell, where it was changed. */
  const apply = ({ sheet, row, isSame, unit }: Reading, record: Fields, column: Column): Fields => {
    const cell = row.cells.get(column.heading);
    if (cell === undefined || isSame(column)) return record;
    try {
      if (SPREADSHEET_ERROR.test(cell.text)) throw new CellError(FORMULA_FAILED, 'failed-formula');
      if (column.kind === 'commune') return placeIn(record, column.field, cell, draft, unplaced);
      if (isBlank(cell)) return withField(record, column.field, undefined);
      const person = column.field === 'url' ? null : personIn(plainCell(cell.text));
      if (person) throw new CellError(PERSON_REMARKS[person], 'person-in-text');
      const value = readCell(cell, column, column.unit ?? unit, draft, addOrganisation);
      if (isUncounted(cell, column, value)) doubt(sheet, row, column, 'zero-doubt', UNCOUNTED);
      // Translations are those of the former text.
      if (column.field.endsWith('.fr')) return withField(record, column.field.slice(0, -'.fr'.length), { fr: value });
      return withField(record, column.field, carried(value, fieldAt(record, column.field)));
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      problem(sheet, row, column, error.rule, error.said);
      return record;
    }
  };

  /** Reads the second record of a row: the organisation of a membership, the people at a meeting. */
  const readBeside = (
    reading: Reading,
    columns: readonly Column[],
    record: Fields,
    base: Base & { readonly isKnown: boolean },
    isWrong: () => boolean,
  ): void => {
    const { sheet, row } = reading;
    if (!sheet.beside) return;
    const { collection, link } = sheet.beside;
    const was = besideOf(sheet, record, draft);
    // A new row that says nothing of an organisation takes nothing from it.
    const isKept = was !== undefined && base.isKnown;
    const start: Fields = was ?? { id: textAt(record, 'id'), [link]: textAt(record, 'id'), source: record['source'] };
    const made = columns
      .filter(({ beside, heading }) => beside && (isKept || !isBlank(row.cells.get(heading))))
      .reduce((of, column) => apply(reading, of, column), start);
    if (made !== start && !isWrong()) putBeside(collection, was, made, record);
  };

  const isValid = (sheet: Sheet, columns: readonly Column[], row: FilledRow, record: Fields): boolean => {
    const { success, error } = collectionSchemas[sheet.collection].safeParse(record);
    for (const { path, message } of success ? [] : error.issues) {
      const column = columns.find(({ field }) => field === path.join('.') || field.split('.')[0] === path[0]);
      problem(sheet, row, column, 'record', { fr: `cette ligne ne fait pas une fiche (${message})`, en: message });
    }
    return success;
  };

  const store = ({ collection }: Sheet, record: Fields, base: Base & { readonly isKnown: boolean }): void => {
    if (!base.isKnown) putNew(collection, record);
    else if (JSON.stringify(record) !== JSON.stringify(base.record)) {
      draft.put(collection, record);
      changed.push(`${collection}/${textAt(record, 'id')}`);
    }
    if (base.origin) madeFrom.set(textAt(base.origin, 'id'), textAt(record, 'id'));
  };

  /** Returns the unit of the amounts of a row: that of its cell, else the indicator's, else that of the record. */
  const unitOf = (sheet: Sheet, columns: readonly Column[], row: FilledRow, record: Fields): string => {
    const column = columns.find(({ field }) => field === '@unit');
    if (!column?.list) return '';
    const cell = row.cells.get(column.heading);
    if (cell && !isBlank(cell)) {
      const known = idOf(column.list, plainCell(cell.text), draft);
      if (known !== undefined) return known;
      // A unit of the data themselves, such as meetings a year, is none of the list.
      if (plainCell(cell.text) === textAt(record, '@unit')) return textAt(record, '@unit');
      problem(sheet, row, column, 'cell', {
        fr: `unité inconnue\u202f; proche\u202f: ${nearestLabels(column.list, cell.text, draft).join(', ')}`,
        en: `unknown unit; near: ${nearestLabels(column.list, cell.text, draft).join(', ')}`,
      });
      return '';
    }
    const named = columns.find(({ field }) => field === 'indicator');
    const indicator = named && idOf('indicators', plainCell(row.cells.get(named.heading)?.text ?? ''), draft);
    const own = draft.indicators.find(({ id }) => id === indicator)?.unit;
    const fallback = column.list === 'vote-unit' ? 'votes' : 'number';
    return textAt(record, '@unit') || own || fallback;
  };

  /** Reads the columns of a figure that are no fields of their own. */
  const withVirtual = (
    sheet: Sheet,
    columns: readonly Column[],
    row: FilledRow,
    record: Fields,
    isSame: (column: Column) => boolean,
  ): Fields => {
    const cellOf = (field: string) => {
      const column = columns.find((each) => each.field === field);
      const cell = column && row.cells.get(column.heading);
      return column && cell && !isBlank(cell) ? { column, text: plainCell(cell.text) } : undefined;
    };
    const base = textAt(record, '@base');
    let made: Fields = base && record['quantity'] ? withField(record, 'quantity.base', base) : record;
    const partial = cellOf('@partial');
    if (partial && made['quantity']) made = withField(made, 'quantity.partial', partial.text);
    const part = cellOf('@part');
    if (part && !isSame(part.column)) {
      try {
        made = withField(made, 'dimensions', readPart(part.text, textAt(made, 'indicator'), draft));
      } catch (error) {
        if (!(error instanceof CellError)) throw error;
        problem(sheet, row, part.column, error.rule, error.said);
      }
    }
    return Object.fromEntries(Object.entries(made).filter(([key]) => !key.startsWith('@')));
  };

  const completed = (sheet: Sheet, record: Fields, { origin }: Base): Fields => {
    const source = { document, ...((record['source'] ?? {}) as Fields) };
    const full = sheet.complete?.({ ...record, source }, draft) ?? { ...record, source };
    const named = origin && sheet.origin ? { ...full, [sheet.origin]: textAt(origin, 'id') } : full;
    const given = textAt(record, 'id');
    const later = origin && !sheet.origin ? laterId(textAt(origin, 'id')) : undefined;
    const id = given || freeId(sheet.collection, later ?? sheet.id(named, draft));
    const { id: _, ...others } = named;
    return withPercentBases({ id, ...others });
  };

  const laterId = (id: string): string => {
    const later = inYear(id, draft);
    return later === id ? `${id}-${draft.year}` : later;
  };

  const putBeside = (name: CollectionName, was: Fields | undefined, made: Fields, row: Fields): void => {
    // The number of people is typed once: an event shows it, and its tally needs it beside women and men.
    const counted = made['by'] && row['attendance'] ? { ...made, total: row['attendance'] } : made;
    if (was) {
      draft.put(name, counted);
      const key = `${name}/${textAt(counted, 'id')}`;
      if (!added.includes(key)) changed.push(key);
    } else putNew(name, counted);
    for (const [at, [id, fr]] of GENDERS.entries()) {
      const key = `gender/${id}`;
      if (fieldAt(counted, 'by.gender') && !draft.find('categories', key))
        draft.put('categories', { id, dimension: 'gender', label: { fr }, order: at + 1 });
    }
  };

  /** Adds the figure of last year as the new document states it anew. */
  const correct = (sheet: Sheet, row: FilledRow, column: Column, origin: Fields): void => {
    const cell = row.cells.get(column.heading);
    if (!cell) return;
    const id = textAt(origin, 'id');
    try {
      const quantity = readCell(cell, column, textAt(origin, 'quantity.unit'), draft, addOrganisation);
      const { printed: _, seedId: __, derivedFrom: ___, corrects: ____, ...rest } = origin;
      const page = readPlace(sheet, row);
      putNew('observations', {
        ...rest,
        id: freeId('observations', `${id}-corrige-${draft.year}`),
        quantity: carried(quantity, origin['quantity']),
        corrects: [id],
        source: { document, ...page },
      });
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      problem(sheet, row, column, error.rule, error.said);
    }
  };

  const readPlace = (sheet: Sheet, row: FilledRow): Fields =>
    sheet
      .columns(draft)
      .filter(({ field }) => field.startsWith('source.'))
      .reduce<Fields>((place, column) => {
        const cell = row.cells.get(column.heading);
        if (!cell || isBlank(cell)) return place;
        return { ...place, [column.field.slice('source.'.length)]: readCell(cell, column, '', draft, addOrganisation) };
      }, {});

  const finish = (): void => {
    for (const [from, id] of madeFrom) {
      const origin = draft.find('observations', from);
      const made = draft.find('observations', id);
      if (!origin || !made || !Array.isArray(origin['derivedFrom'])) continue;
      const derivedFrom = origin['derivedFrom'].flatMap((each) => madeFrom.get(String(each)) ?? []);
      if (derivedFrom.length > 0) draft.put('observations', { ...made, derivedFrom });
    }
  };

  return { read, problems, doubts, added, changed, open, unplaced, finish };
}

/** Text of a cell whose formula has failed. */
const SPREADSHEET_ERROR = /^\s*#(?:REF|VALUE|DIV\/0|NAME|NULL|NUM|N\/A|CALC|SPILL|VALEUR|NOM|NOMBRE)[!?]?\s*$/i;
const FORMULA_FAILED: RefusalText = {
  fr: 'la formule de cette cellule est en erreur\u202f: écrivez la valeur',
  en: 'the formula of this cell has failed: write the value',
};

export const PERSON_REMARKS: Readonly<Record<NonNullable<ReturnType<typeof personIn>>, RefusalText>> = {
  phone: {
    fr: 'ce texte contient un téléphone, et il serait publié\u202f: retirez-le, avec le nom de la personne',
    en: 'this text holds a telephone number and would be published: take it out, and the name of the person',
  },
  email: {
    fr: 'ce texte contient un courriel, et il serait publié\u202f: retirez-le, avec le nom de la personne',
    en: 'this text holds an e-mail address and would be published: take it out, and the name of the person',
  },
  person: {
    fr: 'ce texte nomme une personne, et il serait publié\u202f: retirez son nom',
    en: 'this text names a person and would be published: take the name out',
  },
};

/** Whether a 0 stands where people are counted. */
const isUncounted = (cell: Cell, { unit }: Column, value: unknown): boolean =>
  unit === 'people' && !isZeroInWords(cell.text) && fieldAt(value, 'op') === '=' && fieldAt(value, 'value') === 0;

const UNCOUNTED: RefusalText = {
  fr: 'personne, ou pas compté\u202f? Videz la cellule si vous ne savez pas\u202f; écrivez «\u202fzéro\u202f» s’il n’y avait personne',
  en: 'nobody, or not counted? Empty the cell if you do not know; write “zéro” if there was nobody',
};

const anotherYear = ({ year }: YearData): RefusalText => ({
  fr: `ce n’est pas en ${year}\u202f: une faute de frappe\u202f? Ce classeur est celui de ${year}`,
  en: `this is not in ${year}: a typing mistake? This workbook is that of ${year}`,
});

/** Categories that every tally may count. */
const GENDERS = [
  ['women', 'Femmes'],
  ['men', 'Hommes'],
] as const;

/** Keeps the whole that a percent is a share of, where only its number was typed anew. */
function carried(value: unknown, before: unknown): unknown {
  const [now, was] = [Quantity.safeParse(value), Quantity.safeParse(before)];
  if (!now.success || !was.success || was.data.base === undefined || now.data.unit !== was.data.unit) return value;
  return { ...now.data, base: was.data.base };
}

/** Names the whole of the percents of a record: those of one vote are shares of its own votes. */
function withPercentBases(record: Fields): Fields {
  const id = textAt(record, 'id');
  const entries = Object.entries(record).map(([key, value]) => {
    const quantity = Quantity.safeParse(value);
    const lacks = quantity.success && quantity.data.unit === 'percent' && quantity.data.base === undefined;
    return [key, lacks && key !== 'quantity' ? { ...quantity.data, base: id } : value] as const;
  });
  return Object.fromEntries(entries);
}

/** Reads `collège = Coopératives`: the dimensions of a figure and their values. @throws CellError */
function readPart(text: string, indicatorId: string, data: YearData): Fields {
  const indicator = data.indicators.find(({ id }) => id === indicatorId);
  const categories = data.list('categories').map((record) => textAt(record, 'dimension'));
  const dimensions = [
    ...(indicator?.dimensions.map(({ id, label }) => ({ id, label: label.fr })) ?? []),
    ...[...new Set([...Object.keys(DIMENSION_LISTS), ...categories])].map((id) => ({ id, label: id })),
  ];
  const pairs = text.split(';').map((pair) => {
    const [name = '', ...rest] = pair.split('=');
    const value = rest.join('=').trim();
    const dimension = dimensions.find(({ id, label }) =>
      [id, label].some((each) => normalise(each) === normalise(name)),
    );
    if (!dimension || !value) {
      const known = indicator?.dimensions.map(({ label }) => label.fr).join(', ') || 'collège, instance, programme';
      throw new CellError({
        fr: `attendu\u202f: «\u202fcollège = Coopératives\u202f»\u202f; découpages\u202f: ${known}`,
        en: `expected: "collège = Coopératives"; splits: ${known}`,
      });
    }
    const list = valuesList(dimension.id);
    const id = idOf(list, value, data);
    if (id !== undefined) return [dimension.id, id] as const;
    const near = nearestLabels(list, value, data).join(', ');
    throw new CellError({
      fr: `«\u202f${value}\u202f» n’est pas connu\u202f; proche\u202f: ${near}`,
      en: `"${value}" is unknown; near: ${near}`,
    });
  });
  return Object.fromEntries(pairs);
}
