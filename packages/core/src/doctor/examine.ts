/**
 * The examination of a file that somebody has at hand: what a widget would read of it, what is wrong, and what mends it. It
 * is read by the code that the widgets read it with, and nothing of it goes anywhere.
 */
import { runChecks } from '../checks/index.ts';
import {
  columnLetter,
  csv,
  decode,
  essDataset,
  FIELDS,
  type Field,
  findHeader,
  isNotText,
  type ListKind,
  type ListResult,
  type ListSheet,
  type Mapping,
  pickSource,
  readList,
  readTable,
  readWorkbook,
  refusalOf,
  type Source,
  type SourceContext,
  type SourceResult,
  sheetOf,
  type Table,
  type TableRows,
  type Workbook,
  workbookFindings,
  xlsx,
} from '../data/index.ts';
import { EssError } from '../errors.ts';
import { type CommuneLocator, collectionNames, type Dataset, type Finding, type Town } from '../model/index.ts';
import { beginningOf, HIGHEST_MAX_BYTES, largeError } from '../reading/index.ts';
import { type Correction, corrected, removedColumns } from './corrections.ts';
import { errorFinding } from './error-finding.ts';
import { type FindingGroup, groupFindings } from './groups.ts';
import { type Declared, declare, type LiveAddress, type OpenAddress } from './live.ts';

/** A file as a person gives it. */
export interface ExaminedFile {
  /** Its name, or the address that is examined in its place. */
  readonly name: string;
  /** Null for an address. */
  readonly bytes: ArrayBuffer | null;
}

/** Step of an examination, for whoever waits. */
export interface Progress {
  readonly step: 'opening' | 'reading' | 'checking';
  /** Records read and all of them, in the step of the reading. */
  readonly done: number;
  readonly total: number;
}

