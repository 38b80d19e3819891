/** A filled workbook: its rows read into last year's records, and all that is wrong with it. */

import { collectionNames } from '../model/index.ts';
import type { RefusalText } from '../prepare/index.ts';
import { gridNamed, LISTS_SHEET, type YearBook } from './book.ts';
import { CHECKLIST_SHEET } from './checklist.ts';
import { type Answers, PARTS_SHEET, partKeys, readAnswers } from './coverage.ts';
import { filledRows, type ReadGrid } from './grid.ts';
import { type CellProblem, createRowReader, type RowReader } from './rows.ts';
import { README_SHEET } from './settings.ts';
import { SHEETS, type Sheet, sheetsFor } from './tables.ts';
import { hasTexts, readTexts, TEXTS_SHEET, type UnreadText } from './texts.ts';
import type { Draft, Fields } from './year-data.ts';

/** Result of reading a workbook. */
export interface FilledWorkbook {
  readonly reader: RowReader;
  readonly answers: Answers;
  readonly problems: readonly CellProblem[];
  /** Cells that are read, and may be wrong; words that are not. */
  readonly doubts: readonly CellProblem[];
  /** Texts of the report by the place that they stand in: those that somebody has read again, or written anew. */
  readonly texts: ReadonlyMap<string, Fields>;
  /** Texts of last year that nobody has read again. */
  readonly unread: readonly UnreadText[];
  /** Headings of columns that no sheet has and that are empty, by sheet. */
  readonly strange: ReadonlyMap<string, readonly string[]>;
  /** Sheets that are somebody's own. */
  readonly notes: readonly string[];
}

/** Sheets in the order in which their records name each other: a body before its meetings. */
const readingOrder = (): readonly Sheet[] => {
  const names: readonly string[] = collectionNames;
  const last = (sheet: Sheet): number =>
    sheet.collection === 'observations'
      ? names.length
      : FIRST.includes(sheet.collection)
        ? -1
        : names.indexOf(sheet.collection);
  return [...SHEETS].sort((a, b) => last(a) - last(b));
};

/** Collections that records of others name. */
const FIRST: readonly string[] = ['bodies', 'series', 'programmes', 'calls'];

/** Sheets of the workbook that hold no records. */
const HELPING: readonly string[] = [README_SHEET, PARTS_SHEET, TEXTS_SHEET, CHECKLIST_SHEET, LISTS_SHEET];

/**
 * Reads the sheets of a workbook into a draft. Each sheet that is there is read or named, and one that is missing is a
 * problem: its rows would be lost without a word.
 * @param document id of the document that states them
 * @param report last year's report, whose texts a sheet asks to read again; null where there is none
 */
