import { type ParsedPeriod, type Period, period } from '../model/period.ts';
import { dayNumber, monthName } from './calendar.ts';
import { endsOf, ymd } from './period.ts';

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
  const [y, m, d] = ymd(p.first);
  const [lastYear, lastMonth, lastDay] = ymd(p.last);
  const kind = blockKind(p);
  const year = yearsOf(p, y, lastYear);
  if (kind === 'year') return { day: '', month: '', year, kind };
  const [from, to] = [monthName(m, lang, 'short'), monthName(lastMonth, lang, 'short')];
  const month = from === to && y === lastYear ? from : `${from}–${to}`;
  if (kind === 'month') return { day: '', month, year, kind };
  const day = dayNumber(d, lang);
  return { day: kind === 'day' ? day : `${day}–${dayNumber(lastDay, lang)}`, month, year, kind };
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
