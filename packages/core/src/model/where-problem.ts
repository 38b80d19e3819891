/**
 * Problems of the filters that a page's author sets: pairs (`college=associations`) and a territory. They are checked
 * against the contents of a data set.
 */

import type { CollectionName } from './collections.ts';
import { type CollectionRecords, type Dataset, parseWhere } from './dataset.ts';
import { GENERAL_KEYS } from './general-keys.ts';
import { collectionNames, isCollection, keysOf } from './pair-keys.ts';
import { DIRECTORY_LAYERS, type DirectoryLayer } from './report/block-words.ts';

/** First problem of a filter, with the right alternatives; `known` is empty where these are not known. */
export type PairProblem =
  | { readonly rule: 'pair'; readonly word: string }
  | { readonly rule: 'twice'; readonly key: string }
  | {
      readonly rule: 'key';
      readonly key: string;
      readonly known: readonly string[];
      /** First of the collections that the pairs keep which lacks the key; null where no collection has such a field. */
      readonly lacking: CollectionName | null;
    }
  | { readonly rule: 'value'; readonly key: string; readonly value: string; readonly known: readonly string[] }
  | { readonly rule: 'territory'; readonly territory: string; readonly known: readonly string[] };

/** Fields of an indicator that say which pairs can filter it. */
export interface Filtered {
  readonly dimensions: readonly { readonly id: string }[];
  readonly filters?: readonly string[] | undefined;
  readonly valueLabels?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
}

/**
 * What pairs keep: entries of the layers of a map; records of collections in a table, a list or a timeline; events of an
 * agenda; figures of an indicator; or something that names its keys itself.
 */
export type Kept =
  | { readonly layers: readonly DirectoryLayer[] }
  | { readonly collections: readonly string[] }
  | { readonly agenda: true }
  | { readonly indicator: Filtered }
  | { readonly keys: readonly string[] };

/** Filters to check, and what they keep. */
export type WhereRequest = Kept & {
  /** All pairs in force: the element's own, else those of its provider. */
  readonly where?: string | undefined;
  /** Whether they are the element's own. A provider's may be meant for another element: they need only mean something. */
  readonly own: boolean;
  readonly territory?: string | undefined;
};

/**
 * Collections whose records are listed as one: a member is an organisation with the fields of its membership. A key
 * keeps them where one of them has it.
 */
type Listed = readonly CollectionName[];

/** Returns the lists that pairs keep; none for figures. */
function listsOf(kept: Kept): readonly Listed[] {
  if ('agenda' in kept) return [['events']];
  if ('collections' in kept) return kept.collections.filter(isCollection).map((name) => [name]);
  if (!('layers' in kept)) return [];
  return kept.layers.map((layer) => (layer === 'members' ? ['memberships', 'organisations'] : [layer]));
}

const has = (listed: Listed, key: string): boolean => listed.some((name) => keysOf(name).includes(key));

/** Returns the keys that can be honoured: of several lists that are shown together, those that keep all of them. */
export function honouredKeys(kept: Kept): readonly string[] {
  if ('keys' in kept) return kept.keys;
  if ('indicator' in kept) return [...kept.indicator.dimensions.map(({ id }) => id), ...(kept.indicator.filters ?? [])];
  const [first = [], ...others] = listsOf(kept);
  const shared = first.flatMap(keysOf).filter((key) => others.every((listed) => has(listed, key)));
  return [...new Set(shared), ...('layers' in kept ? ['layer'] : [])];
}

/**
 * Returns whether a pair of a provider is meant for this, because some of its lists have the key. Records that lack the field
 * of a pair which those beside them have are not kept: nobody is shown more than was asked for.
 */
export const isMeantFor = (kept: Kept, key: string): boolean =>
  honouredKeys(kept).includes(key) || listsOf(kept).some((listed) => has(listed, key));

/**
 * Returns the first list that lacks a key, by its first collection. Null where no collection at all has that key: it is no
 * filter of something else, but a slip.
 */
function lackingOf(kept: Kept, key: string): CollectionName | null {
  const lacking = listsOf(kept).find((listed) => !has(listed, key));
  return (has(collectionNames, key) && lacking?.[0]) || null;
}

/** Collections whose ids are all the values that a key can have. */
const LISTED: Readonly<Record<string, CollectionName>> = {
  body: 'bodies',
  call: 'calls',
  channel: 'channels',
  college: 'colleges',
  commune: 'territories',
  departement: 'territories',
  network: 'networks',
  programme: 'programmes',
  series: 'series',
  territory: 'territories',
};

/**
 * Whether a provider's pair may be meant for another element: some record or some indicator of the data has that key. While
 * the catalogue is not loaded, its indicators may have any.
 */
