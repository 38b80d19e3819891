/** The sheets of a workbook as tables. */
import { EssError } from '../../../errors.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Text } from '../../../model/text.ts';
import { linesIn, quoted } from '../table/report.ts';
import { findHeader, type Table, tableOf } from '../table/table.ts';
import { unzip, zipOf } from './zip.ts';

/** A visible sheet. */
export interface Sheet {
  readonly name: string;
  readonly table: Table;
  /** Rows with something in them that the spreadsheet hides: they are left out. */
  readonly hidden: readonly number[];
  /** Whether there is something below or beside the cells that are read. */
  readonly isCut: boolean;
}

/** A workbook. */
export interface Workbook {
  /** In their order; at least one. */
  readonly sheets: readonly Sheet[];
  /** Names of the sheets that are hidden. */
  readonly hidden: readonly string[];
}

/** Rows that are read of a sheet, and 256 columns: a file of 5 kB may open as 1,048,576 rows, each of 16,384 cells. */
const ROWS = 100_000;

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

/**
 * Reads the visible sheets of a workbook.
 * @throws EssError `format` for what is no workbook, `large` for one that unpacks to more than is read, `schema` for one
 * whose parts contradict each other
 */
export async function readWorkbook(bytes: ArrayBuffer, url: string): Promise<Workbook> {
  const files = new Map(await unzip(bytes, url, (name) => /\.(xml|rels)$/.test(name)));
  const text = (name: string): string => new TextDecoder().decode(files.get(name));
  if (!files.has(WORKBOOK)) throw new EssError('format', `${url} is an archive, and no workbook (xlsx).`, { url });
  const paths = new Map(
    elementsOf(text(RELATIONS), 'Relationship').map((each) => [each['Id'], pathOf(each['Target'])]),
  );
  const listed = elementsOf(text(WORKBOOK), 'sheet');
  const isHidden = ({ state }: Attributes): boolean => state === 'hidden' || state === 'veryHidden';
  const visible = listed.filter((sheet) => !isHidden(sheet));
  const trims = new Map<string, Trimmed>();
  const encoder = new TextEncoder();
  for (const sheet of visible) {
    const path = paths.get(sheet['id']) ?? '';
    if (!files.has(path)) continue;
    const trimmed = trim(text(path));
    trims.set(sheet['name'] ?? '', trimmed);
    files.set(path, encoder.encode(trimmed.xml));
  }
  // Sheets that are not read need not be parsed.
  const kept = text(WORKBOOK).replace(SHEET, (element) =>
    isHidden(attributesOf(element)) || !files.has(paths.get(attributesOf(element)['id']) ?? '') ? '' : element,
  );
  files.set(WORKBOOK, encoder.encode(kept));
  const sheets = await parse(zipOf(files), url);
  if (sheets.length === 0) throw new EssError('schema', `${url} has no sheet that can be read.`, { url });
  return {
    hidden: listed.filter(isHidden).map(({ name = '' }) => name),
    sheets: sheets.map(({ sheet, data }) => {
      const { hidden = [], isCut = false } = trims.get(sheet) ?? {};
      const rows = data.map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) }));
      return { name: sheet, table: tableOf(rows), hidden, isCut };
    }),
  };
}

type Parsed = readonly { readonly sheet: string; readonly data: readonly (readonly unknown[])[] }[];

async function parse(archive: ArrayBuffer, url: string): Promise<Parsed> {
  const { default: readXlsxFile } = await import('read-excel-file/universal');
  try {
    const sheets = (await readXlsxFile(archive)) as readonly Partial<Parsed[number]>[];
    // A sheet that is a chart has no cells.
    return sheets.flatMap(({ sheet, data }) => (sheet !== undefined && data ? [{ sheet, data }] : []));
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new EssError('schema', `${url} is a workbook that cannot be read: ${said}.`, { url, cause });
  }
}

type Attributes = Readonly<Record<string, string>>;

const SHEET = /<(?:\w+:)?sheet\b[^>]*>/g;

