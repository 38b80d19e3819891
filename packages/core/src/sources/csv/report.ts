import type { Finding } from '../../model/finding.ts';
import type { FindingList } from '../findings.ts';
import type { Field, Headers } from './headers.ts';
import type { TableRow } from './table.ts';

/** A row read through the header. */
export interface Row {
  readonly line: number;
  /** Text of a field; empty when there is no such column or nothing in it. */
  readonly get: (field: Field) => string;
  /** Texts of a field that two columns may have. */
  readonly all: (field: Field) => readonly string[];
}

/** What the SIRENE register writes in place of what it may not disclose. */
const UNDISCLOSED = '[ND]';

/** What tools for data make of a column of whole numbers in which a cell is empty: a postal code `29200.0`. */
const FLOAT = /^(\d+)\.0$/;

/** Reads cells by field. */
export function rowOf({ line, cells }: TableRow, { columns, twins }: Headers): Row {
  return {
    line,
    get: (field) => {
      const column = columns.get(field);
      if (column === undefined) return '';
      const text = cells[column] || (cells[twins.get(column) ?? -1] ?? '');
      return text === UNDISCLOSED ? '' : text.replace(FLOAT, '$1');
    },
    all: (field) => {
      const column = columns.get(field);
      return column === undefined ? [] : [column, twins.get(column) ?? -1].map((at) => cells[at] ?? '');
    },
  };
}

/** What is said of a row. `fr`, `br` and `en` follow "ligne 14 :", "linenn 14 :" and "line 14:". */
export interface Remark {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly certainty?: Finding['certainty'];
  readonly field?: Field;
  readonly found?: string;
  readonly expected?: string;
  readonly fr: string;
  readonly br?: string;
  readonly en: string;
}

/** Says something of a row: `ligne 14 : latitude manquante`. */
export type Report = (line: number, remark: Remark) => void;

/** Makes the voice of a file: each remark becomes a finding with file, line and column. */
export function createReport(file: string, { columns, texts }: Headers, findings: FindingList): Report {
  return (line, { rule, severity, certainty = 'certain', field, found = '', expected, fr, br, en }) => {
    const column = field === undefined ? undefined : texts[columns.get(field) ?? -1];
    findings.add({
      rule,
      severity,
      certainty,
      where: { file, line, ...(column === undefined ? {} : { field: column }) },
      found,
      ...(expected === undefined ? {} : { expected }),
      message: {
        fr: `ligne ${line}\u202f: ${fr}`,
        ...(br === undefined ? {} : { br: `linenn ${line}\u202f: ${br}` }),
        en: `line ${line}: ${en}`,
      },
    });
  };
}

/** A text of the file between French quotation marks. */
export const quoted = (text: string): string => `«\u202f${text}\u202f»`;
