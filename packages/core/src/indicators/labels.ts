import {
  type Category,
  type CollectionName,
  type Dataset,
  type MeasuresDocument,
  parseWhere,
  recordName,
  records,
  type Text,
} from '../model/index.ts';
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

/**
 * Returns the names of the parts that an indicator is kept to by a `where`: those that the document gives them where it
 * splits that indicator. A pair that it does not know has no name.
 */
export function partNames(
  document: MeasuresDocument | undefined,
  indicator: string,
  where: string | undefined,
): readonly Text[] {
  return Object.entries(parseWhere(where)).flatMap(([by, id]) => {
    const parts = document?.measures.flatMap((m) => (m.indicator === indicator && m.by === by && m.parts) || []);
    return parts?.findLast((part) => part.id === id)?.label ?? [];
  });
}

/** What of a request or of a measure decides about its subject. */
export interface Subject {
  readonly indicator: string;
  readonly where?: string | undefined;
  readonly territory?: string | undefined;
}

/** A value or a territory that a figure is kept to, and its name; undefined where the data do not name it. */
interface KeptName {
  readonly id: string;
  readonly name: Text | undefined;
}

/**
 * Returns the subject of a figure: what it is kept to by its pairs and by its territory, under the names that a build has written,
 * else those of the records that it was computed with. Tiles, charts, tables, stills, their files and the source card name a part
 * with this alone.
 */
export const subjectOf = (
  { indicator, where, territory }: Subject,
  { measures, collections }: Pick<Dataset, 'measures' | 'collections'>,
): readonly KeptName[] => [
  ...Object.entries(parseWhere(where)).map(([by, id]) => ({
    id,
    name: partNames(measures, indicator, `${by}=${id}`)[0] ?? nameOfId(collections, by, id),
  })),
  ...(territory ? [{ id: territory, name: collections.territories?.find(({ id }) => id === territory)?.name }] : []),
];

/** Returns the name of a value from its record, for indicators whose parts no build has written. */
function nameOfId(collections: Dataset['collections'], by: string, id: string): Text | undefined {
  const lists: readonly (readonly { readonly id: string; readonly dimension?: string }[] | undefined)[] =
    Object.values(collections);
  for (const list of lists) {
    const record = list?.find((each) => each.id === id && (each.dimension ?? by) === by);
    if (record) return recordName(record);
  }
  return undefined;
}
