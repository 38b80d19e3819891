/**
 * The directory behind a map and its list: organisations, events and projects as entries of one kind, and their filters.
 * Pure: it knows neither languages nor the page.
 */

import {
  type Dataset,
  type DirectoryLayer,
  departementIn,
  type Event,
  keptRecords,
  type Lineage,
  type Link,
  latestPeriod,
  lineageIn,
  type Membership,
  misprint,
  type Organisation,
  type Period,
  type Position,
  pairsOnly,
  parseWhere,
  period,
  periodContains,
  periodsOverlap,
  records,
  type Territory,
  type Text,
} from '../model/index.ts';

/** One line of a directory. */
export interface DirectoryEntry {
  /** Id of the organisation, event or project; of a programme and its territory, `programme/territory`. */
  readonly id: string;
  readonly layer: DirectoryLayer;
  readonly name: Text;
  readonly aliases: readonly string[];
  /** Collège of a member, by which it is filtered and drawn; null if unknown, and for another layer. */
  readonly college: string | null;
  /** Null when the data do not say where it is. */
  readonly position: Position | null;
  /** Its place in words: as the source writes it, else the name of its narrowest territory. */
  readonly place: Text | null;
  /** The misprint of its place, where the document has one and the record is typed right. */
  readonly printed?: string;
  /** Département that it lies in: its id. */
  readonly departement: string | null;
  /** Every territory that contains it, narrowest first. */
  readonly lineage: readonly string[];
  /** Start of a membership, date of an event, period of a project. */
  readonly date: Period | null;
  /** Status of an event or project; null for a member. */
  readonly status: Event['status'] | null;
  readonly description: string | null;
  readonly activities: readonly string[];
  readonly links: readonly Link[];
}

/** Request for the entries of a directory. */
export interface DirectoryRequest {
  readonly layers: readonly DirectoryLayer[];
  /** Members on its last day (the latest period of the data by default), events and projects that lie wholly inside. */
  readonly period?: Period | undefined;
  /** Instead of those inside the period, the events and projects that may lie outside: too vague, or beyond its bounds. */
  readonly apart?: boolean;
  /**
   * Pairs that all layers know (`honouredKeys`), set by the page's author: `section=III`. Of members, `network=…` is that of the data set
   * by default.
   */
  readonly where?: string | undefined;
  /** Members come as the data have them, for whoever puts them in an order of their own: sorting is most of the work. */
  readonly unsorted?: boolean;
}

interface Context {
  readonly dataset: Dataset;
  readonly asked: Period | undefined;
  readonly apart: boolean;
  /** Pairs about records, and the territories around theirs. */
  readonly where: string;
  readonly lineage: Lineage;
  readonly territories: ReadonlyMap<string, Territory>;
  readonly unsorted: boolean | undefined;
}

/**
 * Lists the entries of the layers asked for: members by collège then name, events and projects as the data order them.
 * Reads `organisations`, `memberships`, `colleges`, `territories` and, by layer, `events`, `projects`, `programmes`.
 */
export function directoryOf(dataset: Dataset, request: DirectoryRequest): readonly DirectoryEntry[] {
  const territories = new Map(records(dataset, 'territories').map((territory) => [territory.id, territory]));
  const { period: asked, apart = false, unsorted, where } = request;
  const about = pairsOnly(where, (key) => key !== 'layer');
  const context = { dataset, asked, apart, unsorted, where: about, lineage: lineageIn(dataset), territories };
  const lists: Readonly<Record<DirectoryLayer, () => readonly DirectoryEntry[]>> = {
    members: () => members(context),
    events: () => events(context),
    projects: () => projects(context),
    programmes: () => programmes(context),
  };
  const layers = request.layers.map((layer) => ({ layer }));
  return keptRecords(
    layers,
    pairsOnly(where, (key) => key === 'layer'),
  ).flatMap(({ layer }) => lists[layer]());
}

/** An organisation in the directory, with its membership where it has one. */
interface Member {
  readonly organisation: Organisation;
  readonly membership: Membership | undefined;
}

function members(context: Context): readonly DirectoryEntry[] {
  const { dataset, asked = latestPeriod(dataset.manifest) } = context;
  const organisations = records(dataset, 'organisations');
  // A source that only lists organisations is the list of its members.
  if (!dataset.manifest.collections['memberships'])
    return keptMembers(
      organisations.map((one) => ({ organisation: one, membership: undefined })),
      context,
    ).map((one) => member(one, context));
  const byId = new Map(organisations.map((one) => [one.id, one]));
  const day = period(asked).last;
  const rank = new Map(records(dataset, 'colleges').map(({ id, order }) => [id, order]));
  const current = ofOwnNetwork(records(dataset, 'memberships'), context).flatMap((membership) => {
    const organisation = byId.get(membership.organisation);
    return organisation && isCurrent(membership, day) ? { organisation, membership } : [];
  });
  const kept = new Map(keptMembers(current, context).map((one) => [one.organisation.id, one]));
  const entries = [...kept.values()].map((one) => member(one, context));
  if (context.unsorted) return entries;
  // A name is made comparable once, not at each comparison: that was most of the time of a list of thousands.
  const keyed = entries.map((entry) => ({
    entry,
    rank: rank.get(entry.college ?? '') ?? Number.MAX_SAFE_INTEGER,
    name: sortedText(entry.name.fr),
  }));
  return keyed.sort((a, b) => a.rank - b.rank || compareText(a.name, b.name)).map(({ entry }) => entry);
}