export function readFilled(workbook: YearBook, draft: Draft, document: string, report: Fields | null): FilledWorkbook {
  const reader = createRowReader(draft, document);
  const boxes = new Map<string, string>();
  const problems: CellProblem[] = [];
  const doubts: CellProblem[] = [];
  const strange = new Map<string, readonly string[]>();
  const letters = new Map<string, ReadonlyMap<string, string>>();
  const expected = sheetsFor(draft);
  const parts = partKeys(expected, draft);
  const asked = [
    ...expected.map(({ name }) => name),
    ...(parts.size > 0 ? [PARTS_SHEET] : []),
    ...(report && hasTexts(report) ? [TEXTS_SHEET] : []),
  ];
  const known = [...SHEETS.map(({ name }) => name), ...HELPING].map((name) => gridNamed(workbook, name));
  const unknown = workbook.grids.filter((grid) => !known.includes(grid) && grid.rows.length > 0);
  const lost = asked.filter((name) => !gridNamed(workbook, name));
  for (const name of lost) {
    const fits = unknown.find((grid) => sheetFitting(grid, draft)?.name === name);
    problems.push({ rule: 'sheet-lost', sheet: name, said: lostSheet(fits?.name) });
  }
  for (const grid of unknown) {
    const sheet = sheetFitting(grid, draft);
    if (sheet && !lost.includes(sheet.name))
      problems.push({ rule: 'sheet-unknown', sheet: grid.name, said: secondSheet(sheet.name) });
  }
  for (const sheet of readingOrder()) {
    const grid = gridNamed(workbook, sheet.name);
    if (!grid) continue;
    const columns = sheet.columns(draft);
    const filled = filledRows(
      grid,
      columns.map(({ heading }) => heading),
    );
    letters.set(sheet.name, filled.letters);
    const required = columns.filter((column) => column.required).map(({ heading }) => heading);
    const missing = filled.missing.filter((heading) => required.includes(heading));
    if (missing.length > 0 && filled.rows.length > 0) {
      problems.push({ rule: 'column-lost', sheet: sheet.name, line: 1, said: lostColumns(missing) });
      continue;
    }
    const filledIn = filled.strange.filter(({ lines }) => lines.length > 0);
    for (const column of filledIn) {
      const at = { sheet: sheet.name, line: column.lines[0] ?? 1, heading: column.heading, column: column.letter };
      if (filled.missing.length > 0) problems.push({ ...at, rule: 'column-lost', said: renamed(filled.missing) });
      else doubts.push({ ...at, rule: 'outside', said: outside(column.lines) });
    }
    const headings = filled.strange.filter(({ lines }) => lines.length === 0).map(({ heading }) => heading);
    if (headings.length > 0) strange.set(sheet.name, headings);
    boxes.set(sheet.name, filled.isComplete);
    reader.read(sheet, filled.rows);
  }
  reader.finish();
  const answers = readAnswers(boxes, gridNamed(workbook, PARTS_SHEET), parts);
  const texts = readTexts(gridNamed(workbook, TEXTS_SHEET), report, draft);
  const lettered = (list: readonly CellProblem[]): readonly CellProblem[] =>
    list.map((each) => ({ column: letters.get(each.sheet)?.get(each.heading ?? ''), ...each }));
  return {
    reader,
    answers,
    texts: texts.read,
    problems: lettered([...problems, ...reader.problems, ...answers.problems, ...texts.problems]),
    doubts: lettered([...doubts, ...reader.doubts]),
    unread: texts.unread,
    strange,
    notes: unknown.filter((grid) => !sheetFitting(grid, draft)).map(({ name }) => name),
  };
}

/** Returns the sheet whose columns a sheet of another name has, most of them. */
const sheetFitting = (grid: ReadGrid, draft: Draft): Sheet | undefined =>
  SHEETS.find((sheet) => {
    const headings = sheet.columns(draft).map(({ heading }) => heading);
    return filledRows(grid, headings).missing.length < headings.length / 2;
  });

const lostSheet = (fits: string | undefined): RefusalText => ({
  fr: `cette feuille manque${fits === undefined ? '' : `\u202f: «\u202f${fits}\u202f» a ses colonnes, redonnez-lui ce nom`}. Remettez-la, même sans ligne nouvelle`,
  en: `this sheet is missing${fits === undefined ? '' : `: “${fits}” has its columns, give it this name again`}. Put it back, even without a new row`,
});

const secondSheet = (name: string): RefusalText => ({
  fr: `cette feuille a les colonnes de «\u202f${name}\u202f», et n’est pas lue\u202f: mettez ses lignes dans celle-ci, ou supprimez-la`,
  en: `this sheet has the columns of “${name}” and is not read: put its rows there, or delete it`,
});

const lostColumns = (headings: readonly string[]): RefusalText => ({
  fr: `colonne introuvable\u202f: ${headings.join(', ')}. Remettez les titres des colonnes comme ils étaient`,
  en: `no such column: ${headings.join(', ')}. Put the headings back as they were`,
});

const renamed = (missing: readonly string[]): RefusalText => ({
  fr: `cette colonne n’est pas lue, et il manque ${missing.join(', ')}. Remettez les titres des colonnes comme ils étaient`,
  en: `this column is not read, and ${missing.join(', ')} is missing. Put the headings back as they were`,
});

const outside = (lines: readonly number[]): RefusalText => ({
  fr: `hors des colonnes du classeur, non lu (ligne${lines.length > 1 ? 's' : ''} ${lines.join(', ')})`,
  en: `outside the columns of the workbook, not read (row${lines.length > 1 ? 's' : ''} ${lines.join(', ')})`,
});
