import { type ParsedPeriod, type Period, type PeriodKind, period } from '../model/period.ts';
import { type DateStyle, dateWords, dayNumber, type EndKind, monthName } from './calendar.ts';

interface Ymd {
  readonly y: number;
  readonly m: number;
  readonly d: number;
}

const ymd = (day: string): Ymd => {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
  return { y, m, d };
};

/** Options of {@link formatPeriod}. */
export interface PeriodOptions {
  /** In full; with abbreviations (`T4 2024`, `25–30 mars 2024`); or as an agenda's date block on one line. */
  readonly style?: DateStyle | 'block';
}

/**
 * A period in words: `2024`, `juin 2024`, `18 juin 2024`, `1er semestre 2024`, `année scolaire 2023-2024`,
 * `18 et 19 octobre 2024`, `du 25 au 30 mars 2024`, `de 2022 à 2024`.
 * @throws TypeError when the text is no period
 */
export function formatPeriod(text: Period, lang: string, { style = 'long' }: PeriodOptions = {}): string {
  if (style === 'block') {
    const { day, month, year } = dateBlock(text, lang);
    return [day, month, year].filter((line) => line !== '').join(' ');
  }
  const p = period(text);
  return p.kind === 'range' ? formatRange(p, lang, style) : formatOne(p, lang, style, true);
}

/** A period that is no range; days and months may leave out their year when what follows says it. */
function formatOne(p: ParsedPeriod, lang: string, style: DateStyle, withYear: boolean): string {
  const { y, m, d } = ymd(p.first);
  const words = dateWords(lang);
  const year = withYear ? ` ${y}` : '';
  switch (p.kind) {
    case 'year':
      return String(y);
    case 'half':
      return words.half(m === 1 ? 1 : 2, String(y), style);
    case 'quarter':
      return words.quarter((m - 1) / 3 + 1, String(y), style);
    case 'school-year':
      return words.schoolYear(`${y}-${y + 1}`, style);
    case 'month':
      return `${monthName(m, lang, style)}${year}`;
    case 'day':
      return `${words.dayOfMonth(dayNumber(d, lang), m, style)}${year}`;
    case 'range':
      throw new TypeError(`a range has two ends, received "${p.text}"`);
  }
}

const ends: Readonly<Record<Exclude<PeriodKind, 'range'>, EndKind>> = {
  day: 'day',
  month: 'month',
  quarter: 'part',
  half: 'part',
  year: 'year',
  'school-year': 'school-year',
};
const endOf = (p: ParsedPeriod): EndKind => (p.kind === 'range' ? 'day' : ends[p.kind]);

/** The two periods that a range is written with. */
function endsOf(range: ParsedPeriod): readonly [ParsedPeriod, ParsedPeriod] {
  const [start = '', end = ''] = range.text.split('/');
  return [period(start), period(end)];
}

const isNextDay = (a: string, b: string): boolean => Date.parse(b) - Date.parse(a) === 86_400_000;

function formatRange(range: ParsedPeriod, lang: string, style: DateStyle): string {
  const [a, b] = endsOf(range);
  if (a.text === b.text) return formatOne(a, lang, style, true);
  const [from, to] = [ymd(a.first), ymd(b.first)];
  const bothDays = a.kind === 'day' && b.kind === 'day';
  const oneYear = from.y === to.y && (bothDays || (a.kind === 'month' && b.kind === 'month'));
  const oneMonth = oneYear && bothDays && from.m === to.m;
  const start = oneMonth ? dayNumber(from.d, lang) : formatOne(a, lang, style, !oneYear);
  const end = formatOne(b, lang, style, !oneYear);
  const words = dateWords(lang);
  const year = oneYear ? ` ${to.y}` : '';
  if (style === 'short') return `${start}${dash(start, oneMonth ? '' : end)}${end}${year}`;
  if (bothDays && isNextDay(a.first, b.first)) return `${start} ${words.and(end)} ${end}${year}`;
  return `${words.between({ kind: endOf(a), text: start }, { kind: endOf(b), text: end })}${year}`;
}

/** A dash without spaces joins single words (`9–10`, `mars–avr.`), one with spaces joins groups of words. */
const dash = (from: string, to: string): string => (`${from}${to}`.includes(' ') ? ' – ' : '–');

/** The date of a stock: `au 31 décembre 2024`. A stock over a period is its value on the last day. */
export function formatStockDate(text: Period, lang: string): string {
  return dateWords(lang).at(formatPeriod(period(text).last, lang));
}

/** The lines of an agenda's date block, by precision: a month is not the first of the month. */
export interface DateBlock {
  /** `19`, `9–10`; empty where only the month or the year is known. */
  readonly day: string;
  /** `déc.`, `oct.–déc.`; empty where only the year is known. */
  readonly month: string;
  /** `2024`, `2023–2024`; a school year is `2023-2024`. */
  readonly year: string;
  /** What is known: a day, several days, a month or several, a year or several. */
  readonly kind: 'day' | 'range' | 'month' | 'year';
}

/** A period for a date block. A range over two months names both; a quarter is its months. */
export function dateBlock(text: Period, lang: string): DateBlock {
  const p = period(text);
  const [a, b] = [ymd(p.first), ymd(p.last)];
  const kind = blockKind(p);
  const year = yearsOf(p, a.y, b.y);
  if (kind === 'year') return { day: '', month: '', year, kind };
  const [from, to] = [monthName(a.m, lang, 'short'), monthName(b.m, lang, 'short')];
  const month = from === to && a.y === b.y ? from : `${from}–${to}`;
  if (kind === 'month') return { day: '', month, year, kind };
  const day = dayNumber(a.d, lang);
  return { day: kind === 'day' ? day : `${day}–${dayNumber(b.d, lang)}`, month, year, kind };
}

function yearsOf(p: ParsedPeriod, from: number, to: number): string {
  if (from === to) return String(from);
  return p.kind === 'school-year' ? `${from}-${to}` : `${from}–${to}`;
}

/** The coarser of a range's two ends decides. */
function blockKind(p: ParsedPeriod): DateBlock['kind'] {
  if (p.kind === 'day') return 'day';
  if (p.kind !== 'range') return p.kind === 'year' || p.kind === 'school-year' ? 'year' : 'month';
  if (p.first === p.last) return 'day';
  const kinds = endsOf(p).map(blockKind);
  return kinds.includes('year') ? 'year' : kinds.includes('month') ? 'month' : 'range';
}
