/** The one reader of feeds: each service is what is declared of it. */
import { EssError } from '../../errors.ts';
import type { Finding } from '../../model/index.ts';
import { addressOf, resolveHref } from '../../reading/index.ts';
import { csv } from '../sources/csv/csv.ts';
import { responseDay, todayOf } from '../sources/list-dataset.ts';
import { readJson } from '../sources/read.ts';
import type { SourceContext, SourceRequest, SourceResult } from '../sources/source.ts';
import { readList } from '../sources/table/list.ts';
import { normalise } from '../sources/table/normalise.ts';
import { tableOfCells } from '../sources/table/of-records.ts';
import { addressPart, isObject, objectOf } from '../sources/values.ts';
import type { Feed, Rewriting } from './declaration.ts';
import { isFilled, isNumber, type Json, reader, textOf, valueAtPath } from './expression.ts';
import DECLARED from './feeds.json' with { type: 'json' };
import { gristCells, type ServiceColumn } from './grist.ts';
import { joinPages, onePerKey, type Page } from './pages.ts';
import { likeOf, tableOf } from './records.ts';
import * as said from './said.ts';

const FEEDS: readonly Feed[] = DECLARED;

/** What a command says of a feed besides its declaration. */
export interface FeedOptions {
  /** Address of the service, where `src` is that of a page. */
  readonly address?: string;
  /** Returns the addresses that are asked in place of the one, once the number of its records is known. */
  readonly split?: (total: number, address: string) => readonly string[];
}

/** Reads an answer of a format. @throws EssError for an answer that holds no list */
export function loadFormat(format: string, request: SourceRequest, context: SourceContext): Promise<SourceResult> {
  const feeds = FEEDS.filter((feed) => feed.format === format);
  return loadFeed(feeds, request, context);
}

/** Reads an answer by the first of some feeds that it is. @throws EssError for an answer that holds no list */
export const loadFeed = (
  feeds: readonly Feed[],
  request: SourceRequest,
  context: SourceContext,
  options: FeedOptions = {},
): Promise<SourceResult> => new Reading(feeds, request, context).load(options);

/** An answer of a service, and the feed that it is. */
interface Reached {
  readonly feed: Feed;
  readonly address: string;
  readonly answer: unknown;
  /** Whether the address is the service's: what was saved is read as it is, and nothing is asked beside it. */
  readonly isService: boolean;
  readonly title?: string | undefined;
  /** Columns that another answer has described. */
  readonly columns?: readonly ServiceColumn[];
}

class Reading {
  readonly #feeds: readonly Feed[];
  readonly #request: SourceRequest;
  readonly #context: SourceContext;
  readonly #options: Readonly<Record<string, string>>;
  #first: Response | undefined;

  constructor(feeds: readonly Feed[], request: SourceRequest, context: SourceContext) {
    this.#feeds = feeds;
    this.#request = request;
    this.#context = context;
    this.#options = request.options ?? {};
  }

