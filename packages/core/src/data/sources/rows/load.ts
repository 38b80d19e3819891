/** Reading of the tables of services: which requests each needs, and what a cell of each says. */
import { EssError } from '../../../errors.ts';
import { addressOf } from '../../client/reading.ts';
import { csv } from '../csv/csv.ts';
import { dayOf, todayOf } from '../list-dataset.ts';
import { joinPages, type Page } from '../pages.ts';
import { readJson } from '../read.ts';
import type { SourceContext, SourceRequest, SourceResult } from '../source.ts';
import { readList } from '../table/list.ts';
import { tableOfCells, tableOfRecords } from '../table/of-records.ts';
import { addressPart, isObject, objectOf } from '../values.ts';
import { readGristDocument, readGristTable } from './grist.ts';
import { type Asking, choose, type ServiceTable } from './service.ts';

type Json = Readonly<Record<string, unknown>>;

/** Reads a table and what its lines are. @throws EssError for an answer that is none */
export async function loadRows(request: SourceRequest, context: SourceContext): Promise<SourceResult> {
  const { src, options = {} } = request;
  const { signal } = context;
  const response = await context.fetch(src, { signal });
  const first = await readJson(response, src);
  const read = async (href: string): Promise<unknown> => {
    signal.throwIfAborted();
    const url = addressOf(href, src);
    return readJson(await context.fetch(url, { signal }), url);
  };
  const asking: Asking = { src, chosen: options['table'], read, maxRecords: context.maxRecords };
  const { resources } = objectOf(first);
  if (Array.isArray(resources)) return csv.load({ ...request, src: tableOfDataset(resources, asking) }, context);
  const { table, title, issues = [] } = await tableOf(first, asking);
  const list = { src, updated: dayOf(response), today: todayOf(response), title, options };
  const result = await readList(table, list, context);
  return { ...result, issues: [...issues, ...result.issues] };
}

async function tableOf(answer: unknown, asking: Asking): Promise<ServiceTable> {
  if (Array.isArray(answer)) return tableOfList(answer, asking);
  const json: Json = objectOf(answer);
  if (Array.isArray(json['tables'])) return readGristDocument(json['tables'], asking);
  if (Array.isArray(json['records'])) return readGristTable(json['records'], asking);
  if (Array.isArray(json['fields'])) return readBaserow(json['fields'], json['view'], asking);
  if (Array.isArray(json['columns'])) return readNocodb(json['columns'], json, asking);
  const page = pageOf(json, asking);
  if (!page) throw noTable(asking.src, json);
  const { records, issues } = await joinPages(asking.src, page, asking.maxRecords);
  return { table: tableOfRecords(records), issues };
}

/** Returns the error of an answer without a table, with what the service says about it. */
function noTable(url: string, json: Json): EssError {
  const said = ['detail', 'message', 'error'].map((key) => json[key]).find((text) => typeof text === 'string');
  const found = said ?? (Object.keys(json).slice(0, 6).join(', ') || 'nothing');
  return new EssError('format', `${url} holds no table: ${String(found).slice(0, 200)}.`, { url });
}

/** Lists under which services answer with records. */
const LISTS = ['results', 'list', 'data', 'items', 'rows'] as const;

/** Returns the page that an answer is; undefined where it has no list of records. */
function pageOf(json: Json, { src, read }: Asking): Page<Json> | undefined {
  const list = LISTS.map((key) => json[key]).find(Array.isArray);
  if (!list) return undefined;
  const href = nextOf(json, src);
  const next = async (): Promise<Page<Json>> => {
    const page = await read(href ?? '');
    return (isObject(page) && pageOf(page, { src: href ?? src, chosen: undefined, read })) || { records: [] };
  };
  return { records: list.filter(isObject), next: href === undefined ? undefined : next };
}

/** Returns the address of the next page: the one that a service names, or that of the next offset of NocoDB. */
function nextOf(json: Json, src: string): string | undefined {
  const { next, links, pageInfo } = json;
  const named = next ?? (isObject(links) ? links['next'] : undefined);
  // A service behind another server may name itself otherwise: the page is what counts.
  if (typeof named === 'string' && named !== '') return withSearch(src, named);
  if (!isObject(pageInfo) || pageInfo['isLastPage'] !== false) return undefined;
  const { page, pageSize } = pageInfo;
  return typeof page === 'number' && typeof pageSize === 'number' ? withOffset(src, page * pageSize) : undefined;
}

