/** The list in a workbook: its sheet as a table. */
import { EssError } from '../../../errors.ts';
import type { Finding, Text } from '../../../model/index.ts';
import { linesIn, quoted } from '../table/report.ts';
import { CELL_LENGTH, cleanTable, findHeader, type ParsedRow, type Table } from '../table/table.ts';
import { type BookSheet, type CellValue, type MergedCells, openBook } from './book.ts';

/** The sheet that is read. */
export interface ListSheet {
  readonly name: string;
  readonly table: Table;
  /** Rows with something in them that the spreadsheet hides: they are left out. */
  readonly hidden: readonly number[];
  /** Whether there is something below or beside the cells that are read. */
  readonly isCut: boolean;
}

/** A workbook. */
export interface Workbook {
  /** The visible ones in their order. */
  readonly sheets: readonly BookSheet[];
  /** Names of the sheets that are hidden. */
  readonly hidden: readonly string[];
}

/** Opens a workbook for the list that it holds. @throws EssError of `openBook`, `schema` for one without a visible sheet */
export async function readWorkbook(bytes: ArrayBuffer, url: string): Promise<Workbook> {
  const all = await openBook(bytes, url);
  const sheets = all.filter(({ isHidden }) => !isHidden);
  if (sheets.length === 0) throw new EssError('schema', `${url} has no sheet that can be read.`, { url });
  return { sheets, hidden: all.filter(({ isHidden }) => isHidden).map(({ name }) => name) };
}

/** Returns a cell as a person would type it: days as `30/03/2026`, with their hour where they have one. */
function textOf(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'VRAI' : 'FAUX';
  // A text of a million blanks in a thousand cells would be trimmed a thousand times.
  if (!(value instanceof Date)) return String(value).slice(0, 2 * CELL_LENGTH);
  // Half a second may be lost between days as fractions and milliseconds.
  const moment = new Date(Math.round(value.getTime() / 60_000) * 60_000);
  if (Number.isNaN(moment.getTime())) return '';
  const [day = '', clock = ''] = moment.toISOString().slice(0, 16).split('T');
  // An hour alone is a part of the day zero.
  if (moment.getUTCFullYear() < 1900 || day === '1900-01-00') return clock;
  const [year, month, date] = day.split('-');
  const written = `${date}/${month}/${year}`;
  return clock === '00:00' ? written : `${written} ${clock}`;
}

/**
 * Reads the sheet that is named; else the first that has a header of a list, else the first with something in it.
 * @throws EssError `schema` for a name that no visible sheet has
 */
export async function sheetOf({ sheets }: Workbook, url: string, wanted?: string): Promise<ListSheet> {
  let first: ListSheet | undefined;
  for (const each of sheets) {
    if (wanted === undefined ? !each.isFilled : each.name !== wanted) continue;
    const sheet = await readSheet(each);
    if (wanted !== undefined || findHeader(sheet.table.rows)) return sheet;
    if (sheet.table.rows.length > 0) first ??= sheet;
  }
  if (first) return first;
  const names = sheets.map(({ name }) => name).join(', ');
  const message =
    wanted === undefined ? 'has no cell with something in it' : `has no visible sheet "${wanted}" (${names})`;
  throw new EssError('schema', `${url} ${message}.`, { url });
}

async function readSheet({ name, hidden, isCut, merged, rows }: BookSheet): Promise<ListSheet> {
  const shown = (await rows()).filter(({ line }) => !hidden.has(line));
  const texts = shown.map(({ line, cells }) => ({ line, cells: cells.map(textOf) }));
  const table = cleanTable(repeated(texts, merged));
  const found = merged.length > 0 ? findHeader(table.rows) : null;
  const names = found?.headers.kind === 'members' ? found.headers.columns.get('name') : undefined;
  // Lines that share a name are one member; lines that share a title are several dates.
  const others = merged.filter(
    ({ column, last }) => column !== names || last <= (table.rows[found?.index ?? 0]?.line ?? 0),
  );
  return {
    name,
    table: others.length === merged.length ? table : cleanTable(repeated(texts, others)),
    hidden: [...hidden],
    isCut,
  };
}

