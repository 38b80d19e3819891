/** Rules over records and their lists: numbers announced and listed, repeated records, references, loops, what was cancelled. */
import {
  type CollectionName,
  fold,
  type Interval,
  isComplete,
  LINKS,
  type LinkField,
  type Membership,
  namingsOf,
  type Observation,
  oneErrorApart,
  type ParsedPeriod,
  parseWhere,
  periodContains,
  push,
  type Quantity,
  visitLinks,
  withoutSettledPlans,
} from '../model/index.ts';
import type { CheckContext } from './check.ts';
import { type Hits, inAmount, inField, inManifest, type Pattern, rule } from './rule.ts';
import { alike } from './shared/alike.ts';
import { exactInteger, exceeds, formatComputed, intersects, toInterval } from './shared/amounts.ts';
import { type DatasetIndex, UNKNOWN_DAY } from './shared/dataset-index.ts';
import { type At, type BilingualText, bilingualName, quotedName, sameInBoth } from './shared/finding.ts';
import { type AnyListing, createLists, type ListedRecord, type Lists, listingOf } from './shared/listings.ts';
import { groupByKey, numbered } from './shared/lists.ts';
import { listName } from './shared/titles.ts';

/** Records that an observation seems to count, and what is known of the list. */
interface Count {
  /** Number of records that are certainly meant. */
  readonly least: number;
  /** …and how many may be, counting those whose date is too vague. */
  readonly most: number;
  /** Records that are planned or cancelled. */
  readonly others: number;
  /** Records that are there but could not be read: each may be meant, or not. */
  readonly unread: number;
  readonly complete: boolean;
  /** Whether the records stand in the section that announces their number. */
  readonly together: boolean;
}

/** Returns the test for the states that count: all that were planned at first, those cancelled, or those held. */
function counts(o: Observation): (listed: ListedRecord) => boolean {
  const name = o.indicator ?? o.id;
  if ('status' in o.dimensions) return () => true;
  if (/-cancelled$/.test(name)) return ({ status }) => status === 'cancelled';
  if (/-planned$/.test(name)) return () => true;
  // Some of what was planned has taken place since.
  if (o.status === 'planned') return ({ status }) => status !== 'cancelled';
  return ({ status }) => ['held', 'full', 'ongoing'].includes(status);
}

/** Returns the pairs of the coverage that make the list complete for an observation; null where it is not. */
function coverageOf(
  { dataset }: CheckContext,
  o: Observation,
  listing: AnyListing,
): Readonly<Record<string, string>> | null {
  const asked = { ...o.dimensions, ...(listing.flow ? { flow: listing.flow } : {}) };
  const where = Object.entries(asked)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ');
  if (isComplete(dataset, listing.collection, o.period, where)) return {};
  // A figure without dimensions may count the one part for which the collection is complete.
  if (Object.keys(o.dimensions).length > 0) return null;
  const parts = (dataset.manifest.collections[listing.collection]?.coverage ?? []).filter(
    ({ complete, period }) => complete && (!period || periodContains(period, o.period)),
  );
  const pairs = parts.map(({ where: text }) => parseWhere(text)).filter((each) => !('flow' in each));
  return pairs.length === 1 ? (pairs[0] ?? null) : null;
}

/** Counts the records of a collection that are there but could not be read. */
const unreadIn = ({ options }: CheckContext, collection: string): number =>
  [...(options.unread ?? [])].filter((each) => each.startsWith(`${collection}/`)).length;

/** Whether the records say where they stand in a dimension: some of them are of this value, or of another category. */
const isRecorded = (index: DatasetIndex, listing: AnyListing, lists: Lists, key: string, value: string): boolean =>
  listing.chosenBy.includes(key) ||
  lists.has(listing, key, value) ||
  index.categories(key).some((each) => lists.has(listing, key, each));

