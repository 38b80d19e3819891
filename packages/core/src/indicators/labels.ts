import { type CollectionName, type Dataset, records } from '../model/dataset.ts';
import type { Text } from '../model/text.ts';
import { UNKNOWN } from './counting.ts';

interface Labelled {
  readonly id: string;
  readonly order?: number;
}

/** Dimensions whose values are records of their own, and the field that names them. Others are categories. */
const collectionOf: Readonly<Record<string, CollectionName>> = {
  college: 'colleges',
  channel: 'channels',
  body: 'bodies',
  commune: 'territories',
  departement: 'territories',
  epci: 'territories',
  vote: 'votes',
  series: 'series',
  webinar: 'events',
};

/** Values that the model itself defines, so that no data set has to name them. */
const builtIn: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
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

/** The label and the rank of a value of a dimension; its id where the data set does not name it. */
export function labelPart(
  dataset: Dataset,
  dimension: string,
  id: string,
): { readonly label: Text; readonly order?: number } {
  const own = builtIn[dimension];
  if (own) return { label: own[id] ?? { fr: id } };
  const name = collectionOf[dimension];
  const found: (Labelled & object) | undefined = name
    ? records(dataset, name).find((record: Labelled) => record.id === id)
    : records(dataset, 'categories').find((category) => category.dimension === dimension && category.id === id);
  const label = found ? textOf(found) : undefined;
  return {
    label: label ?? (id === UNKNOWN ? UNKNOWN_LABEL : { fr: id }),
    ...(found?.order === undefined ? {} : { order: found.order }),
  };
}
