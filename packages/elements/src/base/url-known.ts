/** Check of an address against the data, because links outlive the records that they name. */

import { readNear } from '@ess-widgets/core/geo';
import {
  type CollectionName,
  type Dataset,
  isLarge,
  parsePeriod,
  period,
  periodsOverlap,
  type ScopeState,
} from '@ess-widgets/core/model';
import { addressesOf, allowanceOf } from './data-controller.ts';
import { pageClient } from './page.ts';
import type { SourcesAround } from './pick.ts';
import { addressesFor, sourcesAround } from './picking.ts';
import type { UrlHost } from './url-keeper.ts';

/** Fields of the scope that an address sets. */
type Patch = Partial<ScopeState>;

/** Result of the check: the fields that can be applied, and the ids that the data do not have, as they were written. */
export interface Known {
  readonly patch: Patch;
  readonly territory: string | undefined;
  readonly gone: readonly string[];
  /** Pairs that say nothing, whatever the data are: `near=foo`. */
  readonly bad: readonly string[];
}

/** Reads collections of a data set, or its manifest alone; null where they cannot be had. */
type Read = (...need: readonly CollectionName[]) => Promise<Dataset | null>;

const words = (text: string | undefined): readonly string[] => (text ?? '').split(/\s+/).filter(Boolean);

/**
 * Returns all addresses that the widgets inside a provider may read: an id may be in any of them. A format stands beside each.
 */
function allAddressesFor(from: SourcesAround): Pick<SourcesAround, 'src' | 'format'> {
  const picked = (['members', 'events', 'figures'] as const).flatMap((kind) => addressesFor([kind], {}, from) ?? []);
  const formats = new Map(
    picked.flatMap(({ src, format = '' }) => {
      const words = format.split(/\s+/);
      return addressesOf(src).map((address, at) => [address, words[at] || 'auto'] as const);
    }),
  );
  return { src: [...formats.keys()].join(' ') || undefined, format: [...formats.values()].join(' ') };
}

const reader =
  (source: UrlHost['origin']): Read =>
  async (...need) => {
    await sourcesAround(source);
    const { src, format } = allAddressesFor(source);
    if (words(src).length === 0) return null;
    const query = pageClient().query({ src: words(src), format: words(format), need, ...allowanceOf(source) });
    const leave = query.subscribe(() => {});
    await query.ready;
    const { data } = query.state;
    leave();
    return data;
  };

/**
 * Splits a patch into ids that the data have and ids that they lack. A collection that is empty or cannot be loaded excludes
 * no id.
 */
export async function knownOf(source: UrlHost['origin'], asked: Patch): Promise<Known> {
  const read = reader(source);
  const { territory, selection, facets, ...others } = asked;
  const [hasTerritory, hasSelection, kept, ...periods] = await Promise.all([
    !territory || isTerritory(territory, read),
    !selection || isRecord(selection, read),
    keptOf(facets ?? {}, read),
    ...PERIODS.map((field) => isPeriod(asked[field], read)),
  ]);
  const lost = PERIODS.filter((_field, at) => !periods[at]);
  const patch = Object.fromEntries(Object.entries(others).filter(([field]) => !lost.some((one) => one === field)));
  return {
    patch: {
      ...patch,
      ...('territory' in asked && hasTerritory ? { territory } : {}),
      ...(selection !== undefined && hasSelection ? { selection } : {}),
      ...(facets ? { facets: kept.facets } : {}),
    },
    territory: hasTerritory ? undefined : territory,
    gone: [...lost.flatMap((field) => asked[field] ?? []), ...(hasSelection ? [] : [selection ?? '']), ...kept.gone],
    bad: kept.bad,
  };
}

const PERIODS = ['period', 'compare'] as const;

async function isTerritory(id: string, read: Read): Promise<boolean> {
  const { territories = [] } = (await read('territories'))?.collections ?? {};
  return territories.length === 0 || territories.some((one) => one.id === id);
}

