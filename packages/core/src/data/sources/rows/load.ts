/** Reading of the tables of services: which requests each needs, and what a cell of each says. */
import { EssError } from '../../../errors.ts';
import { addressOf } from '../../../reading/index.ts';
import { csv } from '../csv/csv.ts';
import { responseDay, todayOf } from '../list-dataset.ts';
import { isFile, type JoinOptions, joinPages, type Page } from '../pages.ts';
import { readJson } from '../read.ts';
import { kindOfRecords } from '../record-kind.ts';
import type { SourceContext, SourceRequest, SourceResult } from '../source.ts';
import { readList } from '../table/list.ts';
import { tableOfEvents } from '../table/of-fields.ts';
import { tableOfCells, tableOfRecords } from '../table/of-records.ts';
import { addressPart, isObject, objectOf } from '../values.ts';
import { readGristDocument, readGristTable } from './grist.ts';
import { choose, type ServiceRequest, type ServiceTable } from './service.ts';

type Json = Readonly<Record<string, unknown>>;

/** Reads a table and what its lines are. @throws EssError for an answer that is none */
export async function loadRows(request: SourceRequest, context: SourceContext): Promise<SourceResult> {
  const { src, options = {} } = request;
  const { signal } = context;
  const response = await context.fetch(src, { signal });
  const answer = await readJson(response, src);
  const first = options['records'] ? recordsAt(answer, options['records'], src) : answer;
  const read = async (href: string, missing = NO_OTHER): Promise<unknown> => {
    signal.throwIfAborted();
    if (isFile(src)) throw new EssError('config', `${src}: ${missing.en}`, { url: src, remedy: missing });
    const url = addressOf(href, src);
    return readJson(await context.fetch(url, { signal }), url);
  };
  const asking: ServiceRequest = { src, chosen: options['table'], read, maxRecords: context.maxRecords };
  const { resources } = objectOf(first);
  if (Array.isArray(resources)) return csv.load({ ...request, src: tableOfDataset(resources, asking) }, context);
  const { table, title, issues = [], kind, isUnnamed = true } = await tableOf(first, asking);
  const list = { src, updated: responseDay(response), today: todayOf(response), title, options, kind, isUnnamed };
  const result = await readList(table, list, context);
  return { ...result, issues: [...issues, ...result.issues] };
}

/**
 * Returns the list at a path of an answer: `data.items`; things that an object holds by their ids are one as well.
 * @throws EssError `config` where there is none, naming what there is
 */
function recordsAt(answer: unknown, path: string, url: string): readonly unknown[] {
  const found = path.split('.').reduce<unknown>((at, key) => (key === '' ? at : objectOf(at)[key]), answer);
  const list = Array.isArray(found) ? found : Object.values(objectOf(found)).filter(isObject);
  if (list.length > 0) return list;
  const lists = Object.entries(objectOf(answer)).flatMap(([key, value]) =>
    isObject(value) || Array.isArray(value) ? key : [],
  );
  const given = `records=${path}`;
  throw new EssError('config', `${url}#${given} is no list of records. Found: ${lists.join(', ')}.`, { url, given });
}

/** What is missing of a saved answer that says of what another one consists: nothing is asked beside a file. */
const NO_OTHER = {
  fr: 'Ce fichier enregistré renvoie à d’autres réponses du service, qui ne sont pas lues à côté d’un fichier\u202f: donnez l’adresse du service, ou enregistrez la réponse qui contient les lignes.',
  en: 'This saved file refers to other answers of the service, which are not read beside a file: give the address of the service, or save the answer that holds the rows.',
};
const NO_ROWS = {
  fr: 'Ce fichier enregistré décrit les colonnes d’une vue, sans ses lignes\u202f: donnez l’adresse du service, ou exportez la vue en CSV.',
  en: 'This saved file describes the columns of a view, without its rows: give the address of the service, or export the view as CSV.',
};

