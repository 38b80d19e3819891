/** Everything that the data hold of one territory: its members, its events, its projects, its support, its own figures. */
import {
  comparePeriods,
  type Dataset,
  type Event,
  eventDays,
  isComplete,
  latestPeriod,
  lineageIn,
  type Observation,
  type Period,
  parsePeriod,
  periodsOverlap,
  type Quantity,
  quantity,
  records,
  type SourceRef,
  type Text,
  withoutSettledPlans,
} from '../model/index.ts';
import { type DirectoryEntry, directoryOf } from './directory.ts';

/** One line of a sheet. */
export interface SheetLine {
  readonly id: string;
  readonly name: Text;
  /** Its place in words: that of a member or an event, the territories of a programme. */
  readonly places: readonly Text[];
  /** Date of an event, period of a project or a mission. */
  readonly date: Period | null;
  /** Status of an event, a project or a mission; null for a member and a programme. */
  readonly status: Event['status'] | null;
  /** Collège of a member; null if unknown, and for other lines. */
  readonly college: string | null;
  /** Address of its page, as the data write it. */
  readonly url: string | null;
  readonly source: SourceRef | null;
}

/** The lines of a sheet, by section. */
export interface TerritorySheet {
  /** Its inhabitants, the day that they were counted for, and the document; null where none states them. */
  readonly population: { readonly quantity: Quantity; readonly date: Period | null; readonly source: SourceRef } | null;
  /** By collège, then by name. */
  readonly members: readonly SheetLine[];
  /** Whether all members of the period are in the data; if not, the sheet names those that are known. */
  readonly areMembersComplete: boolean;
  /** The earliest first; those without a date come last. */
  readonly events: readonly SheetLine[];
  readonly projects: readonly SheetLine[];
  /** Programmes that act there, and missions there or for organisations that are there. */
  readonly support: readonly SheetLine[];
  /** Figures published about the territory itself. */
  readonly figures: readonly Observation[];
}

/** Collections that a sheet reads. */
export const SHEET_COLLECTIONS = [
  'organisations',
  'memberships',
  'colleges',
  'territories',
  'events',
  'projects',
  'programmes',
  'missions',
  'observations',
] as const;

/**
 * Returns the sheet of a territory: what lies in it, wholly, or in a territory inside it. What is of the region around it is
 * not of it.
 * @param kept `period` keeps members of its last day, and events, projects, missions and figures that share a day with it;
 * `where` with `network=…` names the members of another network
 */
export function territorySheetOf(
  dataset: Dataset,
  territory: string,
  kept: { readonly period?: Period | undefined; readonly where?: string | undefined } = {},
): TerritorySheet {
  const { period, where } = kept;
  const lineage = lineageIn(dataset);
  const lies = (territories: readonly string[]): boolean => territories.some((id) => lineage(id).includes(territory));
  const asked = period === undefined ? null : parsePeriod(period);
  const isIn = (date: Period | null | undefined): boolean => !asked || (!!date && periodsOverlap(date, asked.text));
  const entries = directoryOf(dataset, { layers: ['members'], period, where });
  const there = ({ lineage }: DirectoryEntry): boolean => lineage.includes(territory);
  return {
    population: populationOf(dataset, territory),
    members: entries.filter(there).map((entry) => ({
      ...blank,
      ...entry,
      places: placesOf(entry),
      date: null,
      url: entry.links.find(({ kind }) => kind === 'site')?.url ?? null,
      source: sourceIn(dataset, 'organisations', entry.id),
    })),
    areMembersComplete: isComplete(dataset, 'memberships', period ?? latestPeriod(dataset.manifest)),
    events: eventsOf(dataset, there, isIn),
    projects: byDate(
      directoryOf(dataset, { layers: ['projects'] })
        .filter((entry) => there(entry) && isIn(entry.date))
        .map((entry) => ({
          ...blank,
          ...entry,
          places: placesOf(entry),
          source: sourceIn(dataset, 'projects', entry.id),
        })),
    ),
    support: [...programmesOf(dataset, lies, isIn), ...missionsOf(dataset, lies, isIn)],
    figures: records(dataset, 'observations').filter(
      (one) =>
        (one.territory ?? one.dimensions['territory']) === territory && one.status === 'held' && isIn(one.period),
    ),
  };
}

