/**
 * The sheets of a workbook as rows of values, for whoever reads one: data check, `convert`, `snapshot`, `prepare`.
 *
 * Cells are read by `hucre`, one sheet at a time. It is given no more than it needs, shared texts, formats and the rows of
 * that sheet: drawings, comments, rules, column widths and pivot tables have cost time and memory without end.
 */
import type { CellValue } from 'hucre/xlsx';
import { EssError } from '../../../errors.ts';
import { type Budget, budgetOf, COLUMNS, damaged, MAX_SHEETS, ROWS, TAG, tooLarge } from './bounds.ts';
import { openZip, zipOf } from './zip.ts';

export type { CellValue };

/** A row with something in it: `line` as the spreadsheet numbers it, from 1. */
export interface BookRow {
  readonly line: number;
  /** Up to the last one with something in it. An error of a formula is its text: `#REF!`. */
  readonly cells: readonly CellValue[];
}

/** A sheet with cells; one that is a chart has none. */
export interface BookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Whether some cell has a value, which a chosen sheet need not be read for. */
  readonly isFilled: boolean;
  /** Rows with something in them that the spreadsheet hides. */
  readonly hidden: ReadonlySet<number>;
  /** Whether there is something below or beside the cells that are read. */
  readonly isCut: boolean;
  /** Cells that stand for those below them. */
  readonly merged: readonly MergedCells[];
  /** Reads its rows. @throws EssError `large` where the workbook has cost enough, `schema` for a part that cannot be read */
  readonly rows: () => Promise<readonly BookRow[]>;
}