function countOf(context: CheckContext, o: Observation, listing: AnyListing, lists: Lists): Count | null {
  const { index, dataset } = context;
  const dimensions = Object.entries(o.dimensions);
  const covered = coverageOf(context, o, listing);
  const chosen = dimensions.find(([key]) => listing.chosenBy.includes(key)) ?? dimensions[0];
  if (!chosen && !covered) return null;
  if (covered === null && !dimensions.some(([key]) => listing.chosenBy.includes(key))) return null;
  const all = lists(listing, chosen?.[0] ?? '', chosen?.[1] ?? '', o);
  const [sample] = all.length > 0 ? all : lists(listing, '', '');
  if (!sample || dimensions.some(([key]) => !(key in sample.values))) return null;
  if (dimensions.some(([key, value]) => !isRecorded(index, listing, lists, key, value))) return null;
  const pairs = [...dimensions, ...Object.entries(covered ?? {})].filter(([key]) => key in sample.values);
  const network = listing.flow ? dataset.manifest.network : undefined;
  const meant = all.filter(
    ({ values, section }) =>
      pairs.every(([key, value]) => values[key]?.includes(value)) &&
      (!network || 'network' in o.dimensions || (values['network']?.includes(network) ?? true)) &&
      // Without a dimension, only the section shows which list the count refers to.
      (chosen !== undefined || listing.flow !== undefined || section === o.source.section),
  );
  if (meant.length === 0 && chosen === undefined && listing.flow === undefined) return null;
  const isMeant = counts(o);
  let [least, most, others] = [0, 0, 0];
  const span = index.span(o.period);
  for (const listed of meant) {
    const date = index.span(listed.date);
    // A record of joining or leaving on an unknown day is not one of the period: the list of these is complete without
    // it.
    if (listing.flow && !date) continue;
    if (!span || (date && (date.last < span.first || date.first > span.last))) continue;
    const sure = date !== null && span.first <= date.first && date.last <= span.last;
    if (!isMeant(listed)) others += listed.weight;
    else {
      most += listed.weight;
      if (sure) least += listed.weight;
    }
  }
  const together = meant.length > 0 && meant.every(({ section }) => section === o.source.section);
  return { least, most, others, unread: unreadIn(context, listing.collection), complete: covered !== null, together };
}

/** Returns the number of records that an almost complete list may lack for the gap to look like an omission. */
const missingAtMost = (announced: number): number => Math.max(1, Math.floor(announced * 0.2));

/** Compares an announced number with what is listed. */
function* announced(o: Observation, collection: string, count: Count): Hits<'more' | 'less'> {
  const { least, most, others, unread, complete, together } = count;
  const own = toInterval(o.quantity);
  // A record that could not be read may be any of those missing: report only the gap that such records cannot explain.
  const listed = { lo: least, hi: most + unread, loStrict: false, hiStrict: false };
  if (Number.isNaN(least) || intersects(own, listed)) return;
  const isMore = exceeds(listed, own);
  const n = exactInteger(o.quantity);
  const isHeld = others > 0 && n === most + others;
  const almost = n !== null && together && ((most >= 2 && n - most <= missingAtMost(n)) || (isHeld && most > 0));
  if (!isMore && !complete && !almost) return;
  // Undated records are all listed, and none of them is certain.
  const found =
    least === most || least === 0 ? formatComputed(most) : `${formatComputed(least)}–${formatComputed(most)}`;
  const values = {
    listed: found,
    list: listName(collection),
    others: isHeld
      ? {
          fr: `, plus ${others} à l'état prévu ou annulé, hors compte`,
          en: `, and ${others} planned or cancelled, not counted`,
        }
      : sameInBoth(''),
    unread:
      unread > 0
        ? {
            fr: `, et ${unread} de plus sans pouvoir être lue${unread > 1 ? 's' : ''}`,
            en: `, and ${unread} more that cannot be read`,
          }
        : sameInBoth(''),
  };
  const weight = complete || isMore ? undefined : 'warning, possible';
  const hit = { at: inAmount(o), found: `${found} (${collection})`, expected: o.quantity, values };
  yield isMore ? ['more', hit] : ['less', { ...hit, weight }];
}

/** Checks that a collection which says that it is complete has as many records as its manifest says. */
function* manifestCounts(context: CheckContext): Hits<'manifest'> {
  const { dataset, index } = context;
  for (const [name, entry] of Object.entries(dataset.manifest.collections)) {
    if (!entry?.coverage.some(({ complete }) => complete) || !(name in dataset.collections)) continue;
    const { length } = index.list(name as CollectionName);
    // Records that were left out have findings of their own.
    if (entry.count >= length && entry.count <= length + unreadIn(context, name)) continue;
    const where = { file: 'manifest.json', collection: name, field: 'count' };
    const subject = { fr: `« ${name} »`, en: `“${name}”` };
    yield ['manifest', { at: { where, subject }, found: length, expected: entry.count }];
  }
}

const LISTED: Pattern = [
  'le nombre annoncé est {expected}, la liste en compte {listed}{others}{unread}',
  '{expected} announced, {listed} listed{others}{unread}',
];

