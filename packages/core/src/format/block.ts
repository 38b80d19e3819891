import { type ParsedPeriod, type Period, period } from '../model/index.ts';
import { dayNumber, monthName } from './calendar.ts';
import { NO_BREAK } from './number.ts';
import { endsOf, ymd } from './period.ts';

/** The lines of an agenda's date block, by precision: a month is not the first of the month. */
interface DateBlock {
  /** `19`, `9–10`; `30 mars –` of a range over two months; empty where only the month or the year is known. */
  readonly day: string;
  /** `déc.`, `oct.–déc.`; `2 avr.` where a range over two months ends; empty where only the year is known. */
  readonly month: string;
  /** `2024`, `2023–2024`; that of its end for a range that goes over New Year; a school year is `2023-2024`. */
  readonly year: string;
  /** Precision of the date: a day, several days, a month or several, a year or several. */
  readonly kind: 'day' | 'range' | 'month' | 'year';
}

/**
 * Returns a period for a date block. A range over two months is its first day and its last, each with its month; a
 * quarter is its months.
 */
export function dateBlock(text: Period, lang: string): DateBlock {
  const p = period(text);
  const [y, m, d] = ymd(p.first);
  const [lastYear, lastMonth, lastDay] = ymd(p.last);
  const kind = blockKind(p);
  const year = yearsOf(p, y, lastYear);
  if (kind === 'year') return { day: '', month: '', year, kind };
  const [from, to] = [monthName(m, lang, 'short'), monthName(lastMonth, lang, 'short')];
  const isOneMonth = from === to && y === lastYear;
  const month = isOneMonth ? from : `${from}–${to}`;
  if (kind === 'month') return { day: '', month, year, kind };
  const [day, end] = [dayNumber(d, lang), dayNumber(lastDay, lang)];
  if (isOneMonth) return { day: kind === 'day' ? day : `${day}–${end}`, month, year, kind };
  // Days of December and of January are of one winter: the year of its end says which.
  const isWinter = lastYear === y + 1 && lastMonth < m;
  return { day: `${day} ${from}${NO_BREAK}–`, month: `${end} ${to}`, year: isWinter ? String(lastYear) : year, kind };
}

function yearsOf(p: ParsedPeriod, from: number, to: number): string {
  if (from === to) return String(from);
  return p.kind === 'school-year' ? `${from}-${to}` : `${from}–${to}`;
}

/** Returns the kind of a block: the coarser of a range's two ends decides. */
function blockKind(p: ParsedPeriod): DateBlock['kind'] {
  if (p.kind === 'day') return 'day';
  if (p.kind !== 'range') return p.kind === 'year' || p.kind === 'school-year' ? 'year' : 'month';
  if (p.first === p.last) return 'day';
  const kinds = endsOf(p).map(blockKind);
  return kinds.includes('year') ? 'year' : kinds.includes('month') ? 'month' : 'range';
}
