import type { Finding, FindingPlace } from '../../../model/index.ts';
import type { FindingList } from '../findings.ts';
import type { Field, Headers } from './headers.ts';
import { columnLetter, isErrorCell, type ParsedRow } from './table.ts';

/** A row read through the header. */
export interface Row {
  readonly line: number;
  /** Texts of all columns, also of those that are not used. */
  readonly cells: readonly string[];
  /** Text of a field; empty when there is no such column or nothing in it. */
  readonly get: (field: Field) => string;
  /** Texts of a field that two columns may have. */
  readonly all: (field: Field) => readonly string[];
}

/** Text that the SIRENE register writes in place of data that it may not disclose. */
const UNDISCLOSED = '[ND]';

/** Form that data tools give a whole number when the column has an empty cell: the postal code `29200.0`. */
const FLOAT = /^(\d+)\.0$/;

/** Reads cells by field. */
export function rowOf({ line, cells }: ParsedRow, { columns, twins }: Headers): Row {
  return {
    line,
    cells,
    get: (field) => {
      const column = columns.get(field);
      if (column === undefined) return '';
      const text = cells[column] || (cells[twins.get(column) ?? -1] ?? '');
      if (text === UNDISCLOSED || isErrorCell(text)) return '';
      return text.endsWith('.0') ? text.replace(FLOAT, '$1') : text;
    },
    all: (field) => {
      const column = columns.get(field);
      return column === undefined ? [] : [column, twins.get(column) ?? -1].map((at) => cells[at] ?? '');
    },
  };
}

/** Rows that are read at once: some 10 ms of a telephone. */
export const SLICE = 200;

/** Function that is called before each slice with the number of rows read: it waits, or ends the reading by throwing. */
export type SliceStep = (done: number) => Promise<void>;

/** Remark on a row. `fr`, `br` and `en` follow "ligne 14 :", "linenn 14 :" and "line 14:". */
export interface Remark {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly certainty?: Finding['certainty'];
  readonly field?: Field;
  readonly found?: string;
  readonly expected?: string;
  /** New texts of the row's fields by which the remark would go, or that the row is to be removed. */
  readonly repair?: Readonly<Partial<Record<Field, string>>> | 'remove';
  readonly fr: string;
  readonly br?: string;
  readonly en: string;
}

/** Change of a table by which a remark would go: a proposal, which a person accepts. */
export interface Repair {
  /** Rule and line of the remark. */
  readonly rule: string;
  readonly line: number;
  /** Index of the column that changes; null where the line is to be removed. */
  readonly column: number | null;
  /** Text of the cell as it is, and as it would be. */
  readonly found: string;
  readonly value: string;
}

/** Function that adds a remark on a row of the file: `ligne 14 : latitude manquante`. */
export type ReportRemark = (line: number, remark: Remark) => void;

/** Collects the remarks on rows, and turns them into findings once all rows are read. */
export interface Reporter {
  readonly report: ReportRemark;
  /** Adds a finding for each group of remarks: a mistake that repeats is one finding with its lines. */
  readonly finish: (findings: FindingList) => void;
  /** Returns the repairs that the remarks propose, of columns that there are. */
  readonly repairs: (rows: readonly ParsedRow[]) => readonly Repair[];
}

const PLAIN: Pick<Headers, 'columns' | 'texts'> = { columns: new Map(), texts: [] };

/** Remarks of one rule on one column, with their lines. */
interface Group {
  readonly remark: Remark;
  readonly all: { readonly line: number; readonly remark: Remark }[];
}

