/** Cells of the workbook: how a field is written as people type it, and how what they typed is read. */

import { numberMeant, readDate, suggestPeriod } from '../data/index.ts';
import { parsePeriod, Quantity } from '../model/index.ts';
import type { RefusalText } from '../prepare/index.ts';
import { choiceLabel, idOf, nearestLabels } from './choices.ts';
import { dayOfSerial, SERIAL_DAYS, writePeriod } from './periods.ts';
import type { Column } from './tables.ts';
import { type Fields, fieldAt, textAt, type YearData } from './year-data.ts';

/** A cell as it was read: its text, and its number where the file holds one. */
export interface Cell {
  readonly text: string;
  readonly number?: number;
}

/** A cell that cannot be read: why, and what is allowed. The place and the value are added by who reads the sheet. */
export class CellError extends Error {
  override readonly name = 'CellError';
  readonly said: RefusalText;
  readonly rule: string;

  constructor(said: RefusalText, rule = 'cell') {
    super(said.en);
    this.said = said;
    this.rule = rule;
  }
}

const NO_BREAK = '\u00a0';

/** Returns the text of a cell in one form of spaces, so that a cell that was not changed equals what was written. */
export const plainCell = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();

const PERIOD_HELP: RefusalText = {
  fr: 'une date (12/03/2025), un mois (03/2025), une année (2025), une année scolaire (2024-2025) ou deux dates (01/02/2025 au 28/02/2025)',
  en: 'a date (12/03/2025), a month (03/2025), a year (2025), a school year (2024-2025) or two dates (01/02/2025 au 28/02/2025)',
};

/** Reads a period as people type it. @throws CellError */
export function readPeriod({ text, number }: Cell): string {
  if (number !== undefined && number >= SERIAL_DAYS.first && number < SERIAL_DAYS.last) return dayOfSerial(number);
  const bounds = text
    .replace(/^du\s+/i, '')
    .split(/\s+(?:au|à)\s+/)
    .map(periodMeant);
  const period = bounds.join('/');
  if (bounds.length <= 2 && !bounds.includes(null) && parsePeriod(period)) return period;
  throw new CellError(expected(PERIOD_HELP));
}

const periodMeant = (text: string): string | null => {
  const plain = text.trim();
  return parsePeriod(plain) ? plain : (suggestPeriod(plain) ?? readDate(plain));
};

const expected = ({ fr, en }: RefusalText): RefusalText => ({ fr: `attendu\u202f: ${fr}`, en: `expected: ${en}` });

const NUMBER_HELP: RefusalText = {
  fr: 'un nombre, comme 12, 1 779 ou 12,5',
  en: 'a number, such as 12, 1 779 or 12,5',
};

/** Reads a number as people type it. @throws CellError, also for `1.234`, which may be a thousand and some */
function readNumber({ text, number }: Cell): number {
  const value = number ?? numberMeant(text);
  if (value === null || !Number.isFinite(value)) throw new CellError(expected(NUMBER_HELP));
  return value;
}

