/**
 * Bounds of a workbook: the work that one file may cost, all its sheets together. They grow with the file, since a list that
 * somebody typed is some ten times smaller when it is packed, and an attack ten thousand times.
 */
import { EssError } from '../../../errors.ts';
import { HIGHEST_MAX_BYTES } from '../../../reading/index.ts';

/** Rows that are read of a sheet; a file of 5 kB may open as 1,048,576 rows, each of 16,384 cells. */
export const ROWS = 20_000;
/** Columns that are read of a sheet, as a spreadsheet numbers them: up to `IV`. */
export const COLUMNS = 256;
/** Cells of a workbook, blank ones between others included. */
const CELLS = 6_000_000;
/** Sheets of a workbook. */
export const MAX_SHEETS = 250;
/** Characters of a tag, from `<` to `>`. */
export const TAG = 2_000;

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** What is left of the work that a workbook may cost. */
export interface Budget {
  /** Bytes that its entries declare. */
  readonly bytes: number;
  /** Tags and entities that are parsed. */
  marks: number;
  cells: number;
  /** Characters of the cells: one text may stand in ten thousand of them. */
  characters: number;
}

/** Returns the bounds of a workbook. @param size bytes of its file */
export function budgetOf(size: number): Budget {
  const bytes = within(60 * size, 4_000_000, HIGHEST_MAX_BYTES);
  return { bytes, marks: within(8 * size, 500_000, 12_000_000), cells: CELLS, characters: bytes };
}

/** Returns the error of a workbook that would cost more than a list does. @param bytes the limit, where that is bytes */
export function tooLarge(url: string, bytes?: number): EssError {
  const limit = bytes === undefined ? undefined : Math.round(bytes / 1_000_000);
  const [fr, en] =
    limit === undefined
      ? [
          'ce classeur ouvre bien plus de cellules, de feuilles ou de texte qu’une liste',
          'this workbook opens far more cells, sheets or text than a list',
        ]
      : [`ce classeur se déplie en plus de ${limit}\u00a0Mo`, `this workbook unpacks to more than ${limit} MB`];
  const remedy = {
    fr: `${fr}\u202f: rien n’en est lu. Copiez la liste seule dans un nouveau classeur, ou enregistrez-la en CSV.`,
    en: `${en}: nothing of it is read. Copy the list alone into a new workbook, or save it as CSV.`,
  };
  return new EssError('large', `${url}: ${remedy.en}`, { url, remedy, ...(limit === undefined ? {} : { limit }) });
}

/**
 * Returns the error for a workbook whose parts contradict each other, or are cut.
 * @param why what is wrong, for the page's author
 */
export function damaged(url: string, why: string, cause?: unknown): EssError {
  const remedy = {
    fr: 'ce classeur est abîmé\u202f: rien n’en est lu. Enregistrez-le de nouveau depuis un tableur, ou en CSV.',
    en: 'this workbook is damaged: nothing of it is read. Save it again from a spreadsheet program, or as CSV.',
  };
  return new EssError('schema', `${url} is a workbook that cannot be read: ${why}.`, { url, remedy, cause });
}