/** Creates the reporter of one file: its findings name file, lines and, where the file has columns, the column. */
export function createReporter(file: string, { columns, texts }: Pick<Headers, 'columns' | 'texts'> = PLAIN): Reporter {
  const groups = new Map<string, Group>();
  const repairsOf = ({ line, cells }: ParsedRow, { rule, repair }: Remark): readonly Repair[] => {
    if (repair === undefined) return [];
    if (repair === 'remove') return [{ rule, line, column: null, found: cells.filter(Boolean).join(' '), value: '' }];
    return Object.entries(repair).flatMap(([field, value]) => {
      const column = columns.get(field as Field);
      return column === undefined ? [] : [{ rule, line, column, found: cells[column] ?? '', value }];
    });
  };
  return {
    report: (line, remark) => {
      const { rule, severity, certainty, field } = remark;
      const key = [rule, severity, certainty, field].join();
      const group = groups.get(key) ?? { remark, all: [] };
      groups.set(key, group);
      group.all.push({ line, remark });
    },
    finish: (findings) => {
      for (const group of groups.values()) {
        const { field } = group.remark;
        const column = field === undefined ? undefined : columns.get(field);
        findings.add(findingOf(group, { file, ...(column === undefined ? {} : columnPlace(column, texts)) }));
      }
    },
    repairs: (rows) => {
      const repaired = [...groups.values()].flatMap(({ all }) => all.filter(({ remark }) => remark.repair));
      if (repaired.length === 0) return [];
      const byLine = new Map(rows.map((row) => [row.line, row]));
      return repaired.flatMap(({ line, remark }) => repairsOf(byLine.get(line) ?? { line, cells: [] }, remark));
    },
  };
}

/** Names a column of a table, by its title and by the letter that a spreadsheet shows. */
export const columnPlace = (column: number, texts: readonly string[]): Pick<FindingPlace, 'field' | 'column'> => {
  const letter = columnLetter(column);
  return { field: texts[column] || letter, column: letter };
};

/** Different texts of one group that its message holds; `found` and `expected` have more. */
const TEXTS = 3;
const VALUES = 20;

function findingOf({ remark, all }: Group, place: Pick<FindingPlace, 'file' | 'field' | 'column'>): Finding {
  const { rule, severity, certainty = 'certain' } = remark;
  const lines = all.map(({ line }) => line);
  const [line = 1] = lines;
  const message = (language: 'fr' | 'br' | 'en'): string => {
    const different = distinct(all.map(({ remark: each }) => each[language] ?? each.fr));
    const more = different.length > TEXTS ? '\u202f; …' : '';
    const separator = language === 'en' ? '; ' : '\u202f; ';
    return `${linesIn(language, lines)}${language === 'en' ? '' : '\u202f'}: ${different.slice(0, TEXTS).join(separator)}${more}`;
  };
  const expected = distinct(all.flatMap(({ remark: each }) => each.expected ?? []));
  return {
    rule,
    severity,
    certainty,
    where: { line, ...(lines.length > 1 ? { lines } : {}), ...place },
    found: distinct(all.flatMap(({ remark: each }) => each.found ?? []))
      .slice(0, VALUES)
      .join(', '),
    ...(expected.length === 0 ? {} : { expected: expected.slice(0, VALUES).join(', ') }),
    message: {
      fr: message('fr'),
      ...(remark.br === undefined ? {} : { br: message('br') }),
      en: message('en'),
    },
  };
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** Lines that a message names; the finding has all of them. */
const NAMED = 10;

const WORDS = { fr: ['ligne', 'lignes'], br: ['linenn', 'linenn'], en: ['line', 'lines'] } as const;

/** Names lines: "ligne 14", "lignes 14, 27", "33 lignes (14, 27, 31…)". */
export function linesIn(language: 'fr' | 'br' | 'en', lines: readonly number[]): string {
  const [one, many] = WORDS[language];
  const named = lines.slice(0, NAMED).join(', ');
  if (lines.length > NAMED) return `${lines.length} ${many} (${named}…)`;
  return `${lines.length > 1 ? many : one} ${named}`;
}

/** Returns a text of the file between French quotation marks. */
export const quoted = (text: string): string => `«\u202f${text}\u202f»`;
