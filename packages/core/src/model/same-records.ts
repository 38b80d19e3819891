/** Finds the records that several sources have in common, and makes one of each. Pure functions. */
import { normaliseName } from './commune-names.ts';
import type { CollectionName, CollectionRecords, Dataset, Difference, DifferingField } from './dataset.ts';
import { distanceKm } from './distance.ts';
import type { Event } from './event.ts';
import { eventDays } from './event-days.ts';
import type { Membership } from './membership.ts';
import type { Link, Organisation } from './organisation.ts';
import { parsePeriod } from './period.ts';
import type { Position } from './position.ts';
import { namingsOf, renameLinks } from './references.ts';
import { validSiren } from './siren.ts';
import type { SourceRef } from './source-ref.ts';
import { foldText } from './words.ts';

/** Distance in km below which two positions are one place. */
const NEAR = 0.3;
/** Distance in km from which places of one name are two: each town has its “Salle des fêtes”. */
const FAR = 10;
/** Candidates of one key that are looked at, so that twenty thousand events of one title and hour cost no square. */
const MOST = 100;

/** Data sets without doubles between them, in the order given, and the fields on which their sources differ. */
export interface JoinedDatasets {
  readonly datasets: readonly Dataset[];
  readonly differences: readonly Difference[];
}

/**
 * Makes one record of each event and organisation that several data sets have. The first one wins, blanks are filled by
 * the next, and what referred to a record that was merged refers to the one that is kept. Two records of one data set are
 * never one. Each record names its source, and in `alsoIn` the others that have it.
 * @param resolve makes the absolute address of one that is relative to a data set
 */
export function joinSameRecords(
  given: readonly Dataset[],
  resolve: (href: string, base: string) => string,
): JoinedDatasets {
  const differences: Difference[] = [];
  let datasets = withOrigins(given, resolve);
  const join = <N extends CollectionName>(name: N, rules: Rules<CollectionRecords[N]>): void => {
    datasets = joinCollection(datasets, name, rules);
  };
  // Organisations and events come before the records that name them, which are compared by the ids that are kept.
  join('organisations', organisationRules(differences));
  join('memberships', membershipRules(labelsOfColleges(datasets), differences));
  join('events', eventRules(differences));
  join(
    'participations',
    sameAsWhole(({ organisation, of, role, period }) => [organisation, of, role, period]),
  );
  join(
    'tallies',
    sameAsWhole(({ of }) => [of]),
  );
  return { datasets, differences };
}

/** A record as far as every collection has it. */
interface AnyRecord {
  readonly id: string;
  readonly source?: SourceRef | undefined;
  readonly alsoIn?: readonly string[] | undefined;
  readonly audience?: string | undefined;
}

/** A record that is kept, as the sources read so far have filled it. */
interface Kept<T> {
  record: T;
  /** Ids that it has in these sources. */
  readonly ids: readonly string[];
  /** Documents of the fields that are not from the record’s own source. */
  filledFrom?: Map<string, string>;
}

interface Rules<T> {
  /** Pairs the records of the next source with those that are kept. */
  readonly match: (pairing: Pairing<T & AnyRecord>) => void;
  /** Returns the record that is kept of two. */
  readonly combine: (kept: Kept<T & AnyRecord>, record: T & AnyRecord) => T;
}

/** Joins a collection of all data sets, and renames the references to records that have another id now. */
function joinCollection<N extends CollectionName>(
  datasets: readonly Dataset[],
  name: N,
  rules: Rules<CollectionRecords[N]>,
): readonly Dataset[] {
  const lists = datasets.map(({ collections }): readonly CollectionRecords[N][] => collections[name] ?? []);
  if (lists.filter((list) => list.length > 0).length < 2) return datasets;
  const joined = joinLists(lists, rules);
  return datasets.map((dataset, source) => {
    const { records = [], renamed = new Map<string, string>() } = joined[source] ?? {};
    const { collections } = dataset;
    const made = collections[name] ? { ...collections, [name]: records } : collections;
    const rename = (into: string, id: string): string => (into.includes(name) ? (renamed.get(id) ?? id) : id);
    return { ...dataset, collections: renamed.size > 0 ? renamedLinks(made, rename) : made };
  });
}

