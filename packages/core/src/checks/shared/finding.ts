import type { Finding, FindingPlace } from '../../model/finding.ts';
import type { Observation } from '../../model/observation.ts';
import type { Text } from '../../model/text.ts';
import { show } from './amounts.ts';

/** A sentence in both languages that findings are told in. */
export interface Told {
  readonly fr: string;
  readonly en: string;
}

/** What a rule has to say. `what` has no full stop: how sure the rule is comes after it. `todo` is a whole sentence. */
export interface Report {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly certainty: Finding['certainty'];
  readonly where: FindingPlace;
  readonly subject: Told;
  readonly found: string;
  readonly expected?: string;
  readonly what: Told;
  readonly todo: Told;
}

const SURE: Readonly<Record<Finding['certainty'], Told>> = {
  certain: { fr: 'certain', en: 'certain' },
  likely: { fr: 'probable', en: 'likely' },
  possible: { fr: 'possible', en: 'possible' },
};

const NARROW = '\u202f';

/** French typography: narrow spaces around high punctuation, curly apostrophes. */
export const french = (text: string): string =>
  text
    .replace(/ ([:;!?%»])/g, `${NARROW}$1`)
    .replace(/« /g, `«${NARROW}`)
    .replace(/'/g, '’');

/** Makes the finding: where, what was found, how sure, what to do, in French and in English. */
export function report({ subject, what, todo, expected, ...rest }: Report): Finding {
  const sure = SURE[rest.certainty];
  const message: Text = {
    fr: french(`${subject.fr} : ${what.fr} (${sure.fr}). ${todo.fr}`),
    // Amounts are shown as French writes them.
    en: `${subject.en}: ${what.en} (${sure.en}). ${todo.en}`.replaceAll(`${NARROW}%`, '%'),
  };
  return { ...rest, ...(expected === undefined ? {} : { expected }), message };
}

/** A record as far as findings name it. */
interface Nameable {
  readonly id: string;
  readonly source?: { readonly section?: string | undefined; readonly page?: number | undefined } | undefined;
}

/** A record, and the field of it that a finding would be about: named only once there is a finding. */
export interface At {
  readonly collection: string;
  readonly record: Nameable;
  readonly field: string;
}

/** Where and what a finding is about. */
export const told = ({ collection, record, field }: At): Pick<Report, 'where' | 'subject'> => ({
  where: placeOf(collection, record, field),
  subject: subjectOf(record),
});

/** A published figure that another one, or several, make doubtful. */
export const doubtful = (o: Observation): Omit<Report, 'rule' | 'what' | 'todo' | 'expected'> => ({
  severity: 'warning',
  certainty: 'likely',
  ...told({ collection: 'observations', record: o, field: 'quantity' }),
  found: show(o.quantity),
});

/** A record's own name, whatever its collection names that field; null where it has none. */
export function nameOf(record: object): Told | null {
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

/** A name in the quotation marks of each language. */
export const quoted = ({ fr, en }: Told): Told => ({ fr: french(`« ${fr} »`), en: `“${en}”` });

/**
 * What a finding is about: the name of the record, and where its document says it. One without a name is called by its id,
 * until all rules have run and its data set says what readers call it.
 */
export function subjectOf(record: Nameable): Told {
  const { section, page } = record.source ?? {};
  const name = quoted(nameOf(record) ?? both(record.id));
  const at = (word: string): string => {
    const parts = [...(section ? [section] : []), ...(page === undefined ? [] : [`p. ${page}`])];
    return parts.length === 0 ? '' : `${word}(${parts.join(', ')})`;
  };
  return { fr: `${name.fr}${at(' ')}`, en: `${name.en}${at(' ')}` };
}

/** Where a record is. */
export function placeOf(collection: string, record: Nameable, field?: string): FindingPlace {
  const section = record.source?.section;
  return {
    collection,
    id: record.id,
    ...(field === undefined ? {} : { field }),
    ...(section === undefined ? {} : { section }),
  };
}

/** The first finding of each field: a figure that is wrong in several ways is said once. */
export function oncePerField(findings: readonly Finding[]): readonly Finding[] {
  const first = new Map<string, Finding>();
  for (const finding of findings) {
    const { collection, id, field } = finding.where;
    const key = [collection, id, field].join('/');
    if (!first.has(key)) first.set(key, finding);
  }
  return [...first.values()];
}

/** The same words in both languages. */
export const both = (text: string): Told => ({ fr: text, en: text });
