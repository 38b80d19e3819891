import { fold, MONTHS } from '../../model/index.ts';

/** A date found in a text: what is written of it. */
interface WrittenDate {
  readonly text: string;
  readonly day: number;
  readonly month: number;
  readonly year?: number;
  /** 0 is Sunday. */
  readonly weekday?: number;
}

const WEEKDAYS: readonly (readonly string[])[] = [
  ['dimanche', 'sunday'],
  ['lundi', 'monday'],
  ['mardi', 'tuesday'],
  ['mercredi', 'wednesday'],
  ['jeudi', 'thursday'],
  ['vendredi', 'friday'],
  ['samedi', 'saturday'],
];

const numbered = (words: readonly (readonly string[])[], first: number): ReadonlyMap<string, number> =>
  new Map(words.flatMap((list, at) => list.map((word) => [word, at + first] as const)));

// Not in Breton, where November is "du": a word of every French sentence.
const monthOf = numbered(MONTHS, 1);
const weekdayOf = numbered(WEEKDAYS, 0);
const months = [...monthOf.keys()].join('|');
const weekdays = [...weekdayOf.keys()].join('|');

/** Three letters and a point say a day of the week too: "jeu. 4 avril". Without it "mer" is the sea, "jeu" a game. */
const SHORT = new RegExp(
  `(?<!\\p{L})(${[...new Set([...weekdayOf.keys()].map((word) => word.slice(0, 3)))].join('|')})\\.`,
  'giu',
);

const inFull = (text: string): string =>
  text.replace(
    SHORT,
    (_match, short: string) => `${weekdays.split('|').find((word) => word.startsWith(short.toLowerCase())) ?? ''} `,
  );

/** On folded text: words one space apart, no accent. A number of two or more days ("9 et 10 juillet") has no weekday. */
const WRITTEN = new RegExp(
  `(?:\\b(${weekdays}) )?\\b(\\d{1,2})(?:er|th|st|nd|rd)? (?:of )?(${months})\\b(?: (\\d{4})\\b)?`,
  'g',
);

/** Returns the dates written with the name of their month: `jeudi 23 mai`, `1er juillet 2014`. */
export function writtenDates(text: string): readonly WrittenDate[] {
  if (!/\d/.test(text)) return [];
  return [...fold(inFull(text)).matchAll(WRITTEN)].map(([match, weekday, day, month, year]) => {
    const at = weekdayOf.get(weekday ?? '');
    return {
      text: match,
      day: Number(day),
      month: monthOf.get(month ?? '') ?? 0,
      ...(year === undefined ? {} : { year: Number(year) }),
      ...(at === undefined ? {} : { weekday: at }),
    };
  });
}

const MONTH_NAMES = new RegExp(`\\b(?:${months})\\b`, 'g');

/** Returns the one month that a text names; null where it names none or several. */
export function writtenMonth(text: string): number | null {
  const found = [...fold(text).matchAll(MONTH_NAMES)];
  return found.length === 1 ? (monthOf.get(found[0]?.[0] ?? '') ?? null) : null;
}

/** Returns the number of days in a month; 29 for February where the year is not known. */
export const daysInMonth = (month: number, year = 2000): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

export const weekdayAt = (year: number, month: number, day: number): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay();

/** Returns the French and English names of a day of the week. */
export const weekdayInBoth = (at: number): { readonly fr: string; readonly en: string } => ({
  fr: WEEKDAYS[at]?.[0] ?? '',
  en: (WEEKDAYS[at]?.[1] ?? '').replace(/^./, (letter) => letter.toUpperCase()),
});

/** A date written in figures only. */
export interface NumericDate {
  readonly text: string;
  /** 0 is Sunday: of the word before it. */
  readonly weekday?: number;
  readonly first: number;
  readonly second: number;
  readonly year: number;
}

/** Returns the dates in figures with their year: `19/03/2024`, `19.03.24`, `19-03-2024`. */
export function numericDates(text: string): readonly NumericDate[] {
  const found = text.matchAll(/(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/g);
  return [...found].map((match) => {
    const [date, first, , second, year] = match;
    const before =
      fold(inFull(text.slice(0, match.index)))
        .split(' ')
        .at(-1) ?? '';
    const weekday = weekdayOf.get(before);
    return {
      text: date,
      first: Number(first),
      second: Number(second),
      year: Number(year) + (year?.length === 2 ? 2000 : 0),
      ...(weekday === undefined ? {} : { weekday }),
    };
  });
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Returns a day as `YYYY-MM-DD`, or null where there is no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  return month < 1 || month > 12 || day < 1 || day > daysInMonth(month, year)
    ? null
    : `${year}-${two(month)}-${two(day)}`;
}
