/** A workbook as a file: an .xlsx, written with its lists and styles, and read sheet by sheet. */
import { type CellStyle, type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { type BookSheet, type CellValue, normalise, openBook } from '../data/index.ts';
import { EssError } from '../errors.ts';
import { toCsv } from '../format/index.ts';
import { Refusal } from '../prepare/index.ts';
import { type Cell, plainCell } from './cells.ts';
import { choicesOf, type ListName } from './choices.ts';
import { BOX, columnLetters, csvName, type Grid, type ReadGrid } from './grid.ts';
import type { YearData } from './year-data.ts';

/** Sheet that holds the lists of allowed values, the last one. */
export const LISTS_SHEET = 'Listes';

/** Rows that are kept ready under the filled ones: as texts, with their lists. */
const SPARE_ROWS = 300;

/** Cells are texts: a spreadsheet then leaves `12/03/2025`, `12,5 %` and `4/5` as they are typed. */
const TEXT: CellStyle = { numFmt: '@', alignment: { vertical: 'top', wrapText: true } };
const HEADING: CellStyle = {
  ...TEXT,
  font: { bold: true, color: { rgb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FF1F4E5F' } },
};
const SHOWN: CellStyle = {
  ...TEXT,
  font: { italic: true, color: { rgb: 'FF595959' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF2F2F2' } },
};
const BOX_STYLE: CellStyle = {
  ...TEXT,
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFFF2CC' } },
};

/** Columns of the sheet of lists, by list. */
type ListColumns = ReadonlyMap<ListName, string>;

/** Returns the rows of the sheet of lists: one column a list, under its name. */
function listsGrid(lists: readonly ListName[], titles: ReadonlyMap<ListName, string>, data: YearData): Grid {
  const columns = lists.map((list) => choicesOf(list, data).map(({ label }) => label));
  const height = Math.max(0, ...columns.map(({ length }) => length));
  const rows = Array.from({ length: height }, (_, at) => columns.map((column) => column[at] ?? ''));
  return {
    name: LISTS_SHEET,
    rows: [lists.map((list) => titles.get(list) ?? list), ...rows],
    columns: lists.map(() => ({ width: 30, isShown: true })),
    head: 1,
  };
}

const rangeOf = (list: ListName, data: YearData, columns: ListColumns): string => {
  const letter = columns.get(list) ?? 'A';
  return `${LISTS_SHEET}!$${letter}$2:$${letter}$${choicesOf(list, data).length + 1}`;
};

/** Returns the rule that offers a list in cells. A list that rows of this workbook may add to only asks. */
function validationOf(
  list: ListName,
  range: string,
  isStrict: boolean,
  data: YearData,
  columns: ListColumns,
): readonly DataValidation[] {
  if (choicesOf(list, data).length === 0) return [];
  return [
    {
      type: 'list',
      formula1: rangeOf(list, data, columns),
      range,
      allowBlank: true,
      showErrorMessage: isStrict,
      errorStyle: 'stop',
      errorTitle: 'Pas dans la liste',
      errorMessage: 'Choisissez une valeur de la liste, avec la flèche à droite de la cellule.',
    },
  ];
}

function sheetOf(grid: Grid, data: YearData, lists: ListColumns): WriteSheet {
  const { name, rows, columns, head, isOpen = false, boxes = [] } = grid;
  const spare = isOpen ? SPARE_ROWS : 0;
  const last = rows.length + spare;
  const padded = [...rows, ...Array.from({ length: spare }, () => [])];
  const values = padded.map((row) => columns.map((_, at) => row[at] || null));
  const validations = columns.flatMap(({ list, isStrict = false }, at) => {
    const letter = columnLetters(at);
    return list ? validationOf(list, `${letter}${head + 1}:${letter}${last}`, isStrict, data, lists) : [];
  });
  const single = boxes.flatMap(({ row, column, list }) =>
    validationOf(list, `${columnLetters(column)}${row + 1}`, true, data, lists),
  );
  const styles = new Map<string, { readonly style: CellStyle }>();
  for (const [row, cells] of rows.entries()) {
    const isHeading = row === head - 1;
    for (const at of cells.keys()) if (isHeading) styles.set(`${row},${at}`, { style: HEADING });
    if (row < head - 1 && cells[0] === BOX) for (const at of [0, 1]) styles.set(`${row},${at}`, { style: BOX_STYLE });
  }
  return {
    name,
    rows: values,
    columns: columns.map(({ width, isShown }) => ({ width, style: isShown ? SHOWN : TEXT })),
    cells: styles,
    dataValidations: [...validations, ...single],
    ...(isOpen ? { freezePane: { rows: head, columns: 1 } } : head === 1 ? { freezePane: { rows: 1 } } : {}),
  };
}

/** Lists that the columns of sheets offer, each with the heading that it is first offered under. */
function listsIn(grids: readonly Grid[]): ReadonlyMap<ListName, string> {
  const found = new Map<ListName, string>();
  for (const { rows, columns, head, boxes = [] } of grids) {
    for (const [at, { list }] of columns.entries()) {
      if (list && !found.has(list)) found.set(list, rows[head - 1]?.[at] ?? list);
    }
    for (const { list } of boxes) if (!found.has(list)) found.set(list, 'Oui ou non');
  }
  return found;
}

/** A file of a workbook: its path, and its bytes or its text. */
export interface YearFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/** Returns the files of a workbook: `name.xlsx`, and the same sheets as CSV in a folder `name`. */
export async function yearBookFiles(
  name: string,
  grids: readonly Grid[],
  data: YearData,
): Promise<readonly [YearFile, ...YearFile[]]> {
  const titles = listsIn(grids);
  const lists = [...titles.keys()];
  const all = [...grids, listsGrid(lists, titles, data)];
  const letters: ListColumns = new Map(lists.map((list, at) => [list, columnLetters(at)]));
  const bytes = await writeXlsx({ sheets: all.map((grid) => sheetOf(grid, data, letters)) });
  const csv = all.map((grid): YearFile => {
    const [first = [], ...rest] = grid.rows;
    return { name: `${name}/${csvName(grid.name)}`, bytes: toCsv(first, rest) };
  });
  return [{ name: `${name}.xlsx`, bytes }, ...csv];
}

/** A workbook that was read. */
export interface YearBook {
  readonly grids: readonly ReadGrid[];
}

/**
 * Reads an .xlsx workbook.
 * @param given its name, for messages
 * @throws Refusal for a file of another kind, or damaged
 */
export async function readYearBook(bytes: Uint8Array, given: string): Promise<YearBook> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    throw new Refusal({
      fr: `${given} n’est pas un classeur .xlsx. Enregistrez-le dans ce format, ou donnez le dossier de ses feuilles en CSV.`,
      en: `${given} is no .xlsx workbook. Save it in that format, or give the folder of its sheets as CSV.`,
    });
  }
  try {
    const grids: ReadGrid[] = [];
    // One after the other: what a workbook may cost is counted over all of them.
    for (const sheet of await openBook(new Uint8Array(bytes).buffer, given)) grids.push(await gridOf(sheet));
    return { grids };
  } catch (error) {
    if (!(error instanceof EssError)) throw error;
    const { remedy } = error.details;
    if (remedy) {
      throw new Refusal({ fr: `${given}\u202f: ${remedy.fr}`, en: `${given}: ${remedy['en'] ?? remedy.fr}` });
    }
    throw new Refusal({
      fr: `${given} ne s’ouvre pas\u202f: le fichier est abîmé, ou protégé par un mot de passe.`,
      en: `${given} does not open: the file is damaged, or protected by a password.`,
    });
  }
}

async function gridOf({ name, isCut, rows }: BookSheet): Promise<ReadGrid> {
  if (isCut) {
    throw new Refusal({
      fr: `la feuille «\u202f${name}\u202f» a plus de 20\u202f000 lignes ou de 256 colonnes remplies\u202f: rien n’est lu.`,
      en: `the sheet "${name}" has more than 20,000 rows or 256 columns filled: nothing is read.`,
    });
  }
  return { name, rows: (await rows()).map(({ line, cells }) => ({ line, cells: cells.map(cellOf) })) };
}

/** Returns a cell as it is typed in French: a day of the calendar, a decimal comma, `oui` or `non`. */
function cellOf(value: CellValue): Cell {
  if (value === null) return { text: '' };
  if (typeof value === 'number') return { text: String(value).replace('.', ','), number: value };
  if (typeof value === 'boolean') return { text: value ? 'oui' : 'non' };
  if (value instanceof Date) return { text: dayText(value) };
  return { text: String(value) };
}

/** A cell that is a date has no zone: its reader gives it midnight in UTC. */
function dayText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [year, month, day] = date.toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

/** Returns the sheet of a name, or of the file that holds it as CSV. */
export const gridNamed = ({ grids }: YearBook, name: string): ReadGrid | undefined =>
  grids.find((grid) => normalise(plainCell(grid.name)) === normalise(name));
