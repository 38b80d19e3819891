/**
 * A scope in the query of an address: only what differs from what the page's author set, in one order, beside the
 * parameters of others, which stay as they are written. It knows no DOM and reads no data: what does not exist in a data set is the elements' to say.
 */
import { parsePeriod } from '../period.ts';
import type { ScopeState } from './scope.ts';

/** Fields of a scope in an address, and its parameters without a meaning. */
export interface ScopeReading {
  readonly patch: Partial<ScopeState>;
  /** As written: `period=2024-13`. */
  readonly bad: readonly string[];
}

type Single = Exclude<keyof ScopeState, 'facets' | 'where'>;

/** A field of a scope that an address may say. */
export type KeptField = Exclude<keyof ScopeState, 'where'>;

/** Longest search or id that is taken from an address. */
const LONGEST = 200;
const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const VIEW = new RegExp(`^${NUMBER},${NUMBER},${NUMBER}$`);

const isPeriod = (text: string): boolean => parsePeriod(text) !== null;
const isShort = (text: string): boolean => text.length <= LONGEST;

/** The parameters in the order in which they are written: their names, and what each may say. */
const PARAMETERS: readonly (readonly [field: Single, name: string, isGood: (text: string) => boolean])[] = [
  ['territory', 'territory', (text) => isShort(text) && /^[a-z]+-[\w.-]+$/i.test(text)],
  ['period', 'period', isPeriod],
  ['compare', 'compare', (text) => text === 'previous' || text === 'none' || isPeriod(text)],
  ['query', 'q', isShort],
  ['selection', 'selection', isShort],
  ['view', 'view', (text) => VIEW.test(text)],
];
/** One for each chosen value of a facet: `filter=college=associations`; `filter=college=` is what has none. */
const FILTER = 'filter';
const PAIR = /^([a-z][\w-]*)=(.*)$/is;

const ALL: readonly KeptField[] = [...PARAMETERS.map(([field]) => field), 'facets'];

/** No wish, for each field that may be empty in an address. */
const NONE: Readonly<Record<Single, ScopeState[Single]>> = {
  territory: undefined,
  period: undefined,
  compare: undefined,
  query: '',
  selection: null,
  view: null,
};

const named = (prefix: string, name: string): string => (prefix ? `${prefix}-${name}` : name);

/** Commas, slashes and colons may stand in a query as they are: an address that people read. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/%20/g, '+').replace(/%2C/g, ',').replace(/%2F/g, '/').replace(/%3A/g, ':');

/** Decodes a text; null for one that cannot be decoded: a `%` with nothing behind it. */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

interface Parameter {
  readonly written: string;
  readonly name: string | null;
  readonly value: string | null;
}

const parametersOf = (search: string): readonly Parameter[] =>
  search
    .replace(/^\?/, '')
    .split('&')
    .filter((written) => written !== '')
    .map((written) => {
      const [name = '', ...rest] = written.split('=');
      return { written, name: decode(name), value: decode(rest.join('=')) };
    });

/**
 * Reads the fields of a scope from the query of an address. An empty parameter removes the value that the page's author
 * set.
 * @param search with or without its question mark
 * @param kept the fields to read; the parameters of others are ignored
 */
export function readScope(search: string, prefix: string, kept: readonly KeptField[] | undefined = ALL): ScopeReading {
  const patch: Partial<Record<Single, ScopeState[Single]>> = {};
  const facets = new Map<string, ReadonlySet<string>>();
  const bad: string[] = [];
  for (const { written, name, value } of parametersOf(search)) {
    const found = PARAMETERS.find(([field, own]) => name === named(prefix, own) && kept.includes(field));
    if (found && value !== null && (value === '' || found[2](value))) patch[found[0]] = value || NONE[found[0]];
    else if (found) bad.push(written);
    else if (name === named(prefix, FILTER) && kept.includes('facets')) {
      const [, dimension, id = ''] = PAIR.exec(value ?? '') ?? [];
      if (dimension && isShort(id)) facets.set(dimension, new Set([...(facets.get(dimension) ?? []), id]));
      else bad.push(written);
    }
  }
  const chosen = Object.fromEntries([...facets].map(([dimension, ids]) => [dimension, [...ids]]));
  return { patch: { ...(patch as Partial<ScopeState>), ...(facets.size ? { facets: chosen } : {}) }, bad };
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/**
 * Returns the query of an address that says a scope, with what others say in it.
 * @param search the query as it is now
 * @param author the scope as the page's author set it: what is equal to it is not written
 * @param kept the fields that are written
 * @returns with its question mark; empty for nothing to say
 */
export function writeAddress(
  search: string,
  prefix: string,
  scope: ScopeState,
  author: ScopeState,
  kept: readonly KeptField[] | undefined = ALL,
): string {
  const singles = PARAMETERS.filter(([field]) => kept.includes(field));
  const names = [...singles.map(([, name]) => name), ...(kept.includes('facets') ? [FILTER] : [])];
  const own = new Set(names.map((name) => named(prefix, name)));
  const others = parametersOf(search).flatMap(({ name, written }) => (name && own.has(name) ? [] : [written]));
  const single = singles.flatMap(([field, name]) => {
    const value = scope[field] || '';
    return value === (author[field] || '') ? [] : [`${named(prefix, name)}=${encode(value)}`];
  });
  const facets = kept.includes('facets') ? Object.entries(scope.facets) : [];
  const filters = facets
    .sort(byName)
    .flatMap(([dimension, ids]) => [...ids].sort().map((id) => `${named(prefix, FILTER)}=${dimension}=${encode(id)}`));
  const all = [...others, ...single, ...filters];
  return all.length ? `?${all.join('&')}` : '';
}
