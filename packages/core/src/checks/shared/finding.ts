import type { Finding, FindingPlace, Text } from '../../model/index.ts';

/** Sentence in both languages of findings. */
export interface BilingualText {
  readonly fr: string;
  readonly en: string;
}

/** Input of a finding. `what` has no full stop, because the rule's certainty follows it. `todo` is a whole sentence. */
interface FindingDraft {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly certainty: Finding['certainty'];
  readonly where: FindingPlace;
  readonly subject: BilingualText;
  readonly found: string;
  readonly expected?: string | undefined;
  readonly what: BilingualText;
  readonly todo: BilingualText;
}

const SURE: Readonly<Record<Finding['certainty'], BilingualText>> = {
  certain: { fr: 'certain', en: 'certain' },
  likely: { fr: 'probable', en: 'likely' },
  possible: { fr: 'possible', en: 'possible' },
};

const NARROW = '\u202f';

/** Applies French typography: narrow spaces around high punctuation, curly apostrophes. */
export const frenchTypography = (text: string): string =>
  text
    .replace(/ ([:;!?%»])/g, `${NARROW}$1`)
    .replace(/« /g, `«${NARROW}`)
    .replace(/'/g, '’');

/** Makes the finding: where, what was found, how sure, what to do, in French and in English. */
export function report({ subject, what, todo, expected, ...rest }: FindingDraft): Finding {
  const sure = SURE[rest.certainty];
  const message: Text = {
    fr: frenchTypography(`${subject.fr} : ${what.fr} (${sure.fr}). ${todo.fr}`),
    // Amounts are shown as French writes them.
    en: `${subject.en}: ${what.en} (${sure.en}). ${todo.en}`.replaceAll(`${NARROW}%`, '%'),
  };
  return { ...rest, ...(expected === undefined ? {} : { expected }), message };
}

/** A record as far as findings name it. */
interface Nameable {
  readonly id: string;
  readonly source?:
    | { readonly document?: string; readonly section?: string | undefined; readonly page?: number | undefined }
    | undefined;
}

/** A record, and the field of it that a finding would be about: named only once there is a finding. */
export interface At {
  readonly collection: string;
  readonly record: Nameable;
  readonly field: string;
}

/** The place and the subject of a finding. */
export type FindingSubject = Pick<FindingDraft, 'where' | 'subject'>;

/** Returns the place and the subject of a finding on a field of a record. */
export const placeAndSubject = ({ collection, record, field }: At): FindingSubject => ({
  where: findingPlace(collection, record, field),
  subject: findingSubject(record),
});

/** Returns a record's own name, whatever its collection names that field; null where it has none. */
export function bilingualName(record: object): BilingualText | null {
  for (const field of ['label', 'name', 'title', 'subject'] as const) {
    const value: unknown = (record as Readonly<Record<string, unknown>>)[field];
    if (typeof value === 'string' && value !== '') return { fr: value, en: value };
    if (typeof value === 'object' && value !== null && 'fr' in value) {
      const { fr, en } = value as { readonly fr: string; readonly en?: string };
      if (fr !== '') return { fr, en: en ?? fr };
    }
  }
  return null;
}

/** Returns a name in the quotation marks of each language. */
export const quotedName = ({ fr, en }: BilingualText): BilingualText => ({
  fr: frenchTypography(`« ${fr} »`),
  en: `“${en}”`,
});

/**
 * Returns the subject of a finding: the name of the record, and its place in its document. A record without a name is
 * called by its id; once all rules have run, that id is replaced by the name that readers know.
 */
export function findingSubject(record: Nameable): BilingualText {
  const { section, page } = record.source ?? {};
  const name = quotedName(bilingualName(record) ?? sameInBoth(record.id));
  const at = (word: string): string => {
    const parts = [...(section ? [section] : []), ...(page === undefined ? [] : [`p. ${page}`])];
    return parts.length === 0 ? '' : `${word}(${parts.join(', ')})`;
  };
  return { fr: `${name.fr}${at(' ')}`, en: `${name.en}${at(' ')}` };
}

/** Returns the place of a record, or of a field of it. */
export function findingPlace(collection: string, record: Nameable, field?: string): FindingPlace {
  const section = record.source?.section;
  return {
    collection,
    id: record.id,
    ...(field === undefined ? {} : { field }),
    ...(section === undefined ? {} : { section }),
  };
}

/** Returns the same words in both languages. */
export const sameInBoth = (text: string): BilingualText => ({ fr: text, en: text });