/** Returns rows in which cells that stand for those below them are repeated. */
function repeated(rows: readonly ParsedRow[], merged: readonly MergedCells[]): readonly ParsedRow[] {
  if (merged.length === 0) return rows;
  const cellsOf = new Map(rows.map(({ line, cells }) => [line, [...cells]]));
  // Cells are merged once: a file that merges them again and again says nothing more, and each time costs the sheet.
  const ends = new Map<number, number>();
  for (const { column, first, last } of [...merged].sort((a, b) => a.first - b.first)) {
    if (first <= (ends.get(column) ?? 0)) continue;
    ends.set(column, last);
    const text = cellsOf.get(first)?.[column] ?? '';
    for (let line = first + 1; text !== '' && line <= last; line += 1) {
      const cells = cellsOf.get(line);
      while (cells && cells.length <= column) cells.push('');
      if (cells?.[column] === '') cells[column] = text;
    }
  }
  return rows.map(({ line }) => ({ line, cells: cellsOf.get(line) ?? [] }));
}

/** Returns what is left out of a workbook: other sheets, hidden rows, cells beyond the limit. */
export function workbookFindings(file: string, { sheets, hidden }: Workbook, sheet: ListSheet): readonly Finding[] {
  const others = sheets.filter((each) => each.name !== sheet.name && each.isFilled).map(({ name }) => name);
  const findings: Finding[] = [];
  const tell = (
    rule: string,
    severity: Finding['severity'],
    found: string,
    message: Text,
    lines?: readonly number[],
  ) => {
    const [line] = lines ?? [];
    const place = line === undefined ? {} : { line, ...((lines ?? []).length > 1 ? { lines } : {}) };
    findings.push({ rule, severity, certainty: 'certain', where: { file, ...place }, found, message });
  };
  if (sheet.hidden.length > 0) {
    const { length } = sheet.hidden;
    tell(
      'hidden-rows',
      'warning',
      String(length),
      {
        fr: `${linesIn('fr', sheet.hidden)}\u202f: ${length > 1 ? 'masquées, non lues' : 'masquée, non lue'}\u202f; affichez ou supprimez ces lignes`,
        en: `${linesIn('en', sheet.hidden)}: hidden, not read; show or delete these rows`,
      },
      sheet.hidden,
    );
  }
  if (sheet.isCut) {
    tell('sheet-size', 'warning', sheet.name, {
      fr: `La feuille ${quoted(sheet.name)} a plus de 20\u202f000 lignes ou de 256 colonnes\u202f: la suite n’est pas lue`,
      en: `The sheet "${sheet.name}" has more than 20,000 rows or 256 columns: the rest is not read`,
    });
  }
  if (others.length + hidden.length > 0) {
    const [fr, en] = [others.map(quoted).join(', '), others.map((name) => `"${name}"`).join(', ')];
    const [masked, concealed] = [hidden.map(quoted).join(', '), hidden.map((name) => `"${name}"`).join(', ')];
    const parts = (words: readonly (readonly [string, string])[]): string =>
      words.flatMap(([names, text]) => (names === '' ? [] : [text])).join('\u202f; ');
    tell('sheets', 'info', [...others, ...hidden].join(', '), {
      fr: `Feuille lue\u202f: ${quoted(sheet.name)}\u202f; ${parts([
        [fr, `non lues\u202f: ${fr}`],
        [masked, `masquées, non lues\u202f: ${masked}`],
      ])}`,
      en: `Sheet that is read: "${sheet.name}"; ${parts([
        [en, `not read: ${en}`],
        [concealed, `hidden, not read: ${concealed}`],
      ])}`,
    });
  }
  return findings;
}
