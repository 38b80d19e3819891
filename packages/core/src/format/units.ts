import { perUnit } from '../model/index.ts';
import { type FormatLanguage, formatLanguage } from './language.ts';
import { roundHalfAway } from './number.ts';
import { type Plurals, pluralise } from './plural.ts';

/** Returns the forms of a unit's word in a language, or null where it has none. */
const formsOf = ({ units, forms }: FormatLanguage, unit: string): Plurals | null =>
  Object.hasOwn(units, unit) ? forms(units[unit] ?? '') : null;

function wordIn(language: FormatLanguage, unit: string, n: number, style: 'short' | 'long'): string | null {
  const [counted = '', each] = unit.split('/');
  const forms = formsOf(language, counted);
  if (!forms) return null;
  const word = pluralise(n, language.lang, forms);
  if (each === undefined) return (style === 'short' && language.short[unit]) || word;
  const [per, form] = language.per;
  const one = formsOf(language, perUnit(each));
  return one && `${word} ${per} ${one[form] ?? one.other}`;
}

/** Units that are written by a sign or by the number alone. */
const WORDLESS = /^(percent|euros|ratio|year|number)$/;

/**
 * Returns the word of a unit for a number (`adhérents`), in French where its language has none; null for units that are
 * written without one (`percent`, `euros`, `ratio`). A ratio is put together from its two units: `events/organisation`
 * is `événements par organisation`. A unit that this release does not know is its own word: `12 tonnes` without it
 * would be 12 of anything.
 */
export const unitWord = (unit: string, n: number, lang: string, style: 'short' | 'long' = 'long'): string | null =>
  WORDLESS.test(unit)
    ? null
    : (wordIn(formatLanguage(lang), unit, n, style) ?? wordIn(formatLanguage('fr'), unit, n, style) ?? unit);

/** Rules for writing the numbers of a unit. */
export interface UnitNumbers {
  /** Digits after the point, at most. */
  readonly decimals: number;
  /** Money that is not whole: `12,50 €`, never `12,5 €`. */
  readonly fixed?: boolean;
  readonly grouping?: boolean;
}

const MEASURED = /^(percent|points|hours|days|years)$/;

/**
 * Returns the rules for a value of a unit. Few digits are kept, because a value is published so (2.5 months, 12.4
 * people, 12.34 %); a value with more digits was computed (16.2393…), and gets one digit where it is a percent or a
 * duration, two where it is full-time equivalents (0.15 is not 0.2), none where it is a count. Ratios have three
 * significant digits.
 */
export function numbersOf(unit: string, n: number): UnitNumbers {
  if (unit === 'year') return { decimals: 0, grouping: false };
  if (unit === 'euros') return { decimals: 2, fixed: n % 1 !== 0 };
  const size = Math.abs(n);
  if (/^ratio$|\//.test(unit)) return { decimals: size < 9.995 ? 2 : size < 99.95 ? 1 : 0 };
  const measured = MEASURED.test(unit);
  // Two of a percent: a computed one often has three, since eightieths of a hundred do.
  const decimals = measured ? 2 : 3;
  if (roundHalfAway(n, decimals) === Number(n.toPrecision(15))) return { decimals };
  return { decimals: unit === 'FTE' ? 2 : Number(measured) };
}