/** Published counts against the records that they count. Where a list is not complete, only too many is a mistake. */
export const announcedAndListed = rule(
  'announced-and-listed',
  { fr: 'Nombres annoncés et listes', en: 'Announced numbers and lists' },
  [
    ...(['observations', 'meetings', 'events', 'projects', 'publications', 'missions', 'applications'] as const),
    ...(['filings', 'movements', 'memberships', 'prizes', 'programmes'] as const),
  ],
  {
    more: [
      'warning, likely',
      LISTED,
      [
        "Relisez le nombre annoncé, ou retirez de {list} ce qui n'en est pas.",
        'Read the announced number again, or remove from {list} what is none of them.',
      ],
    ],
    less: [
      'warning, likely',
      LISTED,
      [
        'Relisez le nombre annoncé, ou ajoutez à {list} ce qui manque.',
        'Read the announced number again, or add to {list} what is missing.',
      ],
    ],
    manifest: [
      'warning, certain',
      [
        'le manifeste annonce un nombre de fiches de {expected} pour une liste dite complète, et il y en a {found}',
        'the manifest announces a number of records of {expected} in a list said to be complete, and it has {found}',
      ],
      [
        'Corrigez les fiches qui ont été laissées de côté, ou refaites le manifeste.',
        'Correct the records that were left out, or make the manifest again.',
      ],
    ],
  },
  function* (context) {
    const { index } = context;
    yield* manifestCounts(context);
    const lists = createLists(index);
    for (const o of index.standing()) {
      const programme = index.byId('programmes').get(o.dimensions['programme'] ?? '');
      const listing = listingOf(o, programme?.kind);
      const count = listing && !o.territory ? countOf(context, o, listing, lists) : null;
      if (listing && count) yield* announced(o, listing.collection, count);
      // The territories of a programme: one too many, or one forgotten.
      const isAlone = Object.keys(o.dimensions).length === 1 && o.status === 'held';
      const n = programme?.territories.length ?? 0;
      if (!isAlone || o.quantity.unit !== 'territories' || n === 0) continue;
      const together = programme?.source?.section === o.source.section;
      const all = { least: n, most: n, others: 0, unread: 0, complete: false, together };
      yield* announced(o, 'programmes.territories', all);
    }
  },
);

/** An announced number of organisations, and how many the records name. */
interface Roll {
  readonly at: At;
  readonly announced: Quantity;
  readonly named: Interval;
  readonly collection: string;
  readonly complete: boolean;
}

const exactly = (n: number): Interval => ({ lo: n, hi: n, loStrict: false, hiStrict: false });

/** Organisations named as taking part in something: such a list may be short, never too long. */
function* participants({ index, dataset }: CheckContext): Generator<Roll> {
  const named = new Map<string, Set<string>>();
  for (const { of, organisation } of index.list('participations')) {
    const set = named.get(of) ?? new Set<string>();
    named.set(of, set.add(organisation));
  }
  const common = (of: string) => ({ named: exactly(named.get(of)?.size ?? 0), collection: 'participations' });
  for (const o of index.standing()) {
    const of = o.dimensions['event'] ?? o.dimensions['programme'];
    const alone = Object.keys(o.dimensions).length === 1 && !o.territory && o.status === 'held';
    const isCount = o.quantity.unit === 'organisations' && (o.indicator ?? '').startsWith('participation');
    if (!of || !alone || !isCount) continue;
    const complete = isComplete(dataset, 'participations', o.period, `programme=${of} event=${of} of=${of}`);
    yield { ...common(of), at: inAmount(o), announced: o.quantity, complete };
  }
  for (const event of index.list('events')) {
    const { attendance, id } = event;
    if (attendance?.unit === 'organisations')
      yield { ...common(id), at: inField('events', event, 'attendance'), announced: attendance, complete: false };
  }
}

/** Organisations that a programme supported by missions: such a list may be short, never too long. */
function* supported({ index }: CheckContext): Generator<Roll> {
  const named = new Map<string, { readonly last: string; readonly list: readonly string[] }[]>();
  for (const { programme, period, status, organisations } of index.list('missions')) {
    const span = index.span(period);
    if (span && status === 'held') push(named, programme, { last: span.last, list: organisations });
  }
  for (const o of index.standing()) {
    const stem = /^(.+)-structures$/.exec(o.indicator ?? '')?.[1];
    const span = index.span(o.period);
    const { programme, ...more } = o.dimensions;
    if (!stem || !span || o.quantity.unit !== 'organisations' || o.status !== 'held' || o.territory) continue;
    if (Object.keys(more).length > 0) continue;
    const meant = [...named.keys()].filter((each) =>
      programme ? each === programme : `${each}-`.startsWith(`${stem}-`),
    );
    const missions = meant.flatMap((each) => named.get(each) ?? []);
    const inside = missions.filter(({ last }) => last >= span.first && last <= span.last);
    const size = new Set(inside.flatMap(({ list }) => list)).size;
    yield { at: inAmount(o), announced: o.quantity, named: exactly(size), collection: 'missions', complete: false };
  }
}

/** Returns the network and the collège whose members an observation counts on a day; null for another figure. */
function stockOf({ dataset, index }: CheckContext, o: Observation) {
  const { network = dataset.manifest.network, college, ...more } = o.dimensions;
  const isMembers = o.quantity.unit === 'members' ? /-stock$/ : /-members$/;
  const isStock = o.quantity.unit === 'members' || o.quantity.unit === 'organisations';
  const named =
    isStock && isMembers.test(o.indicator ?? '') && (o.quantity.unit === 'members' || 'network' in o.dimensions);
  const day = index.span(o.period)?.last;
  if (!named || !network || !day || Object.keys(more).length > 0 || o.territory) return null;
  return { network, college, day };
}

