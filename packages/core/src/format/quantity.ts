import type { Change, Quantity } from '../model/quantity.ts';
import { type FormatLanguage, formatLanguage } from './language.ts';
import { formatNumber, formatOrdinal, NO_BREAK, roundHalfAway } from './number.ts';
import { numbersOf, unitWord } from './units.ts';

type Prefixed = '~' | '>' | '>=' | '<' | '<=';

/** The pieces of a quantity, for tiles where the prefix is small. Joined with spaces they read as a sentence part. */
export interface QuantityParts {
  /** `env.`, `plus de`…; empty for an exact value. */
  readonly prefix: string;
  readonly number: string;
  /** Text that touches the number, with its space: ` %`, ` €`, ` points`; empty for counts. */
  readonly suffix: string;
  /** Word of a counted unit: `adhérents`; empty for signs, ratios and units that this release does not know. */
  readonly unit: string;
}

/** Options of {@link quantityParts}. */
export interface QuantityPartsOptions {
  /** Writes `+` before a positive number. */
  readonly sign?: boolean;
  /** Writes millions with a letter: `10 M€`. */
  readonly compact?: boolean;
  /** Word of the unit in full, or abbreviated where there is a usual abbreviation. */
  readonly unit?: 'short' | 'long';
}

/** Options of {@link formatQuantity}. */
export interface QuantityOptions extends Omit<QuantityPartsOptions, 'unit'> {
  /** Word of the unit: none by default. Signs (`%`, `€`) and points are part of the number and always stay. */
  readonly unit?: 'none' | 'short' | 'long';
}

/** Returns a quantity in pieces. */
export function quantityParts(q: Quantity, lang: string, options: QuantityPartsOptions = {}): QuantityParts {
  const language = formatLanguage(lang);
  const { min, max } = boundsOf(q);
  const [from, to] = [write(min, q.unit, language, options), write(max, q.unit, language, options)];
  const isRange = from !== to;
  const word = unitWord(q.unit, shown(max, q.unit), lang, options.unit) ?? '';
  // A range narrower than what is shown reads as one rounded number.
  const op = q.op !== 'range' ? q.op : isRange ? '=' : '~';
  return {
    prefix: prefixOf(op, q.approx === true, language),
    // Not a dash, which no screen reader says: "6–12" is heard as two numbers.
    number: isRange ? [from, language.to, to].join(NO_BREAK) : from,
    suffix: suffixOf(q.unit, language, word),
    unit: q.unit === 'points' ? '' : word,
  };
}

function boundsOf(q: Quantity): { readonly min: number; readonly max: number } {
  const [min, max] = q.op === 'range' ? [q.min, q.max] : [q.value, q.value];
  if (min === undefined || max === undefined) throw new TypeError(`no number, received ${JSON.stringify(q)}`);
  return { min, max };
}

const shown = (n: number, unit: string): number => roundHalfAway(n, numbersOf(unit, n).decimals);

function write(
  n: number,
  unit: string,
  { lang, money }: FormatLanguage,
  { sign = false, compact = false }: QuantityPartsOptions,
): string {
  if (unit === 'edition') return formatOrdinal(n, lang, 'f');
  const text = formatNumber(n, lang, { ...numbersOf(unit, n), sign, compact });
  return unit === 'euros' && money ? money(text) : text;
}

function prefixOf(op: Prefixed | '=', approx: boolean, { prefixes }: FormatLanguage): string {
  const about = prefixes['~'];
  if (op === '=' || op === '~') return approx || op === '~' ? about : '';
  const words = prefixes[op];
  return approx ? (prefixes[`${op}~`] ?? `${words} ${about}`) : words;
}

function suffixOf(unit: string, { percent, euros }: FormatLanguage, word: string): string {
  if (unit === 'percent') return percent;
  if (unit === 'euros') return euros;
  return unit === 'points' ? `${NO_BREAK}${word}` : '';
}

/**
 * Returns a quantity without the word of its unit: `117`, `env. 1 500`, `17,5 %`, `1 000 €`, `6 à 12`, `+4 points`.
 * @since 0.1.0
 */
export function formatQuantity(q: Quantity, lang: string, { unit = 'none', ...options }: QuantityOptions = {}): string {
  const parts = quantityParts(q, lang, { ...options, unit: unit === 'none' ? 'long' : unit });
  const prefix = parts.prefix ? `${parts.prefix}${NO_BREAK}` : '';
  const word = parts.unit && unit !== 'none' ? `${NO_BREAK}${parts.unit}` : '';
  return `${prefix}${parts.number}${parts.suffix}${word}`;
}

/**
 * Returns a quantity with its word: `117 adhérents`, `au moins 552 élèves`.
 * @since 0.1.0
 */
export function formatCount(q: Quantity, lang: string, options: Omit<QuantityOptions, 'unit'> = {}): string {
  return formatQuantity(q, lang, { ...options, unit: 'long' });
}

/** Fewer things than that are not spoken of in percent. */
const RELATIVE_FROM = 100;

/**
 * Returns a change: `+3`, `+38,0 % (+1 970)`, `−5,8 % (−141)`, `+4 points`, `stable`. The relative change comes first
 * where it says more than the number: from a hundred on, unless `show` decides.
 */
export function formatChange(
  change: Change,
  lang: string,
  { show }: { readonly show?: 'absolute' | 'relative' | 'both' } = {},
): string {
  const { absolute, relative } = change;
  if (absolute.value === 0 && !/[<>]/.test(absolute.op)) return formatLanguage(lang).stable;
  const plain = formatQuantity(absolute, lang, { sign: true });
  const { min, max } = boundsOf(absolute);
  const chosen = show ?? (Math.max(Math.abs(min), Math.abs(max)) < RELATIVE_FROM ? 'absolute' : 'both');
  if (!relative || chosen === 'absolute') return plain;
  const percent = formatQuantity(relative, lang, { sign: true });
  if (chosen === 'relative') return percent;
  // "env." once is enough for both.
  const { number, suffix, prefix } = quantityParts(absolute, lang, { sign: true });
  return `${percent} (${prefix === quantityParts(relative, lang).prefix ? number + suffix : plain})`;
}