function renamedLinks(
  collections: Dataset['collections'],
  rename: (into: string, id: string) => string,
): Dataset['collections'] {
  return Object.fromEntries(
    Object.entries(collections).map(([name, list]) => {
      const namings = namingsOf(name as CollectionName);
      return [name, list.map((record: object) => renameLinks(namings, record, rename))];
    }),
  );
}

interface JoinedList<T> {
  readonly records: readonly T[];
  /** New ids by the old ones of this source. */
  readonly renamed: ReadonlyMap<string, string>;
}

function joinLists<T extends AnyRecord>(
  lists: readonly (readonly T[])[],
  { match, combine }: Rules<T>,
): readonly JoinedList<T>[] {
  const all: Kept<T>[] = [];
  const freeId = createFreeIds();
  const joined = lists.map((list) => {
    const pairing = new Pairing<T>([...all], list);
    if (all.length > 0) match(pairing);
    const own: Kept<T>[] = [];
    const renamed = new Map<string, string>();
    const seen = new Set<string>();
    for (const record of list) {
      const same = pairing.found.get(record);
      const id = same?.record.id ?? freeId(record.id);
      // Of two records of one source with one id, references mean the first.
      if (id !== record.id && !seen.has(record.id)) renamed.set(record.id, id);
      seen.add(record.id);
      if (same) take(same, combine(same, record), record);
      else own.push({ record: id === record.id ? record : { ...record, id }, ids: [record.id] });
    }
    for (const one of own) all.push(one);
    return { own, renamed };
  });
  return joined.map(({ own, renamed }) => ({ records: own.map(({ record }) => record), renamed }));
}

/** Keeps what was made of two records, and says that the source of the second has it too. */
function take<T extends AnyRecord>(kept: Kept<T>, made: T, { id, source, alsoIn = [] }: T): void {
  const others = [...(made.alsoIn ?? []), ...(source ? [source.document] : []), ...alsoIn];
  const also = [...new Set(others)].filter((document) => document !== made.source?.document);
  Object.assign(kept, { record: also.length > 0 ? { ...made, alsoIn: also } : made, ids: [...kept.ids, id] });
}

/** Makes the function that returns an id that no other record has: the one given, or with a number behind it. */
function createFreeIds(): (id: string) => string {
  const counts = new Map<string, number>();
  return (id) => {
    let [free, n] = [id, counts.get(id) ?? 1];
    while (counts.has(free)) {
      n += 1;
      free = `${id}-${n}`;
    }
    counts.set(id, n);
    if (free !== id) counts.set(free, 1);
    return free;
  };
}

/** Pairs of the records of one source with those that are kept: each has one partner at most. */
class Pairing<T extends AnyRecord> {
  readonly kept: readonly Kept<T>[];
  readonly list: readonly T[];
  readonly found: Map<T, Kept<T>> = new Map();
  readonly #used = new Set<Kept<T>>();

  constructor(kept: readonly Kept<T>[], list: readonly T[]) {
    this.kept = kept;
    this.list = list;
  }

  /** Whether a record of the source has an id that one which is kept has too. */
  sharesIds(): boolean {
    const ids = new Set(this.kept.flatMap((one) => one.ids));
    return this.list.some(({ id }) => ids.has(id));
  }