/** Period in which an organisation is a member, read once for all days that figures are about. */
interface Stay {
  readonly from: ParsedPeriod | null;
  readonly to: ParsedPeriod | null;
}

/** Counts the members of a network on a day: those that are certain, and at most those whose dates are not known. */
function membersOn(list: readonly Stay[], day: string): Interval {
  let [lo, hi] = [0, 0];
  for (const { from, to } of list) {
    if ((from && from.first > day) || (to && to.last <= day)) continue;
    hi += 1;
    if ((!from || from.last <= day) && (!to || to.first > day)) lo += 1;
  }
  return { lo, hi, loStrict: false, hiStrict: false };
}

function* members(context: CheckContext): Generator<Roll> {
  const { index, dataset } = context;
  const networks = new Map<string, Stay[]>();
  for (const { network, college, start, end } of index.list('memberships')) {
    const stay = { from: index.span(start), to: index.span(end) };
    push(networks, network, stay);
    if (college) push(networks, `${network}\u0000${college}`, stay);
  }
  const counted = new Map<string, Interval>();
  for (const o of index.standing()) {
    const stock = stockOf(context, o);
    if (!stock) continue;
    const { network, college, day } = stock;
    const key = college === undefined ? network : `${network}\u0000${college}`;
    const named = counted.get(`${key}\u0000${day}`) ?? membersOn(networks.get(key) ?? [], day);
    counted.set(`${key}\u0000${day}`, named);
    const where = `flow=stock network=${network}${college ? ` college=${college}` : ''}`;
    const complete = isComplete(dataset, 'memberships', o.period, where);
    yield { at: inAmount(o), announced: o.quantity, named, collection: 'memberships', complete };
  }
}

/** Announced numbers of members and participants against the organisations that are named. */
export const namedOrganisations = rule(
  'named-organisations',
  { fr: 'Organisations annoncées et nommées', en: 'Organisations announced and named' },
  ['observations', 'events', 'participations', 'memberships', 'missions'],
  {
    other: [
      'warning, likely',
      [
        "le nombre annoncé d'organisations est {expected}, la liste en nomme {n}",
        'the announced number of organisations is {expected}, the list names {n}',
      ],
      [
        'Relisez le nombre annoncé et la liste des organisations.',
        'Read the announced number and the list of organisations again.',
      ],
    ],
  },
  function* (context) {
    for (const source of [participants, supported, members]) {
      for (const { at, announced: expected, named, collection, complete } of source(context)) {
        const own = toInterval(expected);
        if (named.hi === 0 || (complete ? intersects(named, own) : !exceeds(named, own))) continue;
        const [lo, hi] = [formatComputed(named.lo), formatComputed(named.hi)];
        const n = named.lo === named.hi ? lo : `${lo}–${hi}`;
        yield ['other', { at, found: `${n} (${collection})`, expected, values: { n } }];
      }
    }
  },
);

type Fields = Readonly<Record<string, unknown>>;
type Identified = At['record'];

/**
 * Fields that show whether two records describe one thing. Events of one title may differ by their hours, books by
 * their format.
 */
interface Titled extends Identified {
  readonly title: { readonly fr: string };
  readonly date?: string | null;
  readonly place?: string | null;
  readonly territories?: readonly string[];
  readonly startsAt?: string | null;
  readonly organisers?: readonly string[];
  readonly format?: string | null;
}

const KEEP_ONE: BilingualText = {
  fr: 'Si c’est la même chose racontée deux fois, gardez une seule fiche.',
  en: 'If it is one thing told twice, keep one record.',
};

/** Yields the hit on a record and those that look like it, if any: the first five by their ids. */
function* repeat(
  collection: CollectionName,
  [record, ...others]: readonly Identified[],
  field: string,
  what: BilingualText,
  todo = KEEP_ONE,
): Hits<'same'> {
  if (!record || others.length === 0) return;
  const expected = others
    .slice(0, 5)
    .map((each) => each.id)
    .join(', ');
  yield ['same', { at: inField(collection, record, field), found: record.id, expected, values: { what, todo } }];
}

const differ = (a: string | null | undefined, b: string | null | undefined): boolean => Boolean(a && b && a !== b);

/** Whether nothing sets two records of one title, day and place apart. */
function isSame(a: Titled, b: Titled): boolean {
  const [x, y] = [a.organisers ?? [], b.organisers ?? []];
  const apart = x.length > 0 && y.length > 0 && !x.some((each) => y.includes(each));
  return !apart && !differ(a.startsAt, b.startsAt) && !differ(a.format, b.format);
}

