/**
 * Problems of the filters that a page's author sets: pairs (`college=associations`) and a territory. They are checked
 * against the contents of a data set.
 */
import { type CollectionName, type CollectionRecords, type Dataset, parseWhere } from './dataset.ts';
import { collectionNames, keysOf, type Listed, lackingOf } from './pair-keys.ts';

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

/** Filters to check, and the elements and collections that they apply to. */
export interface PairRequest {
  /** All pairs in force: the element's own, else those of its provider. */
  readonly where?: string | undefined;
  /** Whether they are the element's own. A provider's may be meant for another element: they need only mean something. */
  readonly own: boolean;
  readonly territory?: string | undefined;
  /**
   * Keys that mean something to the element, named in the message on another one; without any, the message names those
   * whose values the data list.
   */
  readonly keys: readonly string[];
  /** The collections whose records the pairs keep, where they keep records; `keys` are those that all of them have. */
  readonly lists?: readonly Listed[];
  /** Values of keys that the model itself defines, of those that no collection lists; `any` where none is a mistake. */
  readonly values?: Readonly<Record<string, readonly string[]>> | 'any';
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

/** Fields of an indicator that say which pairs can filter it. */
export interface Filtered {
  readonly dimensions: readonly { readonly id: string }[];
  readonly filters?: readonly string[] | undefined;
  readonly valueLabels?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
}

/** Returns the keys that an indicator understands, and the values of those that it defines itself. */
export function pairsOf({
  dimensions,
  filters = [],
  valueLabels = {},
}: Filtered): Pick<PairRequest, 'keys' | 'values'> {
  const values = Object.entries(valueLabels).map(([key, labels]) => [key, Object.keys(labels)] as const);
  return { keys: [...dimensions.map(({ id }) => id), ...filters], values: Object.fromEntries(values) };
}

/**
 * Whether a provider's pair may be meant for another element: some record or some indicator of the data has that key. While
 * the catalogue is not loaded, its indicators may have any.
 */
function isMeant({ manifest, catalogue, measures }: Dataset, key: string): boolean {
  if (key === 'layer' || collectionNames.some((name) => keysOf(name).includes(key))) return true;
  if (manifest.catalogue && !catalogue) return true;
  const defined: readonly Filtered[] = [...(catalogue?.indicators ?? []), ...Object.values(measures?.indicators ?? {})];
  return defined.some((indicator) => pairsOf(indicator).keys.includes(key));
}

/** Maximum number of examples in a message. */
const EXAMPLES = 8;

/** Returns the first mistake, or null. What the data set does not list cannot be judged, and passes. */
export function pairProblem(dataset: Dataset, request: PairRequest): PairProblem | null {
  return pairsProblem(dataset, request) ?? territoryProblem(dataset, request.territory);
}

function pairsProblem(dataset: Dataset, request: PairRequest): PairProblem | null {
  const { where, own, keys, lists = [], values = {} } = request;
  const words = (where ?? '').split(/\s+/).filter(Boolean);
  const word = words.find((each) => !/^[^=]+=./.test(each));
  if (word !== undefined) return { rule: 'pair', word };
  const named = words.map((each) => each.slice(0, each.indexOf('=')));
  const twice = named.find((key, index) => named.indexOf(key) < index);
  if (twice !== undefined) return { rule: 'twice', key: twice };
  for (const [key, value] of Object.entries(parseWhere(where))) {
    if (!keys.includes(key)) {
      if (own || !isMeant(dataset, key))
        return { rule: 'key', key, known: keys.length > 0 ? keys : listedIn(dataset), lacking: lackingOf(lists, key) };
      continue;
    }
    const known = values === 'any' ? [] : (values[key] ?? idsOf(dataset, key));
    if (known.length === 0) continue;
    if (!known.includes(value) && !isMentioned(dataset, key, value))
      return { rule: 'value', key, value, known: examples(known, value) };
  }
  return null;
}

function territoryProblem(dataset: Dataset, territory: string | undefined): PairProblem | null {
  const known = idsOf(dataset, 'territory');
  if (!territory || known.length === 0 || known.includes(territory)) return null;
  const isPublished = loaded(dataset, 'observations').some((one) => one.territory === territory);
  if (isPublished || isMentioned(dataset, 'territory', territory)) return null;
  return { rule: 'territory', territory, known: examples(known, territory) };
}

/** Returns the loaded records of a collection: one that nobody requested is no mistake of the page. */
const loaded = <N extends CollectionName>({ collections }: Dataset, name: N): readonly CollectionRecords[N][] =>
  collections[name] ?? [];

/** Returns the keys whose values a data set lists. */
const listedIn = ({ manifest }: Dataset): readonly string[] =>
  Object.entries(LISTED).flatMap(([key, name]) => (manifest.collections[name] ? [key] : []));

const idsOf = (dataset: Dataset, key: string): readonly string[] => {
  const name = LISTED[key];
  return name ? loaded(dataset, name).map(({ id }) => id) : [];
};

/**
 * Whether a value that no collection lists is known all the same: a figure is published of it, or a membership names
 * it.
 */
function isMentioned(dataset: Dataset, key: string, value: string): boolean {
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
