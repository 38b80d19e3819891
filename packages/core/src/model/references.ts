/** References between records: the collections that each field refers to. */
import type { CollectionName } from './dataset.ts';

/** Collection that each field of a collection refers to: `|` between alternatives, `categories:` before a dimension. */
export const LINKS: { readonly [N in CollectionName]?: Readonly<Record<string, string>> } = {
  organisations: { territories: 'territories', 'position.territory': 'territories' },
  memberships: { organisation: 'organisations', network: 'networks', college: 'colleges' },
  colleges: { network: 'networks' },
  territories: { parents: 'territories', overlaps: 'territories' },
  meetings: { body: 'bodies', plan: 'meetings', 'position.territory': 'territories', themes: 'categories:theme' },
  seats: { body: 'bodies', organisation: 'organisations', college: 'colleges' },
  prizes: { laureate: 'organisations' },
  tallies: { of: 'events|meetings' },
  votes: { body: 'bodies' },
  events: {
    series: 'series',
    partOf: 'events',
    plan: 'events',
    'occurrenceOf.event': 'events',
    territories: 'territories',
    'position.territory': 'territories',
    organisers: 'organisations',
    themes: 'categories:theme',
  },
  programmes: { territories: 'territories', kind: 'categories:programme-kind' },
  projects: {
    programme: 'programmes',
    territories: 'territories',
    'position.territory': 'territories',
    establishment: 'categories:establishment',
  },
  audiences: { channel: 'channels' },
  publications: { theme: 'categories:theme', format: 'categories:format' },
  missions: {
    programme: 'programmes',
    organisations: 'organisations',
    lot: 'categories:lot',
    territories: 'territories',
  },
  jobs: { programme: 'programmes', contract: 'categories:contract', lot: 'categories:lot', territory: 'territories' },
  calls: { owner: 'organisations' },
  applications: { call: 'calls', organisation: 'organisations', territories: 'territories' },
  participations: { organisation: 'organisations', of: 'events|programmes|calls|meetings', territories: 'territories' },
  movements: { contract: 'categories:contract' },
  observations: { territory: 'territories', derivedFrom: 'observations', corrects: 'observations' },
};

/** Dimensions of observations whose values are records; those of the others are categories. */
const DIMENSIONS: Readonly<Record<string, string>> = {
  college: 'colleges',
  channel: 'channels',
  body: 'bodies',
  commune: 'territories',
  epci: 'territories',
  pole: 'territories',
  departement: 'territories',
  region: 'territories',
  territory: 'territories',
  vote: 'votes',
  series: 'series',
  webinar: 'events',
  event: 'events|meetings',
  programme: 'programmes|events',
  network: 'networks',
  call: 'calls',
};

export interface LinkField {
  readonly field: string;
  readonly into: string;
  readonly id: string;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields that hold a category's id or the name of something: "Lycée du Parc" leads nowhere, and should not. */
const MAY_BE_NAMES = new Set(['establishment']);

const isId = (text: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);

/** A field that names something, and the field of a field: `position.territory`. */
export interface ReferenceField {
  readonly field: string;
  readonly outer: string;
  readonly inner: string | undefined;
  readonly into: string;
}

export const namingsOf = (collection: CollectionName): readonly ReferenceField[] =>
  Object.entries(LINKS[collection] ?? {}).map(([field, into]) => {
    const [outer = '', inner] = field.split('.');
    return { field, outer, inner, into };
  });

type Visit = (field: string, into: string, id: string) => void;

/** Goes through all that a record names. Of large lists every record comes by: nothing is made for what is in order. */
export function visitLinks(namings: readonly ReferenceField[], record: Fields, visit: Visit): void {
  for (const { field, outer, inner, into } of namings) {
    const value = record[outer];
    const reached: unknown = inner === undefined ? value : isFields(value) ? value[inner] : undefined;
    if (MAY_BE_NAMES.has(field) && !(typeof reached === 'string' && isId(reached))) continue;
    if (typeof reached === 'string') visit(field, into, reached);
    else if (Array.isArray(reached)) for (const each of reached) if (typeof each === 'string') visit(field, into, each);
  }
  const { dimensions, by, source, alsoIn } = record;
  for (const [dimension, value] of isFields(dimensions) ? Object.entries(dimensions) : []) {
    const into = DIMENSIONS[dimension] ?? `categories:${dimension}`;
    if (typeof value === 'string') visit(`dimensions.${dimension}`, into, value);
  }
  for (const [dimension, counts] of isFields(by) ? Object.entries(by) : []) {
    for (const each of isFields(counts) ? Object.keys(counts) : [])
      visit(`by.${dimension}`, `categories:${dimension}`, each);
  }
  if (isFields(source) && typeof source['document'] === 'string')
    visit('source.document', 'documents', source['document']);
  for (const each of Array.isArray(alsoIn) ? alsoIn : []) {
    if (typeof each === 'string') visit('alsoIn', 'documents', each);
  }
}

/**
 * Returns a record in which what it names has other ids; the record itself where none changes. Two names that become one
 * are written once.
 * @param rename returns the new id, or the id itself
 */
export function renameLinks<T extends object>(
  namings: readonly ReferenceField[],
  record: T,
  rename: (into: string, id: string) => string,
): T {
  let isSame = true;
  visitLinks(namings, record as Fields, (_field, into, id) => {
    if (rename(into, id) !== id) isSame = false;
  });
  if (isSame) return record;
  const renamed = (value: unknown, into: string): unknown => {
    if (typeof value === 'string') return rename(into, value);
    return Array.isArray(value) ? [...new Set(value.map((each) => renamed(each, into)))] : value;
  };
  const made: Record<string, unknown> = { ...(record as Fields) };
  for (const { outer, inner, into } of namings) {
    const value = made[outer];
    if (inner === undefined) made[outer] = renamed(value, into);
    else if (isFields(value)) made[outer] = { ...value, [inner]: renamed(value[inner], into) };
  }
  const { dimensions, source, alsoIn } = made;
  if (isFields(dimensions)) {
    const pairs = Object.entries(dimensions).map(([name, id]) => [name, renamed(id, DIMENSIONS[name] ?? '')]);
    made['dimensions'] = Object.fromEntries(pairs);
  }
  if (isFields(source)) made['source'] = { ...source, document: renamed(source['document'], 'documents') };
  if (alsoIn !== undefined) made['alsoIn'] = renamed(alsoIn, 'documents');
  return made as T;
}