/** Whether the date of a record is no day: many things may share a year. */
const isVague = (record: Fields): boolean => 'date' in record && !/^\d{4}-\d{2}-\d{2}$/.test(String(record['date']));

const placeKey = ({ place, territories = [] }: Titled): string => fold(place ?? territories.join(' '));

/** Things of one day and place that are compared with each other: a fair has more, and they are many by design. */
const FEW = 8;

/** Whether two titles differ by one letter inside a long word: numbers and short words are meant to differ. */
function isMisspelt(a: Titled, b: Titled): boolean {
  const [x, y] = [fold(a.title.fr), fold(b.title.fr)];
  const [words, others] = [x.split(' '), y.split(' ')];
  const apart = words.filter((word, at) => word !== others[at]);
  return oneErrorApart(x, y) && words.length === others.length && apart.every((word) => /^\p{L}{6,}$/u.test(word));
}

/** Finds records that say the same thing twice: the same title, or almost, on the same day in the same place. */
function* repeatedTitles({ index }: CheckContext): Hits<'same'> {
  const events = withoutSettledPlans(index.list('events')) as readonly Titled[];
  const same = {
    fr: 'le même titre, à la même date et au même lieu',
    en: 'the same title, on the same date, in the same place',
  };
  for (const collection of ['events', 'publications'] as const) {
    const list = collection === 'events' ? events : (index.list(collection) as readonly Titled[]);
    const groups = groupByKey(list, (record) => {
      const { date, title } = record;
      return index.span(date) ? [fold(title.fr).replaceAll(' ', ''), date, placeKey(record)].join('|') : null;
    });
    for (const group of groups.values())
      for (const list of alike(group, isSame)) yield* repeat(collection, list, 'title', same);
  }
  const almost = { fr: 'presque le même titre, le même jour', en: 'almost the same title, on the same day' };
  const days = groupByKey(events, (record) =>
    isVague({ date: record.date }) ? null : `${record.date ?? ''}|${placeKey(record)}`,
  );
  for (const list of days.values()) {
    for (const [at, record] of list.length > FEW ? [] : numbered(list)) {
      const others = list.slice(at + 1).filter((each) => isSame(record, each) && isMisspelt(record, each));
      yield* repeat('events', [record, ...others], 'title', almost);
    }
  }
}

/** Fields that make a record the only one of its kind, and those without which nothing is said. */
interface Unique {
  readonly collection: CollectionName;
  readonly fields: readonly string[];
  readonly needs: readonly string[];
  readonly what: BilingualText;
  readonly todo?: BilingualText;
  /** Whether records that are dated by their year alone are compared, too: nothing else happens twice a year to one. */
  readonly isOfYear?: true;
}

/** Returns the rule for records with equal names, which readers of a table or of a legend cannot distinguish. */
const named = (collection: CollectionName, name: 'label' | 'name', ...more: readonly string[]): Unique => ({
  collection,
  fields: [name, ...more],
  needs: [name],
  what: { fr: 'le même libellé, sans rien qui les distingue', en: 'the same label, and nothing to tell them apart' },
  todo: {
    fr: 'Si c’est une seule chose, gardez une seule fiche ; sinon donnez-leur des libellés différents.',
    en: 'If it is one thing, keep one record; otherwise give them different labels.',
  },
});

const UNIQUE: readonly Unique[] = [
  {
    collection: 'meetings',
    fields: ['body', 'date', 'place', 'mode', 'status'],
    needs: ['body', 'date'],
    what: { fr: 'la même instance, le même jour', en: 'the same body, on the same day' },
  },
  {
    collection: 'participations',
    fields: ['organisation', 'of', 'role', 'period', 'territories'],
    needs: ['organisation', 'of'],
    what: { fr: 'la même participation', en: 'the same participation' },
  },
  {
    collection: 'votes',
    fields: ['body', 'date', 'subject'],
    needs: ['date'],
    what: { fr: 'le même vote, le même jour', en: 'the same vote, on the same day' },
  },
  {
    collection: 'audiences',
    fields: ['channel', 'date'],
    needs: ['channel', 'date'],
    what: { fr: 'le même canal, à la même date', en: 'the same channel, on the same date' },
  },
  {
    collection: 'seats',
    fields: ['body', 'organisation', 'college', 'role', 'period'],
    needs: ['body'],
    what: { fr: 'le même siège, pour la même période', en: 'the same seat, for the same period' },
    todo: {
      fr: 'Gardez une seule fiche : plusieurs sièges vont dans « count ».',
      en: 'Keep one record: several seats go into `count`.',
    },
  },
  {
    collection: 'prizes',
    fields: ['name', 'date', 'laureate', 'amount'],
    needs: ['name', 'laureate'],
    isOfYear: true,
    what: {
      fr: 'le même prix, au même lauréat, à la même date',
      en: 'the same prize, to the same laureate, on the same date',
    },
  },
  {
    collection: 'territories',
    fields: ['kind', 'code'],
    needs: ['code'],
    what: { fr: 'le même code officiel', en: 'the same official code' },
  },
  named('categories', 'label', 'dimension'),
  named('colleges', 'label', 'network'),
  named('networks', 'name'),
  named('bodies', 'name', 'kind'),
  named('series', 'name'),
  named('channels', 'label', 'kind'),
  named('programmes', 'name', 'kind', 'period', 'territories'),
  named('calls', 'name', 'owner', 'period'),
  named(
    'observations',
    'label',
    ...['source.document', 'source.section', 'indicator', 'period', 'territory'],
    // Different amounts under one label have a finding of the rule on contradictions.
    ...['status', 'dimensions', 'quantity'],
  ),
];