/** Tells whether an id can be selected: an organisation, an event, a project, or a programme in one of its territories. */
async function isRecord(id: string, read: Read): Promise<boolean> {
  const records = await recordsOf(read);
  return records.length === 0 || records.some((one) => one.id === id || id.startsWith(`${one.id}/`));
}

/** Returns the records that a directory may list. Those of a large data set are not read for this. */
async function recordsOf(
  read: Read,
): Promise<readonly { readonly id: string; readonly territories: readonly string[] }[]> {
  const manifest = (await read())?.manifest;
  if (!manifest || isLarge(manifest)) return [];
  const { collections } = (await read('organisations', 'events', 'projects', 'programmes')) ?? {};
  const { organisations = [], events = [], projects = [], programmes = [] } = collections ?? {};
  return [...organisations, ...events, ...projects, ...programmes];
}

async function keptOf(
  facets: ScopeState['facets'],
  read: Read,
): Promise<Pick<ScopeState, 'facets'> & Pick<Known, 'gone' | 'bad'>> {
  const asked = Object.entries(facets).flatMap(([facet, ids]) => ids.map((id) => ({ facet, id })));
  const judged = asked.filter(saysSomething);
  const known = await Promise.all(
    judged.map(async ({ facet, id }) => (Object.hasOwn(FACETS, facet) ? FACETS[facet]?.(id, read) : true)),
  );
  const kept = judged.filter((_one, at) => known[at]);
  return {
    facets: Object.fromEntries(
      Object.keys(facets)
        .map((facet) => [facet, kept.filter((one) => one.facet === facet).map(({ id }) => id)] as const)
        .filter(([, ids]) => ids.length > 0),
    ),
    gone: judged.filter((_one, at) => !known[at]).map(({ id }) => id),
    bad: asked.filter((one) => !saysSomething(one)).map(({ facet, id }) => `${facet}=${id}`),
  };
}

/** Tells whether a value of `near` can be read as a place. All other facets may hold any value. */
const saysSomething = ({ facet, id }: { readonly facet: string; readonly id: string }): boolean =>
  facet !== 'near' || readNear(id) !== null;

/** Checks of the facets of a directory. An agenda checks its own, and the code of `near` checks that one. */
const FACETS: Readonly<Record<string, (id: string, read: Read) => Promise<boolean>>> = {
  college: async (id, read) => {
    const { colleges = [] } = (await read('colleges'))?.collections ?? {};
    return id === '' || colleges.length === 0 || colleges.some((one) => one.id === id);
  },
  layer: async (id, read) => {
    const { collections } = (await read())?.manifest ?? {};
    return !collections || collections[id === 'members' ? 'organisations' : id] !== undefined;
  },
  departement: async (id, read) => {
    const { territories = [] } = (await read('territories'))?.collections ?? {};
    const lain = (await recordsOf(read)).flatMap((one) => one.territories);
    const all = [...territories.map((one) => one.id), ...lain];
    const commune = id.replace('departement-', 'commune-');
    return all.length === 0 || all.some((one) => one === id || one.startsWith(commune));
  },
};

/** Tells whether the data have a period: as one of their own, or that of an indicator, an event or a membership. */
async function isPeriod(asked: string | undefined, read: Read): Promise<boolean> {
  if (!asked || !parsePeriod(asked)) return true;
  const overlaps = (other: string | null | undefined): boolean =>
    typeof other === 'string' && parsePeriod(other) !== null && periodsOverlap(other, asked);
  const dataset = await read();
  if (!dataset || dataset.manifest.periods.some(overlaps)) return true;
  const isHuge = isLarge(dataset.manifest);
  const { collections } = (await read('observations', 'events', ...(isHuge ? [] : (['memberships'] as const)))) ?? {};
  const { observations = [], events = [], memberships = [] } = collections ?? {};
  const { first, last } = period(asked);
  // A membership without an end lasts up to the date of the data.
  const isKept = first <= dataset.manifest.updated;
  return (
    observations.some((one) => one.indicator && overlaps(one.period)) ||
    events.some(({ date }) => overlaps(date)) ||
    (isKept && memberships.some(({ start }) => start && parsePeriod(start) && period(start).first <= last))
  );
}
