import { type ParsedPeriod, type Period, period } from '../model/index.ts';
import { type DateStyle, dayNumber, monthName } from './calendar.ts';
import { formatLanguage } from './language.ts';
import { formatOrdinal } from './number.ts';

/** Returns the year, month and day of a day. */
export const ymd = (day: string): readonly [y: number, m: number, d: number] => {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
  return [y, m, d];
};

/** Options of {@link periodInWords}. */
export interface PeriodOptions {
  /** In full, or with abbreviations: `T4 2024`, `25–30 mars 2024`. */
  readonly style?: DateStyle;
  /** As the end of "compared with": `à 2023`, `au 31 décembre 2023`, `à la période de juin à décembre 2023`. */
  readonly against?: boolean;
}

/**
 * Returns a period in words: `2024`, `juin 2024`, `18 juin 2024`, `1er semestre 2024`, `année scolaire 2023-2024`,
 * `18 et 19 octobre 2024`, `du 25 au 30 mars 2024`, `de 2022 à 2024`.
 * @throws TypeError when the text is no period
 */
export function periodInWords(text: Period, lang: string, { style = 'long', against }: PeriodOptions = {}): string {
  const p = period(text);
  const words = p.kind === 'range' ? formatRange(p, lang, style) : formatOne(p, lang, style, true);
  return against ? formatLanguage(lang).against({ ...p, text: words }) : words;
}

/** Returns a period that is no range; days and months may leave out their year when what follows says it. */
function formatOne({ kind, first }: ParsedPeriod, lang: string, style: DateStyle, withYear: boolean): string {
  const [y, m, d] = ymd(first);
  const language = formatLanguage(lang);
  const isLong = style === 'long';
  if (kind === 'year') return String(y);
  if (kind === 'school-year') return `${isLong ? language.schoolYear : ''}${y}-${y + 1}`;
  if (kind === 'half' || kind === 'quarter') {
    const [long, short] = language[kind];
    const n = (m - 1) / (kind === 'half' ? 6 : 3) + 1;
    return isLong ? `${formatOrdinal(n, lang)} ${long} ${y}` : `${short}${n} ${y}`;
  }
  const day = kind === 'day' ? dayNumber(d, lang) + ((isLong && language.ofMonth) || ' ') : '';
  return `${day}${monthName(m, lang, style)}${withYear ? ` ${y}` : ''}`;
}

/** Returns the two periods that a range is written with. */
export function endsOf(range: ParsedPeriod): readonly [ParsedPeriod, ParsedPeriod] {
  const [start = '', end = ''] = range.text.split('/');
  return [period(start), period(end)];
}

const isNextDay = (a: string, b: string): boolean => Date.parse(b) - Date.parse(a) === 86_400_000;

function formatRange(range: ParsedPeriod, lang: string, style: DateStyle): string {
  const [a, b] = endsOf(range);
  if (a.text === b.text) return formatOne(a, lang, style, true);
  const [y, m, d] = ymd(a.first);
  const [endYear, endMonth] = ymd(b.first);
  const bothDays = a.kind === 'day' && b.kind === 'day';
  const oneYear = y === endYear && (bothDays || (a.kind === 'month' && b.kind === 'month'));
  const oneMonth = bothDays && oneYear && m === endMonth;
  const start = oneMonth ? dayNumber(d, lang) : formatOne(a, lang, style, !oneYear);
  const end = formatOne(b, lang, style, !oneYear);
  const { and, between } = formatLanguage(lang);
  const year = oneYear ? ` ${y}` : '';
  if (style === 'short') return `${start}${dash(start, oneMonth ? '' : end)}${end}${year}`;
  if (bothDays && isNextDay(a.first, b.first)) return `${start} ${and(end)} ${end}${year}`;
  return between({ ...a, text: start }, { ...b, text: end }) + year;
}

/** A dash without spaces joins single words (`9–10`, `mars–avr.`), one with spaces joins groups of words. */
const dash = (from: string, to: string): string => (`${from}${to}`.includes(' ') ? ' – ' : '–');

/** Dates of a measure, as those of it say. */
interface Dated {
  readonly period: Period;
  readonly until?: string | undefined;
  readonly asOf?: Period | undefined;
}

/**
 * When something was measured: a period, or of one that was not over the day until which it was: `au 20 mars 2026`,
 * `année scolaire 2025-2026, au 20 mars 2026`. Civil years are begun on the first of January, as everybody knows.
 */
export function formatMeasured(
  { period: text, until, asOf }: Dated,
  lang: string,
  options: PeriodOptions = {},
): string {
  if (asOf !== undefined) return formatStockDate(asOf, lang);
  if (until === undefined) return periodInWords(text, lang, options);
  const at = formatLanguage(lang).at(periodInWords(until, lang, options));
  return period(text).kind === 'year' ? at : `${periodInWords(text, lang, options)}, ${at}`;
}

/** Returns the date of a stock: `au 31 décembre 2024`. A stock over a period is its value on the last day. */
export function formatStockDate(text: Period, lang: string): string {
  return formatLanguage(lang).at(periodInWords(period(text).last, lang));
}

/** Returns the date of a figure: of a stock a day, of a flow or a rate its period. */
export const formatFigureDate = (measure: Dated, kind: 'stock' | 'flow' | 'rate', lang: string): string =>
  kind === 'stock' ? formatStockDate(measure.asOf ?? measure.period, lang) : formatMeasured(measure, lang);