/** Returns an address with the question of another one. */
function withSearch(src: string, named: string): string {
  const search = /\?[^#]*/.exec(named)?.[0] ?? '';
  return src.replace(/[?#].*$/, '') + search;
}

function withOffset(src: string, offset: number): string {
  const [path = '', search = ''] = src.split('#', 1)[0]?.split('?') ?? [];
  const params = new URLSearchParams(search);
  params.set('offset', String(offset));
  return `${path}?${params}`;
}

/** A list of lines, of things, or the table of contents of an EtherCalc of several sheets. */
async function tableOfList(list: readonly unknown[], asking: Asking): Promise<ServiceTable> {
  const { src, chosen, read } = asking;
  if (!list.some(Array.isArray)) {
    const records = list.filter(isObject);
    if (records.length === 0) throw new EssError('schema', `${src} is empty: no table, or no such one.`, { url: src });
    return { table: tableOfRecords(records) };
  }
  const lines = list.filter(Array.isArray);
  const hasCells = lines.some((cells) => cells.some((cell) => typeof cell === 'string' || typeof cell === 'number'));
  if (!hasCells) throw noTable(src, {});
  const contents = lines.findIndex(([url, title]) => url === '#url' && title === '#title');
  if (contents < 0) return { table: tableOfCells(lines) };
  const sheets = lines.slice(contents + 1).map(([url, title]) => ({ id: String(url), name: String(title) }));
  const sheet = choose(sheets, chosen, src);
  const rows = await read(`${sheet.id}.csv.json`);
  if (!Array.isArray(rows)) throw noTable(src, {});
  return { table: tableOfCells(rows.filter(Array.isArray)), title: sheet.name };
}

/** Returns the address of the table that data.gouv.fr has made of one of the files of a dataset. */
function tableOfDataset(resources: readonly unknown[], { src, chosen }: Asking): string {
  const tables = resources.filter(isObject).flatMap(({ id, title, format }) => {
    const isTable = /^(csv|tsv|xlsx?|ods|parquet)$/i.test(String(format));
    return isTable && typeof id === 'string' ? [{ id, name: String(title || id) }] : [];
  });
  const { id } = choose(tables, chosen, src);
  return `https://tabular-api.data.gouv.fr/api/resources/${addressPart(id)}/data/csv/`;
}

/** Kinds of Baserow fields that hold people, files, or nothing that may be shown. */
const HIDDEN_FIELDS = /^(created_by|last_modified_by|multiple_collaborators|file|password)$/;

/** Reads a public view of Baserow, from the description of its fields. */
async function readBaserow(fields: readonly unknown[], view: unknown, asking: Asking): Promise<ServiceTable> {
  const columns = fields
    .filter(isObject)
    .flatMap(({ id, name, type }) =>
      HIDDEN_FIELDS.test(String(type)) ? [] : [{ key: `field_${id}`, title: String(name) }],
    );
  const rows = asking.src.replace(/\/views\/([^/]+)\/public\/info\/?$/, '/views/grid/$1/public/rows/?size=200&page=1');
  const first = await asking.read(rows);
  const page = isObject(first) ? pageOf(first, { ...asking, src: rows }) : undefined;
  if (!page) throw noTable(rows, objectOf(first));
  const { records, issues } = await joinPages(asking.src, page, asking.maxRecords);
  const name = isObject(view) ? view['name'] : undefined;
  // "Grid" is what every view is called first.
  return { table: tableOfRecords(records, columns), title: name === 'Grid' ? undefined : String(name ?? ''), issues };
}

/** Kinds of NocoDB columns that hold people, files, or links without a name. */
const HIDDEN_COLUMNS = /^(Attachment|User|CreatedBy|LastModifiedBy|Links|Button|QrCode|Barcode)$/;

/** Reads a shared view of NocoDB, from its description. */
async function readNocodb(described: readonly unknown[], { title }: Json, asking: Asking): Promise<ServiceTable> {
  const columns = described
    .filter(isObject)
    .flatMap(({ title: name, uidt, system }) =>
      system || HIDDEN_COLUMNS.test(String(uidt)) ? [] : [{ key: String(name), title: String(name) }],
    );
  const rows = asking.src.replace(/\/meta\/?(?=$|\?)/, '/rows').replace(/\?.*$/, '');
  const readPage = async (offset: number): Promise<Page<Json>> => {
    const answer = await asking.read(`${rows}?limit=100&offset=${offset}`);
    const { list, pageInfo } = objectOf(answer);
    if (!Array.isArray(list)) throw noTable(rows, objectOf(answer));
    const isLast = !isObject(pageInfo) || pageInfo['isLastPage'] !== false;
    return { records: list.filter(isObject), next: isLast ? undefined : () => readPage(offset + list.length) };
  };
  const { records, issues } = await joinPages(asking.src, await readPage(0), asking.maxRecords);
  return { table: tableOfRecords(records, columns), title: typeof title === 'string' ? title : undefined, issues };
}
