import { breton } from './breton.ts';
import { type FormatLang, formatLang } from './language.ts';
import { formatOrdinal } from './number.ts';

/** Names of months and days: our own tables, since browsers have no Breton ones and their French ones vary. */
interface Calendar {
  readonly months: readonly string[];
  readonly short: readonly string[];
  readonly days: readonly string[];
}

const list = (names: string): readonly string[] => names.split(' ');

const calendars: Readonly<Record<FormatLang, Calendar>> = {
  fr: {
    months: list('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
    short: list('janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'),
    days: list('dimanche lundi mardi mercredi jeudi vendredi samedi'),
  },
  br: {
    months: list('Genver C’hwevrer Meurzh Ebrel Mae Mezheven Gouere Eost Gwengolo Here Du Kerzu'),
    short: list('Gen. C’hwe. Meur. Ebr. Mae Mezh. Goue. Eost Gwen. Here Du Kerzu'),
    days: list('Sul Lun Meurzh Merc’her Yaou Gwener Sadorn'),
  },
  en: {
    months: list('January February March April May June July August September October November December'),
    short: list('Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec'),
    days: list('Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
  },
};

/** Whether names are written in full. */
export type DateStyle = 'long' | 'short';

/** Name of a month, 1 to 12. */
export const monthName = (month: number, lang: string, style: DateStyle = 'long'): string =>
  calendars[formatLang(lang)][style === 'long' ? 'months' : 'short'][month - 1] ?? String(month);

/** Name of the weekday of a day `YYYY-MM-DD`. */
export function weekdayName(day: string, lang: string): string {
  return calendars[formatLang(lang)].days[new Date(`${day}T12:00:00Z`).getUTCDay()] ?? '';
}

/** Day of the month: French and Breton say "1er", "1añ" for the first. */
export function dayNumber(day: number, lang: string): string {
  const first: Readonly<Record<FormatLang, string>> = { fr: '1er', br: '1añ', en: '1' };
  return day === 1 ? first[formatLang(lang)] : String(day);
}

/** What stands at either end of a range; it decides the little words in front of it. */
export type EndKind = 'day' | 'month' | 'part' | 'year' | 'school-year';

/** An end of a range: its kind and its words. */
export interface RangeEnd {
  readonly kind: EndKind;
  readonly text: string;
}

/** How a language puts a date together. */
export interface DateWords {
  /** `18 juin`, `18 a viz Mezheven`: a day (or several) and its month. */
  readonly dayOfMonth: (days: string, month: number, style: DateStyle) => string;
  readonly half: (n: number, year: string, style: DateStyle) => string;
  readonly quarter: (n: number, year: string, style: DateStyle) => string;
  readonly schoolYear: (years: string, style: DateStyle) => string;
  readonly and: (next: string) => string;
  readonly between: (from: RangeEnd, to: RangeEnd) => string;
  /** The day that a stock is counted on: `au 31 décembre 2024`. */
  readonly at: (day: string) => string;
}

const plainDay =
  (lang: FormatLang) =>
  (days: string, month: number, style: DateStyle): string =>
    `${days} ${monthName(month, lang, style)}`;

const elided = (text: string): string => (/^[aeiouyéèh]/i.test(text) ? `d’${text}` : `de ${text}`);

const french: DateWords = {
  dayOfMonth: plainDay('fr'),
  half: (n, y, style) => (style === 'long' ? `${formatOrdinal(n, 'fr')} semestre ${y}` : `S${n} ${y}`),
  quarter: (n, y, style) => (style === 'long' ? `${formatOrdinal(n, 'fr')} trimestre ${y}` : `T${n} ${y}`),
  schoolYear: (years, style) => (style === 'long' ? `année scolaire ${years}` : years),
  and: () => 'et',
  between(from, to) {
    const start: Readonly<Record<EndKind, string>> = {
      day: `du ${from.text}`,
      month: elided(from.text),
      part: `du ${from.text}`,
      year: `de ${from.text}`,
      'school-year': `de l’${from.text}`,
    };
    const article: Readonly<Record<EndKind, string>> = {
      day: 'au ',
      month: 'à ',
      part: 'au ',
      year: 'à ',
      'school-year': 'à l’',
    };
    return `${start[from.kind]} ${article[to.kind]}${to.text}`;
  },
  at: (day) => `au ${day}`,
};

const bretonWords: DateWords = {
  dayOfMonth: (days, month, style) =>
    style === 'long' ? `${days} a viz ${monthName(month, 'br')}` : plainDay('br')(days, month, style),
  half: (n, y, style) => (style === 'long' ? `${formatOrdinal(n, 'br')} hanter-bloaz ${y}` : `H${n} ${y}`),
  quarter: (n, y, style) => (style === 'long' ? `${formatOrdinal(n, 'br')} trimiziad ${y}` : `T${n} ${y}`),
  schoolYear: (years, style) => (style === 'long' ? `bloavezh-skol ${years}` : years),
  and: breton.and,
  between(from, to) {
    const article = (end: RangeEnd): string => breton.article(Number.parseInt(end.text, 10));
    const named = (end: RangeEnd): boolean => end.kind === 'day' || end.kind === 'part';
    const start = named(from) ? `${article(from)} ` : from.kind === 'month' ? 'miz ' : '';
    const end = named(to) ? `d’${article(to)} ` : to.kind === 'month' ? 'da viz ' : 'da ';
    return `eus ${start}${from.text} ${end}${to.text}`;
  },
  at: (day) => `d’${breton.article(Number.parseInt(day, 10))} ${day}`,
};

const english: DateWords = {
  dayOfMonth: plainDay('en'),
  half: (n, y, style) => (style === 'long' ? `${formatOrdinal(n, 'en')} half of ${y}` : `H${n} ${y}`),
  quarter: (n, y, style) => (style === 'long' ? `${formatOrdinal(n, 'en')} quarter of ${y}` : `Q${n} ${y}`),
  schoolYear: (years, style) => (style === 'long' ? `school year ${years}` : years),
  and: () => 'and',
  between: (from, to) => `${from.text} to ${to.text}`,
  at: (day) => `on ${day}`,
};

const allWords: Readonly<Record<FormatLang, DateWords>> = { fr: french, br: bretonWords, en: english };

/** How a language puts a date together. */
export const dateWords = (lang: string): DateWords => allWords[formatLang(lang)];