/** Options of an examination: what a person says of the file, and services. */
export interface ExamineOptions {
  /** Kind of the list; by default its columns tell. */
  readonly kind?: ListKind | undefined;
  /** Sheet of the workbook; by default the first that has a list. */
  readonly sheet?: string | undefined;
  /** Fields of columns by their index, as mapped by hand; null for a column that is not read. They win over the titles. */
  readonly mapping?: Mapping | undefined;
  readonly corrections?: readonly Correction[] | undefined;
  /** Loads the commune table; without it, towns are not compared with one. */
  readonly placer?: ((towns: readonly Town[]) => Promise<CommuneLocator | null>) | undefined;
  /** Opens an address that is examined in the place of a file. */
  readonly open?: OpenAddress | undefined;
  /** Formats that are read besides tables, workbooks and data sets. */
  readonly sources?: readonly Source[] | undefined;
  /** Day of the examination, `YYYY-MM-DD`. */
  readonly today: string;
  readonly signal?: AbortSignal | undefined;
  /** Called now and then: where the examination runs on the page's own thread, the page answers its visitor meanwhile. */
  readonly pause?: (() => Promise<void>) | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** A column of a list, and what is read from it. */
export interface ExaminedColumn {
  readonly index: number;
  readonly letter: string;
  readonly title: string;
  /** Field that it fills; null where it is not read. */
  readonly field: Field | null;
  /** Some of its values. */
  readonly samples: readonly string[];
}

/** A list as it was read, with its corrections. */
export interface ExaminedList {
  readonly kind: ListKind;
  /** Sheet that is read, and all that could be; of a workbook alone. */
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly columns: readonly ExaminedColumn[];
  /** Fields that a column may be mapped to. */
  readonly fields: readonly Field[];
  /** Columns that look personal, by their index. */
  readonly personal: readonly number[];
  /** Rows under the header. */
  readonly rows: number;
  readonly table: Table;
  /** Index of the header among the rows of the table. */
  readonly header: number;
  readonly removed: ReadonlySet<number>;
}

/** Result of an examination. */
export interface Examination {
  readonly name: string;
  /** Id of the source that read it: `csv`, `xlsx`, `ical`, `ess-dataset`. */
  readonly format: string;
  /** Data set that a widget would show; null where nothing can be read. */
  readonly dataset: Dataset | null;
  readonly error: EssError | null;
  readonly findings: readonly Finding[];
  readonly groups: readonly FindingGroup[];
  /** Of a table alone. */
  readonly list: ExaminedList | null;
  readonly rows?: TableRows | undefined;
  /** Of an address alone. */
  readonly declared?: Declared | null | undefined;
}

/** Host of the address under which a file is read: it is reserved, and no request ever goes there. */
const NOWHERE = 'https://file.invalid/';

/**
 * Examines a file: CSV, xlsx, JSON, and whatever one of the sources reads. What cannot be read is a finding.
 * @throws the reason of `signal` when it is aborted
 */
export async function examine(file: ExaminedFile, options: ExamineOptions): Promise<Examination> {
  const { signal } = options;
  signal?.throwIfAborted();
  options.onProgress?.({ step: 'opening', done: 0, total: 0 });
  await options.pause?.();
  let format = '';
  let examined: Pick<Examination, 'list' | 'rows'> & Partial<Pick<ListResult, 'repairs' | 'personal'>> = { list: null };
  let result: SourceResult | null = null;
  let error: EssError | null = null;
  let live: LiveAddress | null = null;
  try {
    live = await liveAddress(file, options);
    const src = live?.src ?? `${NOWHERE}${encodeURIComponent(file.name)}`;
    const context = contextOf(file, live, src, options);
    const told = toldBy(live, options);
    const listed = listOptions(src, live, told);
    const read = async (opened: Opened, list: (table: Table) => Promise<ListResult>): Promise<ListResult> => {
      examined = { list: listOf(opened, null, told) };
      await options.pause?.();
      const result = await list(opened.table);
      examined = { ...result, list: listOf(opened, result, told) };
      return result;
    };
    const source = live?.source ?? (await sourceOf(file, src, options));
    format = source.id;
    if (source === csv || source === xlsx) {
      const response = await context.fetch(src, { signal: context.signal });
      const opened = await openTable(source, response, src, told);
      const list = await read(opened, (table) => readList(table, listed, context));
      result = { ...list, issues: [...opened.findings, ...list.issues] };
    } else {
      const readColumns: SourceContext['readColumns'] = (table, list) => {
        const opened = { table: corrected(table, options.corrections ?? []), sheet: null, sheets: [], findings: [] };
        const { kind, columns, options: rest } = listed;
        return read(opened, (rows) => list(rows, { ...(kind ? { kind } : {}), columns, options: rest }));
      };
      const asked = { src, need: collectionNames, ...(live ? { options: live.options } : {}) };
      result = await source.load(asked, { ...context, readColumns });
    }
  } catch (cause) {
    signal?.throwIfAborted();
    if (!(cause instanceof EssError)) throw cause;
    error = cause;
  }
  const found = [
    ...(error ? [errorFinding(error, file.name)] : []),
    ...(result?.issues ?? []),
    ...(result && format === essDataset.id ? await inconsistencies(result, options) : []),
  ];
  const findings = found.map((finding) => named(finding, file.name));
  const { list, rows, repairs = [], personal = [] } = examined;
  return {
    name: file.name,
    format,
    dataset: result?.dataset ?? null,
    error,
    findings,
    groups: groupFindings(findings, { repairs, personal }),
    list,
    ...(rows ? { rows } : {}),
    declared: live && !error ? declare(live, list, kindOf(result), options.sheet) : null,
  };
}

/** Returns the address that is examined, opened; null for a file. @throws EssError for one that cannot be read, or is too large */
async function liveAddress({ name, bytes }: ExaminedFile, options: ExamineOptions): Promise<LiveAddress | null> {
  if (bytes && bytes.byteLength > HIGHEST_MAX_BYTES) throw largeError(name, HIGHEST_MAX_BYTES);
  const { open, sources = [], signal = new AbortController().signal } = options;
  if (bytes) return null;
  if (!open) throw new EssError('config', `${name}: no address is read here.`, { url: name });
  return open(name, [essDataset, csv, xlsx, ...sources.filter(({ id }) => id !== csv.id && id !== xlsx.id)], signal);
}

/** Returns the options with what an address says of its list, where its reader has said nothing else. */
function toldBy(live: LiveAddress | null, options: ExamineOptions): ExamineOptions {
  const { kind, table } = live?.options ?? {};
  const isKind = kind === 'members' || kind === 'events';
  return { ...options, kind: options.kind ?? (isKind ? kind : undefined), sheet: options.sheet ?? table };
}

/** Returns what the records are, where they are of one kind. */
function kindOf(result: SourceResult | null): ListKind | undefined {
  const { organisations = [], events = [] } = result?.dataset.collections ?? {};
  if (organisations.length > 0 === events.length > 0) return undefined;
  return events.length > 0 ? 'events' : 'members';
}

/** Returns the source of a file: by its first bytes where these are a workbook's, whatever it is called; else as for an address. */
async function sourceOf(file: ExaminedFile, src: string, { sources = [] }: ExamineOptions): Promise<Source> {
  const { name } = file;
  const bytes = file.bytes ?? new ArrayBuffer(0);
  const head = String.fromCharCode(...new Uint8Array(bytes, 0, Math.min(8, bytes.byteLength)));
  if (head.startsWith('PK\u0003\u0004') && !/\.(odt|docx|pptx|zip|kmz)$/i.test(name)) return xlsx;
  if (isNotText(head)) return csv;
  const all = [essDataset, csv, ...sources.filter(({ id }) => id !== csv.id)];
  const readHead = async () => beginningOf(bytes);
  return (await pickSource({ sources: [], moreSources: async () => all }, src, undefined, readHead)).source;
}

interface Opened {
  readonly table: Table;
  readonly sheet: ListSheet | null;
  readonly sheets: readonly string[];
  readonly findings: readonly Finding[];
}

async function openTable(source: Source, response: Response, src: string, options: ExamineOptions): Promise<Opened> {
  const { kind, sheet: wanted, corrections = [] } = options;
  const bytes = await response.arrayBuffer();
  if (source === csv) {
    const text = decode(bytes, src);
    const refusal = refusalOf(response, text, src);
    if (refusal) throw refusal;
    return { table: corrected(readTable(text, kind), corrections), sheet: null, sheets: [], findings: [] };
  }
  const workbook: Workbook = await readWorkbook(bytes, src);
  const sheet = await sheetOf(workbook, src, wanted);
  return {
    table: corrected(sheet.table, corrections),
    sheet,
    sheets: workbook.sheets.map(({ name }) => name),
    findings: workbookFindings(src, workbook, sheet),
  };
}

/** Options of an address that a person's choice of columns takes the place of. */
const CHOSEN: ReadonlySet<string> = new Set(['columns', 'header', 'id', 'credit']);

const listOptions = (src: string, live: LiveAddress | null, { today, kind, mapping }: ExamineOptions) => ({
  src,
  updated: today,
  today,
  kind,
  columns: mapping,
  options: Object.fromEntries(
    Object.entries(live?.options ?? {}).filter(([name]) =>
      name === 'kind' ? kind === undefined : mapping === undefined || !CHOSEN.has(name),
    ),
  ),
});

function contextOf(
  { bytes }: ExaminedFile,
  live: LiveAddress | null,
  src: string,
  options: ExamineOptions,
): SourceContext {
  const { placer, pause, signal = new AbortController().signal, onProgress } = options;
  return {
    // A data set of several files is examined by the command line: a page has the one that was dropped.
    fetch: async (url) => {
      if (live) return live.fetch(url);
      return url === src && bytes ? new Response(bytes.slice(0)) : new Response(null, { status: 404 });
    },
    signal,
    pause,
    onProgress: (done, total) => onProgress?.({ step: 'reading', done, total }),
    ...(placer ? { placer } : {}),
  };
}

/** Number of values of a column that are shown. */
const SAMPLES = 3;

function listOf(
  opened: Opened,
  read: ListResult | null,
  { kind, mapping, corrections = [] }: ExamineOptions,
): ExaminedList {
  const { table, sheet, sheets } = opened;
  // Where no column is known a person still has to see the columns, to say which one is which.
  const found = findHeader(table.rows, kind, mapping ?? {});
  const headers = read?.headers ?? found?.headers;
  const header = found?.index ?? 0;
  const rows = table.rows.slice(header + 1);
  const fields = new Map([...(headers?.columns ?? [])].map(([field, column]) => [column, field]));
  const removed = removedColumns(corrections);
  return {
    kind: headers?.kind ?? 'members',
    sheet: sheet?.name ?? null,
    sheets,
    columns: (headers?.texts ?? []).flatMap((title, index) => {
      const samples = samplesOf(rows, index);
      if (removed.has(index) || (title === '' && samples.length === 0)) return [];
      return [{ index, letter: columnLetter(index), title, field: fields.get(index) ?? null, samples }];
    }),
    fields: FIELDS[headers?.kind ?? 'members'],
    personal: read?.personal ?? [],
    rows: rows.length,
    table,
    header,
    removed,
  };
}

function samplesOf(rows: Table['rows'], column: number): readonly string[] {
  const samples = new Set<string>();
  for (const { cells } of rows.slice(0, 200)) {
    const cell = cells[column] ?? '';
    if (cell !== '') samples.add(cell);
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}

/** Returns what contradicts itself in a data set. */
async function inconsistencies(
  { dataset, issues }: SourceResult,
  options: ExamineOptions,
): Promise<readonly Finding[]> {
  options.onProgress?.({ step: 'checking', done: 0, total: 0 });
  await options.pause?.();
  const unread = issues.flatMap(({ rule, severity, where: { collection, id } }) => {
    if (collection === undefined || severity !== 'error') return [];
    return id === undefined ? [collection] : rule === 'schema' ? [`${collection}/${id}`] : [];
  });
  return runChecks(dataset, { unread: new Set(unread) });
}

/** Names the file of a finding as the person calls it. */
const named = (finding: Finding, name: string): Finding =>
  finding.where.file === undefined || !finding.where.file.startsWith(NOWHERE)
    ? finding
    : { ...finding, where: { ...finding.where, file: name } };
