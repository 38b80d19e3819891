import { type FormatLanguage, formatLanguage } from './language.ts';
import { type Plurals, pluralise } from './plural.ts';

/** The forms of a unit's word in a language, or null where it has none. */
const formsOf = ({ units, forms }: FormatLanguage, unit: string): Plurals | null =>
  Object.hasOwn(units, unit) ? forms(units[unit] ?? '') : null;

function wordIn(language: FormatLanguage, unit: string, n: number, style: 'short' | 'long'): string | null {
  const [counted = '', each] = unit.split('/');
  const forms = formsOf(language, counted);
  if (!forms) return null;
  const word = pluralise(n, language.lang, forms);
  if (each === undefined) return (style === 'short' && language.short[unit]) || word;
  const [per, form] = language.per;
  const one = formsOf(language, `${each}s`);
  return one && `${word} ${per} ${one[form] ?? one.other}`;
}

/**
 * The word of a unit for a number (`adhérents`), in French where its language has none; null for units without one
 * (`percent`, `euros`, `ratio`, a unit that this release does not know). A ratio is put together from its two units:
 * `events/organisation` is `événements par organisation`.
 */
export const unitWord = (unit: string, n: number, lang: string, style: 'short' | 'long' = 'long'): string | null =>
  wordIn(formatLanguage(lang), unit, n, style) ?? wordIn(formatLanguage('fr'), unit, n, style);

/** How the numbers of a unit are written. */
export interface UnitNumbers {
  /** Digits after the point, at most. */
  readonly decimals: number;
  /** Money: `12,50 €`, never `12,5 €`. */
  readonly fixed?: boolean;
  readonly grouping?: boolean;
}

const MEASURED = /^(percent|points|hours|days|years|FTE)$/;

/**
 * How a value of a unit is written: percents and durations with one digit, or with the two that they have (12.34 is published so,
 * 16.2393… is computed), full-time equivalents with two (0.15 is not 0.2), ratios with three significant digits, counts whole.
 */
export function numbersOf(unit: string, n: number): UnitNumbers {
  if (unit === 'year') return { decimals: 0, grouping: false };
  if (unit === 'euros') return Number.isInteger(n) ? { decimals: 0 } : { decimals: 2, fixed: true };
  if (MEASURED.test(unit)) return { decimals: unit === 'FTE' || Number(n.toFixed(2)) === n ? 2 : 1 };
  if (unit !== 'ratio' && !unit.includes('/')) return { decimals: 0 };
  const size = Math.abs(n);
  return { decimals: size < 9.995 ? 2 : size < 99.95 ? 1 : 0 };
}
