import { type CollectionName, collectionSchemas } from './collections.ts';
import type { Dataset } from './dataset.ts';
import { type Coverage, Manifest } from './manifest.ts';

/** Options of {@link makeDataset}. */
export interface MakeDatasetOptions {
  readonly periods?: readonly string[];
  readonly network?: string;
  readonly updated?: string;
  /** Coverage of a collection; incomplete where it is not given. */
  readonly coverage?: { readonly [N in CollectionName]?: readonly Coverage[] };
}

/**
 * Returns a small data set for tests, from partial records that pass through their schemas (so defaults are filled in
 * and a fixture with a mistake fails loudly).
 */
export function makeDataset(
  collections: { readonly [N in CollectionName]?: readonly object[] },
  { periods = ['2024'], network = 'net', updated = '2025-03-05', coverage = {} }: MakeDatasetOptions = {},
): Dataset {
  const names = Object.keys(collections) as CollectionName[];
  const manifest = Manifest.parse({
    format: 'ess-dataset/1',
    id: 'test',
    title: { fr: 'Essai' },
    publisher: { name: 'Essai' },
    licence: { name: 'CC0', href: 'https://creativecommons.org/publicdomain/zero/1.0/' },
    language: 'fr',
    updated,
    network,
    periods,
    collections: Object.fromEntries(
      names.map((name) => [
        name,
        { href: `${name}.json`, count: collections[name]?.length ?? 0, hash: name, coverage: coverage[name] ?? [] },
      ]),
    ),
  });
  const parsed = names.map((name) => [
    name,
    (collections[name] ?? []).map((record) => collectionSchemas[name].parse(record)),
  ]);
  return { manifest, base: 'https://data.example/manifest.json', collections: Object.fromEntries(parsed) };
}

/** Returns an observation for tests: `observation('members-stock', 117, {period: '2024-12-31'})`. */
export function observation(indicator: string, value: number, extra: Readonly<Record<string, unknown>> = {}): object {
  const { unit = 'members', op = '=', ...rest } = extra;
  const dimensions = (rest['dimensions'] ?? {}) as Readonly<Record<string, string>>;
  return {
    id: [indicator, rest['period'] ?? '2024', ...Object.values(dimensions)].join('/'),
    indicator,
    label: { fr: indicator },
    period: '2024',
    quantity: { value, op, unit },
    source: { document: 'report', section: 'I.1.a', page: 4 },
    ...rest,
  };
}
