/** An address that is examined in the place of a file: the same reading as a widget's, with the answers kept for the next time. */
import {
  type ClientOptions,
  columnKey,
  pickSource,
  type Recipe,
  readHeaders,
  recipeOf,
  request,
  type Source,
  systemClock,
  withRecipe,
} from '../data/index.ts';

import { beginningOf, limitOf, mannerOf } from '../reading/index.ts';
import type { ExaminedList } from './examine.ts';

/** Services with which addresses are read. */
type AddressReading = Required<Pick<ClientOptions, 'base' | 'fetch' | 'addresses'>>;

/** An address that was recognised. */
export interface LiveAddress {
  readonly source: Source;
  /** Address of the data. */
  readonly src: string;
  /** Address as given, without options of ours. */
  readonly written: string;
  readonly options: Readonly<Record<string, string>>;
  /** @throws EssError `http`, `network`, `cors`, `timeout`, `large` or `blocked` */
  readonly fetch: (url: string) => Promise<Response>;
}

/** Opens the address that is examined; its answers are asked for once. */
export type OpenAddress = (asked: string, sources: readonly Source[], signal: AbortSignal) => Promise<LiveAddress>;

/** Returns how addresses are opened in a page or in its worker. */
export function createOpening({ base, fetch, addresses }: AddressReading): OpenAddress {
  let answers = new Map<string, Response>();
  let last = '';
  return async (asked, sources, signal) => {
    if (asked !== last) answers = new Map();
    last = asked;
    const origins: string[] = [];
    const hosts: string[] = [];
    const read = async (url: string): Promise<Response> => {
      const held = answers.get(url);
      if (held) return held.clone();
      // A person's address may be anywhere, and redirect; what is inside the data may not.
      const author = origins.length === 0 ? 'block' : 'data';
      if (origins.length === 0) origins.push(url);
      const manner = await mannerOf(url, author, { addresses: origins, hosts, maxBytes: limitOf(undefined) });
      const { entry } = await request({ base, fetch, clock: systemClock }, url, undefined, signal, manner);
      origins.push(entry.url ?? url);
      const date = entry.lastModified === undefined ? {} : { 'last-modified': entry.lastModified };
      const response = new Response(entry.body, {
        headers: { 'content-type': entry.contentType, date: new Date(entry.fetchedAt).toUTCString(), ...date },
      });
      answers.set(url, response);
      return response.clone();
    };
    const { splitOptions, addressIn } = await addresses();
    const head = async (url: string): Promise<string> => beginningOf(await (await read(url)).arrayBuffer());
    const options = { base, sources: [], moreSources: async () => sources, addresses };
    const { source, src, hosts: others = [] } = await pickSource(options, asked, undefined, head);
    hosts.push(...others);
    return {
      source,
      src,
      written: splitOptions(addressIn(asked)).src,
      options: splitOptions(addressIn(asked)).options,
      fetch: read,
    };
  };
}

/** An address with all that was said of it, to take away. */
export interface Declared {
  /** The address with its recipe in its fragment. */
  readonly address: string;
  /** The text of a `sources.json` that declares it. */
  readonly sources: string;
}

/**
 * Returns the address with the recipe by which it was read.
 * @param list the columns as they are shown; null for what is no table
 * @param kind what the records are, where there are any
 */
export function declare(
  { written, src, options }: LiveAddress,
  list: ExaminedList | null,
  kind: 'members' | 'events' | undefined,
  sheet: string | undefined,
): Declared {
  const { kind: _kind, columns: _columns, table, ...rest } = recipeOf(options, src);
  const named = list ? columnsOf(list) : {};
  const chosen = sheet ?? table;
  const told: Recipe = { ...rest, ...(chosen === undefined ? {} : { table: chosen }) };
  const recipe: Recipe = { ...told, ...(Object.keys(named).length > 0 ? { columns: named } : {}) };
  const of = list?.kind ?? kind;
  const name = of === 'events' ? 'agenda' : 'adherents';
  const source = {
    src: written,
    ...(of ? { kind: of } : {}),
    ...(Object.keys(recipe).length > 0 ? { recipe } : {}),
  };
  return {
    address: withRecipe(written, { ...(list ? { kind: list.kind } : {}), ...recipe }),
    sources: `${JSON.stringify({ format: 'ess-sources/1', sources: { [name]: source } }, null, 2)}\n`,
  };
}

/** Returns the field of each header that has one, and of those that are not read although their titles say something. */
function columnsOf({ columns, kind }: ExaminedList): NonNullable<Recipe['columns']> {
  const titles = columns.map(({ title }) => title);
  const guessed = new Set(readHeaders(titles, kind).columns.values());
  return Object.fromEntries(
    columns.flatMap(({ title, field }, at) =>
      title === '' || (field === null && !guessed.has(at)) ? [] : [[columnKey(titles, at), field] as const],
    ),
  );
}