const elementsOf = (xml: string, name: string): readonly Attributes[] =>
  (xml.match(new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>`, 'g')) ?? []).map(attributesOf);

/** Returns the attributes of an element, without their prefixes. */
const attributesOf = (element: string): Attributes =>
  Object.fromEntries(
    [...element.matchAll(/(?:\w+:)?(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [
      name,
      unescapeXml(double ?? single ?? ''),
    ]),
  );

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const unescapeXml = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(lt|gt|quot|apos|amp));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** Returns the path of a part in the archive: relations are relative to their folder, or begin at its root. */
const pathOf = (target = ''): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

interface Trimmed {
  readonly xml: string;
  readonly hidden: readonly number[];
  readonly isCut: boolean;
}

const ROW = /<(?:\w+:)?row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g;
/** Cells without a value, which may name a form that the parser demands a value of. */
const EMPTY_CELL = /<(?:\w+:)?c\b[^>]*(?:\/>|>(?:<(?:\w+:)?f\b[^>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>))?<\/(?:\w+:)?c>)/g;
/** The type of a cell whose formula could not be computed: the parser leaves such cells out. */
const ERROR_TYPE = /(<(?:\w+:)?c\b[^>]*?\bt=")e"/g;
/** A cell of column `IW` or beyond, the 257th. */
const FAR = /\br="(?:[A-Z]{3}|[J-Z][A-Z]|I[W-Z])\d/;
const FAR_CELL = /<(?:\w+:)?c\b[^>]*?\br="(?:[A-Z]{3}|[J-Z][A-Z]|I[W-Z])\d[^>]*(?:\/>|>[\s\S]*?<\/(?:\w+:)?c>)/g;

/** Takes out of a sheet the rows that are hidden, those below and the cells beside what is read, and cells without a value. */
function trim(xml: string): Trimmed {
  const hidden: number[] = [];
  let isCut = false;
  let row = 0;
  const kept = xml.replace(ROW, (whole: string, attributes: string, body = '') => {
    const stated = Number(/\br="(\d+)"/.exec(attributes)?.[1]);
    row = stated > 0 ? stated : row + 1;
    const hasValue = /<(?:\w+:)?(?:v|is)\b/.test(body);
    if (row > ROWS) {
      isCut ||= hasValue;
      return '';
    }
    if (/\bhidden="(?:1|true)"/.test(attributes)) {
      if (hasValue) hidden.push(row);
      return '';
    }
    if (!hasValue) return '';
    const isFar = FAR.test(whole);
    isCut ||= isFar;
    const near = isFar ? whole.replace(FAR_CELL, '') : whole;
    return near.replace(EMPTY_CELL, '').replace(ERROR_TYPE, '$1str"');
  });
  return { xml: kept, hidden, isCut };
}

/** Returns a cell as a person would type it: days as `30/03/2026`, with their hour where they have one. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'VRAI' : 'FAUX';
  if (!(value instanceof Date)) return String(value);
  // Half a second may be lost between days as fractions and milliseconds.
  const moment = new Date(Math.round(value.getTime() / 60_000) * 60_000);
  if (Number.isNaN(moment.getTime())) return '';
  const [day = '', clock = ''] = moment.toISOString().slice(0, 16).split('T');
  // An hour alone is a part of the day zero.
  if (moment.getUTCFullYear() < 1900 || day === '1900-01-00') return clock;
  const [year, month, date] = day.split('-');
  const written = `${date}/${month}/${year}`;
  return clock === '00:00' ? written : `${written} ${clock}`;
}

/**
 * Returns the sheet that is named; else the first that has a header of a list, else the first with something in it.
 * @throws EssError `schema` for a name that no visible sheet has
 */
export function sheetOf({ sheets }: Workbook, url: string, wanted?: string): Sheet {
  const filled = sheets.filter(({ table }) => table.rows.length > 0);
  const found =
    wanted === undefined
      ? (filled.find(({ table }) => findHeader(table.rows)) ?? filled[0])
      : sheets.find(({ name }) => name === wanted);
  if (found) return found;
  const names = sheets.map(({ name }) => name).join(', ');
  const message =
    wanted === undefined ? 'has no cell with something in it' : `has no visible sheet "${wanted}" (${names})`;
  throw new EssError('schema', `${url} ${message}.`, { url });
}

/** Returns what is left out of a workbook: other sheets, hidden rows, cells beyond the limit. */
export function workbookFindings(file: string, { sheets, hidden }: Workbook, sheet: Sheet): readonly Finding[] {
  const others = sheets.filter((each) => each !== sheet && each.table.rows.length > 0).map(({ name }) => name);
  const findings: Finding[] = [];
  const tell = (
    rule: string,
    severity: Finding['severity'],
    found: string,
    message: Text,
    lines?: readonly number[],
  ) => {
    const [line] = lines ?? [];
    const place = line === undefined ? {} : { line, ...((lines ?? []).length > 1 ? { lines } : {}) };
    findings.push({ rule, severity, certainty: 'certain', where: { file, ...place }, found, message });
  };
  if (sheet.hidden.length > 0) {
    const { length } = sheet.hidden;
    tell(
      'hidden-rows',
      'warning',
      String(length),
      {
        fr: `${linesIn('fr', sheet.hidden)}\u202f: ${length > 1 ? 'masquées, non lues' : 'masquée, non lue'}\u202f; affichez ou supprimez ces lignes`,
        en: `${linesIn('en', sheet.hidden)}: hidden, not read; show or delete these rows`,
      },
      sheet.hidden,
    );
  }
  if (sheet.isCut) {
    tell('sheet-size', 'warning', sheet.name, {
      fr: `La feuille ${quoted(sheet.name)} a plus de 100\u202f000 lignes ou de 256 colonnes\u202f: la suite n’est pas lue`,
      en: `The sheet "${sheet.name}" has more than 100,000 rows or 256 columns: the rest is not read`,
    });
  }
  if (others.length + hidden.length > 0) {
    const [fr, en] = [others.map(quoted).join(', '), others.map((name) => `"${name}"`).join(', ')];
    const [masked, concealed] = [hidden.map(quoted).join(', '), hidden.map((name) => `"${name}"`).join(', ')];
    const parts = (words: readonly (readonly [string, string])[]): string =>
      words.flatMap(([names, text]) => (names === '' ? [] : [text])).join('\u202f; ');
    tell('sheets', 'info', [...others, ...hidden].join(', '), {
      fr: `Feuille lue\u202f: ${quoted(sheet.name)}\u202f; ${parts([
        [fr, `non lues\u202f: ${fr}`],
        [masked, `masquées, non lues\u202f: ${masked}`],
      ])}`,
      en: `Sheet that is read: "${sheet.name}"; ${parts([
        [en, `not read: ${en}`],
        [concealed, `hidden, not read: ${concealed}`],
      ])}`,
    });
  }
  return findings;
}