/** Returns a field, or a field of a field. */
const fieldOf = (record: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Fields | null | undefined)?.[name], record);

/**
 * Returns a value as a key: of a text its French words, whatever their case and accents; of other objects all fields,
 * in any order.
 */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value ?? '');
  const { fr } = value as Fields;
  return typeof fr === 'string' ? fold(fr) : JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function* repeatedKeys({ index }: CheckContext): Hits<'same'> {
  for (const { collection, fields, needs, what, todo, isOfYear } of UNIQUE) {
    const groups = groupByKey<Identified>(index.list(collection), (record) => {
      const values = record as unknown as Fields;
      if (needs.some((field) => !values[field]) || (isVague(values) && !isOfYear)) return null;
      return fields.map((field) => textOf(fieldOf(values, field))).join('\u0000');
    });
    for (const list of groups.values()) yield* repeat(collection, list, needs[0] ?? 'id', what, todo);
  }
}

/** Finds an organisation that is a member of one network twice at a time. */
function* repeatedMemberships({ index }: CheckContext): Hits<'member'> {
  const groups = groupByKey(index.list('memberships'), (m) => `${m.organisation}\u0000${m.network}`);
  const first = (m: Membership): string => index.span(m.start)?.first ?? '';
  /** Returns the latest day that it may have started on: of 2019 its last. */
  const latest = (m: Membership): string => index.span(m.start)?.last ?? UNKNOWN_DAY;
  for (const list of groups.values()) {
    const sorted = [...list].sort((a, b) => (first(a) < first(b) ? -1 : 1));
    for (const [n, m] of numbered(sorted)) {
      const before = sorted[n - 1];
      const end = index.span(before?.end);
      if (!before || (end && end.first <= latest(m))) continue;
      const { organisation, network } = m;
      const at = inField('memberships', m, 'organisation');
      yield ['member', { at, found: m.id, expected: before.id, values: { organisation, network } }];
    }
  }
}

/** Finds territories of one kind and one name, in one place: a commune under two codes. */
function* repeatedTerritories({ index }: CheckContext): Hits<'same'> {
  const groups = groupByKey(index.list('territories'), ({ kind, name, parents }) => {
    const within = parents.find((each) => each.startsWith('departement-')) ?? parents[0] ?? '';
    return [kind, fold(name.fr), kind === 'commune' ? within : ''].join('\u0000');
  });
  const what = { fr: 'le même nom, pour deux territoires', en: 'the same name, for two territories' };
  for (const list of groups.values()) yield* repeat('territories', list, 'name', what);
}

/**
 * Things recorded twice: an event, a meeting, a publication, a vote, a participation, a seat, a prize, a membership, a
 * territory, a label.
 */
export const repeatedRecords = rule(
  'repeated-records',
  { fr: 'Fiches répétées', en: 'Repeated records' },
  ['events', 'publications', 'memberships', ...UNIQUE.map(({ collection }) => collection)],
  {
    same: ['warning, likely', ['{what} : {expected}', '{what}: {expected}'], ['{todo}', '{todo}']],
    member: [
      'warning, likely',
      [
        '« {organisation} » est déjà membre de « {network} » par « {expected} »',
        '"{organisation}" is a member of "{network}" by "{expected}" already',
      ],
      ['Gardez une seule adhésion, ou terminez la première.', 'Keep one membership, or end the first one.'],
    ],
  },
  function* (context) {
    yield* repeatedTitles(context);
    yield* repeatedKeys(context);
    yield* repeatedMemberships(context);
    yield* repeatedTerritories(context);
  },
);

/** Ids that a link may lead to; null where the data set, or what was loaded of it, has no such list. */
type Known = (into: string) => ReadonlySet<string> | null;

