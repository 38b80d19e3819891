import type { CollectionName, Dataset } from './dataset.ts';

/**
 * Merges data sets in order: the first one gives the manifest's texts, basemap and network; collections are joined, and
 * a record whose id came before is left out. Measures are dropped when there is more than one data set, since they were
 * computed on one alone.
 * @param resolve makes the absolute address of one that is relative to a data set: addresses are the platform's affair
 */
export function mergeDatasets(datasets: readonly Dataset[], resolve: (href: string, base: string) => string): Dataset {
  const [first, ...rest] = datasets;
  if (!first) throw new TypeError('mergeDatasets needs at least one data set, received none');
  if (rest.length === 0) return first;
  const names = [...new Set(datasets.flatMap((d) => Object.keys(d.collections) as CollectionName[]))];
  const collections = Object.fromEntries(names.map((name) => [name, mergeCollection(datasets, name)]));
  const entries = Object.assign({}, ...datasets.map((d) => d.manifest.collections).reverse());
  const { measures: _omitted, excerpts: _too, ...manifest } = first.manifest;
  const ground = datasets.find((d) => d.manifest.basemap);
  const basemap = ground?.manifest.basemap && resolve(ground.manifest.basemap, ground.base);
  return {
    manifest: {
      ...manifest,
      collections: entries,
      documents: Object.assign({}, ...datasets.map((d) => d.manifest.documents).reverse()),
      ...(basemap ? { basemap } : {}),
    },
    base: first.base,
    collections,
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