function isMeant({ manifest, catalogue, measures }: Known, key: string): boolean {
  if (key === 'layer' || GENERAL_KEYS.includes(key)) return true;
  if (collectionNames.some((name) => keysOf(name).includes(key))) return true;
  if (manifest.catalogue && !catalogue) return true;
  const defined: readonly Filtered[] = [...(catalogue?.indicators ?? []), ...Object.values(measures?.indicators ?? {})];
  return defined.some((indicator) => honouredKeys({ indicator }).includes(key));
}

/** Maximum number of examples in a message. */
const EXAMPLES = 8;

/** The parts of a data set that tell which keys and values there are. */
type Known = Pick<Dataset, 'collections' | 'catalogue' | 'measures'> & {
  readonly manifest: Pick<Dataset['manifest'], 'collections' | 'catalogue' | 'network'>;
};

/** Returns the first mistake, or null. What the data set does not list cannot be judged, and passes. */
export const whereProblem = (dataset: Known, request: WhereRequest): PairProblem | null =>
  pairsProblem(dataset, request) ?? territoryProblem(dataset, request.territory);

function pairsProblem(dataset: Known, request: WhereRequest): PairProblem | null {
  const { where, own } = request;
  const words = (where ?? '').split(/\s+/).filter(Boolean);
  const word = words.find((each) => !/^[^=]+=./.test(each));
  if (word !== undefined) return { rule: 'pair', word };
  const named = words.map((each) => each.slice(0, each.indexOf('=')));
  const twice = named.find((key, index) => named.indexOf(key) < index);
  if (twice !== undefined) return { rule: 'twice', key: twice };
  const keys = honouredKeys(request);
  for (const [key, value] of Object.entries(parseWhere(where))) {
    if (!keys.includes(key)) {
      if (!own && isMeant(dataset, key)) continue;
      const known = keys.length > 0 ? keys : listedIn(dataset);
      return { rule: 'key', key, known, lacking: lackingOf(request, key) };
    }
    const known = valuesOf(dataset, request, key);
    if (known.length > 0 && !known.includes(value) && !isMentioned(dataset, key, value))
      return { rule: 'value', key, value, known: examples(known, value) };
  }
  return null;
}

/**
 * Returns the values of a key, where they are known. Of a table, a list or a timeline none is a mistake: one that no record
 * matches is said to be empty, and may have some tomorrow.
 */
function valuesOf(dataset: Known, kept: Kept, key: string): readonly string[] {
  if ('collections' in kept) return [];
  if ('layers' in kept && key === 'layer') return DIRECTORY_LAYERS;
  const labels = 'indicator' in kept ? kept.indicator.valueLabels?.[key] : undefined;
  return labels ? Object.keys(labels) : idsOf(dataset, key);
}

function territoryProblem(dataset: Known, territory: string | undefined): PairProblem | null {
  const known = idsOf(dataset, 'territory');
  if (!territory || known.length === 0 || known.includes(territory)) return null;
  const isPublished = loaded(dataset, 'observations').some((one) => one.territory === territory);
  if (isPublished || isMentioned(dataset, 'territory', territory)) return null;
  return { rule: 'territory', territory, known: examples(known, territory) };
}

/** Returns the loaded records of a collection: one that nobody requested is no mistake of the page. */
const loaded = <N extends CollectionName>({ collections }: Known, name: N): readonly CollectionRecords[N][] =>
  collections[name] ?? [];

/** Returns the keys whose values a data set lists. */
const listedIn = ({ manifest }: Known): readonly string[] =>
  Object.entries(LISTED).flatMap(([key, name]) => (manifest.collections[name] ? [key] : []));

const idsOf = (dataset: Known, key: string): readonly string[] => {
  const name = LISTED[key];
  return name ? loaded(dataset, name).map(({ id }) => id) : [];
};

/**
 * Whether a value that no collection lists is known all the same: a figure is published of it, or a membership names
 * it.
 */
function isMentioned(dataset: Known, key: string, value: string): boolean {
  if (loaded(dataset, 'observations').some(({ dimensions }) => dimensions[key] === value)) return true;
  if (key === 'college') return loaded(dataset, 'memberships').some(({ college }) => college === value);
  if (key !== 'network') return false;
  return dataset.manifest.network === value || loaded(dataset, 'memberships').some(({ network }) => network === value);
}

/** Returns examples of the kind that was meant, by its first letters: `departement-…`, `epci-…`. */
function examples(known: readonly string[], meant: string): readonly string[] {
  const kind = meant.split('-')[0] ?? '';
  const alike = known.filter((id) => id.startsWith(`${kind}-`));
  const near = alike.length ? alike : known;
  return near.length > EXAMPLES ? [...near.slice(0, EXAMPLES), '…'] : near;
}