/** Returns the memberships of the data set's own network, unless the page asks for another. */
function ofOwnNetwork(memberships: readonly Membership[], { dataset, where }: Context): readonly Membership[] {
  const { network } = dataset.manifest;
  return network === undefined || 'network' in parseWhere(where)
    ? memberships
    : keptRecords(memberships, `network=${network}`);
}

/** Returns the members that the page's author asks for: by the fields of an organisation, or of its membership. */
function keptMembers(list: readonly Member[], { where, lineage }: Context): readonly Member[] {
  if (where === '') return list;
  const fields = list.map((one) => {
    const { organisation, membership } = one;
    const sections = [organisation, membership].flatMap((record) => record?.source?.section ?? []);
    return { ...membership, ...organisation, sections, member: one };
  });
  return keptRecords(fields, where, lineage).map((record) => record.member);
}

/** Whether a membership may be running on a day: it has not ended by then, and has not yet to start. */
function isCurrent({ start, end }: Membership, day: string): boolean {
  return !(start && period(start).first > day) && !(end && period(end).last <= day);
}

/** Of texts made by `sortedText`: French alphabetical order without a collator, which would depend on the machine. */
const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** A text as it is sorted: without accents and case, œ as two letters, and one apostrophe for both. */
export const sortedText = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/’/g, "'");

function member({ organisation: one, membership }: Member, context: Context): DirectoryEntry {
  return {
    id: one.id,
    layer: 'members',
    name: { fr: one.name },
    aliases: one.aliases,
    college: membership?.college ?? null,
    position: one.position ?? null,
    ...placeOf(one.town, one.territories, context),
    ...misprint(one),
    date: membership?.start ?? null,
    status: null,
    description: one.description ?? null,
    activities: one.activities,
    links: one.links,
  };
}

/** As agendas and counters have it: what only overlaps a period is not in it. */
function isWanted(date: Period | null | undefined, { asked, apart }: Context): boolean {
  if (asked === undefined) return !apart;
  return date ? periodsOverlap(date, asked) && periodContains(asked, date) !== apart : false;
}

function events(context: Context): readonly DirectoryEntry[] {
  const { dataset, where, lineage } = context;
  return (
    keptRecords(records(dataset, 'events'), where, lineage)
      // A milestone is no event: there is nowhere to go.
      .filter(({ count, date }) => count > 0 && isWanted(date, context))
      .map((event) => ({
        id: event.id,
        layer: 'events',
        name: event.title,
        aliases: [],
        college: null,
        position: event.position ?? null,
        ...placeOf(event.place, event.territories, context),
        ...misprint(event),
        date: event.date ?? null,
        status: event.status,
        description: null,
        activities: [],
        links: event.url ? [{ kind: 'site', url: event.url }] : [],
      }))
  );
}

function projects(context: Context): readonly DirectoryEntry[] {
  const { dataset, where, lineage } = context;
  const programmes = new Map(records(dataset, 'programmes').map(({ id, name }) => [id, name]));
  return keptRecords(records(dataset, 'projects'), where, lineage)
    .filter((project) => isWanted(project.period, context))
    .map((project) => ({
      id: project.id,
      layer: 'projects',
      name: project.title ?? programmes.get(project.programme) ?? { fr: project.programme },
      aliases: [],
      college: null,
      position: project.position ?? null,
      ...placeOf(project.place, project.territories, context),
      ...misprint(project),
      date: project.period,
      status: project.status,
      description: null,
      activities: [],
      links: [],
    }));
}

/** A programme has no place of its own: each territory that it acts in is an entry, at its own point where it has one. */
function programmes(context: Context): readonly DirectoryEntry[] {
  const { dataset, where, lineage, territories } = context;
  const acting = records(dataset, 'programmes').flatMap((programme) =>
    programme.territories.map((id) => ({ ...programme, territories: [id] })),
  );
  return keptRecords(acting, where, lineage).flatMap((programme) =>
    programme.territories.map((id): DirectoryEntry => {
      const { name = { fr: id }, kind = 'other', position } = territories.get(id) ?? {};
      return {
        id: `${programme.id}/${id}`,
        layer: 'programmes',
        name,
        aliases: [],
        college: null,
        position: position
          ? { ...position, precision: kind === 'pays' || kind === 'country' ? 'other' : kind, territory: id }
          : null,
        ...placeOf(null, [id], context),
        place: null,
        date: programme.period ?? null,
        status: null,
        description: programme.name.fr,
        activities: [],
        links: [],
      };
    }),
  );
}

/** Returns the place of an entry in words, and the territories that contain it. */
function placeOf(
  written: string | null | undefined,
  territories: readonly string[],
  context: Context,
): Pick<DirectoryEntry, 'place' | 'departement' | 'lineage'> {
  const lineage = [...new Set(territories.flatMap(context.lineage))];
  const [narrowest] = territories.flatMap((id) => context.territories.get(id) ?? []);
  return {
    place: written ? { fr: written } : (narrowest?.name ?? null),
    departement: departementIn(lineage),
    lineage,
  };
}
