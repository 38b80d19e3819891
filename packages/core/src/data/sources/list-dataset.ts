/** The data set of a file that has no manifest of its own: a spreadsheet, a calendar, the answer of a service. */
import { type Coverage, DATASET_FORMAT, type Dataset, type Manifest } from '../../model/index.ts';
import { slug } from './table/normalise.ts';

/** Facts of such a data set. */
interface ListFacts {
  /** Address of the data, as it may be shown: without a key. */
  readonly src: string;
  /** Day of the data, `YYYY-MM-DD`. */
  readonly updated: string;
  /** Periods that the data describe, latest last; the day of the data where none is given. */
  readonly periods?: readonly string[];
  /** Title; by default the name of the file, in words. */
  readonly title?: string | undefined;
  /** Title where neither the data nor the file's name give one. */
  readonly untitled: string;
  readonly publisher?: Manifest['publisher'] | undefined;
  readonly licence?: Manifest['licence'] | undefined;
  readonly network?: string;
  /** Zone of its hours, where the author or the data name one. */
  readonly zone?: string | undefined;
  readonly collections: Dataset['collections'];
  readonly coverage?: Readonly<Record<string, readonly Coverage[]>>;
}

/** Returns the data set of a list. */
export function listDataset(facts: ListFacts): Dataset {
  const { src, updated, collections, coverage = {}, periods = [updated], network } = facts;
  const title = facts.title?.trim() || titleOf(src) || facts.untitled;
  const entries = Object.entries(collections).map(([name, list]) => [
    name,
    { href: src, count: list.length, hash: '', coverage: [...(coverage[name] ?? [])] },
  ]);
  const manifest: Manifest = {
    format: DATASET_FORMAT,
    id: slug(title) || 'list',
    title: { fr: title },
    publisher: facts.publisher ?? { name: fileOf(src) },
    licence: facts.licence ?? { name: 'non indiquée' },
    language: 'fr',
    updated,
    ...(network === undefined ? {} : { network }),
    ...(facts.zone ? { zone: facts.zone } : {}),
    periods: [...periods],
    periodsInferred: true,
    documents: {},
    collections: Object.fromEntries(entries),
  };
  return { manifest, base: src, collections };
}

/**
 * Returns the years of some events, oldest first: up to the one under way where there is any, for a calendar's later years
 * are not what a counter begins with.
 */
export function yearsOf(
  events: readonly { readonly date?: string | null | undefined }[],
  today: string,
): readonly string[] {
  const years = [...new Set(events.flatMap(({ date }) => date?.slice(0, 4) ?? []))].sort();
  const begun = years.filter((year) => year <= today.slice(0, 4));
  return begun.length > 0 ? begun : [years[0] ?? today.slice(0, 4)];
}

/** Returns the day of the file (`Last-Modified`), else of our copy of it (`Date`), else of today. */
export function responseDay({ headers }: Response): string {
  const dates = [headers.get('last-modified'), headers.get('date')].map((text) => Date.parse(text ?? ''));
  const known = dates.find((date) => !Number.isNaN(date)) ?? Date.now();
  return new Date(known).toISOString().slice(0, 10);
}

/** Returns the day on which our copy was made, else today: what is past is past from then on. */
export const todayOf = (response: Response): string => new Date(answeredAt(response)).toISOString().slice(0, 10);

/** Returns the time at which our copy was made, else now, in ms since 1970. */
export function answeredAt({ headers }: Response): number {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? Date.now() : date;
}

/** Files that people keep and name; what a service answers with is called as the service likes. */
const OWN_FILE = /^(.+)\.(csv|tsv|txt|ics|xlsx|ods|km[lz]|geojson|umap|jsonld)$/i;

/** Returns a name by which a reader recognises the source: the file's name, else the host of the site. */
function fileOf(src: string): string {
  const { pathname, hostname } = new URL(src);
  const file = safeDecode(pathname.split('/').pop() ?? '');
  return OWN_FILE.test(file) ? file : hostname;
}

/** Returns the file's name in words; empty for the addresses of online services, which have none. */
function titleOf(src: string): string {
  const file = new URL(src).pathname.split('/').pop() ?? '';
  const [, bare = ''] = OWN_FILE.exec(file) ?? [];
  return safeDecode(bare)
    .replace(/[_\s]+/g, ' ')
    .trim();
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
