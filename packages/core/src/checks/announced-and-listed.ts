import { type Finding, isComplete, type Observation, parseWhere, periodContains, push } from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import {
  comma,
  exactInteger,
  exceeds,
  formatAmount,
  formatComputed,
  intersects,
  toInterval,
} from './shared/amounts.ts';
import { placeOf, report, subjectOf } from './shared/finding.ts';
import { type AnyListing, type Listed, listingOf } from './shared/listings.ts';
import { listName } from './shared/titles.ts';

const id = 'announced-and-listed';

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

/** Lists of records, read once for each collection and chosen by one value of one dimension. */
interface Lists {
  (listing: AnyListing, dimension: string, value: string, o?: Observation): readonly Listed[];
  /** Whether some record has this value of a dimension. */
  readonly has: (listing: AnyListing, dimension: string, value: string) => boolean;
}

/** Bucket of what lies in no single year, or at no known date. */
const LONG = '*';
/** Bucket of all years together. */
const ALL = '';

/** Records by a value of a dimension, then by year. */
type Groups = ReadonlyMap<string, ReadonlyMap<string, readonly Listed[]>>;

function createLists({ index }: CheckContext): Lists {
  const bucketOf = (date: string | null | undefined): string => {
    const span = index.span(date);
    const year = span?.first.slice(0, 4);
    return year !== undefined && year === span?.last.slice(0, 4) ? year : LONG;
  };
  const read = new Map<AnyListing['read'], readonly Listed[]>();
  const listOf = ({ collection, read: how }: AnyListing): readonly Listed[] => {
    const known = read.get(how);
    if (known) return known;
    const list = index.list(collection).map((record): Listed => {
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
  const lists = (listing: AnyListing, dimension: string, value: string, o?: Observation): readonly Listed[] => {
    const years = groupsOf(listing, dimension).get(dimension === '' ? '' : value);
    const [first, last] = o ? [bucketOf(o.period), index.span(o.period)?.last.slice(0, 4)] : [LONG, LONG];
    const one = first === last && first !== LONG;
    return (one ? [first, LONG] : [ALL]).flatMap((year) => years?.get(year) ?? []);
  };
  const has: Lists['has'] = (listing, dimension, value) => groupsOf(listing, dimension).has(value);
  return Object.assign(lists, { has });
}

function groupBy(list: readonly Listed[], dimension: string, bucketOf: (date: Listed['date']) => string): Groups {
  const groups = new Map<string, Map<string, Listed[]>>();
  for (const listed of list) {
    const values = dimension === '' ? [''] : new Set(listed.values[dimension] ?? []);
    for (const value of values) {
      if (typeof value !== 'string' || (value === '' && dimension !== '')) continue;
      const years = groups.get(value) ?? new Map<string, Listed[]>();
      groups.set(value, years);
      push(years, ALL, listed);
      push(years, bucketOf(listed.date), listed);
    }
  }
  return groups;
}

/** Returns the test for the states that count: all that were planned at first, those cancelled, or those held. */
function counts(o: Observation): (listed: Listed) => boolean {
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
const isRecorded = ({ index }: CheckContext, listing: AnyListing, lists: Lists, key: string, value: string): boolean =>
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
  if (dimensions.some(([key, value]) => !isRecorded(context, listing, lists, key, value))) return null;
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

function judge(o: Observation, collection: string, count: Count): Finding | null {
  const { least, most, others, unread, complete, together } = count;
  const announced = toInterval(o.quantity);
  // A record that could not be read may be any of those missing: report only the gap that such records cannot explain.
  const listed = { lo: least, hi: most + unread, loStrict: false, hiStrict: false };
  if (Number.isNaN(least) || intersects(announced, listed)) return null;
  const more = exceeds(listed, announced);
  const n = exactInteger(o.quantity);
  const held = others > 0 && n === most + others;
  const almost = n !== null && together && ((most >= 2 && n - most <= missingAtMost(n)) || (held && most > 0));
  if (!more && !complete && !almost) return null;
  // Undated records are all listed, and none of them is certain.
  const list = listName(collection);
  const found =
    least === most || least === 0 ? formatComputed(most) : `${formatComputed(least)}–${formatComputed(most)}`;
  return report({
    rule: id,
    severity: 'warning',
    certainty: complete || more ? 'likely' : 'possible',
    where: placeOf('observations', o, 'quantity'),
    subject: subjectOf(o),
    found: `${found} (${collection})`,
    expected: formatAmount(o.quantity),
    what: {
      fr: `le nombre annoncé est ${comma(formatAmount(o.quantity))}, la liste en compte ${found}${held ? `, plus ${others} à l'état prévu ou annulé, hors compte` : ''}${unread > 0 ? `, et ${unread} de plus sans pouvoir être lue${unread > 1 ? 's' : ''}` : ''}`,
      en: `${formatAmount(o.quantity)} announced, ${found} listed${held ? `, and ${others} planned or cancelled, not counted` : ''}${unread > 0 ? `, and ${unread} more that cannot be read` : ''}`,
    },
    todo: more
      ? {
          fr: `Relisez le nombre annoncé, ou retirez de ${list.fr} ce qui n'en est pas.`,
          en: `Read the announced number again, or remove from ${list.en} what is none of them.`,
        }
      : {
          fr: `Relisez le nombre annoncé, ou ajoutez à ${list.fr} ce qui manque.`,
          en: `Read the announced number again, or add to ${list.en} what is missing.`,
        },
  });
}

/** Checks that a collection which says that it is complete has as many records as its manifest says. */
function manifestCounts(context: CheckContext): readonly Finding[] {
  const { dataset, index } = context;
  return Object.entries(dataset.manifest.collections).flatMap(([name, entry]) => {
    if (!entry?.coverage.some(({ complete }) => complete) || !(name in dataset.collections)) return [];
    const { length } = index.list(name as keyof typeof dataset.collections);
    // Records that were left out have findings of their own.
    if (entry.count >= length && entry.count <= length + unreadIn(context, name)) return [];
    return report({
      rule: id,
      severity: 'warning',
      certainty: 'certain',
      where: { file: 'manifest.json', collection: name, field: 'count' },
      subject: { fr: `« ${name} »`, en: `“${name}”` },
      found: String(length),
      expected: String(entry.count),
      what: {
        fr: `le manifeste annonce un nombre de fiches de ${entry.count} pour une liste dite complète, et il y en a ${length}`,
        en: `the manifest announces a number of records of ${entry.count} in a list said to be complete, and it has ${length}`,
      },
      todo: {
        fr: 'Corrigez les fiches qui ont été laissées de côté, ou refaites le manifeste.',
        en: 'Correct the records that were left out, or make the manifest again.',
      },
    });
  });
}

/** Compares the territories of a programme with their announced number: one too many, or one forgotten. */
function programmeTerritories({ index }: CheckContext): readonly Finding[] {
  return index.standing().flatMap((o) => {
    const programme = index.byId('programmes').get(o.dimensions['programme'] ?? '');
    const alone = Object.keys(o.dimensions).length === 1 && o.status === 'held' && o.quantity.unit === 'territories';
    const n = programme?.territories.length ?? 0;
    if (!alone || n === 0) return [];
    const together = programme?.source?.section === o.source.section;
    const count = { least: n, most: n, others: 0, unread: 0, complete: false, together };
    return judge(o, 'programmes.territories', count) ?? [];
  });
}

/** Published counts against the records that they count. Where a list is not complete, only too many is a mistake. */
export const announcedAndListed: Check = {
  id,
  label: { fr: 'Nombres annoncés et listes', en: 'Announced numbers and lists' },
  needs: [
    'observations',
    'meetings',
    'events',
    'projects',
    'publications',
    'missions',
    'applications',
    'filings',
    'movements',
    'memberships',
    'prizes',
    'programmes',
  ],
  run: (context) => {
    const lists = createLists(context);
    const counted = context.index.standing().flatMap((o) => {
      const programme = context.index.byId('programmes').get(o.dimensions['programme'] ?? '');
      const listing = listingOf(o, programme?.kind);
      const count = listing && !o.territory ? countOf(context, o, listing, lists) : null;
      return (listing && count && judge(o, listing.collection, count)) ?? [];
    });
    return [...manifestCounts(context), ...counted, ...programmeTerritories(context)];
  },
};
