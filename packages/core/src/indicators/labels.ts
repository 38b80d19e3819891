import { type CollectionName, type Dataset, records } from '../model/dataset.ts';
import type { Text } from '../model/text.ts';
import { UNKNOWN } from './counting.ts';

interface Labelled {
  readonly id: string;
  readonly order?: number;
}

/** Names of values by dimension and id. */
export type ValueLabels = Readonly<Record<string, Readonly<Record<string, Text>>>>;

/** Dimensions whose values are records of their own, and where these are. The values of others are categories. */
const collectionsOf: Readonly<Record<string, readonly CollectionName[]>> = {
  college: ['colleges'],
  channel: ['channels'],
  body: ['bodies'],
  commune: ['territories'],
  departement: ['territories'],
  epci: ['territories'],
  territory: ['territories'],
  vote: ['votes'],
  series: ['series'],
  webinar: ['events'],
  event: ['events', 'meetings'],
  programme: ['programmes', 'events'],
  network: ['networks'],
  call: ['calls'],
};

/** Values that the model itself defines, so that no data set has to name them. */
const builtIn: ValueLabels = {
  status: {
    held: { fr: 'tenus', br: 'dalc’het', en: 'held' },
    planned: { fr: 'prévus', br: 'raktreset', en: 'planned' },
    cancelled: { fr: 'annulés', br: 'nullet', en: 'cancelled' },
    postponed: { fr: 'reportés', br: 'daleet', en: 'postponed' },
    full: { fr: 'complets', br: 'leun', en: 'full' },
  },
};

const UNKNOWN_LABEL: Text = { fr: 'non précisé', br: 'n’eo ket resisaet', en: 'not specified' };

const textOf = (record: object): Text | undefined => {
  for (const field of ['label', 'name', 'title', 'subject'] as const) {
    const value: unknown = field in record ? (record as Readonly<Record<string, unknown>>)[field] : undefined;
    if (typeof value === 'string') return { fr: value };
    if (value !== null && typeof value === 'object' && 'fr' in value) return value as Text;
  }
  return undefined;
};

interface Named {
  readonly label?: Text | undefined;
  readonly order?: number | undefined;
}
type Index = ReadonlyMap<string, Named>;

const named = (record: Labelled & object): Named => ({ label: textOf(record), order: record.order });

/** `2024-04-11` as `11/04/2024`. Parts of a measure have texts, which no language has yet been chosen for. */
const numeric = (date: string): string =>
  /^\d{4}(-\d\d){0,2}$/.test(date) ? date.split('-').reverse().join('/') : date;

/** Meetings have no title: the name of their body and their date say which. */
function namedMeetings(dataset: Dataset): readonly (readonly [string, Named])[] {
  const bodies = new Map(records(dataset, 'bodies').map((b) => [b.id, b.name]));
  return records(dataset, 'meetings').map(({ id, body, date }) => {
    const name = bodies.get(body) ?? { fr: body };
    const texts = Object.entries(name).map(([lang, text]) => [lang, date ? `${text ?? ''} (${numeric(date)})` : text]);
    return [id, { label: Object.fromEntries(texts) as Text }];
  });
}

function indexOf(dataset: Dataset, dimension: string): Index {
  const names = Object.hasOwn(collectionsOf, dimension) ? collectionsOf[dimension] : undefined;
  if (!names) {
    const own = records(dataset, 'categories').filter((category) => category.dimension === dimension);
    return new Map(own.map((category) => [category.id, named(category)]));
  }
  const entries = names.flatMap((name) =>
    name === 'meetings'
      ? namedMeetings(dataset)
      : records(dataset, name).map((record: Labelled) => [record.id, named(record)] as const),
  );
  // A programme comes before an event of the same id.
  return new Map(entries.reverse());
}

/** The names of each dimension, made once for a data set: a part a record would otherwise search the records each time. */
const indexes = new WeakMap<object, Map<string, Index>>();

function namesOf(dataset: Dataset, dimension: string): Index {
  const known = indexes.get(dataset.collections) ?? new Map<string, Index>();
  indexes.set(dataset.collections, known);
  const index = known.get(dimension) ?? indexOf(dataset, dimension);
  known.set(dimension, index);
  return index;
}

/**
 * The label and the rank of a value of a dimension; its id where the data set does not name it.
 * @param own names that the indicator gives itself
 */
export function labelPart(
  dataset: Dataset,
  dimension: string,
  id: string,
  own: ValueLabels = {},
): { readonly label: Text; readonly order?: number } {
  const values = own[dimension] ?? builtIn[dimension];
  const value = values && Object.hasOwn(values, id) ? values[id] : undefined;
  if (value) return { label: value };
  // A value that the model does not know may be named in the categories, if these are there: they are not asked for.
  if (values && !dataset.collections.categories) return { label: fallback(id) };
  const found = namesOf(dataset, dimension).get(id);
  return {
    label: found?.label ?? fallback(id),
    ...(found?.order === undefined ? {} : { order: found.order }),
  };
}

const fallback = (id: string): Text => (id === UNKNOWN ? UNKNOWN_LABEL : { fr: id });