  /**
   * Pairs the records that are left and share a key.
   * @param keysOf the keys of a record, given the ids that it has
   * @param accepts whether two records with a key in common may be one
   * @param isOnly whether a record is left alone where several could be its partner, because none should be guessed
   */
  by(
    keysOf: (record: T, ids: readonly string[]) => readonly string[],
    accepts: (kept: T, record: T) => boolean = () => true,
    isOnly = false,
  ): void {
    // What is for some readers alone never fills what is for all.
    const mayBeOne = (kept: Kept<T>, record: T): boolean =>
      (kept.record.audience ?? 'public') === (record.audience ?? 'public') && accepts(kept.record, record);
    if (this.found.size === this.list.length) return;
    const left = this.kept.filter((one) => !this.#used.has(one));
    const partners = new Buckets(left, ({ record, ids }) => keysOf(record, ids));
    const rivals = isOnly
      ? new Buckets(
          this.list.filter((record) => !this.found.has(record)),
          (record) => keysOf(record, [record.id]),
        )
      : null;
    for (const record of this.list) {
      if (this.found.has(record)) continue;
      const keys = keysOf(record, [record.id]);
      const isFree = (one: Kept<T>): boolean => !this.#used.has(one);
      const [one, other] = partners.find(keys, isFree, (each) => mayBeOne(each, record));
      if (!one || (isOnly && other)) continue;
      const isUnpaired = (each: T): boolean => !this.found.has(each);
      if (rivals && rivals.find(keysOf(one.record, one.ids), isUnpaired, (each) => mayBeOne(one, each)).length > 1)
        continue;
      this.found.set(record, one);
      this.#used.add(one);
    }
  }
}

/** Values by their keys. */
class Buckets<V> {
  readonly #lists = new Map<string, { readonly values: V[]; first: number }>();

  constructor(values: readonly V[], keysOf: (value: V) => readonly string[]) {
    for (const value of values) {
      for (const key of keysOf(value)) {
        const list = this.#lists.get(key);
        if (list) list.values.push(value);
        else this.#lists.set(key, { values: [value], first: 0 });
      }
    }
  }

