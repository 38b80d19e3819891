import type { PeriodKind } from '../model/index.ts';
import { french } from './languages/french.ts';
import type { Plurals } from './plural.ts';

/** The languages that come with the core. */
export type FormatLang = 'fr' | 'br' | 'en';

/** A period in words, and its kind. */
export interface PeriodWords {
  readonly kind: PeriodKind;
  readonly text: string;
}

/** A part of a year: what follows its rank in full (`1er semestre`), what stands before its number in short (`S1`). */
export type YearPart = readonly [long: string, short: string];

/** Comparison sign of a quantity that is a bound. */
type Bound = '>' | '>=' | '<' | '<=';

/** Words for values that are told in round numbers, and for ratios that are told by what was counted. */
export interface RoundedWords {
  /** Before a number that was rounded up: `près de`. */
  readonly nearly: string;
  /** Between the part and the whole of a ratio: `8 sur 9`. */
  readonly outOf: string;
  /** Words for small round numbers that are approximate, by number: `une soixantaine`. */
  readonly tens: Readonly<Record<number, string>>;
  /** Word after one of these, where that is not the word alone: `d’événements`. */
  readonly of?: (word: string) => string;
}

/**
 * Texts and rules of a language for numbers, quantities and dates. Spaces are part of the texts.
 * @since 0.2.0
 */
export interface FormatLanguage {
  /** Its code, as a `lang` attribute begins: `fr`. */
  readonly lang: string;
  /** Between groups of three digits. */
  readonly thousands: string;
  readonly decimal: string;
  /** After millions and after billions. */
  readonly large: readonly [million: string, billion: string];
  /** A rank, from its number and its digits. */
  readonly ordinal: (n: number, digits: string, gender: 'm' | 'f') => string;
  /** After percents. */
  readonly percent: string;
  /** After euros. */
  readonly euros: string;
  /** Euros, where the currency comes first. */
  readonly money?: (number: string) => string;
  /** Before what is no plain number; `>~` is "more than about" where it is not the one before the other. */
  readonly prefixes: Readonly<Record<'~' | Bound, string> & Partial<Record<`${Bound}~`, string>>>;
  /** Words of rounded values; where they are missing, a value is written with its digits and the words before it. */
  readonly rounded?: RoundedWords;
  /** Word for a change of nothing. */
  readonly stable: string;
  /** Between the bounds of a range that a dash would confuse with a minus: `−12 à −6`. */
  readonly to: string;

  /** Words of the units that are counted, as {@link forms} reads them. Ratios are put together: see {@link per}. */
  readonly units: Readonly<Record<string, string>>;
  /** The usual abbreviations of units, for narrow places. */
  readonly short: Readonly<Record<string, string>>;
  /** The forms of a unit's word. */
  readonly forms: (word: string) => Plurals;
  /** "For each", and the form of the word after it: `événements par organisation`. */
  readonly per: readonly [word: string, form: 'one' | 'two'];

  /** Names of months, January first, with a space between them: our own, since browsers have no Breton ones. */
  readonly months: Readonly<Record<'long' | 'short', string>>;
  /** The first of a month. */
  readonly first: string;
  /** Between a day and its month in full, where that is more than a space. */
  readonly ofMonth?: string;
  readonly half: YearPart;
  readonly quarter: YearPart;
  /** Before the years of a school year. */
  readonly schoolYear: string;
  /** "And", before these words. */
  readonly and: (next: string) => string;
  /** A range in full. */
  readonly between: (from: PeriodWords, to: PeriodWords) => string;
  /** A period after "compared with", with its article or preposition where it takes one: `au 31 décembre 2023`. */
  readonly against: (p: PeriodWords) => string;
  /** The day that a stock is counted on: `au 31 décembre 2024`. */
  readonly at: (day: string) => string;

  // Texts that only some widgets need. French is used where one is missing; French itself has them beside their
  // formatters.
  /** After thousands and after millions of bytes. */
  readonly bytes?: readonly [kilo: string, mega: string];
  /** Names of weekdays, Sunday first, with a space between them. */
  readonly days?: string;
  /** Today, tomorrow, and what stands before a number of days; as browsers write it where it is missing. */
  readonly until?: readonly [today: string, tomorrow: string, before: string];
  /** An hour, both numbers with two digits. */
  readonly time?: (hour: string, minute: string) => string;
}

/** French is always there: it is what every other language falls back to. */
const languages = new Map<string, FormatLanguage>([['fr', french]]);

/**
 * Adds a language: from then on, what is formatted in it no longer comes out in French.
 * @since 0.1.0
 */
export const addFormatLanguage = (language: FormatLanguage): void => {
  languages.set(language.lang, language);
};

/** Returns the words and rules of a language tag (`en-GB`), French for a language that was not added. */
export const formatLanguage = (lang: string): FormatLanguage =>
  languages.get(lang.toLowerCase().split(/[-_]/)[0] ?? '') ?? french;

/** Returns the language that texts are formatted in, among those added; anything else is French. */
export const formatLang = (lang: string): string => formatLanguage(lang).lang;
