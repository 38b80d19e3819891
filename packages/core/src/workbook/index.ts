/** The workbook in which staff enter a year: written, and read into the data of that year. */

export { readYearBook, type YearBook } from './book.ts';
export { type FilledWorkbook } from './filled.ts';
export { BOX, columnLetters, type ReadGrid } from './grid.ts';
export { type CellProblem } from './rows.ts';
export { sheetsFor } from './tables.ts';
export { withTexts } from './texts.ts';
export { newWorkbook, readYear, settingsIn, type YearRead, yearMismatch } from './year.ts';
export { lastYearOf } from './year-data.ts';
