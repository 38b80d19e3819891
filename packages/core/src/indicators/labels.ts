import { type Category, type CollectionName, type Dataset, recordName, records, type Text } from '../model/index.ts';
import { byId } from './by-id.ts';
import { createMemoCache, memoizeByObject } from './memoize.ts';

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

/** Returns the collections that name the values of a dimension. */
export function collectionsNaming(dimension: string, own: ValueLabels = {}): readonly CollectionName[] {
  if (own[dimension] ?? builtIn[dimension]) return [];
  return (Object.hasOwn(collectionsOf, dimension) ? collectionsOf[dimension] : undefined) ?? ['categories'];
}

/** Category of what a source does not sort. */
export const UNKNOWN = 'unknown';
const UNKNOWN_LABEL: Text = { fr: 'non précisé', br: 'n’eo ket resisaet', en: 'not specified' };

interface Named {
  readonly label?: Text | undefined;
  readonly order?: number | undefined;
}

const named = (record: Labelled & object): Named => ({ label: recordName(record), order: record.order });

/** Returns `2024-04-11` as `11/04/2024`. Parts of a measure have texts, for which no language has yet been chosen. */
const numeric = (date: string): string =>
  /^\d{4}(-\d\d){0,2}$/.test(date) ? date.split('-').reverse().join('/') : date;

/** Returns the names of meetings. They have no title, so the name of their body and their date name them. */
function meetingLookUp(dataset: Dataset): LookUp {
  const [meetings, bodies] = [records(dataset, 'meetings'), records(dataset, 'bodies')];
  return (id) => {
    const meeting = byId(meetings).get(id);
    if (!meeting) return undefined;
    const { body, date } = meeting;
    const name = byId(bodies).get(body)?.name ?? { fr: body };
    const texts = Object.entries(name).map(([lang, text]) => [lang, date ? `${text ?? ''} (${numeric(date)})` : text]);
    return { label: Object.fromEntries(texts) as Text };
  };
}

const categories = memoizeByObject(
  (list: readonly Category[]) => new Map(list.map((c) => [`${c.dimension}/${c.id}`, named(c)])),
);

type LookUp = (id: string) => Named | undefined;

function lookUpIn(dataset: Dataset, name: CollectionName): LookUp {
  if (name === 'meetings') return meetingLookUp(dataset);
  const list: readonly Labelled[] = records(dataset, name);
  let found: ReadonlyMap<string, Labelled> | undefined;
  return (id) => {
    // Index the list on first use only: a programme may be found among few records, and the events be many.
    found ??= byId(list);
    const record = found.get(id);
    return record && named(record);
  };
}

/**
 * Returns the names that the data set has for the values of a dimension. A programme comes before an event of the same
 * id.
 */
const lookUpOf = (dataset: Dataset, dimension: string): LookUp =>
  lookUps(dataset, dimension, () => {
    const names = Object.hasOwn(collectionsOf, dimension) ? collectionsOf[dimension] : undefined;
    if (!names) {
      const own = categories(records(dataset, 'categories'));
      return (id) => own.get(`${dimension}/${id}`);
    }
    const all = names.map((name) => lookUpIn(dataset, name));
    return (id) => {
      for (const lookUp of all) {
        const found = lookUp(id);
        if (found) return found;
      }
      return undefined;
    };
  });
const lookUps = createMemoCache<LookUp>(100);

/**
 * Returns the label and the rank of a value of a dimension; its id where the data set does not name it.
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
  const found = lookUpOf(dataset, dimension)(id);
  return {
    label: found?.label ?? fallback(id),
    ...(found?.order === undefined ? {} : { order: found.order }),
  };
}

const fallback = (id: string): Text => (id === UNKNOWN ? UNKNOWN_LABEL : { fr: id });
