/** A workbook as somebody fills it in, for tests: rows are found and changed by the headings of their sheet. */
import { readFileSync, writeFileSync } from 'node:fs';
import { BOX } from '@ess-widgets/core/workbook';
import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx';

type Row = Readonly<Record<string, CellValue>>;

/** One sheet of a workbook that is being filled in. */
export interface FillableSheet {
  /** Rows under the headings, by heading. */
  readonly rows: () => readonly Row[];
  /** Types a new row. @returns its line, from 1 */
  readonly add: (cells: Row) => number;
  /** Types into the cells of the first row that has a value, under a heading or in the first column. */
  readonly edit: (heading: string | null, value: string, cells: Row) => number;
  /** Answers the box of the sheet. */
  readonly complete: (answer?: string) => void;
  /** Replaces the heading of a column. */
  readonly rename: (heading: string, other: string) => void;
  /** Takes a column away. */
  readonly remove: (heading: string) => void;
  /** The cells of the sheet as they are, to be changed, and the line of its headings from 0. */
  readonly cells: CellValue[][];
  readonly head: number;
}

/** A workbook that is being filled in. */
export interface FillableBook {
  readonly names: readonly string[];
  /** The sheets themselves: one may be taken away, added, or called otherwise. */
  readonly sheets: { name: string; rows: CellValue[][] }[];
  readonly sheet: (name: string) => FillableSheet;
  readonly save: (file: string) => Promise<void>;
}

/** Opens a workbook, to be filled in. */
export async function openBook(file: string): Promise<FillableBook> {
  const { sheets } = await readXlsx(readFileSync(file));
  const contents = sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }));
  const sheetNamed = (name: string): FillableSheet => {
    const found = contents.find((each) => each.name === name);
    if (!found) throw new Error(`no sheet "${name}"`);
    const { rows } = found;
    const head = rows.findIndex((row) => row[0] !== BOX && row.filter(Boolean).length > 1);
    const headings = (rows[head] ?? []).map(String);
    const put = (row: CellValue[], cells: Row): void => {
      for (const [heading, value] of Object.entries(cells)) {
        const at = headings.indexOf(heading);
        if (at < 0) throw new Error(`no column "${heading}" in ${name}: ${headings.join(', ')}`);
        while (row.length <= at) row.push(null);
        row[at] = value;
      }
    };
    const last = (): number => rows.findLastIndex((row) => row.some((value) => value !== null && value !== ''));
    return {
      rows: () =>
        rows
          .slice(head + 1, last() + 1)
          .map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? null]))),
      add: (cells) => {
        const row: CellValue[] = headings.map(() => null);
        put(row, cells);
        const at = last() + 1;
        rows.splice(at, 0, row);
        return at + 1;
      },
      edit: (heading, value, cells) => {
        const column = heading === null ? 0 : headings.indexOf(heading);
        const at = rows.findIndex((row, line) => line > head && row[column] === value);
        const row = rows[at];
        if (!row) throw new Error(`no row of ${name} has "${value}" under ${heading}`);
        put(row, cells);
        return at + 1;
      },
      complete: (answer = 'oui') => {
        const box = rows.find((row) => row[0] === BOX);
        if (!box) throw new Error(`${name} has no box`);
        box[1] = answer;
      },
      rename: (heading, other) => void rows[head]?.splice(headings.indexOf(heading), 1, other),
      remove: (heading) => {
        for (const row of rows) row.splice(headings.indexOf(heading), 1);
      },
      cells: rows,
      head,
    };
  };
  return {
    names: contents.map(({ name }) => name),
    sheets: contents,
    sheet: sheetNamed,
    save: async (to) => writeFileSync(to, await writeXlsx({ sheets: contents })),
  };
}