/** Words before a number, the longer ones first: each says how it bounds the amount. */
const WORDS: readonly (readonly [RegExp, Quantity['op']])[] = [
  [/^(?:au moins|minimum|≥|>=)\s*/i, '>='],
  [/^(?:au plus|maximum|≤|<=)\s*/i, '<='],
  [/^(?:plus de\s|plus d['’]\s*|>)\s*/i, '>'],
  [/^(?:moins de\s|moins d['’]\s*|<)\s*/i, '<'],
  [/^(?:env(?:\.|iron)?|près de|à peu près|~|≈)\s*/i, '~'],
];
const ABOUT = WORDS.at(-1) ?? [/^$/, '~'];

const QUANTITY_HELP: RefusalText = {
  fr: 'un nombre (12, 1 779, 12,5 %), ou «\u202fenv. 20\u202f», «\u202fplus de 200\u202f», «\u202fau moins 3\u202f», «\u202f8 à 10\u202f»',
  en: 'a number (12, 1 779, 12,5 %), or "env. 20", "plus de 200", "au moins 3", "8 à 10"',
};

/** Reads an amount as people type it, in a unit. @throws CellError */
export function readQuantity(cell: Cell, unit: string): Quantity {
  const { number } = cell;
  if (number !== undefined) {
    if (unit === 'percent' && number !== 0 && Math.abs(number) <= 1) throw new CellError(ambiguousPercent(number));
    return { value: number, op: '=', unit };
  }
  const text = plainCell(cell.text);
  if (unit !== 'percent' && /%$/.test(text)) {
    throw new CellError({
      fr: 'c’est un pourcentage, et la ligne n’est pas comptée en %',
      en: 'this is a percentage, and the row is not counted in %',
    });
  }
  const range = rangeOf(text, unit);
  if (range) return range;
  if (isZeroInWords(text)) return { value: 0, op: '=', unit };
  const [word, op] = WORDS.find(([each]) => each.test(text)) ?? [/^/, '=' as const];
  const rest = text.replace(word, '');
  const isRounded = op !== '~' && op !== '=' && ABOUT[0].test(rest);
  const value = numberMeant(isRounded ? rest.replace(ABOUT[0], '') : rest);
  if (value === null || !Number.isFinite(value)) throw new CellError(expected(QUANTITY_HELP));
  return { value, op, unit, ...(isRounded ? { approx: true } : {}) };
}

/** Whether a cell says in words that there was nobody: a 0 is often typed for what nobody has counted. */
export const isZeroInWords = (text: string): boolean => /^z[ée]ro$/i.test(plainCell(text));

/** Returns the amount between two numbers: `8 à 10`, `entre 8 et 10`; null where the text is no such pair. */
function rangeOf(text: string, unit: string): Quantity | null {
  const [, from = '', to = ''] = /^(?:de |entre )?([\d ,.]+?)(?: ?%)? (?:à|et) ([\d ,.]+?)(?: ?%)?$/i.exec(text) ?? [];
  const [min, max] = [numberMeant(from), numberMeant(to)];
  return min !== null && max !== null && min <= max ? { min, max, op: 'range', unit } : null;
}

const ambiguousPercent = (number: number): RefusalText => {
  const typed = String(number).replace('.', ',');
  const percent = String(Math.round(number * 10_000) / 100).replace('.', ',');
  return {
    fr: `est-ce ${percent} % ou ${typed} %\u202f? Mettez la cellule au format «\u202fTexte\u202f» et écrivez le signe %`,
    en: `is it ${percent} % or ${typed} %? Make the cell a text and write the % sign`,
  };
};

const writeNumber = (number: number): string => {
  const [whole = '', part] = String(Math.abs(number)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NO_BREAK);
  return `${number < 0 ? '-' : ''}${grouped}${part === undefined ? '' : `,${part}`}`;
};

const PREFIXES: Readonly<Record<Quantity['op'], string>> = {
  '=': '',
  '~': 'env. ',
  '>': 'plus de ',
  '>=': 'au moins ',
  '<': 'moins de ',
  '<=': 'au plus ',
  range: '',
};

/** Writes an amount as {@link readQuantity} reads it, without its unit but for the sign %. */
export function writeQuantity(quantity: Quantity): string {
  const { op, value = 0, min = 0, max = 0, unit, approx = false } = quantity;
  const sign = unit === 'percent' ? `${NO_BREAK}%` : '';
  if (op === 'range') return `${writeNumber(min)} à ${writeNumber(max)}${sign}`;
  const about = approx && op !== '~' ? 'env. ' : '';
  return `${PREFIXES[op]}${about}${writeNumber(value)}${sign}`;
}

/** Reads a share from 0 to 1: `4/5`, `80 %`, `0,8`. @throws CellError */
export function readShare(cell: Cell): number {
  const text = plainCell(cell.text);
  const [, top, bottom] = /^(\d+) ?\/ ?(\d+)/.exec(text) ?? [];
  const value = bottom ? Number(top) / Number(bottom) : readNumber({ ...cell, text: text.replace(/ ?%$/, '') });
  const share = text.endsWith('%') ? value / 100 : value;
  if (share > 0 && share <= 1) return share;
  throw new CellError(expected({ fr: 'une part, comme 4/5 ou 80 %', en: 'a share, such as 4/5 or 80 %' }));
}

/** Reads one value of a list. @param add makes a new entry where the column takes one @throws CellError */
function readChoice(text: string, { list, open }: Column, data: YearData, add: AddOrganisation): string {
  if (list === undefined) return text;
  const id = idOf(list, text, data);
  if (id !== undefined) return id;
  if (open) return add(text);
  throw new CellError(notInList(nearestLabels(list, text, data)));
}

function notInList(labels: readonly string[]): RefusalText {
  const all = labels.map((label) => `«\u202f${label}\u202f»`).join(', ');
  const none = labels.length === 0;
  return {
    fr: none
      ? 'la liste est vide\u202f: laissez la cellule vide'
      : `pas dans la liste\u202f; permis, ou proche\u202f: ${all}`,
    en: none ? 'the list is empty: leave the cell empty' : `not in the list; allowed, or near: ${all}`,
  };
}

/** Makes an organisation of a name that no record has. @returns its id */
export type AddOrganisation = (name: string) => string;

const SEPARATOR = /\s*;\s*/;

/** Reads the value of a column from a cell that is not empty. @throws CellError */
export function readCell(cell: Cell, column: Column, unit: string, data: YearData, add: AddOrganisation): unknown {
  const text = plainCell(cell.text);
  switch (column.kind) {
    case 'period':
      return readPeriod({ ...cell, text });
    case 'number':
      return readNumber({ ...cell, text });
    case 'share':
      return readShare({ ...cell, text });
    case 'quantity':
      return readQuantity(cell, unit);
    case 'choice':
      return readChoice(text, column, data, add);
    case 'choices':
      return text
        .split(SEPARATOR)
        .filter(Boolean)
        .map((each) => readChoice(each, column, data, add));
    case 'yes':
      return readChoice(text, column, data, add) === 'true';
    default:
      return cell.text.trim();
  }
}

/** Returns the text that the workbook shows for the field of a column; an empty one where the record does not say it. */
export function writeCell(record: Fields, column: Column, data: YearData): string {
  const { field, kind, list, show } = column;
  if (show) return show(record, data);
  const value = fieldAt(record, field);
  if (kind === 'commune') return communeOf(record, field, data);
  if (value === undefined || value === null) return '';
  const label = (id: unknown): string => (list === undefined ? String(id) : choiceLabel(list, String(id), data));
  switch (kind) {
    case 'period':
      return writePeriod(String(value));
    case 'number':
    case 'share':
      return typeof value === 'number' ? String(value).replace('.', ',') : '';
    case 'quantity': {
      const quantity = Quantity.safeParse(value);
      return quantity.success ? writeQuantity(quantity.data) : '';
    }
    case 'choice':
    case 'yes':
      return label(value);
    case 'choices':
      return Array.isArray(value) ? value.map(label).join(' ; ') : '';
    default:
      return String(value);
  }
}

/** Returns the commune of a record: that of its position, else of its territories; the town as written where it has neither. */
function communeOf(record: Fields, field: string, data: YearData): string {
  const territories = Array.isArray(record['territories']) ? record['territories'].map(String) : [];
  const ids = [textAt(record, 'position.territory'), ...territories].filter((id) => id.startsWith('commune-'));
  const [id] = ids;
  if (id !== undefined && data.find('territories', id)) return choiceLabel('territories', id, data);
  return field === 'town' ? textAt(record, field) : '';
}
