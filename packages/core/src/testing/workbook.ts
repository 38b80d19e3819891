/** Workbooks for tests, written part by part: a spreadsheet could not write some of what files hold. */
import { zipOf } from '../data/sources/xlsx/zip.ts';

/** Cell of a workbook: a text, a number, a number that is formatted as a day (`{day}`), an error (`{error}`), nothing. */
export type WorkbookCell = string | number | null | { readonly day: number } | { readonly error: string };

/** Sheet of a workbook. */
export interface WorkbookSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly rows: readonly (readonly WorkbookCell[])[];
  /** A sheet with a chart and no cells; `worksheet` where not said. */
  readonly kind?: 'worksheet' | 'chartsheet';
  /** Numbers of the rows that are hidden, from 1. */
  readonly hidden?: readonly number[];
  /** XML behind the rows. */
  readonly more?: string;
  /** Cells that are one: `A2:A4`. */
  readonly merged?: readonly string[];
}

const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** Returns the XML of a cell. */
export function cellXml(cell: WorkbookCell, reference: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${reference}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
  if ('day' in cell) return `<c r="${reference}" s="1"><v>${cell.day}</v></c>`;
  return `<c r="${reference}" t="e"><f>A1</f><v>${cell.error}</v></c>`;
}

function sheetXml({ rows, hidden = [], more = '', merged = [] }: WorkbookSheet): string {
  const lines = rows.map((cells, index) => {
    const number = index + 1;
    const written = cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${number}`)).join('');
    return `<row r="${number}"${hidden.includes(number) ? ' hidden="1"' : ''}>${written}</row>`;
  });
  return `<worksheet xmlns="urn:x"><sheetData>${lines.join('')}${more}</sheetData>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</worksheet>`;
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Returns the parts of a workbook, by their paths in its archive. */
export const partsOf = (...sheets: readonly WorkbookSheet[]): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns:r="urn:r"><sheets>${sheets
    .map(
      ({ name, state }, index) =>
        `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
    )
    .join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="styles" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="texts" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>${sheets
    .map(({ kind = 'worksheet' }, index) => {
      const type = `${RELATIONS}/${kind}`;
      return `<Relationship Id="rId${index + 1}" Type="${type}" Target="worksheets/sheet${index + 1}.xml"/>`;
    })
    .join('')}</Relationships>`,
  'xl/styles.xml':
    '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
  ...Object.fromEntries(sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)])),
});

/** Returns the bytes of a workbook. */
export const workbookOf = (...sheets: readonly WorkbookSheet[]): ArrayBuffer =>
  zipOf(new Map(Object.entries(partsOf(...sheets)))).buffer;
