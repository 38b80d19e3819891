import { type CollectionName, type CollectionRecords, type Observation, push } from '../../model/index.ts';
import type { DatasetIndex } from './dataset-index.ts';

/** Record with the properties that it is counted by. `values` has the categories of each dimension that it states. */
export interface ListedRecord {
  readonly id: string;
  readonly date: string | null | undefined;
  readonly status: string;
  readonly weight: number;
  readonly section: string | undefined;
  readonly values: Readonly<Record<string, readonly (string | null | undefined)[]>>;
}

/** Counting rules of a collection, and the dimensions by which its records may be chosen. */
interface Listing<N extends CollectionName> {
  readonly collection: N;
  /** One of these dimensions is enough to know what is counted; otherwise the collection must be complete. */
  readonly chosenBy: readonly string[];
  readonly read: (record: CollectionRecords[N]) => Omit<ListedRecord, 'id' | 'section'>;
}

const listing = <N extends CollectionName>(each: Listing<N>): Listing<N> => each;

const MEETINGS = listing({
  collection: 'meetings',
  chosenBy: ['body'],
  read: (r) => ({ date: r.date, status: r.status, weight: 1, values: { body: [r.body] } }),
});
const EVENTS = listing({
  collection: 'events',
  chosenBy: ['series', 'event'],
  read: (r) => ({
    date: r.date,
    status: r.status,
    weight: r.count,
    values: { series: [r.series], theme: r.themes, event: [r.id], commune: r.territories, departement: r.territories },
  }),
});
const PROJECTS = listing({
  collection: 'projects',
  chosenBy: ['programme'],
  read: (r) => ({
    date: r.period,
    status: r.status,
    weight: 1,
    values: { programme: [r.programme], establishment: [r.establishment], commune: r.territories },
  }),
});
const PUBLICATIONS = listing({
  collection: 'publications',
  chosenBy: [],
  read: (r) => ({ date: r.date, status: 'held', weight: 1, values: { theme: [r.theme], format: [r.format] } }),
});
const MISSIONS = listing({
  collection: 'missions',
  chosenBy: ['programme'],
  read: (r) => ({
    date: r.period,
    status: r.status,
    weight: 1,
    values: { programme: [r.programme], mode: [r.mode], lot: [r.lot], status: [r.status] },
  }),
});
const APPLICATIONS = listing({
  collection: 'applications',
  chosenBy: ['call'],
  read: (r) => ({
    date: r.period,
    status: 'held',
    weight: 1,
    values: { call: [r.call], result: [r.result], territory: r.territories },
  }),
});
const FILINGS = listing({
  collection: 'filings',
  chosenBy: ['stage'],
  read: (r) => ({ date: r.period, status: 'held', weight: 1, values: { stage: [r.stage] } }),
});
const MOVEMENTS = listing({
  collection: 'movements',
  chosenBy: ['direction'],
  read: (r) => ({
    date: r.period,
    status: 'held',
    weight: r.count.value ?? Number.NaN,
    values: { direction: [r.direction], contract: [r.contract], reason: [r.reason] },
  }),
});
const PRIZES = listing({
  collection: 'prizes',
  chosenBy: [],
  read: (r) => ({ date: r.date, status: 'held', weight: 1, values: {} }),
});
/** A period that has no end, or no beginning, is as long as years have four digits. */
const [FIRST, LAST] = ['0001', '9999'];

const JOINED = listing({
  collection: 'memberships',
  chosenBy: [],
  read: (r) => ({ date: r.start, status: 'held', weight: 1, values: { college: [r.college], network: [r.network] } }),
});
const LEFT = listing({
  collection: 'memberships',
  chosenBy: [],
  read: (r) => ({
    date: r.end,
    status: 'held',
    weight: 1,
    values: { college: [r.college], network: [r.network], 'exit-reason': [r.exitReason] },
  }),
});

/** Members of a network now: their list says from when to when, and seldom whether it is complete. */
const MEMBERS = listing({
  collection: 'memberships',
  chosenBy: ['network'],
  read: (r) => ({
    date: r.start || r.end ? `${r.start ?? FIRST}/${r.end ?? LAST}` : null,
    status: 'held',
    weight: 1,
    values: { college: [r.college], network: [r.network] },
  }),
});

const BY_UNIT = {
  meetings: MEETINGS,
  events: EVENTS,
  webinars: EVENTS,
  projects: PROJECTS,
  publications: PUBLICATIONS,
  missions: MISSIONS,
  applications: APPLICATIONS,
  filings: FILINGS,
  prizes: PRIZES,
} as const;

