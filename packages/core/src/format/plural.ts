import { formatLang } from './language.ts';

/** Texts by plural category of `Intl.PluralRules`; Breton has five. */
export type Plurals = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** One for each language that was added, at most. */
const rules = new Map<string, Intl.PluralRules>();

function rulesOf(lang: string): Intl.PluralRules {
  const base = formatLang(lang);
  const known = rules.get(base);
  if (known) return known;
  // A browser without Breton would take the machine's own language: French is the documented fallback.
  const made = new Intl.PluralRules([base, 'fr']);
  rules.set(base, made);
  return made;
}

/** Returns the form that goes with a number: `pluralise(1, 'fr', {one: 'adhérent', other: 'adhérents'})`. */
export function pluralise(n: number, lang: string, forms: Plurals): string {
  return forms[rulesOf(lang).select(Math.abs(n))] ?? forms.other;
}
