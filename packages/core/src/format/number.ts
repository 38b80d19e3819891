/** Numbers as each language writes them. French (and Breton, which has no numbers of its own in browsers): `7 148`, `17,5`. */
import { type FormatLanguage, formatLanguage } from './language.ts';

/** Narrow no-break space: in thousands and before `%` and `€`. */
export const NARROW = '\u202f';
/** No-break space: between a number and the word that it counts. */
export const NO_BREAK = '\u00a0';
/** Minus sign, which is not a hyphen. */
export const MINUS = '\u2212';

/** Moves the decimal point through the spelling of a number: 1.005 × 100 is 100.5, where binary says 100.49999…. */
function shift(n: number, by: number): number {
  const [digits = '0', exponent = '0'] = String(n).split('e');
  return Number(`${digits}e${Number(exponent) + by}`);
}

/**
 * Rounds half away from zero, as people do: −2.5 is −3. What binary arithmetic adds after the fifteenth digit is left
 * out first, so that 0.285 × 100 is 28.5.
 * @param decimals digits kept after the point
 */
export function roundHalfAway(n: number, decimals = 0): number {
  if (Number.isInteger(n) || !Number.isFinite(n)) return n === 0 ? 0 : n;
  const scaled = shift(Number(Math.abs(n).toPrecision(15)), decimals);
  const rounded = shift(Math.round(scaled), -decimals);
  return n < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Options of {@link formatNumber}. */
export interface NumberOptions {
  /** Digits after the point, at most; 2 by default. */
  readonly decimals?: number;
  /**
   * Whether zeros after the point stay. By default only where rounding made them: 50 is `50`, 49.97 to one digit is
   * `50,0`.
   */
  readonly fixed?: boolean;
  /** Writes `+` before a positive number. */
  readonly sign?: boolean;
  /** Writes millions and billions with a letter and one digit: `7,1 M`. */
  readonly compact?: boolean;
  /** False for what is not an amount: a year. */
  readonly grouping?: boolean;
}

/**
 * Returns a number: `7 148`, `17,5`, `−3`, `+9`.
 * @throws TypeError for what is not a finite number
 * @since 0.1.0
 */
export function formatNumber(n: number, lang: string, options: NumberOptions = {}): string {
  if (!Number.isFinite(n)) throw new TypeError(`no finite number, received ${n}`);
  const language = formatLanguage(lang);
  const size = Math.abs(n);
  const { decimals = 2, sign, compact, grouping = true } = options;
  if (compact && size >= 1e6) {
    const [million, billion] = language.large;
    const [unit, letter] = size >= 1e9 ? [1e9, billion] : [1e6, million];
    return formatNumber(n / unit, lang, { ...options, decimals: 1, fixed: false, compact: false }) + letter;
  }
  const rounded = roundHalfAway(n, decimals);
  const digits = write(Math.abs(rounded), decimals, options.fixed ?? !isSame(n, rounded), language, grouping);
  return rounded < 0 ? `${MINUS}${digits}` : sign && rounded > 0 ? `+${digits}` : digits;
}

/** Whether two numbers are equal but for the error of binary arithmetic. */
const isSame = (n: number, rounded: number): boolean => Math.abs(n - rounded) <= 1e-9 * Math.max(1, Math.abs(n));

function write(n: number, decimals: number, fixed: boolean, language: FormatLanguage, grouping: boolean): string {
  // toFixed goes over to exponents there.
  const plain = n < 1e21 ? n.toFixed(decimals) : BigInt(n).toString();
  const [whole = '', fraction = ''] = plain.split('.');
  const grouped = grouping ? whole.replace(/\B(?=(\d{3})+$)/g, language.thousands) : whole;
  const kept = fixed ? fraction : fraction.replace(/0+$/, '');
  return kept ? grouped + language.decimal + kept : grouped;
}

/** Returns a rank: `17e` (French, `1re` for feminine words), `17th`, `17vet`. */
export function formatOrdinal(n: number, lang: string, gender: 'm' | 'f' = 'm'): string {
  return formatLanguage(lang).ordinal(n, formatNumber(n, lang, { decimals: 0 }), gender);
}
