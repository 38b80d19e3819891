/**
 * The dates of a recurrence rule (RFC 5545, 3.3.10), in the time of a clock: `FREQ=MONTHLY;BYDAY=-1TU`. `ical.js` is not
 * used: version 2.2.1 takes a tenth of a millisecond and more for each date, puts a 29 February on 1 March, and does not
 * end on a rule that has no date.
 */
import { daysIn } from '../../../model/index.ts';

const FREQUENCIES = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'] as const;

/** A recurrence rule. Lists are empty where the rule has none. */
export interface Rule {
  readonly frequency: (typeof FREQUENCIES)[number];
  readonly interval: number;
  readonly count: number | null;
  /** As written: whether it is a day, a local time or an instant decides what it is compared with. */
  readonly until: string | null;
  /** Whether it has an end or a count that lies beyond all dates that are written out, and so has neither here. */
  readonly isFar: boolean;
  /** First day of a week, 0 for Sunday. */
  readonly weekStart: number;
  readonly months: readonly number[];
  readonly weeks: readonly number[];
  readonly yearDays: readonly number[];
  readonly monthDays: readonly number[];
  /** Weekdays, 0 for Sunday; with `nth`, only that one of the month or of the year, from its end where it is below 0. */
  readonly weekdays: readonly { readonly day: number; readonly nth: number }[];
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly seconds: readonly number[];
  /** Positions in the set of one period, from its end where below 0. */
  readonly positions: readonly number[];
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** Highest number that a rule counts to: what is above stands for it, since no event comes back so often. */
const MOST = 1e6;

/** Times of one day that a rule may have: one each five minutes. */
const MAX_TIMES = 288;

/** Returns a rule; null for one that cannot be read, and for one that comes back several times a day by its frequency. */
export function readRule(text: string): Rule | null {
  const parts = new Map(
    text
      .toUpperCase()
      .split(';')
      .map((part): [string, string] => [part.split('=', 1)[0]?.trim() ?? '', part.split('=')[1]?.trim() ?? '']),
  );
  const numbers = (name: string, most: number, least = -most): readonly number[] | null => {
    if (!parts.has(name)) return [];
    const all = [...new Set(parts.get(name)?.split(','))].map((each) => (/^[+-]?\d+$/.test(each) ? Number(each) : NaN));
    return all.every((n) => n >= least && n <= most && (n !== 0 || least === 0)) ? all.sort((a, b) => a - b) : null;
  };
  const whole = (name: string): number | null => {
    const [n] = numbers(name, Infinity, 0) ?? [];
    return parts.has(name) ? Math.min(n ?? NaN, MOST) : null;
  };
  const frequency = FREQUENCIES.find((each) => each === parts.get('FREQ'));
  const weekStart = WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO');
  const [interval, count] = [whole('INTERVAL') ?? 1, whole('COUNT')];
  const weekdays = weekdaysOf(parts.get('BYDAY'));
  const [months, weeks, yearDays, monthDays, hours, minutes, seconds, positions] = [
    ...[numbers('BYMONTH', 12, 1), numbers('BYWEEKNO', 53), numbers('BYYEARDAY', 366), numbers('BYMONTHDAY', 31)],
    ...[numbers('BYHOUR', 23, 0), numbers('BYMINUTE', 59, 0), numbers('BYSECOND', 59, 0), numbers('BYSETPOS', 366)],
  ];
  if (!frequency || weekStart < 0 || !weekdays || Number.isNaN(interval) || Number.isNaN(count)) return null;
  if (!months || !weeks || !yearDays || !monthDays || !hours || !minutes || !seconds || !positions) return null;
  // Other calendars than the Gregorian one have other months.
  if ((parts.get('RSCALE') ?? 'GREGORIAN') !== 'GREGORIAN') return null;
  if (Math.max(1, hours.length) * Math.max(1, minutes.length) * Math.max(1, seconds.length) > MAX_TIMES) return null;
  const until = parts.get('UNTIL') || null;
  return {
    frequency,
    interval: Math.max(1, interval),
    count: count && count < MOST ? count : null,
    until: isFar(until) ? null : until,
    isFar: isFar(until) || (count ?? 0) >= MOST,
    weekStart,
    months,
    weeks,
    yearDays,
    monthDays,
    weekdays,
    hours,
    minutes,
    seconds,
    positions,
  };
}

/** Whether the end of a rule lies after all years that are read: `99991231T235959Z`. */
const isFar = (until: string | null): boolean => /^(?:9\d{3}|\d{5,}(?=-?\d{4}(?:T|$)))/.test(until ?? '');

function weekdaysOf(text: string | undefined): Rule['weekdays'] | null {
  if (text === undefined) return [];
  const all = [...new Set(text.split(','))].map((each) => {
    const [, nth = '', day = ''] = /^\s*([+-]?\d{1,2})?\s*([A-Z]{2})\s*$/.exec(each) ?? [];
    return { day: WEEKDAYS.indexOf(day), nth: Number(nth) };
  });
  return all.every(({ day, nth }) => day >= 0 && Math.abs(nth) <= 53) ? all : null;
}

/** Work of looking for the dates of one year, month, week or day of a rule: a day is one step. */
const STEPS = { YEARLY: 50, MONTHLY: 5, WEEKLY: 2, DAILY: 1 } as const;

/** Work that is left for the rules of a file: a hostile one must not keep a page busy. */
interface Budget {
  steps: number;
}

/** Range of dates that are asked for, in ms of the clock. */
interface Range {
  /** Dates before it are left out, where the rule has no count. */
  readonly from?: number;
  readonly last: number;
}

const DAY = 86_400_000;

/**
 * Yields the dates of a rule in their order, from the first one on; it ends with the range, the count or the budget.
 * @param start first date and time of the clock in ms, as if its zone were UTC. It is among the dates only where the rule
 *   has it.
 */
export function* datesOf(rule: Rule, start: number, { from = start, last }: Range, budget: Budget): Generator<number> {
  const full = withDefaults(rule, start);
  const times = timesOf(full, start);
  const first = rule.count ? start : Math.max(start, from);
  const skipped = Math.max(0, periodsBetween(rule, start, first) - 1);
  let count = 0;
  for (let n = skipped; ; n += 1) {
    const days = daysOfPeriod(full, start, n);
    if (days.first * DAY > last || budget.steps <= 0) return;
    budget.steps -= STEPS[rule.frequency];
    const all = days.list.flatMap((day) => times.map((time) => day * DAY + time));
    for (const at of atPositions(all, rule.positions)) {
      if (at > last || count === rule.count || budget.steps <= 0) return;
      if (at < first) continue;
      budget.steps -= 1;
      count += 1;
      yield at;
    }
  }
}

/** Returns a rule with what its first date says where the rule says nothing. */
function withDefaults(rule: Rule, start: number): Rule {
  const date = new Date(start);
  const own = { day: date.getUTCDay(), nth: 0 };
  const saysDay = rule.yearDays.length + rule.monthDays.length + rule.weekdays.length > 0;
  if (saysDay || rule.frequency === 'DAILY') return rule;
  if (rule.frequency === 'WEEKLY' || rule.weeks.length > 0) return { ...rule, weekdays: [own] };
  const months = rule.frequency === 'YEARLY' && rule.months.length === 0 ? [date.getUTCMonth() + 1] : rule.months;
  return { ...rule, months, monthDays: [date.getUTCDate()] };
}

/** Returns the times of a day, in ms since its midnight. */
function timesOf({ hours, minutes, seconds }: Rule, start: number): readonly number[] {
  const date = new Date(start);
  const or = (list: readonly number[], own: number): readonly number[] => (list.length > 0 ? list : [own]);
  return or(hours, date.getUTCHours()).flatMap((hour) =>
    or(minutes, date.getUTCMinutes()).flatMap((minute) =>
      or(seconds, date.getUTCSeconds()).map((second) => ((hour * 60 + minute) * 60 + second) * 1000),
    ),
  );
}

/** Returns the number of whole intervals between two dates. */
function periodsBetween({ frequency, interval }: Rule, start: number, from: number): number {
  const [a, b] = [new Date(start), new Date(from)];
  const years = b.getUTCFullYear() - a.getUTCFullYear();
  const passed = {
    YEARLY: years,
    MONTHLY: years * 12 + b.getUTCMonth() - a.getUTCMonth(),
    WEEKLY: (from - start) / (7 * DAY),
    DAILY: (from - start) / DAY,
  }[frequency];
  return Math.floor(passed / interval);
}

interface Days {
  /** First day of the period, whether the rule has it or not. */
  readonly first: number;
  readonly list: readonly number[];
}

/** Returns the days of one year, month, week or day of a rule, as numbers of days since 1970. */
function daysOfPeriod(rule: Rule, start: number, n: number): Days {
  const date = new Date(start);
  const day = Math.floor(start / DAY);
  const steps = n * rule.interval;
  const keep = (from: number, length: number): readonly number[] => {
    const kept: number[] = [];
    for (let each = from; each < from + length; each += 1) if (isDayOf(rule, each)) kept.push(each);
    return kept;
  };
  if (rule.frequency === 'DAILY') return { first: day + steps, list: keep(day + steps, 1) };
  if (rule.frequency === 'WEEKLY') {
    const first = day - ((weekdayOf(day) - rule.weekStart + 7) % 7) + 7 * steps;
    return { first, list: keep(first, 7) };
  }
  const year = date.getUTCFullYear();
  const monthOf = (index: number): Days => {
    const first = Date.UTC(year, index, 1) / DAY;
    return { first, list: keep(first, (Date.UTC(year, index + 1, 1) - Date.UTC(year, index, 1)) / DAY) };
  };
  if (rule.frequency === 'MONTHLY') return monthOf(date.getUTCMonth() + steps);
  const months = rule.months.length > 0 ? rule.months : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  const list = months.flatMap((month) => monthOf(12 * steps + month - 1).list);
  return { first: Date.UTC(year + steps, 0, 1) / DAY, list };
}

function isDayOf(rule: Rule, day: number): boolean {
  const { frequency, months, weeks, yearDays, monthDays, weekdays } = rule;
  // First, since most days of a year are of another weekday, and this costs the least.
  const weekday = weekdayOf(day);
  const named = weekdays.filter((each) => each.day === weekday);
  if (weekdays.length > 0 && named.length === 0) return false;
  const isCounted = frequency === 'MONTHLY' || (frequency === 'YEARLY' && weeks.length === 0);
  const isNamed = weekdays.length === 0 || !isCounted || named.some(({ nth }) => nth === 0);
  if (isNamed && months.length + monthDays.length + yearDays.length + weeks.length === 0) return true;
  const date = new Date(day * DAY);
  const [year, month, monthDay] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  if (months.length > 0 && !months.includes(month)) return false;
  if (monthDays.length > 0 && !holds(monthDays, monthDay, daysIn(year, month))) return false;
  if (yearDays.length > 0 && !holds(yearDays, ...dayOfYear(day, year))) return false;
  if (weeks.length > 0 && !holds(weeks, ...weekOf(day, rule.weekStart))) return false;
  if (isNamed) return true;
  const isOfMonth = frequency === 'MONTHLY' || months.length > 0;
  const [at, length] = isOfMonth ? [monthDay, daysIn(year, month)] : dayOfYear(day, year);
  return named.some(({ nth }) => nth === (nth > 0 ? Math.ceil(at / 7) : -Math.ceil((length - at + 1) / 7)));
}

/** Returns the weekday of a day, 0 for Sunday. The first day of 1970 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** Whether a list holds a number, counted from the start or, below 0, from the end. */
const holds = (list: readonly number[], at: number, length: number): boolean =>
  list.includes(at) || list.includes(at - length - 1);

/** Returns the number of a day in its year, and the number of days in the year. */
function dayOfYear(day: number, year: number): [at: number, length: number] {
  const first = Date.UTC(year, 0, 1) / DAY;
  return [day - first + 1, Date.UTC(year + 1, 0, 1) / DAY - first];
}

/** Returns the number of the week of a day, and the number of weeks in its year: the first week has four days of it. */
function weekOf(day: number, weekStart: number): [at: number, length: number] {
  // The fourth day of a week lies in the year that the week belongs to.
  const middle = day - ((weekdayOf(day) - weekStart + 7) % 7) + 3;
  const [at, length] = dayOfYear(middle, new Date(middle * DAY).getUTCFullYear());
  return [Math.ceil(at / 7), Math.ceil(at / 7) + Math.floor((length - at) / 7)];
}

/** Returns those of a period that have the positions asked for, in their order. */
function atPositions(all: readonly number[], positions: readonly number[]): readonly number[] {
  if (positions.length === 0) return all;
  return all.filter((_each, at) => holds(positions, at + 1, all.length));
}
