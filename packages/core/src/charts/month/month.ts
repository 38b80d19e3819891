import { addDays, daysIn, four, iso, two } from '../../model/index.ts';
import type { AgendaItem } from '../agenda/agenda.ts';
import { isExactPeriod } from '../days-until.ts';

/** A day of a month's grid. */
export interface MonthDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Events that take place on it; an event of several days is on each of them. */
  readonly items: readonly AgendaItem[];
}

/** A month as a calendar page. */
export interface MonthGrid {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Weeks from Monday to Sunday; null where a day belongs to another month. */
  readonly weeks: readonly (readonly (MonthDay | null)[])[];
  /** Events that fall in the month on an unknown day. */
  readonly rough: readonly AgendaItem[];
  /** The nearest months before and after that have an event of a known day. */
  readonly before: string | null;
  readonly after: string | null;
}

/** First and last month that a calendar can be turned to. */
const FIRST = '0001-01';
const LAST = '9999-12';

/** The page of a month (`YYYY-MM`). Items keep their order; without a day at all they are on no page. */
export function monthOf(items: readonly AgendaItem[], month: string): MonthGrid {
  const [year = 1, number = 1] = month.split('-').map(Number);
  const length = daysIn(year, number);
  const last = iso(year, number, length);
  const here = items.filter(({ days }) => days !== null && days.first <= last && days.last >= `${month}-01`);
  const on = byDay(here, `${month}-01`, last);
  const cells: (MonthDay | null)[] = [...Array(weekday(`${month}-01`)).fill(null)];
  for (let day = 1; day <= length; day++) {
    const date = iso(year, number, day);
    cells.push({ date, items: on.get(date) ?? [] });
  }
  while (cells.length % 7) cells.push(null);
  const weeks = [...Array(cells.length / 7).keys()].map((week) => cells.slice(week * 7, week * 7 + 7));
  const rough = here.filter(({ days }) => days && !isExactPeriod(days));
  return { month, weeks, rough, ...neighbours(items, `${month}-01`, last) };
}

/** Groups the events known to the day by day, from the first day to the last. */
function byDay(items: readonly AgendaItem[], first: string, last: string): ReadonlyMap<string, readonly AgendaItem[]> {
  const found = new Map<string, AgendaItem[]>();
  for (const item of items) {
    const { days } = item;
    if (!days || !isExactPeriod(days)) continue;
    const [from, to] = [days.first > first ? days.first : first, days.last < last ? days.last : last];
    for (let day = from; day <= to; day = addDays(day, 1)) {
      const list = found.get(day);
      if (list) list.push(item);
      else found.set(day, [item]);
    }
  }
  return found;
}

/** Monday is 0. */
const weekday = (day: string): number => (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;

function neighbours(items: readonly AgendaItem[], first: string, last: string): Pick<MonthGrid, 'before' | 'after'> {
  let [before, after] = ['', ''];
  for (const { days } of items) {
    if (!days || !isExactPeriod(days)) continue;
    if (days.last < first && days.last > before) before = days.last;
    if (days.first > last && (!after || days.first < after)) after = days.first;
  }
  return { before: before.slice(0, 7) || null, after: after.slice(0, 7) || null };
}

/** The month to open at: that of today where something takes place in it, else of the next event, else of the latest one. */
export function openingMonth(items: readonly AgendaItem[], today: string): string {
  const { weeks, before, after } = monthOf(items, today.slice(0, 7));
  const has = weeks.some((week) => week.some((day) => day?.items.length));
  return has ? today.slice(0, 7) : (after ?? before ?? today.slice(0, 7));
}

/** The day of a page to begin on: today or the next day with an event, else today, else the first day with one, else the first. */
export function openingDay({ month, weeks }: MonthGrid, today: string): string {
  const busy = weeks.flatMap((week) => week.flatMap((day) => (day?.items.length ? [day.date] : [])));
  const here = today.startsWith(month) ? today : undefined;
  return busy.find((day) => day >= today) ?? here ?? busy[0] ?? `${month}-01`;
}

/** Some months later or earlier, within the years that can be written. */
export function addMonths(month: string, n: number): string {
  const [year = 1, number = 1] = month.split('-').map(Number);
  const at = year * 12 + number - 1 + n;
  const found = at < 12 ? FIRST : `${four(Math.floor(at / 12))}-${two((at % 12) + 1)}`;
  return found.length > 7 ? LAST : found;
}

/** Returns the day to which a key leads from a day of the page; null for a key that leads nowhere. */
export function dayByKey(day: string, key: string, years: boolean): string | null {
  switch (key) {
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'Home':
      return addDays(day, -weekday(day));
    case 'End':
      return addDays(day, 6 - weekday(day));
    case 'PageDown':
      return sameDay(day, years ? 12 : 1);
    case 'PageUp':
      return sameDay(day, years ? -12 : -1);
    default:
      return null;
  }
}

/** The same day some months later, or the last one of a shorter month. */
function sameDay(day: string, months: number): string {
  const month = addMonths(day.slice(0, 7), months);
  const [year = 1, number = 1] = month.split('-').map(Number);
  return `${month}-${two(Math.min(Number(day.slice(8)), daysIn(year, number)))}`;
}