  async load({ address = this.#request.src, split }: FeedOptions): Promise<SourceResult> {
    const { src } = this.#request;
    const reached = await this.#reach(address);
    const { feed, answer, isService } = reached;
    // A recipe says of any answer where its records are.
    const path = this.#options['records'];
    const body = path === undefined ? answer : recordsAt(answer, path, src);
    if (feed.tables) return csv.load({ ...this.#request, src: reached.address }, this.#context);
    const response = this.#first ?? new Response();
    const list = { src, options: this.#options, updated: responseDay(response), today: todayOf(response) };
    const lines = feed.lines && Array.isArray(body) ? body.filter(Array.isArray) : [];
    if (lines.length > 0) {
      const isCell = (cell: unknown): boolean => typeof cell === 'string' || typeof cell === 'number';
      if (!lines.some((cells) => cells.some(isCell))) throw said.noList(src, answer);
      // Lines of cells are a spreadsheet, which somebody keeps as a list.
      return readList(tableOfCells(lines), { ...list, title: reached.title, hasOwnColumns: true }, this.#context);
    }
    const { alike, records, issues } = await this.#recordsOf(reached, split);
    if (records.length === 0 && !feed.fields && !feed.columns && !reached.columns) throw said.empty(src);
    const names = feed.names && (await this.#namesOf(records, feed.names, isService));
    if (names?.size === 0) issues.push(said.nameless(src));
    const { cells, columns } = await this.#columnsOf(reached);
    const about = await this.#aboutOf(reached);
    const words = { words: alike.words, ...(names ? { names } : {}) };
    const table = tableOf(records, { feed: alike, words, columns, cells, told: this.#options['kind'] });
    const facts = { ...list, ...about, ...table, hasOwnColumns: table.isUnnamed };
    const result = await readList(table.table, facts, this.#context);
    return { ...result, issues: [...issues, ...result.issues] };
  }

  /** Asks for an answer. @param isService whether it is an address of the service, which may want its key */
  async #ask(href: string, isService = true): Promise<unknown> {
    const { src } = this.#request;
    const { signal, fetch } = this.#context;
    signal.throwIfAborted();
    const secret = isService ? this.#feeds.find((feed) => feed.secret)?.secret : undefined;
    const key = this.#options['key'] ?? '';
    if (secret && key === '') throw said.refusal(src, secret.remedy);
    const keyed = secret ? `${href}${href.includes('?') ? '&' : '?'}${secret.parameter}=${addressPart(key)}` : href;
    const response = await fetch(keyed === src ? src : addressOf(keyed, src), { signal });
    if (!this.#first) {
      this.#first = response;
      const closed = this.#feeds.find((feed) => feed.closed)?.closed;
      const text = closed === undefined ? '{' : await response.clone().text();
      if (!/^\s*[[{]/.test(text) && new RegExp(closed ?? '', 'i').test(text)) throw said.closed(src);
    }
    return readJson(response, response === this.#first ? src : href);
  }

  /** Follows an address to the answer that holds the records: through the choice of a table, and what describes one. */
  async #reach(at: string, before: Pick<Reached, 'title' | 'columns'> = {}): Promise<Reached> {
    const { src } = this.#request;
    const service = this.#feeds.find((feed) => isAt(feed, at));
    const address = service ? withQuestion(at, service) : at;
    const answer = await this.#ask(address, service !== undefined);
    const feed = [...this.#feeds.filter((each) => isAt(each, at)), ...this.#feeds].find((each) => isOf(each, answer));
    if (!feed) throw said.noList(src, answer);
    const isService = isAt(feed, address);
    const { tables, rows } = feed;
    if (tables) {
      if (!isService) throw said.refusal(src, said.NO_OTHER);
      const { id, name } = this.#chosenOf(answer, feed, tables);
      const part = tables.isPath ? id : addressPart(id);
      const to = addressOf(
        tables.to.replace('{id}', () => part),
        withoutQuestion(address).replace(/\/$/, ''),
      );
      if (tables.format) return { feed, address: to, answer, isService };
      return this.#reach(to, { title: name === id ? name.replaceAll('_', ' ') : name });
    }
    if (rows) {
      const to = changed(address, rows);
      if (!isService || to === address) throw said.refusal(src, said.NO_ROWS);
      const title = textOf(feed.about?.title && reader(feed.about.title)(answer)) || undefined;
      return this.#reach(to, { title, columns: describedIn(answer, feed) });
    }
    const title = feed.titled && isService ? new RegExp(feed.titled).exec(address)?.[1] : undefined;
    return { feed, address, answer, isService, title: title?.replaceAll('_', ' '), ...before };
  }

  /** Returns the table that the author chose, or the only one. @throws EssError `config` naming those that there are */
  #chosenOf(answer: unknown, { words }: Feed, tables: NonNullable<Feed['tables']>): { id: string; name: string } {
    const { src } = this.#request;
    const [list, idOf, nameOf] = [tables.list, tables.id, tables.name].map((each) => reader(each, { words }));
    const found = list?.(answer);
    const all = (Array.isArray(found) ? found : [found]).flatMap((each) => {
      const id = idOf?.(each);
      const isLeft = tables.unless !== undefined && Boolean(reader(tables.unless)(each));
      if (!isFilled(id) || isLeft || (tables.only && !reader(tables.only, { words })(each))) return [];
      return [{ id: textOf(id), name: textOf(nameOf?.(each) ?? id) }];
    });
    const [only, another] = all;
    if (tables.isFirst) {
      if (only) return only;
      throw new EssError('http', `${src}: there is no such agenda.`, { url: src, status: 404 });
    }
    const { table: wanted } = this.#options;
    if (wanted === undefined && only && !another) return only;
    const named = all.find(({ id, name }) => [id, name].some((each) => normalise(each) === normalise(wanted ?? '')));
    if (wanted !== undefined && named) return named;
    throw said.refusal(src, said.severalTables(all));
  }

  /** Returns the records of all pages, one a key. */
  async #recordsOf({ feed, address, answer, isService }: Reached, split: FeedOptions['split']) {
    const { src } = this.#request;
    const { maxRecords: most } = this.#context;
    const { records: path } = this.#options;
    const keyOf = keyReader(feed);
    const pageAt = (page: unknown, at: string): Page<Json> => pageOf(page, at, feed, src, path);
    const first = pageAt(answer, address);
    const all: Json[] = [];
    const issues: Finding[] = [];
    for (const at of split?.(first.total ?? 0, address) ?? [address]) {
      const joined = await joinPages(src, at, at === address ? first : pageAt(await this.#ask(at), at), {
        read: async (next) => pageAt(await this.#ask(next), next),
        maxRecords: most === undefined ? most : most - all.length,
        isAlone: !isService,
        keyOf,
      });
      for (const record of joined.records) all.push(record);
      issues.push(...joined.issues);
    }
    // A list of events that was saved alone is one of some feed.
    const alike = likeOf(all, feed, FEEDS);
    const newest = alike.newest === undefined ? undefined : reader(alike.newest);
    const single = onePerKey(src, all, keyReader(alike), newest);
    const conditions = (feed.only ?? []).map((each) => reader(each));
    const records = single.records.filter((record) => conditions.every((holds) => holds(record) === true));
    const left = single.records.length - records.length;
    if (feed.left && left > 0) issues.push(said.leftAside(src, feed.left, left));
    const partial = feed.partial === undefined ? undefined : reader(feed.partial)(answer);
    if (typeof partial === 'string' && partial !== '') issues.push(said.partial(src, partial));
    return { alike, records, issues: [...issues, ...single.issues] };
  }

  /** Returns the names of categories that are numbers; undefined where none is, empty where they cannot be had. */
  async #namesOf(records: readonly Json[], { of, at }: NonNullable<Feed['names']>, isService: boolean) {
    const read = reader(of);
    const lists = records.map(read).filter(Array.isArray);
    if (!lists.some((list) => list.some(isNumber))) return undefined;
    const names = new Map<string, string>();
    const visit = (value: unknown, depth: number): void => {
      if (depth > 12 || !isObject(value)) return;
      const { id, name, options, subcategories, children } = value;
      if (id !== undefined && typeof name === 'string') names.set(String(id), name);
      for (const each of Array.isArray(value) ? value : [options, subcategories, children]) visit(each, depth + 1);
    };
    if (isService) visit(await this.#beside(addressOf(at, this.#request.src)), 0);
    return names;
  }

  /** Returns the columns that a service describes, and what a cell of theirs says. */
  async #columnsOf({ feed, address, columns, isService }: Reached) {
    const at = feed.columns?.at;
    if (columns || !isService || !at) return { columns };
    const table = changed(address, at).replace(/\/columns$/, '');
    const columnsOf = async (each: string) => describedIn(await this.#ask(`${each}/columns`), feed);
    const described = await columnsOf(table);
    const recordsOf = async (each: string) => {
      const { records } = objectOf(await this.#ask(`${each}/records`));
      return Array.isArray(records) ? records : [];
    };
    return { columns: described, cells: await gristCells(table, described, { columnsOf, recordsOf }) };
  }

  /** Returns what the service says of the list. */
  async #aboutOf({ feed: { about, words }, address, answer, isService, title }: Reached) {
    const beside = about?.at && isService ? await this.#beside(changed(address, about.at)) : undefined;
    const says = about?.at ? beside : answer;
    const read = (of: 'title' | 'publisher' | 'site' | 'licence' | 'terms'): string | undefined =>
      textOf(about?.[of] && reader(about[of], { words })(says)) || undefined;
    const [publisher, site, licence, terms] = (['publisher', 'site', 'licence', 'terms'] as const).map(read);
    return {
      title: title ?? read('title'),
      ...(publisher ? { publisher: { name: publisher, ...(site ? { href: site } : {}) } } : {}),
      ...(licence ? { licence: { name: licence, ...(terms ? { href: terms } : {}) } } : {}),
    };
  }

  /** Reads what stands beside the records; nothing where it cannot be had, for these are what was asked for. */
  async #beside(address: string): Promise<unknown> {
    try {
      return await this.#ask(address);
    } catch (error) {
      if (error instanceof EssError) return undefined;
      throw error;
    }
  }
}

/** Returns what tells a record of a feed from others. */
function keyReader({ key }: Feed): (record: Json) => string | undefined {
  const read = key === undefined ? undefined : reader(key);
  return (record) => textOf(read?.(record)) || undefined;
}

/** Whether a feed answers at an address. */
const isAt = ({ api }: Feed, address: string): boolean => api !== undefined && new RegExp(api).test(address);

/** Whether an answer is one of a feed. */
function isOf({ is }: Feed, answer: unknown): boolean {
  const found = is === undefined || reader(is)(answer);
  return found === true;
}

const changed = (address: string, [pattern = '', to = '']: Rewriting): string =>
  address.replace(new RegExp(pattern), to);
const withoutQuestion = (address: string): string => address.replace(/[?#].*$/, '');

/** Returns the columns that an answer describes, but those of people, of files and of what may not be shown. */
function describedIn(answer: unknown, { columns }: Feed): readonly ServiceColumn[] {
  if (!columns) return [];
  const read = (of: 'key' | 'title' | 'type' | 'unless' | 'ref' | 'shown', column: unknown): unknown =>
    columns[of] === undefined ? undefined : reader(columns[of])(column);
  const list = reader(columns.list)(answer);
  return (Array.isArray(list) ? list : []).flatMap((column) => {
    const [key, title, type] = [read('key', column), read('title', column), textOf(read('type', column) ?? 'Any')];
    if (!isFilled(key) || read('unless', column) || new RegExp(columns.hidden).test(type)) return [];
    return [{ key: textOf(key), title: textOf(title), type, ref: read('ref', column), shown: read('shown', column) }];
  });
}

/** Returns an address with what is asked for besides: of what the author did not say. */
function withQuestion(address: string, { ask = {}, page }: Feed): string {
  const size = page?.size ? { [String(page.size[0])]: String(page.size[1]) } : {};
  const wanted = Object.entries({ ...ask, ...size, ...(page?.number ? { [page.number]: '1' } : {}) });
  if (wanted.length === 0) return address;
  const own = new URLSearchParams(/\?([^#]*)/.exec(address)?.[1] ?? '');
  for (const [name, values] of wanted) {
    if (![...own.keys()].some((key) => key === name || (name.endsWith('[]') && key.startsWith(name.slice(0, -2)))))
      for (const value of [values].flat()) own.append(name, value);
  }
  return `${withoutQuestion(address)}?${own}`;
}

/**
 * Returns the list at a path of an answer: `data.items`; things that an object holds by their ids are one as well.
 * @throws EssError `config` where there is none, naming what there is
 */
function recordsAt(answer: unknown, path: string, url: string): readonly unknown[] {
  const found = valueAtPath(answer, path);
  const list = Array.isArray(found) ? found : Object.values(objectOf(found)).filter(isObject);
  if (list.length > 0) return list;
  const lists = Object.entries(objectOf(answer)).flatMap(([key, value]) => (isObject(value) ? key : []));
  const given = `records=${path}`;
  throw new EssError('config', `${url}#${given} is no list of records. Found: ${lists.join(', ')}.`, { url, given });
}

/** Returns the page that an answer is. @throws EssError `format` for an answer that holds no list */
function pageOf(answer: unknown, at: string, feed: Feed, src: string, path?: string): Page<Json> {
  const found = path === undefined ? reader(feed.records ?? '.')(answer) : recordsAt(answer, path, src);
  const isOne = feed.single !== undefined && isObject(found) && feed.single in found;
  const list = Array.isArray(found) ? found : isOne ? [found] : undefined;
  const { compact } = feed;
  const records = list?.flatMap((each): readonly Json[] => {
    if (compact && Array.isArray(each)) return [Object.fromEntries(compact.map((name, index) => [name, each[index]]))];
    return isObject(each) && !Array.isArray(each) ? [each] : [];
  });
  // An object whose values are no records, or a list of anything, is none of this feed.
  if (!list || !records || (records.length === 0 && list.length > 0)) throw said.noList(src, answer);
  const total = feed.page?.total === undefined ? undefined : reader(feed.page.total)(answer);
  const page = { records, total: typeof total === 'number' ? total : undefined };
  return { ...page, ...nextOf(answer, at, feed, page) };
}

/** Returns the address of the next page: the one that a service names, or that of the page after this one. */
function nextOf(answer: unknown, at: string, { page = {} }: Feed, { records, total }: Page<Json>): Partial<Page<Json>> {
  const named = page.next === undefined ? undefined : reader(page.next)(answer);
  if (typeof named === 'string' && named !== '') {
    // A service behind another server may name itself otherwise: the page is what counts.
    if (page.search) return { next: withoutQuestion(at) + (/\?[^#]*/.exec(named)?.[0] ?? '') };
    const url = resolveHref(named, at);
    const [here, there] = [at, String(url)].map((each) => /^https?:\/\/([^/]+)/.exec(each)?.[1]);
    if (typeof url !== 'string' || here !== there) return { elsewhere: there ?? named };
    return { next: at.startsWith('https:') ? url.replace(/^http:/, 'https:') : url };
  }
  const own = new URLSearchParams(/\?([^#]*)/.exec(at)?.[1] ?? '');
  const numberOf = (name: unknown, otherwise: number): number => Number(own.get(String(name)) ?? otherwise);
  if (page.cursor) {
    const [parameter = '', place = ''] = page.cursor;
    const position = reader(place)(answer);
    if (!Array.isArray(position) || position.length === 0 || (total !== undefined && total <= records.length))
      return {};
    const before = at.split(`&${parameter}=`, 1)[0] ?? at;
    return { next: before + position.map((each) => `&${parameter}=${addressPart(textOf(each))}`).join('') };
  }
  const counted = page.offset ?? page.number;
  if (counted === undefined || records.length === 0) return {};
  const [length, size] = [records.length, page.size && numberOf(page.size[0], Number(page.size[1]))];
  const [from, to] = page.offset === undefined ? [numberOf(counted, 1), 1] : [numberOf(counted, 0), length];
  const last = page.last === undefined ? undefined : reader(page.last)(answer);
  const isEnd =
    typeof last === 'boolean' ? last : typeof last === 'number' ? from >= last : size === undefined || length < size;
  // What is announced never asks for a page; once that many are read, there is none to ask for.
  const isWhole = page.offset !== undefined && from + length >= Math.min(total ?? Infinity, page.most ?? Infinity);
  if (isEnd || isWhole) return {};
  own.set(counted, String(from + to));
  return { next: `${withoutQuestion(at)}?${own}` };
}
