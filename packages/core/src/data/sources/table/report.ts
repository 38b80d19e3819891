import type { Finding, FindingPlace } from '../../../model/finding.ts';
import type { FindingList } from '../findings.ts';
import type { Field, Headers } from './headers.ts';
import type { TableRow } from './table.ts';

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
export function rowOf({ line, cells }: TableRow, { columns, twins }: Headers): Row {
  return {
    line,
    cells,
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

/** Remark on a row. `fr`, `br` and `en` follow "ligne 14 :", "linenn 14 :" and "line 14:". */
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

/** Function that adds a remark on a row of the file: `ligne 14 : latitude manquante`. */
export type ReportRemark = (line: number, remark: Remark) => void;

/** Collects the remarks on rows, and turns them into findings once all rows are read. */
export interface Reporter {
  readonly report: ReportRemark;
  /** Adds a finding for each group of remarks: a mistake that repeats is one finding with its lines. */
  readonly finish: (findings: FindingList) => void;
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
        const column = field === undefined ? undefined : texts[columns.get(field) ?? -1];
        findings.add(findingOf(group, { file, ...(column === undefined ? {} : { field: column }) }));
      }
    },
  };
}

/** Different texts of one group that its message holds; `found` and `expected` have more. */
const TEXTS = 3;
const VALUES = 20;

function findingOf({ remark, all }: Group, place: Pick<FindingPlace, 'file' | 'field'>): Finding {
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
