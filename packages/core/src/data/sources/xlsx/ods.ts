/** The sheets of an OpenDocument workbook (ods), as those of the other kind: one part holds them all. */
import {
  attribute,
  type BookRow,
  type BookSheet,
  type CellValue,
  eachTag,
  type MergedCells,
  unescapeXml,
} from './book.ts';
import { type Budget, COLUMNS, damaged, MAX_SHEETS, ROWS, tooLarge } from './bounds.ts';

const ATTRIBUTES = {
  name: attribute('name'),
  style: attribute('style-name'),
  display: attribute('display'),
  visibility: attribute('visibility'),
  rows: attribute('number-rows-repeated'),
  columns: attribute('number-columns-repeated'),
  spanned: attribute('number-rows-spanned'),
  type: attribute('value-type'),
  value: attribute('value'),
  date: attribute('date-value'),
  time: attribute('time-value'),
  boolean: attribute('boolean-value'),
  count: attribute('c'),
} as const;

function valueOf(tag: string, name: keyof typeof ATTRIBUTES): string {
  const [, double, single] = ATTRIBUTES[name].exec(tag) ?? [];
  return unescapeXml(double ?? single ?? '');
}

const countOf = (tag: string, name: 'rows' | 'columns' | 'spanned' | 'count'): number =>
  Math.max(1, Number(/^\d{1,7}$/.exec(valueOf(tag, name))?.[0] ?? 1));

/** Cells of a row that is being read, and what is known of the row. */
interface OpenRow {
  readonly times: number;
  readonly isHidden: boolean;
  readonly cells: CellValue[];
  column: number;
}

/** Parts of a cell that are none of its text. */
const ASIDE: ReadonlySet<string> = new Set(['annotation', 'frame', 'shapes', 'custom-shape', 'g']);

/**
 * Returns the sheets of the part in which they are, in their order.
 * @throws EssError `large` where they cost more than a list does, `schema` for a part that is cut
 */
export function sheetsOfOds(xml: string, url: string, budget: Budget): readonly BookSheet[] {
  if (!/<\/(?:[^\s<>:]*:)?document-content>\s*$/.test(xml.slice(-200))) throw damaged(url, 'its content is cut');
  const sheets: BookSheet[] = [];
  const concealed = new Set<string>();
  let style = '';
  let sheet: ReturnType<typeof createSheet> | null = null;
  let row: OpenRow | null = null;
  let cell: { readonly tag: string; text: string } | null = null;
  let [aside, last, isText] = [0, 0, false];
  const closeCell = (): void => {
    if (row && cell) sheet?.add(row, cell.tag, cell.text);
    cell = null;
  };
  const closeRow = (): void => {
    if (row) sheet?.end(row);
    row = null;
  };
  const closeSheet = (): void => {
    if (sheet) sheets.push(sheet.made());
    sheet = null;
  };
  eachTag(xml, url, budget, ({ name, text, end }) => {
    const isAlone = text.endsWith('/');
    const isClosing = name.startsWith('/');
    const bare = isClosing ? name.slice(1) : name;
    if (cell && isText && aside === 0) cell.text += unescapeXml(xml.slice(last, end - text.length - 1));
    last = end;
    if (ASIDE.has(bare) && !isAlone) aside = Math.max(0, aside + (isClosing ? -1 : 1));
    if (bare === 'p' || bare === 'h') {
      isText = !isClosing && !isAlone;
      if (cell && isText && aside === 0 && cell.text !== '') cell.text += '\n';
    } else if (bare === 's' && cell && !isClosing && aside === 0)
      cell.text += ' '.repeat(Math.min(100, countOf(text, 'count')));
    else if ((bare === 'line-break' || bare === 'tab') && cell && aside === 0)
      cell.text += bare === 'tab' ? '\t' : '\n';
    else if (name === 'style') style = valueOf(text, 'name');
    else if (name === 'table-properties' && valueOf(text, 'display') === 'false') concealed.add(style);
    else if (name === 'table') {
      if (sheets.length >= MAX_SHEETS) throw tooLarge(url);
      sheet = createSheet(valueOf(text, 'name'), concealed.has(valueOf(text, 'style')), url, budget);
      if (isAlone) closeSheet();
    } else if (name === '/table') closeSheet();
    else if (name === 'table-row') {
      const isHidden = ['collapse', 'filter'].includes(valueOf(text, 'visibility'));
      row = { times: countOf(text, 'rows'), isHidden, cells: [], column: 0 };
      if (isAlone) closeRow();
    } else if (name === '/table-row') closeRow();
    else if (name === 'table-cell' || name === 'covered-table-cell') {
      cell = { tag: text, text: '' };
      if (isAlone) closeCell();
    } else if (name === '/table-cell' || name === '/covered-table-cell') closeCell();
  });
  return sheets;
}

function createSheet(name: string, isHidden: boolean, url: string, budget: Budget) {
  const rows: BookRow[] = [];
  const merged: MergedCells[] = [];
  const hidden = new Set<number>();
  let [line, isCut] = [1, false];
  return {
    add(row: OpenRow, tag: string, text: string): void {
      const times = countOf(tag, 'columns');
      const value = cellOf(tag, text);
      if (value !== null && value !== '') {
        isCut ||= !row.isHidden && row.column + times > COLUMNS;
        const length = Math.min(COLUMNS, row.column + times);
        budget.characters -= text.length * times;
        budget.cells -= Math.max(0, length - row.cells.length);
        if (budget.cells < 0 || budget.characters < 0) throw tooLarge(url);
        while (row.cells.length < row.column && row.cells.length < length) row.cells.push(null);
        while (row.cells.length < length) row.cells.push(value);
        const spanned = Math.min(ROWS, line + countOf(tag, 'spanned') - 1);
        if (spanned > line && row.column < COLUMNS) merged.push({ column: row.column, first: line, last: spanned });
      }
      row.column += times;
    },
    end({ cells, times, isHidden: isConcealed }: OpenRow): void {
      const next = line + times;
      if (cells.length > 0) {
        isCut ||= !isConcealed && next - 1 > ROWS;
        const end = Math.min(next, ROWS + 1);
        budget.cells -= Math.max(0, end - line - 1) * cells.length;
        if (budget.cells < 0) throw tooLarge(url);
        for (let at = line; at < end; at += 1) {
          rows.push({ line: at, cells });
          if (isConcealed) hidden.add(at);
        }
      }
      line = next;
    },
    made: (): BookSheet => ({
      name,
      isHidden,
      isFilled: rows.length > 0,
      hidden,
      isCut,
      merged,
      rows: async () => rows,
    }),
  };
}

/** Returns the value of a cell: an hour alone is one of the day zero, as in the other kind of workbook. */
function cellOf(tag: string, text: string): CellValue {
  const type = valueOf(tag, 'type');
  if (type === 'date') {
    const [, day = '', clock = '00:00'] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/.exec(valueOf(tag, 'date')) ?? [];
    return day === '' ? text : new Date(`${day}T${clock}Z`);
  }
  if (type === 'time') {
    const [, hours, minutes] = /^PT(\d{1,2})H(?:(\d{1,2})M)?/.exec(valueOf(tag, 'time')) ?? [];
    return hours === undefined ? text : new Date(Date.UTC(1899, 11, 30, Number(hours), Number(minutes ?? 0)));
  }
  if (type === 'boolean') return valueOf(tag, 'boolean') === 'true';
  const isNumber = ['float', 'currency', 'percentage'].includes(type);
  const value = isNumber ? Number(valueOf(tag, 'value')) : Number.NaN;
  return Number.isNaN(value) ? text : value;
}
