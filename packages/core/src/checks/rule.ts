/** Rules as tables: a search finds what is wrong and where, a table says how the finding of each kind reads. */
import type { CollectionName, Finding, Observation, Quantity, Text } from '../model/index.ts';
import type { Check, CheckContext } from './check.ts';
import { comma, formatAmount } from './shared/amounts.ts';
import { type At, type BilingualText, type FindingSubject, placeAndSubject, report } from './shared/finding.ts';

/** How grave a finding is, and how sure. */
export type Weight = `${Finding['severity']}, ${Finding['certainty']}`;

/** A text with places such as `{found}`, which the values of a hit fill. */
export type Pattern = readonly [fr: string, en: string];

/** How findings of one kind read. `what` has no full stop, because the certainty follows it; `todo` is a whole sentence. */
type Reading = readonly [weight: Weight, what: Pattern, todo: Pattern];

/** Value of a place of a text: an amount is written as each language writes it, a text as it is. */
export type Value = string | number | Quantity | BilingualText;

/** Something wrong: where, and the values of its texts. `found` and `expected` are among these. */
export interface Hit {
  readonly at: At | FindingSubject;
  readonly found: Value;
  readonly expected?: Value | undefined;
  readonly values?: Readonly<Record<string, Value>>;
  /** Weight of this one, where it is not that of its kind. */
  readonly weight?: Weight | undefined;
}

/** Hits of a search, each with the kind of the table that it reads by. */
export type Hits<Kind extends string> = Generator<KindOfHit<Kind>>;
type KindOfHit<Kind extends string> = readonly [kind: Kind, hit: Hit];

/** Returns a field of a record, as the place of a hit. */
export const inField = (collection: CollectionName, record: At['record'], field: string): At => ({
  collection,
  record,
  field,
});

/** Returns the amount of a published figure, as the place of a hit. */
export const inAmount = (o: Observation): At => inField('observations', o, 'quantity');

/** Returns a field of the manifest, as the place of a hit. */
export const inManifest = (field: string): FindingSubject => ({
  where: { file: 'manifest.json', field },
  subject: { fr: 'manifeste', en: 'manifest' },
});

/** Returns an amount that was put into words already, such as a sum, for each language. */
export const amount = (words: string): BilingualText => ({ fr: comma(words), en: words });

/** Returns a value without a language, as findings store it: that of English for amounts. */
const plain = (value: Value): string => (typeof value === 'object' ? inLanguage(value, 'en') : String(value));

function inLanguage(value: Value, language: 'fr' | 'en'): string {
  if (typeof value !== 'object') return String(value);
  return 'fr' in value ? value[language] : amount(formatAmount(value))[language];
}

/** Returns a text with its places filled; one that no value is for stays as it stands. */
export function fillPattern([fr, en]: Pattern, values: Readonly<Record<string, Value | undefined>>): BilingualText {
  const fill = (text: string, language: 'fr' | 'en'): string =>
    text.replace(/\{(\w+)\}/g, (place, name: string) => inLanguage(values[name] ?? place, language));
  return { fr: fill(fr, 'fr'), en: fill(en, 'en') };
}

/** Makes a rule of the readings of its findings, and of a search that yields each hit with its kind. */
export function rule<Kind extends string>(
  id: string,
  label: Text,
  needs: readonly CollectionName[],
  readings: Readonly<Record<Kind, Reading>>,
  search: (context: CheckContext) => Iterable<KindOfHit<NoInfer<Kind>>>,
): Check {
  const findingOf = ([kind, { at, found, expected, values, weight }]: KindOfHit<Kind>): Finding => {
    const [usual, what, todo] = readings[kind];
    const [severity, certainty] = (weight ?? usual).split(', ') as [Finding['severity'], Finding['certainty']];
    const all = { found, expected: expected ?? '', ...values };
    return report({
      rule: id,
      severity,
      certainty,
      ...('where' in at ? { where: at.where, subject: at.subject } : placeAndSubject(at)),
      found: plain(found),
      expected: expected === undefined ? undefined : plain(expected),
      what: fillPattern(what, all),
      todo: fillPattern(todo, all),
    });
  };
  return { id, label, needs, run: (context) => [...search(context)].map(findingOf) };
}

/** Yields the first hit of each field: a figure that is wrong in several ways is said once. */
export function* oncePerField<Kind extends string>(hits: Iterable<KindOfHit<Kind>>): Hits<Kind> {
  const seen = new Set<string>();
  for (const hit of hits) {
    const { at } = hit[1];
    const { collection, id, field } = 'where' in at ? at.where : { ...at, id: at.record.id };
    const key = [collection, id, field].join('/');
    if (!seen.has(key)) yield hit;
    seen.add(key);
  }
}

/** Returns the id of the record that a hit is about; undefined where it is about none. */
export const recordId = ({ at }: Hit): string | undefined => ('record' in at ? at.record.id : at.where.id);
