/** The files of a workbook: an .xlsx, or a folder of CSV. */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { decode, readTable } from '@ess-widgets/core/data';
import { Refusal } from '@ess-widgets/core/prepare';
import { columnLetters, type ReadGrid, readYearBook, type YearBook } from '@ess-widgets/core/workbook';

/** Bytes of a workbook that are read; one of ten thousand rows has two million. */
const MAX_BYTES = 20_000_000;

/** A workbook that was read. */
interface ReadWorkbook extends YearBook {
  /** Folder that paths in the workbook start from. */
  readonly folder: string;
  /** Real paths of its files. */
  readonly files: readonly string[];
}

/**
 * Reads a workbook: an .xlsx file, or the folder of its CSV files.
 * @throws Refusal for a file of another kind, too large or damaged; EssError for a CSV that is no text
 */
export async function readWorkbookFiles(given: string, cwd: string): Promise<ReadWorkbook> {
  const file = path.resolve(cwd, given);
  if (!existsSync(file)) {
    throw new Refusal({ fr: `fichier introuvable\u202f: ${given}`, en: `no such file: ${given}` });
  }
  if (statSync(file).isDirectory()) return readFolder(file, given);
  const { grids } = await readYearBook(readBytes(file, given), given);
  return { grids, folder: path.dirname(file), files: [realpathSync(file)] };
}

function readBytes(file: string, given: string): Buffer {
  if (statSync(file).size > MAX_BYTES) {
    throw new Refusal({
      fr: `${given} est trop volumineux\u202f: un classeur de l’année a moins de ${MAX_BYTES / 1_000_000} Mo.`,
      en: `${given} is too large: a workbook of a year has less than ${MAX_BYTES / 1_000_000} MB.`,
    });
  }
  return readFileSync(file);
}

function readFolder(folder: string, given: string): ReadWorkbook {
  const names = readdirSync(folder).filter((name) => /\.csv$/i.test(name));
  if (names.length === 0) {
    throw new Refusal({
      fr: `${given} ne contient aucune feuille (.csv) ni classeur (.xlsx).`,
      en: `${given} holds no sheet (.csv) and no workbook (.xlsx).`,
    });
  }
  const grids = names.map((name): ReadGrid => {
    const file = path.join(folder, name);
    const bytes = new Uint8Array(readBytes(file, name));
    const text = decode(bytes.buffer, file);
    return { name: path.parse(name).name, rows: csvRows(text, name) };
  });
  // The folder of CSV files stands beside the workbook, from which paths start.
  return { grids, folder: path.dirname(folder), files: names.map((name) => realpathSync(path.join(folder, name))) };
}

/** Separators of CSV, that of our own files first. */
const SEPARATORS = [';', ',', '\t'] as const;

/** Reads the rows of a CSV file, by the separator with which most of its first lines have most cells. */
function csvRows(text: string, file: string): ReadGrid['rows'] {
  const bare = text.replace(/^\ufeff/, '');
  const hasHint = /^sep=.(?:\r\n|\r|\n)/i.test(bare);
  const cells = (separator: string): number =>
    Math.max(
      ...bare.split(/\r\n|\r|\n/, 12).map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(separator).length),
    );
  const [separator] = [...SEPARATORS].sort((a, b) => cells(b) - cells(a));
  const { rows, cut } = readTable(hasHint ? bare : `sep=${separator}\n${bare}`);
  for (const [column, lines] of cut) {
    throw new Refusal({
      fr: `${file}, ligne ${lines[0]}, colonne ${columnLetters(column)}\u202f: cette cellule a plus de 2\u202f000 signes. Donnez le classeur .xlsx, ou raccourcissez-la.`,
      en: `${file}, row ${lines[0]}, column ${columnLetters(column)}: this cell has more than 2,000 characters. Give the .xlsx workbook, or shorten it.`,
    });
  }
  return rows.map((row) => ({
    line: row.line - (hasHint ? 0 : 1),
    cells: row.cells.map((cell) => ({ text: cell })),
  }));
}
