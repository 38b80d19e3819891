import { type CollectionName, coversPairs, type Dataset, parseWhere } from './dataset.ts';
import { LIST_NETWORK } from './list-network.ts';
import type { CollectionEntry, Coverage, Manifest } from './manifest.ts';
import { periodContains } from './period-relations.ts';
import { joinSameRecords } from './same-records.ts';

export { LIST_NETWORK } from './list-network.ts';

const isList = ({ manifest }: Dataset): boolean => manifest.network === LIST_NETWORK;

/**
 * Merges data sets in order: the first one gives the manifest's texts, basemap and network; collections are joined, and
 * an event or an organisation that several have is there once (see {@link joinSameRecords}); of other records, one whose
 * id came before is left out. The members of a list are those of the first network that is named, whichever
 * comes first; territories are rather those of the other data sets, which know more of them. A collection is complete
 * for what all who have it declare. Catalogues are joined as collections are. Measures are dropped when there is more than one data set, since they were computed
 * on one alone.
 * @param resolve makes the absolute address of one that is relative to a data set: addresses are the platform's affair
 * @since 0.1.0
 */
export function mergeDatasets(given: readonly Dataset[], resolve: (href: string, base: string) => string): Dataset {
  const ofNetwork = inOneNetwork(given);
  const [alone, ...rest] = ofNetwork;
  if (!alone) throw new TypeError('mergeDatasets needs at least one data set, received none');
  if (rest.length === 0) return alone;
  const { datasets, differences } = joinSameRecords(ofNetwork, resolve);
  const [first = alone] = datasets;
  const names = [...new Set(datasets.flatMap((d) => Object.keys(d.collections) as CollectionName[]))];
  const listsLast = [...given.filter((one) => !isList(one)), ...given.filter(isList)];
  const collections = Object.fromEntries(
    names.map((name) => [name, mergeCollection(name === 'territories' ? listsLast : datasets, name)]),
  );
  const { measures: _omitted, excerpts: _too, periods: ownPeriods, periodsInferred, ...manifest } = first.manifest;
  // Periods that somebody declares come before those of a list, whichever is first.
  const declared = datasets.find((d) => !d.manifest.periodsInferred)?.manifest.periods;
  const named = datasets.find((d) => d.manifest.catalogue)?.manifest.catalogue;
  const catalogues = datasets.flatMap((d) => d.catalogue ?? []);
  const [own] = catalogues;
  const shorts = Object.assign({}, ...catalogues.map((one) => one.shorts).reverse());
  const ground = datasets.find((d) => d.manifest.basemap);
  const basemap = ground?.manifest.basemap && resolve(ground.manifest.basemap, ground.base);
  return {
    manifest: {
      ...manifest,
      periods: declared ?? ownPeriods,
      ...(periodsInferred && !declared ? { periodsInferred } : {}),
      collections: entriesOf(given),
      documents: Object.assign({}, ...datasets.map((d) => d.manifest.documents).reverse()),
      audience: Object.assign({}, ...datasets.map((d) => d.manifest.audience).reverse()),
      ...(basemap ? { basemap } : {}),
      ...(named ? { catalogue: named } : {}),
    },
    base: first.base,
    collections,
    differences,
    // The first definition of an indicator counts.
    ...(own ? { catalogue: { ...own, indicators: catalogues.flatMap(({ indicators }) => indicators), shorts } } : {}),
  };
}

/** Returns the entries of the first data set that has each, with what all who have it declare complete. */
function entriesOf(datasets: readonly Dataset[]): Manifest['collections'] {
  const entries: Record<string, CollectionEntry> = Object.assign(
    {},
    ...datasets.map(({ manifest }) => manifest.collections).reverse(),
  );
  return Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => {
      const all = datasets.flatMap(({ manifest }) => (manifest.collections[name] ? [manifest] : []));
      return [name, { ...entry, coverage: entry.coverage.filter((one) => all.every((m) => declares(m, name, one))) }];
    }),
  );
}

/** Whether a data set declares its part of a collection complete, at least for what another one does. */
function declares({ collections, network }: Manifest, name: string, { period, where }: Coverage): boolean {
  const asked = parseWhere(where);
  return (collections[name]?.coverage ?? []).some(
    (own) =>
      own.complete &&
      // Lists are of the day of their file: two that are read together are of two days.
      (!own.period || network === LIST_NETWORK || (period !== undefined && periodContains(own.period, period))) &&
      coversPairs(own.where, asked),
  );
}

/** Lists beside a data set of a network, as lists of its members. */
function inOneNetwork(datasets: readonly Dataset[]): readonly Dataset[] {
  const network = datasets.find((one) => one.manifest.network && !isList(one))?.manifest.network;
  return network === undefined ? datasets : datasets.map((one) => (isList(one) ? ofNetwork(one, network) : one));
}

function ofNetwork({ manifest, collections, ...rest }: Dataset, network: string): Dataset {
  const { networks: _own, memberships, colleges, ...others } = collections;
  return {
    ...rest,
    manifest: { ...manifest, network },
    collections: {
      ...others,
      ...(memberships ? { memberships: memberships.map((one) => ({ ...one, network })) } : {}),
      ...(colleges ? { colleges: colleges.map((one) => ({ ...one, network })) } : {}),
    },
  };
}

function mergeCollection(datasets: readonly Dataset[], name: CollectionName): readonly { readonly id: string }[] {
  const seen = new Set<string>();
  const all = datasets.flatMap((d): readonly { readonly id: string }[] => d.collections[name] ?? []);
  return all.filter((record) => {
    const key = 'dimension' in record ? `${record.dimension}/${record.id}` : record.id;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