/** A listing whose records are read for one observation. */
export interface AnyListing {
  readonly collection: CollectionName;
  readonly chosenBy: readonly string[];
  /** Part of the collection that the coverage must speak of: `flow=joined`. */
  readonly flow?: 'joined' | 'left';
  readonly read: (record: never) => Omit<ListedRecord, 'id' | 'section'>;
}

/**
 * Returns the list that an observation counts, by its unit and by the last word of its indicator; undefined where it
 * counts nothing that is listed.
 * @param programme kind of the programme that it is about: the courses of a training are its projects, counted as
 * events
 */
export function listingOf({ indicator, quantity }: Observation, programme?: string | null): AnyListing | undefined {
  const name = indicator ?? '';
  if (quantity.unit === 'members') {
    if (/-(joined|entries|arrivals)$/.test(name)) return { ...JOINED, flow: 'joined' };
    if (/-(left|exits|departures)$/.test(name)) return { ...LEFT, flow: 'left' };
    return undefined;
  }
  if (/-movements$/.test(name)) return MOVEMENTS;
  if (quantity.unit === 'organisations' && /-members$/.test(name)) return MEMBERS;
  if (programme === 'training' && quantity.unit === 'events') return PROJECTS;
  if (!indicator) return undefined;
  // Expected by a rule ("every month"), not counted.
  if (/-expected$/.test(name)) return undefined;
  return Object.hasOwn(BY_UNIT, quantity.unit) ? BY_UNIT[quantity.unit as keyof typeof BY_UNIT] : undefined;
}

/** Lists of records, read once for each collection and chosen by one value of one dimension. */
export interface Lists {
  (listing: AnyListing, dimension: string, value: string, o?: Observation): readonly ListedRecord[];
  /** Whether some record has this value of a dimension. */
  readonly has: (listing: AnyListing, dimension: string, value: string) => boolean;
}

/** Bucket of what lies in no single year, or at no known date. */
const LONG = '*';
/** Bucket of all years together. */
const ALL = '';

/** Records by a value of a dimension, then by year. */
type Groups = ReadonlyMap<string, ReadonlyMap<string, readonly ListedRecord[]>>;

/** Creates the reader of lists: each collection is read once, and grouped once by each dimension. */
export function createLists(index: DatasetIndex): Lists {
  const bucketOf = (date: string | null | undefined): string => {
    const span = index.span(date);
    const year = span?.first.slice(0, 4);
    return year !== undefined && year === span?.last.slice(0, 4) ? year : LONG;
  };
  const read = new Map<AnyListing['read'], readonly ListedRecord[]>();
  const listOf = ({ collection, read: how }: AnyListing): readonly ListedRecord[] => {
    const known = read.get(how);
    if (known) return known;
    const list = index.list(collection).map((record): ListedRecord => {
      const { date, status, weight, values } = how(record as never);
      const section = 'source' in record ? record.source?.section : undefined;
      return { id: record.id, date, status, weight, section, values };
    });
    read.set(how, list);
    return list;
  };
  // Only by the dimensions that some figure has: few of those that records know.
  const grouped = new Map<AnyListing['read'], Map<string, Groups>>();
  const groupsOf = (listing: AnyListing, dimension: string): Groups => {
    const known = grouped.get(listing.read) ?? new Map<string, Groups>();
    grouped.set(listing.read, known);
    const groups = known.get(dimension) ?? groupBy(listOf(listing), dimension, bucketOf);
    known.set(dimension, groups);
    return groups;
  };
  const lists = (listing: AnyListing, dimension: string, value: string, o?: Observation): readonly ListedRecord[] => {
    const years = groupsOf(listing, dimension).get(dimension === '' ? '' : value);
    const [first, last] = o ? [bucketOf(o.period), index.span(o.period)?.last.slice(0, 4)] : [LONG, LONG];
    const one = first === last && first !== LONG;
    return (one ? [first, LONG] : [ALL]).flatMap((year) => years?.get(year) ?? []);
  };
  const has: Lists['has'] = (listing, dimension, value) => groupsOf(listing, dimension).has(value);
  return Object.assign(lists, { has });
}

function groupBy(
  list: readonly ListedRecord[],
  dimension: string,
  bucketOf: (date: ListedRecord['date']) => string,
): Groups {
  const groups = new Map<string, Map<string, ListedRecord[]>>();
  for (const listed of list) {
    const values = dimension === '' ? [''] : new Set(listed.values[dimension] ?? []);
    for (const value of values) {
      if (typeof value !== 'string' || (value === '' && dimension !== '')) continue;
      const years = groups.get(value) ?? new Map<string, ListedRecord[]>();
      groups.set(value, years);
      push(years, ALL, listed);
      push(years, bucketOf(listed.date), listed);
    }
  }
  return groups;
}
