/**
 * The directory behind a map and its list: organisations, events and projects as entries of one kind, and their filters.
 * Pure: it knows neither languages nor the page.
 */

import { createTerritoryTree, type TerritoryTree } from '../geo/territory-tree.ts';
import { latestPeriod, records } from '../model/coverage.ts';
import { type Dataset, parseWhere } from '../model/dataset.ts';
import type { Event } from '../model/event.ts';
import type { Membership } from '../model/membership.ts';
import { misprint } from '../model/misprint.ts';
import type { Link, Organisation } from '../model/organisation.ts';
import { period } from '../model/period.ts';
import { periodContains, periodsOverlap } from '../model/period-relations.ts';
import type { Period } from '../model/period-schema.ts';
import type { Position } from '../model/position.ts';
import type { Text } from '../model/text-schema.ts';

/** Layers that a directory may list, in the order in which they are listed. */
export const DIRECTORY_LAYERS = ['members', 'events', 'projects', 'programmes'] as const;
export type DirectoryLayer = (typeof DIRECTORY_LAYERS)[number];

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
   * Set by the page's author: `network=…` lists its members, that of the data set by default; `programme=…` its projects,
   * `id=…` the territories of one programme.
   */
  readonly where?: string | undefined;
  /** Members come as the data have them, for whoever puts them in an order of their own: sorting is most of the work. */
  readonly unsorted?: boolean;
}

interface Context {
  readonly dataset: Dataset;
  readonly asked: Period | undefined;
  readonly apart: boolean;
  readonly where: Readonly<Record<string, string>>;
  readonly unsorted: boolean | undefined;
  readonly tree: TerritoryTree<TerritoryRecord>;
}

interface TerritoryRecord {
  readonly id: string;
  readonly kind: string;
  readonly name: Text;
  readonly parents: readonly string[];
}

/**
 * Lists the entries of the layers asked for: members by collège then name, events and projects as the data order them.
 * Reads `organisations`, `memberships`, `colleges`, `territories` and, by layer, `events`, `projects`, `programmes`.
 */
export function directoryOf(dataset: Dataset, request: DirectoryRequest): readonly DirectoryEntry[] {
  const territories = records(dataset, 'territories').map(({ id, kind, name, parents }) => ({
    id,
    kind,
    name,
    parents,
  }));
  const { period: asked, apart = false, unsorted, where } = request;
  const tree = createTerritoryTree(territories);
  const context: Context = { dataset, asked, apart, unsorted, where: parseWhere(where), tree };
  const lists: Readonly<Record<DirectoryLayer, () => readonly DirectoryEntry[]>> = {
    members: () => members(context),
    events: () => events(context),
    projects: () => projects(context),
    programmes: () => programmes(context),
  };
  return request.layers.flatMap((layer) => lists[layer]());
}

function members(context: Context): readonly DirectoryEntry[] {
  const { dataset, asked = latestPeriod(dataset.manifest), where } = context;
  const network = where['network'] ?? dataset.manifest.network;
  const organisations = records(dataset, 'organisations');
  // A source that only lists organisations is the list of its members.
  if (!dataset.manifest.collections['memberships']) return organisations.map((one) => member(one, undefined, context));
  const byId = new Map(organisations.map((one) => [one.id, one]));
  const day = period(asked).last;
  const rank = new Map(records(dataset, 'colleges').map(({ id, order }) => [id, order]));
  const current = new Map<string, Membership>();
  for (const membership of records(dataset, 'memberships')) {
    if (!isOfNetwork(membership, network) || !isCurrent(membership, day)) continue;
    current.set(membership.organisation, membership);
  }
  const entries = [...current].flatMap(([id, membership]) => {
    const organisation = byId.get(id);
    return organisation ? member(organisation, membership, context) : [];
  });
  if (context.unsorted) return entries;
  // A name is made comparable once, not at each comparison: that was most of the time of a list of thousands.
  const keyed = entries.map((entry) => ({
    entry,
    rank: rank.get(entry.college ?? '') ?? Number.MAX_SAFE_INTEGER,
    name: sortedText(entry.name.fr),
  }));
  return keyed.sort((a, b) => a.rank - b.rank || compareText(a.name, b.name)).map(({ entry }) => entry);
}

const isOfNetwork = ({ network }: Membership, asked: string | undefined): boolean =>
  asked === undefined || network === asked;

/** Whether a membership may be running on a day: it has not ended by then, and has not yet to start. */
function isCurrent({ start, end }: Membership, day: string): boolean {
  return !(start && period(start).first > day) && !(end && period(end).last <= day);
}

/** Of texts made by `sortedText`: French alphabetical order without a collator, which would depend on the machine. */
const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** A text as it is sorted: without accents and case, œ as two letters, and one apostrophe for both. */
export const sortedText = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/’/g, "'");

function member(one: Organisation, membership: Membership | undefined, context: Context): DirectoryEntry {
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
  return (
    records(context.dataset, 'events')
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
  const { dataset, where } = context;
  const programmes = new Map(records(dataset, 'programmes').map(({ id, name }) => [id, name]));
  return records(dataset, 'projects')
    .filter(({ programme }) => !where['programme'] || programme === where['programme'])
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
  const { dataset, where } = context;
  const known = new Map(records(dataset, 'territories').map((territory) => [territory.id, territory]));
  return records(dataset, 'programmes')
    .filter(({ id }) => !where['id'] || id === where['id'])
    .flatMap((programme) =>
      programme.territories.map((id): DirectoryEntry => {
        const { name = { fr: id }, kind = 'other', position } = known.get(id) ?? {};
        return {
          id: `${programme.id}/${id}`,
          layer: 'programmes',
          name,
          aliases: [],
          college: null,
          position: position ? { ...position, precision: kind === 'pays' ? 'other' : kind, territory: id } : null,
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
  { tree }: Context,
): Pick<DirectoryEntry, 'place' | 'departement' | 'lineage'> {
  const lineage = [...new Set(territories.flatMap((id) => [id, ...tree.lineage(id).map((territory) => territory.id)]))];
  const narrowest = territories.map((id) => tree.get(id)).find((territory) => territory !== undefined);
  return {
    place: written ? { fr: written } : (narrowest?.name ?? null),
    departement: departementIn(lineage),
    lineage,
  };
}

/** The département of a lineage: the one in it, else the one that its commune's code names. */
export const departementIn = (lineage: readonly string[]): string | null =>
  lineage.find((id) => id.startsWith('departement-')) ?? departementOf(lineage);

/**
 * A list of members may name communes only: the INSEE code of a commune starts with that of its département. A commune of a
 * region without such a code is abroad, whatever its own code looks like.
 */
function departementOf(lineage: readonly string[]): string | null {
  if (lineage.some((id) => /^region-(?!\d\d$)/.test(id))) return null;
  const code = /^commune-(97\d|\d[\dAB])/.exec(lineage.find((id) => id.startsWith('commune-')) ?? '')?.[1];
  return code === undefined ? null : `departement-${code}`;
}