function createKnown({ dataset, index, options }: CheckContext): Known {
  const sets = new Map<string, ReadonlySet<string> | null>();
  const make = (into: string): ReadonlySet<string> | null => {
    if (into === 'documents') {
      const documents = Object.keys(dataset.manifest.documents);
      return documents.length > 0 ? new Set(documents) : null;
    }
    if (into.startsWith('categories:')) {
      const ids = index.categories(into.slice('categories:'.length));
      return ids.length > 0 ? new Set([...ids, 'unknown']) : null;
    }
    const names = into.split('|') as readonly CollectionName[];
    // Records that were not loaded cannot be looked up: no finding is better than a wrong one.
    const isUnread = (name: CollectionName): boolean =>
      options.unread?.has(name) === true || (!!dataset.manifest.collections[name] && !dataset.collections[name]);
    if (names.some(isUnread)) return null;
    const ids = names.flatMap((name) => index.list(name).map((record) => record.id));
    return ids.length > 0 ? new Set(ids) : null;
  };
  return (into) => {
    const known = sets.get(into);
    if (known !== undefined) return known;
    const made = make(into);
    sets.set(into, made);
    return made;
  };
}

/** Creates the search for the id that differs from a lost one by case, accents or punctuation only. */
function createSimilar(known: Known): (into: string, lost: string) => string | undefined {
  const maps = new Map<string, ReadonlyMap<string, string>>();
  return (into, lost) => {
    const map = maps.get(into) ?? new Map([...(known(into) ?? [])].map((each) => [fold(each), each]));
    maps.set(into, map);
    return map.get(fold(lost));
  };
}

/** Whether a link leads to a commune of the table given, or to a record that is there but could not be read. */
function isElsewhere({ index, options: { unread } }: CheckContext, { into, id: lost }: LinkField): boolean {
  const places = index.places();
  const isCommune =
    into === 'territories' && (places.territory(lost) ?? places.communeOf(lost.replace('commune-', '')));
  return Boolean(isCommune) || into.split('|').some((name) => unread?.has(`${name}/${lost}`));
}

function* lostLinks(context: CheckContext): Hits<'lost' | 'similar'> {
  const known = createKnown(context);
  const similar = createSimilar(known);
  for (const collection of Object.keys(context.dataset.collections) as CollectionName[]) {
    const namings = namingsOf(collection);
    for (const record of context.index.list(collection)) {
      const lost: LinkField[] = [];
      visitLinks(namings, record, (field, into, id) => {
        if (known(into)?.has(id) === false) lost.push({ field, into, id });
      });
      for (const link of lost) {
        if (isElsewhere(context, link)) continue;
        const { field, into, id: found } = link;
        const lists = into.replace('categories:', 'categories/').split('|');
        const named = {
          fr: lists.map((name) => `« ${name} »`).join(' ni dans '),
          en: lists.map((name) => `"${name}"`).join(' or '),
        };
        const expected = similar(into, found);
        const hit = { at: inField(collection, record, field), found, expected, values: { field, lists: named } };
        yield [expected ? 'similar' : 'lost', hit];
      }
    }
  }
}

/** Finds ids that several records of a collection share; of categories each dimension has its own. */
function* sharedIds({ dataset, index }: CheckContext): Hits<'shared'> {
  for (const collection of Object.keys(dataset.collections) as CollectionName[]) {
    const list = index.list(collection);
    if (new Set(list.map((record) => record.id)).size === list.length) continue;
    const groups = groupByKey<Identified>(list, (record) =>
      'dimension' in record ? `${String(record.dimension)}/${record.id}` : record.id,
    );
    for (const [record, ...others] of groups.values()) {
      if (!record || others.length === 0) continue;
      const values = { times: others.length + 1, collection };
      yield ['shared', { at: inField(collection, record, 'id'), found: record.id, values }];
    }
  }
}

const NOWHERE: Pattern = [
  "« {field} » nomme « {found} », qui n'est pas dans {lists}",
  '"{field}" names "{found}", which is not in {lists}',
];