  /** Returns the first two values under some keys that are free and accepted. */
  find(keys: readonly string[], isFree: (value: V) => boolean, accepts: (value: V) => boolean): readonly V[] {
    const found: V[] = [];
    for (const key of keys) {
      const list = this.#lists.get(key);
      if (!list) continue;
      const { values } = list;
      // Values that were taken stay so: they are passed once, not at every search.
      while (list.first < values.length && !isFree(values[list.first] as V)) list.first += 1;
      const end = Math.min(values.length, list.first + MOST);
      for (let at = list.first; at < end; at += 1) {
        const value = values[at] as V;
        if (isFree(value) && !found.includes(value) && accepts(value)) found.push(value);
        if (found.length === 2) return found;
      }
    }
    return found;
  }
}

/** Rules of records that say nothing beyond their key: of two, the first is kept as it is. */
const sameAsWhole = <T extends AnyRecord>(keyOf: (record: T) => readonly unknown[]): Rules<T> => ({
  match: (pairing) => pairing.by((record) => [JSON.stringify(keyOf(record))]),
  combine: ({ record }) => record,
});

/** Fields of a record: its own, and those that the other one fills. */
type Fill<T> = readonly (keyof T & string)[];

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Returns the kept record with its blank fields filled. */
function filled<T extends AnyRecord>(kept: Kept<T>, other: T, fields: Fill<T>): T {
  const { record } = kept;
  const blank = fields.filter((field) => isBlank(record[field]) && !isBlank(other[field]));
  if (blank.length === 0) return record;
  for (const field of blank) fillFrom(kept, field, other);
  return { ...record, ...Object.fromEntries(blank.map((field) => [field, other[field]])) };
}

function fillFrom<T>(kept: Kept<T>, field: string, other: AnyRecord): void {
  kept.filledFrom ??= new Map();
  kept.filledFrom.set(field, documentOf(other));
}

const documentOf = ({ source }: AnyRecord): string => source?.document ?? '';

/** Values that differ, as they are kept and as the other record has them. */
type Pair = readonly [kept: string, other: string];

/** Fields of the data from which those that are compared are made, where they have another name. */
const MADE_OF: Readonly<Partial<Record<DifferingField, string>>> = {
  start: 'startsAt',
  end: 'endsAt',
  commune: 'territories',
  address: 'position',
  site: 'links',
  email: 'links',
  phone: 'links',
};

/** Adds the differences of two records, of those that are for everybody. */
function note<T extends AnyRecord>(
  differences: Difference[],
  collection: Difference['collection'],
  { record, filledFrom }: Kept<T>,
  other: T,
  pairs: Readonly<Partial<Record<DifferingField, Pair | null>>>,
): void {
  if ((record.audience ?? 'public') !== 'public') return;
  for (const field of Object.keys(pairs) as DifferingField[]) {
    const pair = pairs[field];
    if (!pair) continue;
    const own = MADE_OF[field] ?? field;
    const keptFrom = filledFrom?.get(own === 'links' ? field : own) ?? documentOf(record);
    const [kept, value] = pair;
    differences.push({
      collection,
      id: record.id,
      field,
      of: field === 'college' ? 'memberships.college' : `${collection}.${own}`,
      kept,
      keptFrom,
      other: value,
      otherFrom: documentOf(other),
    });
  }
}

/** Whether an id is more than a number: rows of two files are numbered alike, whatever they hold. */
const isName = (id: string): boolean => /\p{L}/u.test(id);

/** Whether one text has all the words of the other: a spelling of no weight. */
function isVariant(a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [a, b].map((text) => new Set(foldText(text).split(' ')));
  if (!x || !y) return false;
  const [few, many] = x.size < y.size ? [x, y] : [y, x];
  return [...few].every((word) => many.has(word));
}

const differingTexts = (a: string | null | undefined, b: string | null | undefined): Pair | null =>
  a && b && !isVariant(a, b) ? [a, b] : null;

/** Distance in km between two addresses; null where one of them is not known so exactly. */
function apart(a: Position | null | undefined, b: Position | null | undefined): number | null {
  return a?.precision === 'address' && b?.precision === 'address' ? distanceKm(a, b) : null;
}

const communeIn = (territories: readonly string[]): string =>
  territories.find((id) => id.startsWith('commune-'))?.slice('commune-'.length) ?? '';

/* Events. */

function eventRules(differences: Difference[]): Rules<Event> {
  const keys = memoize(eventKeys);
  return {
    match: (pairing) => {
      const isSame = (a: Event, b: Event): boolean => keys(a).kind === keys(b).kind && startsAgree(keys(a), keys(b));
      const places = (a: Event, b: Event): Places => comparePlaces(keys(a), keys(b));
      const dated = (event: Event): readonly string[] => {
        const { title } = keys(event);
        return title === '' ? [] : startsOf(keys(event)).map((start) => `${start} ${title}`);
      };
      if (pairing.sharesIds())
        pairing.by(
          (event, ids) => {
            const starts = startsOf(keys(event));
            return ids.flatMap((id) => (starts.length > 0 ? starts : ['']).map((start) => `${id} ${start}`));
          },
          (a, b) => keys(a).kind === keys(b).kind && (isName(b.id) || keys(a).title === keys(b).title),
        );
      pairing.by(
        (event) => {
          const { title, place, instant, day } = keys(event);
          return title === '' || (instant ?? day) === undefined ? [] : [`${instant ?? day} ${title} | ${place}`];
        },
        (a, b) => isSame(a, b) && places(a, b) !== 'apart',
      );
      pairing.by(dated, (a, b) => isSame(a, b) && places(a, b) === 'near');
      pairing.by(dated, (a, b) => isSame(a, b) && places(a, b) !== 'apart', true);
    },
    combine: (kept, other) => combineEvents(kept, other, keys, differences),
  };
}

interface EventKeys {
  readonly title: string;
  /** Milliseconds since 1970; null where its hour is not known. */
  readonly instant: number | null;
  /** The words of its place in one order: “Halles, Lorient” and “Lorient, halles” are the same. */
  readonly place: string;
  readonly commune: string;
  readonly position: Position | null | undefined;
  /** Its first day, or what is known of it. */
  readonly day: string | undefined;
  /** Two events that stand for different numbers of them, or come back otherwise, are never one. */
  readonly kind: string;
}

function eventKeys(event: Event): EventKeys {
  const { startsAt, count, recurrence, occurrenceOf, position } = event;
  const words = foldText(event.place ?? '');
  return {
    title: foldText(event.title.fr),
    instant: instantOf(startsAt),
    day: eventDays(event)?.split('/')[0],
    place: words.includes(' ') ? [...new Set(words.split(' '))].sort().join(' ') : words,
    commune: communeIn(event.territories),
    position,
    kind: recurrence || occurrenceOf ? JSON.stringify([count, recurrence, occurrenceOf]) : String(count),
  };
}

/** Returns the instant and the first day of an event: one of them where the other is not known. */
const startsOf = ({ instant, day }: EventKeys): readonly string[] => [
  ...(instant === null ? [] : [String(instant)]),
  ...(day === undefined ? [] : [day]),
];

function instantOf(date: string | null | undefined): number | null {
  const instant = date ? Date.parse(date) : Number.NaN;
  return Number.isNaN(instant) ? null : instant;
}

/** Whether two events of one day do not begin at two hours. */
const startsAgree = (a: EventKeys, b: EventKeys): boolean =>
  a.instant === null || b.instant === null || a.instant === b.instant;

/** Two places: known to be one, known to be two, or one of them unknown. */
type Places = 'same' | 'near' | 'unknown' | 'apart';

function comparePlaces(a: EventKeys, b: EventKeys): Places {
  if (a.commune && b.commune && a.commune !== b.commune) return 'apart';
  const km = apart(a.position, b.position);
  if (km !== null && km < NEAR) return 'near';
  if (a.place && a.place === b.place) return km !== null && km > FAR ? 'apart' : 'same';
  return km !== null || (a.place && b.place) ? 'apart' : 'unknown';
}

const FILLED_OF_EVENT = [
  'date',
  'startsAt',
  'series',
  'edition',
  'organisers',
  'themes',
  'attendance',
  'url',
] as const satisfies Fill<Event>;

/** Words of an event’s status that count wherever they are said. */
const CALLED_OFF: readonly string[] = ['cancelled', 'postponed'];

function combineEvents(
  kept: Kept<Event>,
  other: Event,
  keys: (event: Event) => EventKeys,
  differences: Difference[],
): Event {
  const { record } = kept;
  const isApart = comparePlaces(keys(record), keys(other)) === 'apart';
  note(differences, 'events', kept, other, {
    title: differingTexts(record.title.fr, other.title.fr),
    start: differingInstants(record.startsAt, other.startsAt),
    end: differingEnds(record, other),
    place: isApart ? differingTexts(record.place, other.place) : null,
    url: differingPages(record.url, other.url),
  });
  const status = differingStatus(record.status, other.status);
  const made = filled(kept, other, [
    ...FILLED_OF_EVENT,
    // The end of another hour, and the site of another place, would belong to nothing that is kept.
    ...(startsAgree(keys(record), keys(other)) ? (['endsAt'] as const) : []),
    ...(isApart ? [] : (['place', 'territories', 'position'] as const)),
  ]);
  if (!status || !CALLED_OFF.includes(other.status) || CALLED_OFF.includes(record.status)) {
    note(differences, 'events', kept, other, { status });
    return made;
  }
  // It is the first source that says otherwise.
  const source = kept.filledFrom?.get('status') ?? documentOf(record);
  fillFrom(kept, 'status', other);
  note(
    differences,
    'events',
    kept,
    { ...other, source: { document: source } },
    { status: [other.status, record.status] },
  );
  return { ...made, status: other.status };
}

/** Statuses that differ. An event that was planned has been held since: that one source says so is no contradiction. */
function differingStatus(a: string, b: string): Pair | null {
  const told = [...CALLED_OFF, 'full'];
  return a !== b && (told.includes(a) || told.includes(b)) ? [a, b] : null;
}

function differingInstants(a: string | null | undefined, b: string | null | undefined): Pair | null {
  const [x, y] = [instantOf(a), instantOf(b)];
  return a && x !== null && y !== null && x !== y ? [a, withOffsetOf(a, y)] : null;
}

/** Returns an instant as an ISO date with the offset of another one, so that both are hours of one place. */
function withOffsetOf(date: string, instant: number): string {
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):?(\d\d)$/.exec(date) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
  const zone = offset === 0 ? 'Z' : `${sign}${hours}:${minutes}`;
  return new Date(instant + offset).toISOString().replace(/(?::00)?\.\d+Z$/, zone);
}

