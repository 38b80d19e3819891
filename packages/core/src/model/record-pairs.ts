import { parseWhere } from './dataset.ts';
import { departementIn, type Lineage } from './lineage.ts';
import { parsePeriod } from './period.ts';
import { periodContains } from './period-relations.ts';
import { isInSection } from './sections.ts';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

/** Returns the sections of the report that mention a record: its own list, else the one that its source names. */
function sectionsTelling({ sections, source }: Fields): readonly unknown[] {
  return Array.isArray(sections) && sections.length > 0 ? sections : [fieldsOf(source)['section']];
}

/** Tells whether a record lies in a territory: one that it names, or one around it. */
function liesIn({ territories, territory }: Fields, wanted: string, lineage: Lineage): boolean {
  const own = [territories, territory].flat().filter((id) => typeof id === 'string');
  const around = own.map(lineage);
  return around.some((ids) => ids.includes(wanted) || departementIn(ids) === wanted);
}

/** Returns the field that a key names: its own, or the list that is called after it. */
const named = (record: Fields, key: string): unknown =>
  record[key] ?? record[`${key}s`] ?? record[`${key}es`] ?? record[key.replace(/y$/, 'ies')];

function hasPair(record: Fields, key: string, wanted: string, lineage: Lineage): boolean {
  if (key === 'section') return sectionsTelling(record).some((id) => typeof id === 'string' && isInSection(id, wanted));
  if (key === 'departement' || key === 'territory') return liesIn(record, wanted, lineage);
  return [named(record, key)].flat().some((each) => isWanted(each, wanted));
}

/**
 * Compares a value with the words of a pair. `start=2024` is met by any day of 2024, a text in any of its languages, a
 * quantity by its number.
 */
function isWanted(value: unknown, wanted: string): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'object') {
    const { fr, unit, value: number } = fieldsOf(value);
    return fr === undefined ? unit !== undefined && String(number) === wanted : Object.values(value).includes(wanted);
  }
  const text = String(value);
  return (
    text === wanted || (parsePeriod(text) !== null && parsePeriod(wanted) !== null && periodContains(wanted, text))
  );
}

/** Returns the collection with which a request tells what lies in a place, where it names one. */
export const placeNeeds = ({
  territory,
  where,
}: {
  readonly territory?: string | undefined;
  readonly where?: string | undefined;
}): readonly 'territories'[] =>
  territory || /(?:^|\s)(?:departement|territory)=/.test(where ?? '') ? ['territories'] : [];

/**
 * Returns the records that a block keeps. Each pair of `where` names a field, in the singular where it is a list
 * (`theme=egalite`); a period keeps those inside it (`start=2024`); `section=I.1.d` keeps those of that section or its
 * parts; `territory=…` and `departement=…` those that lie there. A pair of a key that a record lacks keeps it not: what
 * is asked for is never answered with more.
 * @param lineage the territories around one; without it a record lies in those that it names, and in the département of its
 * communes
 */
export function keptRecords<T extends object>(
  records: readonly T[],
  where: string | undefined,
  lineage: Lineage = (id) => [id],
): readonly T[] {
  const pairs = Object.entries(parseWhere(where));
  if (pairs.length === 0) return records;
  return records.filter((record) => pairs.every(([key, wanted]) => hasPair(fieldsOf(record), key, wanted, lineage)));
}

/** Keys that every record has, or no record: a place, a section, the layer of a map. */
const EVERY = /^(?:section|departement|territory|layer)$/;

/** Tells whether a record has the field that a key names. */
export const hasField = (record: object, key: string): boolean =>
  EVERY.test(key) || named(fieldsOf(record), key) !== undefined;

/**
 * Tells whether pairs may have a mistake, without the list of all keys: a word that is none, a key that is there twice or is
 * lacking. A field that no record happens to fill is lacking too, and no mistake.
 */
export const isDoubtful = (where: string, lacks: (key: string) => boolean): boolean =>
  where.split(/\s+/).filter(Boolean).length > Object.keys(parseWhere(where)).length ||
  Object.keys(parseWhere(where)).some(lacks);

/** Returns the pairs of a `where` whose keys pass a test. */
export const pairsOnly = (where: string | undefined, isMeant: (key: string) => boolean): string =>
  Object.entries(parseWhere(where))
    .flatMap(([key, value]) => (isMeant(key) ? [`${key}=${value}`] : []))
    .join(' ');
