/** The reader of one sheet, in a module of its own: it is loaded once there is a sheet to read. */
export { type CellValue, readXlsx } from 'hucre/xlsx';