/** Ends that differ: two instants, else two last days. An event of which only the beginning is known has none. */
function differingEnds(a: Event, b: Event): Pair | null {
  if (a.endsAt && b.endsAt) return differingInstants(a.endsAt, b.endsAt);
  if ((a.startsAt && !a.endsAt) || (b.startsAt && !b.endsAt)) return null;
  const [x, y] = [lastDayOf(a), lastDayOf(b)];
  return x && y && x !== y ? [x, y] : null;
}

const lastDayOf = (event: Event): string => parsePeriod(eventDays(event) ?? '')?.last ?? '';

/** Pages of one site that differ. Each agenda has a page of its own for an event: two sites say nothing against each other. */
function differingPages(a: string | null | undefined, b: string | null | undefined): Pair | null {
  const [x, y] = [bareAddress(a ?? ''), bareAddress(b ?? '')];
  return a && b && x !== y && hostOf(x) === hostOf(y) ? [a, b] : null;
}

/** Returns an address without its scheme, `www` and the slash at its end. */
const bareAddress = (url: string): string =>
  url
    .trim()
    .replace(/^(?:https?:)?\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '');

const hostOf = (bare: string): string => (bare.split(/[/?#]/)[0] ?? '').toLowerCase();

/* Organisations and their memberships. */

interface OrganisationKeys {
  readonly name: string;
  readonly siren: string | null;
  readonly insee: string;
  readonly town: string;
}

function organisationRules(differences: Difference[]): Rules<Organisation> {
  // Many organisations share a town.
  const townOf = memoize(normaliseName);
  const keys = memoize(
    ({ name, siren, territories, position, town }: Organisation): OrganisationKeys => ({
      name: foldText(name),
      siren: validSiren(siren),
      insee: communeIn([...territories, position?.territory ?? '']),
      town: townOf(town ?? ''),
    }),
  );
  const areApart = (a: Organisation, b: Organisation): boolean => {
    const [x, y] = [keys(a).siren, keys(b).siren];
    return (x !== null && y !== null && x !== y) || communesOf(keys(a), keys(b)) === 'apart';
  };
  const sirenOf = (one: Organisation): readonly string[] => {
    const { siren } = keys(one);
    return siren === null ? [] : [siren];
  };
  return {
    match: (pairing) => {
      const [kept, list] = [pairing.kept.map(({ record }) => record), pairing.list].map((all) =>
        tally(all.flatMap(sirenOf)),
      );
      const isOnly = (siren: string): boolean => kept?.get(siren) === 1 && list?.get(siren) === 1;
      const isOne = (a: Organisation, b: Organisation): boolean =>
        isOnly(keys(b).siren ?? '') || communesOf(keys(a), keys(b)) === 'same';
      // Of several establishments of one commune, those of one name.
      pairing.by((one) => sirenOf(one).map((siren) => `${siren} ${keys(one).name}`), isOne);
      pairing.by(sirenOf, isOne);
      pairing.by(
        (one) => {
          const { name, insee, town } = keys(one);
          return name === '' ? [] : [insee, town].flatMap((commune) => (commune ? [`${name}|${commune}`] : []));
        },
        (a, b) => !areApart(a, b),
      );
      pairing.by(
        (_one, ids) => ids,
        (a, b) => !areApart(a, b) && (isName(b.id) || keys(a).name === keys(b).name),
      );
    },
    combine: (kept, other) => combineOrganisations(kept, other, keys, differences),
  };
}

function communesOf(a: OrganisationKeys, b: OrganisationKeys): 'same' | 'unknown' | 'apart' {
  const [x, y] = a.insee && b.insee ? [a.insee, b.insee] : [a.town, b.town];
  if (!x || !y) return 'unknown';
  return x === y ? 'same' : 'apart';
}

const FILLED_OF_ORGANISATION = [
  'aliases',
  'kind',
  'legalForm',
  'siren',
  'activities',
  'description',
] as const satisfies Fill<Organisation>;

function combineOrganisations(
  kept: Kept<Organisation>,
  other: Organisation,
  keys: (one: Organisation) => OrganisationKeys,
  differences: Difference[],
): Organisation {
  const { record } = kept;
  const [a, b] = [keys(record), keys(other)];
  const isApart = communesOf(a, b) === 'apart';
  const km = apart(record.position, other.position);
  const isAlias = record.aliases.some((alias) => foldText(alias) === b.name);
  note(differences, 'organisations', kept, other, {
    name: isAlias ? null : differingTexts(record.name, other.name),
    commune: isApart ? [record.town || a.insee, other.town || b.insee] : null,
    siren: differingCodes(record.siren, other.siren),
    address: !isApart && km !== null && km > NEAR ? [pointOf(record), pointOf(other)] : null,
    ...Object.fromEntries(COMPARED_LINKS.map((kind) => [kind, differingLinks(kind, record.links, other.links)])),
  });
  const made = filled(kept, other, [
    ...FILLED_OF_ORGANISATION,
    ...(isApart ? [] : (['territories', 'position', 'town'] as const)),
  ]);
  const kinds = new Set(record.links.map(({ kind }) => kind));
  const links = other.links.filter(({ kind }) => !kinds.has(kind));
  for (const { kind } of links) fillFrom(kept, kind, other);
  return links.length > 0 ? { ...made, links: [...made.links, ...links] } : made;
}

function differingCodes(a: string | null | undefined, b: string | null | undefined): Pair | null {
  const [x = '', y = ''] = [a, b].map((siren) => siren?.replace(/\D/gu, ''));
  return a && b && x !== y ? [a, b] : null;
}

const pointOf = ({ position }: Organisation): string => (position ? `${position.lat}, ${position.lon}` : '');

const COMPARED_LINKS = ['site', 'email', 'phone'] as const;

/** Links of a kind that two records have, none of which is the same. */
function differingLinks(kind: Link['kind'], a: readonly Link[], b: readonly Link[]): Pair | null {
  const [x = [], y = []] = [a, b].map((links) => links.filter((link) => link.kind === kind).map(({ url }) => url));
  const known = new Set(x.map((url) => bareLink(kind, url)));
  const [first, other] = [x[0], y[0]];
  return first && other && !y.some((url) => known.has(bareLink(kind, url))) ? [first, other] : null;
}

function bareLink(kind: Link['kind'], url: string): string {
  if (kind === 'phone') return url.replace(/\D/gu, '').replace(/^(?:00)?33/, '0');
  // Two pages of one site are one site.
  return kind === 'site' ? hostOf(bareAddress(url)) : url.trim().toLowerCase();
}

/** Returns the names of colleges by their ids. */
function labelsOfColleges(datasets: readonly Dataset[]): ReadonlyMap<string, string> {
  const colleges = datasets.flatMap(({ collections }) => collections.colleges ?? []);
  return new Map([...colleges].reverse().map(({ id, label }) => [id, label.fr]));
}

/** A membership of one organisation in one network: two lists have the same one, unless it ended in one of them alone. */
function membershipRules(labels: ReadonlyMap<string, string>, differences: Difference[]): Rules<Membership> {
  const labelOf = (college: string | null | undefined): string => labels.get(college ?? '') ?? college ?? '';
  const of = ({ organisation, network }: Membership): string => `${organisation} ${network}`;
  return {
    match: (pairing) => {
      pairing.by((one, ids) => ids.map((id) => `${id} ${of(one)}`));
      pairing.by((one) => [of(one)], sameSpan);
    },
    combine: (kept, other) => {
      const { record } = kept;
      const college = differingTexts(labelOf(record.college), labelOf(other.college));
      // The organisation is what a reader sees.
      const seen = { ...kept, record: { ...record, id: record.organisation } };
      note(differences, 'organisations', seen, other, { college });
      return filled(kept, other, ['college', 'start', 'exitReason']);
    },
  };
}

function sameSpan(a: Membership, b: Membership): boolean {
  const [x, y] = [spanOf(a), spanOf(b)];
  if (x.last === null || y.last === null) return x.last === y.last;
  return x.first <= y.last && y.first <= x.last;
}

const spanOf = ({ start, end }: Membership): { readonly first: string; readonly last: string | null } => ({
  first: parsePeriod(start ?? '')?.first ?? '',
  last: end ? (parsePeriod(end)?.last ?? '') : null,
});

/* Origins. */

type DocumentEntry = Dataset['manifest']['documents'][string];

/** Collections of names that records refer to: where these come from says nothing to a reader. */
const LISTS: readonly string[] = ['networks', 'colleges', 'territories', 'bodies', 'series', 'channels', 'categories'];

/**
 * Gives the records of each data set a source: their own document, else the data set itself, which becomes a document of
 * its manifest. Documents of two data sets that share an id and nothing else get two.
 */
function withOrigins(given: readonly Dataset[], resolve: (href: string, base: string) => string): readonly Dataset[] {
  const known = new Map<string, DocumentEntry>();
  const freeId = createFreeIds();
  const titles = new Set<string>();
  return given.map((dataset) => {
    const { manifest, base } = dataset;
    const renamed = new Map<string, string>();
    const documents: Record<string, DocumentEntry> = {};
    for (const [id, document] of Object.entries(manifest.documents)) {
      const own = document.href === undefined ? document : { ...document, href: resolve(document.href, base) };
      const isSame = JSON.stringify(known.get(id)) === JSON.stringify(own);
      const name = isSame ? id : freeId(id);
      if (name !== id) renamed.set(id, name);
      known.set(name, own);
      documents[name] = own;
    }
    const origin = freeId(manifest.id);
    const lacksSource = Object.entries(dataset.collections).some(
      ([name, list]) => !LISTS.includes(name) && list.some((record: AnyRecord) => !record.source),
    );
    const collections = Object.fromEntries(
      Object.entries(dataset.collections).map(([name, list]) => [
        name,
        LISTS.includes(name) ? list : list.map((record) => withOrigin(record, origin, renamed)),
      ]),
    );
    if (lacksSource) documents[origin] = { title: ownTitle(manifest, titles), ...addressOf(base) };
    return { ...dataset, manifest: { ...manifest, documents }, collections };
  });
}

/** Returns where a document is on the web; nothing for a file of a machine, whose folders are nobody's business. */
const addressOf = (base: string): Pick<DocumentEntry, 'href'> =>
  /^https?:/.test(base) ? { href: withoutFragment(base) } : {};

function withOrigin<T extends AnyRecord>(record: T, origin: string, renamed: ReadonlyMap<string, string>): T {
  const { source } = record;
  const document = source ? (renamed.get(source.document) ?? source.document) : origin;
  return document === source?.document ? record : { ...record, source: { ...source, document } };
}

/** Returns the title of a data set; with its publisher, or a number, where another one has the same. */
function ownTitle({ title, publisher }: Dataset['manifest'], titles: Set<string>): DocumentEntry['title'] {
  const endings = ['', ` (${publisher.name})`];
  let n = 1;
  let ending = endings.shift() ?? '';
  while (titles.has(title.fr + ending)) {
    n += 1;
    ending = endings.shift() ?? ` (${n - 1})`;
  }
  titles.add(title.fr + ending);
  return ending === ''
    ? title
    : { ...title, ...Object.fromEntries(Object.entries(title).map(([lang, text]) => [lang, text + ending])) };
}

/** The fragment of an address is for the widget, and may hold a key. */
const withoutFragment = (address: string): string => address.replace(/#.*$/u, '');

/** Remembers what was made of each record or text. */
function memoize<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

function tally(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