/** Ids that lead nowhere, and ids that several records share. */
export const references = rule(
  'references',
  { fr: 'Références et identifiants', en: 'References and ids' },
  [...(Object.keys(LINKS) as CollectionName[]), 'channels'],
  {
    lost: [
      'error, certain',
      NOWHERE,
      ['Ajoutez la fiche qui manque, ou corrigez l’identifiant.', 'Add the missing record, or correct the id.'],
    ],
    similar: ['error, certain', NOWHERE, ['Sans doute « {expected} ».', 'Probably "{expected}".']],
    shared: [
      'error, certain',
      [
        "l'identifiant « {found} » sert à {times} fiches de « {collection} »",
        'the id "{found}" is that of {times} records of "{collection}"',
      ],
      ['Donnez à chaque fiche un identifiant à elle.', 'Give each record an id of its own.'],
    ],
    college: [
      'warning, likely',
      [
        "le collège « {found} » est celui de « {other} », l'adhésion celle de « {expected} »",
        'the college "{found}" is one of "{other}", the membership one of "{expected}"',
      ],
      ['Corrigez le collège ou le réseau.', 'Correct the college or the network.'],
    ],
    network: [
      'error, certain',
      [
        "« network » nomme « {found} », qui n'est pas dans « networks »",
        '"network" names "{found}", which is not in "networks"',
      ],
      ['Écrivez l’un de ceux-ci : {expected}.', 'Write one of these: {expected}.'],
    ],
  },
  function* (context) {
    const { dataset, index } = context;
    yield* sharedIds(context);
    yield* lostLinks(context);
    // A membership of one network in a college of another one.
    for (const membership of index.list('memberships')) {
      const college = index.byId('colleges').get(membership.college ?? '');
      if (!college || college.network === membership.network) continue;
      const [at, values] = [inField('memberships', membership, 'college'), { other: college.network }];
      yield ['college', { at, found: college.id, expected: membership.network, values }];
    }
    // The network whose memberships are "the members" is one of the networks.
    const { network } = dataset.manifest;
    const networks = index.list('networks').map(({ id }) => id);
    if (network !== undefined && networks.length > 0 && !networks.includes(network))
      yield ['network', { at: inManifest('network'), found: network, expected: networks.join(', ') }];
  },
);

/** Whether what a record names leads back to it, through whatever lies between. */
function isInItself(start: string, next: (record: string) => readonly string[]): boolean {
  const seen = new Set<string>();
  const queue = [...next(start)];
  for (let each = queue.pop(); each !== undefined; each = queue.pop()) {
    if (each === start) return true;
    if (!seen.has(each)) for (const inner of next(each)) queue.push(inner);
    seen.add(each);
  }
  return false;
}

/** A territory or an event inside itself, a figure calculated from itself. */
export const loops = rule(
  'loops',
  { fr: 'Fiches qui se contiennent elles-mêmes', en: 'Records inside themselves' },
  ['territories', 'observations', 'events'],
  {
    loop: [
      'error, certain',
      ['« {field} » ramène à la fiche elle-même', '"{field}" leads back to the record itself'],
      ['Retirez cet identifiant, ou corrigez-le.', 'Remove this id, or correct it.'],
    ],
  },
  function* ({ index }) {
    const fields = [
      ['territories', 'parents'],
      ['observations', 'derivedFrom'],
      ['events', 'partOf'],
    ] as const;
    for (const [collection, field] of fields) {
      const named = (id: string): readonly string[] =>
        [Reflect.get(index.byId(collection).get(id) ?? {}, field) ?? []].flat() as readonly string[];
      for (const record of index.list(collection))
        if (isInItself(record.id, named))
          yield ['loop', { at: inField(collection, record, field), found: record.id, values: { field } }];
    }
  },
);

/** Yields what records and figures say of those who came to an event or a meeting, whatever became of it. */
function* attended({ index }: CheckContext): Generator<{ at: At; of: string; q: Quantity | null | undefined }> {
  for (const event of index.list('events'))
    yield { at: inField('events', event, 'attendance'), of: event.id, q: event.attendance };
  for (const tally of index.list('tallies')) {
    const field = tally.total ? 'total' : 'by.attendance.present';
    const q = tally.total ?? tally.by['attendance']?.['present'];
    yield { at: inField('tallies', tally, field), of: tally.of, q };
  }
  for (const o of index.standing()) {
    const { event, webinar, meeting } = o.dimensions;
    const isPeople = o.status === 'held' && o.quantity.unit === 'people';
    if (isPeople) yield { at: inAmount(o), of: event ?? webinar ?? meeting ?? '', q: o.quantity };
  }
}

/** People at an event or a meeting that is said not to have taken place: they are not counted, or the status is wrong. */
export const cancelled = rule(
  'cancelled',
  { fr: 'Public d’un événement annulé', en: 'Attendance of what was cancelled' },
  ['events', 'meetings', 'tallies', 'observations'],
  {
    came: [
      'warning, likely',
      [
        "une participation de {found} est donnée à {name}, qui est dit annulé ou reporté : elle n'est pas comptée",
        'an attendance of {found} is given to {name}, which is said to be cancelled or postponed: it is not counted',
      ],
      ['Corrigez l’état, ou retirez ce nombre.', 'Correct the status, or remove this number.'],
    ],
  },
  function* (context) {
    const { index } = context;
    for (const { at, of, q } of attended(context)) {
      const whole = index.byId('events').get(of) ?? index.byId('meetings').get(of);
      const isOff = whole?.status === 'cancelled' || whole?.status === 'postponed';
      if (q && whole && isOff && exceeds(toInterval(q), exactly(0)))
        yield [
          'came',
          { at, found: q, expected: '0', values: { name: quotedName(bilingualName(whole) ?? sameInBoth(of)) } },
        ];
    }
  },
);