/** Cells of one column, of which the first is that of all: lines from 1, the column from 0. */
export interface MergedCells {
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * Opens a workbook (xlsx, ods).
 * @returns its sheets in their order, hidden ones too
 * @throws EssError `format` for what is no workbook, `large` for one that would cost more than a list does, `schema` for one
 * whose parts contradict each other
 */
export async function openBook(bytes: ArrayBuffer, url: string): Promise<readonly BookSheet[]> {
  const budget = budgetOf(bytes.byteLength);
  const archive = openZip(bytes, url, budget.bytes);
  if (/opendocument\.spreadsheet/.test(await archive.text('mimetype'))) {
    return (await import('./ods.ts')).sheetsOfOds(await archive.text('content.xml'), url, budget);
  }
  const tagsOf = async (path: string): Promise<readonly Tag[]> => {
    const found: Tag[] = [];
    eachTag(await archive.text(path), url, budget, (tag) => found.push(tag));
    return found;
  };
  const relationsOf = async (path: string): Promise<readonly Relation[]> => {
    const slash = path.lastIndexOf('/') + 1;
    const [folder, name] = [path.slice(0, slash), path.slice(slash)];
    const tags = await tagsOf(`${folder}_rels/${name}.rels`);
    return tags.flatMap(({ name: tag, text }) =>
      tag === 'Relationship'
        ? [{ id: valueOf(text, 'id'), type: valueOf(text, 'type'), path: pathOf(folder, valueOf(text, 'target')) }]
        : [],
    );
  };
  const whole = (await relationsOf('')).find(({ type }) => type.endsWith('/officeDocument'))?.path ?? 'xl/workbook.xml';
  if (!archive.has(whole)) throw new EssError('format', `${url} is an archive, and no workbook (xlsx, ods).`, { url });
  const tags = await tagsOf(whole);
  const relations = await relationsOf(whole);
  const is1904 = tags.some(({ name, text }) => name === 'workbookPr' && isTrue(valueOf(text, 'date1904')));
  const listed = tags.filter(({ name }) => name === 'sheet').map(({ text }) => text);
  if (listed.length > MAX_SHEETS) throw tooLarge(url);
  const shared = await Promise.all(
    ['sharedStrings', 'styles'].map(async (kind) => {
      const path = relations.find(({ type }) => type.endsWith(`/${kind}`))?.path ?? '';
      return { kind, xml: await archive.text(path) };
    }),
  );
  const blanks = blanksOf(shared[0]?.xml ?? '', url, budget);
  const read = readerOf(shared, is1904, url, budget);
  const related = new Map(relations.map((relation) => [relation.id, relation]));
  const sheets: BookSheet[] = [];
  for (const text of listed) {
    const relation = related.get(valueOf(text, 'id'));
    if (relation && !relation.type.endsWith('/worksheet')) continue;
    const name = unescapeXml(valueOf(text, 'name'));
    if (!relation || !archive.has(relation.path)) {
      throw damaged(url, `the sheet "${name}" is not in it`);
    }
    const survey = surveyOf(await archive.text(relation.path), blanks, url, budget);
    const rows = async () => (survey.isFilled ? read(await archive.text(relation.path)) : []);
    sheets.push({ name, isHidden: /hidden$/i.test(valueOf(text, 'state')), ...survey, rows });
  }
  if (sheets.length === 0) throw new EssError('schema', `${url} has no sheet that can be read.`, { url });
  return sheets;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

interface Tag {
  /** Name without its prefix; of a closing tag with a slash. */
  readonly name: string;
  readonly text: string;
  /** Place in the part behind it. */
  readonly end: number;
}

const TAG_NAME = /^<(\/?)(?:[^\s:>/]*:)?([^\s:>/]*)/;

/**
 * Walks over the tags of a part, and counts what its parser will work on.
 * @throws EssError `large` for a tag longer than any that means something, and where the workbook has cost enough
 */
export function eachTag(xml: string, url: string, budget: Budget, visit: (tag: Tag) => void): void {
  for (let at = xml.indexOf('&'); at >= 0; at = xml.indexOf('&', at + 1)) budget.marks -= 1;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    budget.marks -= 1;
    const end = xml.indexOf('>', at);
    if (end < 0 || end - at > TAG || budget.marks < 0) throw tooLarge(url);
    const text = xml.slice(at, end);
    const [, slash = '', name = ''] = TAG_NAME.exec(text) ?? [];
    visit({ name: slash + name, text, end: end + 1 });
  }
  if (budget.marks < 0) throw tooLarge(url);
}

export const attribute = (name: string): RegExp =>
  new RegExp(`\\s(?:[^\\s:="']*:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
const ATTRIBUTES = {
  id: attribute('[Ii]d'),
  type: attribute('Type'),
  target: attribute('Target'),
  name: attribute('name'),
  state: attribute('state'),
  date1904: attribute('date1904'),
  reference: attribute('r'),
  kind: attribute('t'),
  hidden: attribute('hidden'),
  range: attribute('ref'),
};

function valueOf(tag: string, name: keyof typeof ATTRIBUTES): string {
  const [, double, single] = ATTRIBUTES[name].exec(tag) ?? [];
  return double ?? single ?? '';
}

const isTrue = (value: string): boolean => value === '1' || value === 'true';

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

export const unescapeXml = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(lt|gt|quot|apos|amp));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** Returns the path of a part: relations are relative to the folder of what they belong to, or begin at the root. */
function pathOf(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

type Survey = Pick<BookSheet, 'isFilled' | 'hidden' | 'isCut' | 'merged'>;

/** Whether something stands behind a tag, up to the next one. */
const hasText = (xml: string, { end }: Tag): boolean =>
  xml.startsWith('<!', end) || xml.slice(end, xml.indexOf('<', end)).trim() !== '';

/** Returns the numbers of the shared texts that are blank. */
function blanksOf(xml: string, url: string, budget: Budget): ReadonlySet<string> {
  const blanks = new Set<string>();
  let count = 0;
  eachTag(xml, url, budget, (tag) => {
    if (tag.name === 'si') blanks.add(String(count++));
    else if (tag.name === 't' && hasText(xml, tag)) blanks.delete(String(count - 1));
  });
  return blanks;
}

/** Looks over a sheet for what is told of it: hidden rows, cells beyond the limit. @throws EssError `schema` for rows in disorder */
function surveyOf(xml: string, blanks: ReadonlySet<string>, url: string, budget: Budget): Survey {
  const hidden = new Set<number>();
  const merged: MergedCells[] = [];
  let [isFilled, isCut] = [false, false];
  let [row, column] = [0, 0];
  let [isConcealed, isShared] = [false, false];
  const contradiction = (): EssError => damaged(url, 'its rows are in disorder');
  eachTag(xml, url, budget, (tag) => {
    const { name, text, end } = tag;
    if (name === 'row') {
      const stated = Number(valueOf(text, 'reference')) || row + 1;
      if (stated <= row) throw contradiction();
      [row, column] = [stated, 0];
      isConcealed = isTrue(valueOf(text, 'hidden'));
    } else if (name === 'c') {
      const [, letters = '', line] = /^([A-Za-z]+)(\d+)$/.exec(valueOf(text, 'reference')) ?? [];
      // A cell may say nothing of where it is: then it comes after the one before.
      if (line !== undefined && Number(line) !== row) throw contradiction();
      column = letters ? columnOf(letters) : column + 1;
      isShared = valueOf(text, 'kind') === 's';
    } else if (name === 'mergeCell') {
      const [, letters = '', from, to] = /^([A-Za-z]+)(\d+):[A-Za-z]+(\d+)$/.exec(valueOf(text, 'range')) ?? [];
      const [first, last] = [Number(from), Math.min(Number(to), ROWS)];
      if (last > first && columnOf(letters) <= COLUMNS) merged.push({ column: columnOf(letters) - 1, first, last });
    } else if ((name === 'v' || name === 't') && row > 0 && hasText(xml, tag)) {
      if (isShared && blanks.has(xml.slice(end, xml.indexOf('<', end)))) return;
      isFilled = true;
      if (isConcealed && row <= ROWS) hidden.add(row);
      isCut ||= !isConcealed && (row > ROWS || column > COLUMNS);
    }
  });
  return { isFilled, hidden, isCut, merged };
}

/** Returns the number of a column, from 1; of one with more letters than any has, a number beyond all of them. */
const columnOf = (letters: string): number =>
  letters.length > 3
    ? Number.POSITIVE_INFINITY
    : [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Returns the reader of a sheet's rows. */
function readerOf(
  shared: readonly { readonly kind: string; readonly xml: string }[],
  is1904: boolean,
  url: string,
  budget: Budget,
): (xml: string) => Promise<readonly BookRow[]> {
  return async (xml) => {
    // Shared texts and formats are parsed with each sheet, and count each time.
    for (const part of shared) eachTag(part.xml, url, budget, () => {});
    const { readXlsx } = await import('./hucre.ts');
    const relations = [['worksheet', 'sheet.xml'], ...shared.map(({ kind }) => [kind, `${kind}.xml`])];
    const archive = zipOf(
      new Map([
        ['[Content_Types].xml', '<Types/>'],
        ['_rels/.rels', relationsXml([['officeDocument', 'xl/workbook.xml']])],
        ['xl/workbook.xml', '<workbook><sheets><sheet name="1" sheetId="1" r:id="rId0"/></sheets></workbook>'],
        ['xl/_rels/workbook.xml.rels', relationsXml(relations)],
        ['xl/sheet.xml', rowsXml(xml, url)],
        ...shared.filter((part) => part.xml !== '').map((part) => [`xl/${part.kind}.xml`, part.xml] as const),
      ]),
    );
    const rows = await readXlsx(archive, {
      // Without a range the sheet is as large as its farthest cell.
      range: `A1:IV${ROWS}`,
      dateSystem: is1904 ? '1904' : '1900',
    }).then(
      ({ sheets }) => sheets[0]?.rows ?? [],
      (cause: unknown) => {
        const said = cause instanceof Error ? cause.message : String(cause);
        throw damaged(url, said, cause);
      },
    );
    budget.cells -= rows.length * (rows[0]?.length ?? 0);
    const kept: BookRow[] = [];
    let line = 0;
    for (const cells of rows) {
      line += 1;
      let [length, column] = [0, 0];
      for (const value of cells) {
        column += 1;
        if (value !== null && value !== '') length = column;
        if (typeof value === 'string') budget.characters -= value.length;
      }
      if (length > 0) kept.push({ line, cells: cells.slice(0, length) });
    }
    if (budget.cells < 0 || budget.characters < 0) throw tooLarge(url);
    return kept;
  };
}

const relationsXml = (relations: readonly (readonly string[])[]): string =>
  `<Relationships>${relations
    .map(([type, target], at) => `<Relationship Id="rId${at}" Type="${TYPES}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** Returns the rows of a sheet without what stands around them. @throws EssError `schema` where it is cut, or there are columns among them */
function rowsXml(xml: string, url: string): string {
  const [start, end] = [xml.search(/<(?:[^\s<>:]*:)?sheetData\b/), xml.lastIndexOf('sheetData')];
  const rows = xml.slice(start, end);
  // A part that was cut has cells and no end: its parser would find none of them.
  const isCut = start < 0 || !/<\/(?:[^\s<>:]*:)?$/.test(rows.slice(-80));
  if (isCut || /<(?:[^\s<>:]*:)?cols?[\s/>]/.test(rows)) {
    throw damaged(url, 'its parts are in disorder');
  }
  return `<worksheet>${rows}sheetData></worksheet>`;
}