function populationOf(dataset: Dataset, territory: string): TerritorySheet['population'] {
  const { population } = records(dataset, 'territories').find(({ id }) => id === territory) ?? {};
  if (!population) return null;
  const { value, document, date = null } = population;
  return { quantity: quantity(value, 'inhabitants'), date, source: { document } };
}

const blank = { places: [], date: null, status: null, college: null, url: null, source: null } as const;

const placesOf = ({ place }: DirectoryEntry): readonly Text[] => (place ? [place] : []);

function sourceIn(dataset: Dataset, name: 'organisations' | 'projects', id: string): SourceRef | null {
  const list: readonly { readonly id: string; readonly source?: SourceRef | undefined }[] = records(dataset, name);
  return list.find((one) => one.id === id)?.source ?? null;
}

type IsIn = (date: Period | null | undefined) => boolean;
type Lies = (territories: readonly string[]) => boolean;

function eventsOf(dataset: Dataset, there: (entry: DirectoryEntry) => boolean, isIn: IsIn): readonly SheetLine[] {
  const places = new Map(
    directoryOf(dataset, { layers: ['events'] })
      .filter(there)
      .map((entry) => [entry.id, placesOf(entry)]),
  );
  const lines = withoutSettledPlans(records(dataset, 'events')).flatMap((event): readonly SheetLine[] => {
    const date = eventDays(event);
    const { id, title: name, status, url = null, source = null } = event;
    const own = places.get(id);
    return own && isIn(date) ? [{ ...blank, id, name, places: own, date, status, url: url ?? null, source }] : [];
  });
  return byDate(lines);
}

function programmesOf(dataset: Dataset, lies: Lies, isIn: IsIn): readonly SheetLine[] {
  const names = new Map(records(dataset, 'territories').map(({ id, name }) => [id, name]));
  return records(dataset, 'programmes')
    .filter(({ territories, period }) => lies(territories) && (!period || isIn(period)))
    .map(({ id, name, territories, period, source = null }) => ({
      ...blank,
      id,
      name,
      places: territories.filter((one) => lies([one])).flatMap((one) => names.get(one) ?? []),
      date: period ?? null,
      source,
    }));
}

/** Missions have a place of their own, or that of the organisations that they support. */
function missionsOf(dataset: Dataset, lies: Lies, isIn: IsIn): readonly SheetLine[] {
  const organisations = new Map(records(dataset, 'organisations').map((one) => [one.id, one]));
  const programmes = new Map(records(dataset, 'programmes').map(({ id, name }) => [id, name]));
  return records(dataset, 'missions').flatMap((mission): readonly SheetLine[] => {
    const { id, title, programme, territories, period, status, source = null } = mission;
    const supported = mission.organisations.flatMap((one) => organisations.get(one) ?? []);
    const own = supported.filter((one) => lies(one.territories));
    if (!isIn(period) || (own.length === 0 && !lies(territories))) return [];
    const name = title ?? programmes.get(programme) ?? { fr: programme };
    const places = own.map((one): Text => ({ fr: one.name }));
    return [{ ...blank, id, name, places, date: period, status: status === 'ongoing' ? 'held' : status, source }];
  });
}

/** Returns lines in the order of their dates; those without one stay as they are, at the end. */
function byDate(lines: readonly SheetLine[]): readonly SheetLine[] {
  return [...lines].sort((a, b) => {
    if (!a.date || !b.date) return Number(!a.date) - Number(!b.date);
    return comparePeriods(a.date, b.date);
  });
}