async function tableOf(answer: unknown, asking: ServiceRequest): Promise<ServiceTable> {
  if (Array.isArray(answer)) return tableOfList(answer, asking);
  const json: Json = objectOf(answer);
  if (Array.isArray(json['tables'])) return readGristDocument(json['tables'], asking);
  if (Array.isArray(json['records'])) return readGristTable(json['records'], asking);
  if (Array.isArray(json['fields'])) return readBaserow(json['fields'], json['view'], asking);
  if (Array.isArray(json['columns'])) return readNocodb(json['columns'], json, asking);
  const page = pageOf(json, asking.src);
  if (!page) throw noTable(asking.src, json);
  const { records, issues } = await joinPages(asking.src, asking.src, page, pagesOf(asking));
  return { ...(await tableOfThings(records)), issues };
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
function pageOf(json: Json, src: string): Page<Json> | undefined {
  const list = LISTS.map((key) => json[key]).find(Array.isArray);
  if (!list) return undefined;
  const { count, pageInfo, meta } = json;
  const total = [count, ...[pageInfo, meta].map((each) => objectOf(each)['totalRows'] ?? objectOf(each)['total'])];
  return {
    records: list.filter(isObject),
    total: total.find((each) => typeof each === 'number'),
    next: nextOf(json, src),
  };
}

/** Returns how the pages after the first are read. */
const pagesOf = ({ read, maxRecords }: ServiceRequest): JoinOptions<Json> => ({
  maxRecords,
  read: async (url) => pageOf(objectOf(await read(url)), url) ?? { records: [] },
});

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
async function tableOfList(list: readonly unknown[], asking: ServiceRequest): Promise<ServiceTable> {
  const { src, chosen, read } = asking;
  if (!list.some(Array.isArray)) {
    const records = list.filter(isObject);
    if (records.length === 0) throw new EssError('schema', `${src} is empty: no table, or no such one.`, { url: src });
    return tableOfThings(records);
  }
  const lines = list.filter(Array.isArray);
  const hasCells = lines.some((cells) => cells.some((cell) => typeof cell === 'string' || typeof cell === 'number'));
  if (!hasCells) throw noTable(src, {});
  const contents = lines.findIndex(([url, title]) => url === '#url' && title === '#title');
  // Lines of cells are a spreadsheet, which somebody keeps as a list.
  if (contents < 0) return { table: tableOfCells(lines), isUnnamed: false };
  const sheets = lines.slice(contents + 1).map(([url, title]) => ({ id: String(url), name: String(title) }));
  const sheet = choose(sheets, chosen, src);
  const rows = await read(`${sheet.id}.csv.json`);
  if (!Array.isArray(rows)) throw noTable(src, {});
  return { table: tableOfCells(rows.filter(Array.isArray)), title: sheet.name, isUnnamed: false };
}

/** Returns the table of a list of things: events of a service that is known, saved without what was around them, or rows. */
async function tableOfThings(records: readonly Json[]): Promise<ServiceTable> {
  const kind = kindOfRecords(records);
  if (kind === undefined) return { table: tableOfRecords(records) };
  const most = (test: (record: Json) => boolean): boolean => records.filter(test).length * 2 >= records.length;
  if (most(({ timings }) => Array.isArray(timings))) {
    const { eventsOf } = await import('../openagenda/load.ts');
    return { table: tableOfEvents(records.flatMap(eventsOf)), kind };
  }
  if (most((record) => 'utc_start_date' in record || 'start_date_utc' in record)) {
    const { eventFields } = await import('../tec/load.ts');
    return { table: tableOfEvents(records.map(eventFields)), kind };
  }
  const { eventTimes } = await import('../opendatasoft/load.ts');
  return { table: tableOfRecords(records.flatMap(eventTimes)), kind };
}

/** Returns the address of the table that data.gouv.fr has made of one of the files of a dataset. */
function tableOfDataset(resources: readonly unknown[], { src, chosen }: ServiceRequest): string {
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
async function readBaserow(fields: readonly unknown[], view: unknown, asking: ServiceRequest): Promise<ServiceTable> {
  const columns = fields
    .filter(isObject)
    .flatMap(({ id, name, type }) =>
      HIDDEN_FIELDS.test(String(type)) ? [] : [{ key: `field_${id}`, title: String(name) }],
    );
  const rows = asking.src.replace(/\/views\/([^/]+)\/public\/info\/?$/, '/views/grid/$1/public/rows/?size=200&page=1');
  const first = await asking.read(rows, NO_ROWS);
  const page = isObject(first) ? pageOf(first, rows) : undefined;
  if (!page) throw noTable(rows, objectOf(first));
  const { records, issues } = await joinPages(asking.src, rows, page, pagesOf(asking));
  const name = isObject(view) ? view['name'] : undefined;
  // "Grid" is what every view is called first.
  return { table: tableOfRecords(records, columns), title: name === 'Grid' ? undefined : String(name ?? ''), issues };
}

/** Kinds of NocoDB columns that hold people, files, or links without a name. */
const HIDDEN_COLUMNS = /^(Attachment|User|CreatedBy|LastModifiedBy|Links|Button|QrCode|Barcode)$/;

/** Reads a shared view of NocoDB, from its description. */
async function readNocodb(
  described: readonly unknown[],
  { title }: Json,
  asking: ServiceRequest,
): Promise<ServiceTable> {
  const columns = described
    .filter(isObject)
    .flatMap(({ title: name, uidt, system }) =>
      system || HIDDEN_COLUMNS.test(String(uidt)) ? [] : [{ key: String(name), title: String(name) }],
    );
  const rows = asking.src.replace(/\/meta\/?(?=$|\?)/, '/rows').replace(/\?.*$/, '');
  const first = `${rows}?limit=100&offset=0`;
  const offsets = new Map([[first, 0]]);
  const readPage = async (url: string): Promise<Page<Json>> => {
    const answer = await asking.read(url, NO_ROWS);
    const { list, pageInfo } = objectOf(answer);
    if (!Array.isArray(list)) throw noTable(rows, objectOf(answer));
    const end = (offsets.get(url) ?? 0) + list.length;
    const next = `${rows}?limit=100&offset=${end}`;
    offsets.set(next, end);
    const { isLastPage, totalRows } = objectOf(pageInfo);
    return {
      records: list.filter(isObject),
      total: typeof totalRows === 'number' ? totalRows : undefined,
      next: isLastPage === false ? next : undefined,
    };
  };
  const { maxRecords } = asking;
  const { records, issues } = await joinPages(asking.src, first, await readPage(first), { read: readPage, maxRecords });
  return { table: tableOfRecords(records, columns), title: typeof title === 'string' ? title : undefined, issues };
}
