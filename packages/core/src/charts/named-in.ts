import type { CollectionName } from '../model/index.ts';

/** Collections that name the ids of a field. A field that is not listed holds values of its own. */
export const NAMED_IN: Readonly<Record<string, readonly CollectionName[]>> = {
  organisation: ['organisations'],
  organisers: ['organisations'],
  laureate: ['organisations'],
  owner: ['organisations'],
  network: ['networks'],
  college: ['colleges'],
  body: ['bodies'],
  programme: ['programmes'],
  of: ['programmes', 'events'],
  series: ['series'],
  call: ['calls'],
  channel: ['channels'],
  territories: ['territories'],
  theme: ['categories'],
  themes: ['categories'],
  format: ['categories'],
  lot: ['categories'],
  mode: ['categories'],
  stage: ['categories'],
  direction: ['categories'],
  contract: ['categories'],
  organisations: ['organisations'],
  'programme-kind': ['categories'],
};

/** Fields that are called otherwise than the dimension of their categories, by their collection: kinds of others are words of the model. */
const DIMENSION_OF: Readonly<Record<string, string>> = { 'programmes.kind': 'programme-kind' };

/** The name under which {@link NAMED_IN} has a field of a collection. */
export const namedField = (collection: string, field: string): string =>
  DIMENSION_OF[`${collection}.${field}`] ?? field;

/** Collections that must be loaded to name what some fields hold. */
export const namedIn = (fields: readonly string[]): readonly CollectionName[] => [
  ...new Set(fields.flatMap((field) => NAMED_IN[field] ?? [])),
];
