import { parseWhere } from './dataset.ts';
import { knowsPair } from './knows-pair.ts';
import { parsePeriod } from './period.ts';
import { periodContains } from './period-relations.ts';
import { isInSection } from './sections.ts';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

/** Returns the sections of the report that mention a record: its own list, else the one that its source names. */
function sectionsTelling(record: Fields): readonly unknown[] {
  const { sections, source } = record;
  return Array.isArray(sections) && sections.length > 0 ? sections : [fieldsOf(source)['section']];
}

function hasPair(record: Fields, key: string, wanted: string): boolean {
  if (key === 'section') return sectionsTelling(record).some((id) => typeof id === 'string' && isInSection(id, wanted));
  const value = record[key] ?? record[`${key}s`];
  return (Array.isArray(value) ? value : [value]).some((each) => isWanted(each, wanted));
}

/** `start=2024` is met by any day of 2024. */
function isWanted(value: unknown, wanted: string): boolean {
  if (value === undefined || value === null) return false;
  const text = String(value);
  return (
    text === wanted || (parsePeriod(text) !== null && parsePeriod(wanted) !== null && periodContains(wanted, text))
  );
}

/**
 * Returns the records that a block keeps. Each pair of `where` names a field, in the singular where it is a list
 * (`theme=egalite`, `territory=departement-29`); a period keeps those inside it (`start=2024`); `section=I.1.d` keeps
 * those of that section or its parts.
 */
export function keptRecords<T extends object>(records: readonly T[], where: string | undefined): readonly T[] {
  const pairs = Object.entries(parseWhere(where));
  return records.filter((record) => pairs.every(([key, wanted]) => hasPair(fieldsOf(record), key, wanted)));
}

/**
 * Returns the records that the pairs of a `where` keep, those pairs alone that say something of them: what a page asks
 * of all its elements may be about fields that none of these records has.
 */
export function keptWhereKnown<T extends object>(records: readonly T[], where: string | undefined): readonly T[] {
  const pairs = Object.entries(parseWhere(where)).filter(([key]) => knowsPair(records, key));
  return keptRecords(records, pairs.map(([key, wanted]) => `${key}=${wanted}`).join(' '));
}
