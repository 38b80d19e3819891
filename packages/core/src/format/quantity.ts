import {
  type Change,
  isApprox,
  isExact,
  type Measure,
  pointOf,
  printedFraction,
  type Quantity,
} from '../model/index.ts';
import { type FormatLanguage, formatLanguage, type RoundedWords } from './language.ts';
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
  return joined(parts, unit !== 'none');
}

const joined = ({ prefix, number, suffix, unit }: QuantityParts, hasUnit: boolean): string =>
  `${prefix ? `${prefix}${NO_BREAK}` : ''}${number}${suffix}${unit && hasUnit ? `${NO_BREAK}${unit}` : ''}`;

/**
 * Returns a quantity with its word: `117 adhérents`, `au moins 552 élèves`.
 * @since 0.1.0
 */
export function formatCount(q: Quantity, lang: string, options: Omit<QuantityOptions, 'unit'> = {}): string {
  return formatQuantity(q, lang, { ...options, unit: 'long' });
}

/** Origin of a value, as far as it decides how precisely the value is told: a measure has it. */
export type ValueOrigin = Pick<Measure, 'basis' | 'calculation' | 'agreement' | 'printed'>;

/** Options of {@link valueParts}. */
export interface ValuePartsOptions extends QuantityPartsOptions {
  /** Whether a small round number may be a word: `une soixantaine`. A number before a word of the author must have digits. */
  readonly words?: boolean;
  /** Word of what is counted, in place of that of the unit: the label of an indicator. */
  readonly noun?: string;
}

/**
 * Returns the value of a measure in pieces, as tiles and texts tell it; tables and files have the whole number. A value that
 * was calculated from approximate ones has two significant digits (`près de 1 900`) or is a word (`une soixantaine`), an
 * approximate lower bound has one, rounded down (`plus de 400`), and a ratio of few things is told by their counts
 * (`8 sur 9`). A published value has the digits that were published, and a ratio printed as a fraction stays one (`4/5`).
 */
export function valueParts(
  quantity: Quantity,
  origin: ValueOrigin,
  lang: string,
  { words = false, noun, ...options }: ValuePartsOptions = {},
): QuantityParts {
  const { rounded } = formatLanguage(lang);
  const spoken = options.sign ? undefined : rounded;
  const fraction = quantity.unit === 'ratio' ? printedFraction(quantity.value, origin.printed) : undefined;
  if (fraction !== undefined) return { prefix: '', number: fraction, suffix: '', unit: '' };
  const [part, whole] = countsOf(quantity, origin);
  if (spoken && whole !== undefined)
    return { prefix: '', number: String(part), suffix: ['', spoken.outOf, whole].join(NO_BREAK), unit: '' };
  if (/^(published|both)$/.test(origin.basis) || !isApprox(quantity))
    return withNoun(quantityParts(quantity, lang, options), noun);
  const round = roundedOf(quantity);
  const parts = withNoun(quantityParts(round, lang, options), noun);
  const ten = words && parts.unit && spoken && tenOf(quantity, spoken);
  if (ten) return { prefix: '', number: ten, suffix: '', unit: spoken.of?.(parts.unit) ?? parts.unit };
  const isUp = round.op !== '>' && pointOf(round) > pointOf(quantity);
  return spoken && isUp ? { ...parts, prefix: spoken.nearly } : parts;
}

const withNoun = (parts: QuantityParts, unit = parts.unit): QuantityParts => ({ ...parts, unit });

/** Options of {@link formatValue}. */
export interface ValueOptions extends QuantityOptions, Pick<ValuePartsOptions, 'noun'> {}

/**
 * Returns the value of a measure as texts tell it: see {@link valueParts}.
 * @since 0.3.0
 */
export function formatValue(
  quantity: Quantity,
  origin: ValueOrigin,
  lang: string,
  { unit = 'none', ...options }: ValueOptions = {},
): string {
  const words = unit !== 'none' || options.noun !== undefined;
  const asked = { ...options, unit: unit === 'none' ? 'long' : unit, words } as const;
  return joined(valueParts(quantity, origin, lang, asked), words);
}

/** A ratio of fewer things than that is told by their counts: 8 of 9 says more than 88.9 %. */
const COUNTED_BELOW = 30;

/** Returns part and whole of a ratio of few things; nothing where it is none, or where they are not known exactly. */
function countsOf({ unit }: Quantity, { basis, agreement, calculation }: ValueOrigin): readonly number[] {
  const { form = '', operands = [] } = calculation ?? {};
  const isKnown = unit === 'percent' && basis !== 'published' && agreement?.agrees !== false && operands.length === 2;
  if (!isKnown || !/^(ratio|rest)$/.test(form) || !operands.every((each) => isExact(each.quantity))) return [];
  const [a = 0, b = 0] = operands.map((each) => pointOf(each.quantity));
  const isCounted = Number.isInteger(a) && Number.isInteger(b) && a >= 0 && a <= b && b < COUNTED_BELOW;
  return isCounted ? [form === 'rest' ? b - a : a, b] : [];
}

/** A number this close to a round one, as a part of it, may be told by its word. */
const NEAR_TEN = 0.05;

/** Returns the word of a small round number that a value is near to; undefined where there is none. */
function tenOf({ op, value = 0, unit }: Quantity, { tens }: RoundedWords): string | undefined {
  if (/[<>]|range/.test(op) || unit === 'edition') return undefined;
  const near = Object.keys(tens).find((ten) => Math.abs(value - Number(ten)) <= NEAR_TEN * Number(ten));
  return near && tens[Number(near)];
}

/** Returns an approximate value with as many digits as it is known to. */
function roundedOf(quantity: Quantity): Quantity {
  const { op, value = 0, unit } = quantity;
  const isBound = op.startsWith('>');
  // A year is no amount, and what is less than one has few digits.
  if (/<|range/.test(op) || unit === 'year' || (isBound ? value : Math.abs(value)) < 1) return quantity;
  if (!isBound) return { ...quantity, value: Number(value.toPrecision(2)) };
  const digit = 10 ** Number(value.toExponential().split('e')[1]);
  const below = Math.floor(value / digit) * digit;
  // Rounded down, it is certain to be more than that, whatever its last digits are.
  return below < value ? { ...quantity, op: '>', value: below, approx: false } : quantity;
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
