/**
 * Events that come back, written out: a record for each date. The model has no rule for "the last Tuesday of the month",
 * so the rules of a calendar are followed here.
 */
import type { Event } from '../../../model/index.ts';
import { quoted, type ReportRemark } from '../table/report.ts';
import { readTime } from './dates.ts';
import {
  type AddedStart,
  type CalendarEvent,
  type CalendarReading,
  DAY,
  eventRecord,
  type Start,
  startDay,
  startInstant,
} from './event.ts';
import { datesOf, type Rule, readRule } from './rules.ts';
import { instantIn } from './zones.ts';

/** Dates of one event; dates of all rules of a file, shared out among them. Those nearest to the answer are kept. */
const MAX_TIMES = 400;
const MAX_ALL = 5_000;

/** Days on each side of the answer for which a rule without an end is written out. */
const AROUND = 365;

/** Steps of one rule, and of all rules of a file. */
const MAX_STEPS = 40_000;
const MAX_ALL_STEPS = 1_000_000;

/** What the dates of all events of a file share. */
export interface SeriesContext extends CalendarReading {
  readonly report: ReportRemark;
  /** Dates that each rule may have. */
  readonly room: number;
  /** Returns the first of these ids that no record has yet. */
  readonly takeId: (...ids: readonly string[]) => string;
  /** Steps that are left for rules. */
  steps: number;
}

/** Returns what a file with so many recurring events starts with. */
export const seriesLimits = (recurring: number): Pick<SeriesContext, 'room' | 'steps'> => ({
  room: Math.max(1, Math.min(MAX_TIMES, Math.floor(MAX_ALL / Math.max(1, recurring)))),
  steps: MAX_ALL_STEPS,
});

/** Whether an event comes back. */
export const isRecurring = ({ rules, added }: CalendarEvent): boolean => rules.length + added.length > 0;

/** A date of a rule: what it is compared by, and the beginning that it stands for. */
interface Dated {
  readonly key: number;
  readonly start: AddedStart;
}

/**
 * Returns the records of an event: one, or one for each date of its rule.
 * @param id of the event: a date of its rule adds its day
 * @param changes events that take the place of a date (`RECURRENCE-ID`)
 */
export function writeOut(
  event: CalendarEvent,
  id: string,
  changes: readonly CalendarEvent[],
  context: SeriesContext,
): readonly Event[] {
  const found = isRecurring(event) ? allDates(event, changes.length, context) : null;
  if (!found) return [eventRecord(event, id, event.start, context)];
  const dates = new DateSet(event, found.dates);
  for (const excluded of event.excluded) exclude(dates, excluded, event, context.report);
  for (const { recurrence } of changes) if (recurrence) dates.take(recurrence);
  const nearest = nearestOf(dates.left(), context);
  if (found.isCut || nearest.isCut) reportCut(event, context);
  else if (found.endless) reportEndless(event, found.endless, context);
  const ranges = changes.filter(({ isRange }) => isRange).sort((a, b) => beginOf(a) - beginOf(b));
  return nearest.dates.flatMap((dated) => {
    const change = ranges.findLast((each) => beginOf(each) <= startInstant(dated.start));
    if (change?.isPrivate) return [];
    const ownId = idOn(id, event, dated.start, context);
    if (change) return eventRecord(change, ownId, movedBy(change, dated.start), context);
    const { length } = dated.start;
    return eventRecord(length ? { ...event, length } : event, ownId, dated.start, context);
  });
}

/** Returns the instant of the date from which on a change holds. */
const beginOf = ({ recurrence, start }: CalendarEvent): number => startInstant(recurrence ?? start);

/** Returns a date of a rule as a change of it and of those that follow moves it: by as much as it moves its first. */
function movedBy({ start, recurrence }: CalendarEvent, date: Start): Start {
  const shown = start.isDay ? date : start;
  const wallOf = (one: Start): number => (one.isDay ? one.wall : wallIn(one, shown));
  return { ...start, wall: wallOf(date) + start.wall - wallOf(recurrence ?? start) };
}

/** Returns the time that the clocks of the zone of another beginning show. */
function wallIn(one: Start, { zone }: Start): number {
  if (one.zone === zone) return one.wall;
  const at = startInstant(one);
  return at + zone.offsetAt(at);
}

/** Returns the record of a changed date, with the id of the date that it takes the place of. */
export const changed = (change: CalendarEvent, id: string, context: SeriesContext): Event =>
  eventRecord(change, idOn(id, change, change.recurrence ?? change.start, context), change.start, context);

/** Returns the id of a date: with its hour where its day has another one already. */
function idOn(id: string, event: CalendarEvent, start: Start, { takeId }: SeriesContext): string {
  const day = `${id}/${startDay(event, start)}`;
  return takeId(day, `${day}T${new Date(start.wall).toISOString().slice(11, 16)}`);
}

interface Found {
  readonly dates: readonly Dated[];
  readonly isCut: boolean;
  /** Whether a rule has no end, or one so far that it makes no difference. */
  readonly endless: 'endless' | 'far' | null;
}

/** Returns all dates of an event in their order; null where it has no rule that can be followed, which is reported. */
function allDates(event: CalendarEvent, changes: number, context: SeriesContext): Found | null {
  const { start, added, excluded } = event;
  const rules = event.rules.map(readRule);
  const isRead = rules.every((rule) => rule !== null && (rule.until === null || readTime(rule.until) !== null));
  if (!isRead) {
    reportRule(event, context.report);
    return null;
  }
  const known = new Map<number, Dated>();
  const add = (one: AddedStart): void => {
    const dated = { key: startKey(one), start: one };
    known.set(dated.key, dated);
  };
  if (rules.length === 0) add(start);
  for (const one of added) if (one.isDay === start.isDay) add({ ...one, ...inZoneOf(event, one) });
  let isCut = false;
  for (const rule of rules) {
    if (!rule) continue;
    const { starts, isWhole } = datesByRule(event, rule, excluded.length + changes, context);
    for (const one of starts) add(one);
    isCut ||= !isWhole;
  }
  // A rule without a date, and one that is over before it begins, still has the date that is written.
  if (known.size === 0) add(start);
  const dates = [...known.values()].sort((a, b) => a.key - b.key);
  const open = rules.find((rule) => rule && !rule.until && !rule.count);
  return { dates, isCut, endless: open ? (open.isFar ? 'far' : 'endless') : null };
}

const startKey = (start: Start): number => (start.isDay ? start.wall : startInstant(start));

/** Returns a beginning in the zone of an event. */
function inZoneOf({ start }: CalendarEvent, one: Start): Pick<Start, 'wall' | 'zone'> {
  return one.isDay ? one : { wall: wallIn(one, start), zone: start.zone };
}

interface RuleDates {
  readonly starts: readonly Start[];
  readonly isWhole: boolean;
}

function datesByRule(event: CalendarEvent, rule: Rule, spare: number, context: SeriesContext): RuleDates {
  const { start, zones } = event;
  const { now, room } = context;
  const today = now + (start.isDay ? zones.home : start.zone).offsetAt(now);
  const budget = { steps: Math.min(MAX_STEPS, context.steps) };
  const allowed = budget.steps;
  const isOver = untilOf(event, rule);
  // Hours say nothing of whole days.
  const plain = start.isDay ? { ...rule, hours: [], minutes: [], seconds: [] } : rule;
  const starts: Start[] = [];
  let ahead = 0;
  for (const wall of datesOf(plain, start.wall, rangeOf(event, rule, today), budget)) {
    const one = { ...start, wall };
    if (isOver?.(one)) break;
    starts.push(one);
    if (wall > today) ahead += 1;
    // Others ahead would be farther away than those that are kept.
    if (ahead > room + spare) break;
  }
  context.steps -= allowed - budget.steps;
  return { starts, isWhole: budget.steps > 0 && ahead <= room + spare };
}

function rangeOf({ start }: CalendarEvent, rule: Rule, today: number) {
  const later = Math.max(today, start.wall);
  const until = readTime(rule.until ?? '');
  // An end in another zone lies on the next day at most.
  if (until) return { last: Math.min(until.wall, later + 100 * AROUND * DAY) + 2 * DAY };
  if (rule.count) return { last: later + 100 * AROUND * DAY };
  return { from: Math.max(start.wall, today - AROUND * DAY), last: later + AROUND * DAY };
}

/** Returns the test whether a date is after the end of a rule: both as instants, or both as days or times of one clock. */
function untilOf(event: CalendarEvent, rule: Rule): ((start: Start) => boolean) | null {
  const until = readTime(rule.until ?? '');
  if (!until) return null;
  const { wall, isDay, offset } = until;
  if (event.start.isDay) {
    const last = dayMeant({ isDay, wall, zone: event.zones.home }, offset, event);
    return (start) => start.wall > last;
  }
  if (isDay) return (start) => start.wall >= wall + DAY;
  return offset === null ? (start) => start.wall > wall : (start) => startInstant(start) > wall - offset;
}

/**
 * Returns the day that a date or time of an event of whole days means: a midnight of universal time is the day as it is
 * written, another time the day that it falls on at the place of the calendar.
 */
function dayMeant({ isDay, wall }: Start, offset: number | null, { zones }: CalendarEvent): number {
  const midnight = Math.floor(wall / DAY) * DAY;
  if (isDay || offset === null || wall === midnight) return midnight;
  const at = wall - offset;
  return Math.floor((at + zones.home.offsetAt(at)) / DAY) * DAY;
}

/** The dates of an event, of which some are taken away. */
class DateSet {
  readonly #event: CalendarEvent;
  readonly #dates: Map<number, Dated>;
  readonly #byDay = new Map<number, Dated[]>();

  constructor(event: CalendarEvent, dates: readonly Dated[]) {
    this.#event = event;
    this.#dates = new Map(dates.map((dated) => [dated.key, dated]));
    for (const dated of dates) {
      const day = Math.floor(dated.start.wall / DAY);
      const others = this.#byDay.get(day);
      if (others) others.push(dated);
      else this.#byDay.set(day, [dated]);
    }
  }

  /** Takes a date away: the one at that time, else the only one on that day. @returns how it was found */
  take(one: Start): 'exactly' | 'by-day' | null {
    const { start } = this.#event;
    const offset = one.zone.isUniversal ? 0 : null;
    const wall = start.isDay
      ? dayMeant(one, offset, this.#event)
      : one.isDay
        ? one.wall
        : inZoneOf(this.#event, one).wall;
    const isSame = start.isDay === one.isDay;
    if (isSame && this.#dates.delete(start.isDay ? wall : startInstant(one))) return 'exactly';
    const onDay = (this.#byDay.get(Math.floor(wall / DAY)) ?? []).filter(({ key }) => this.#dates.has(key));
    // A day without a time means all that is on it.
    if (onDay.length === 0 || (onDay.length > 1 && !one.isDay)) return null;
    for (const { key } of onDay) this.#dates.delete(key);
    return 'by-day';
  }

  left(): readonly Dated[] {
    return [...this.#dates.values()];
  }
}

function exclude(dates: DateSet, one: Start, { line, start }: CalendarEvent, report: ReportRemark): void {
  if (dates.take(one) !== 'by-day') return;
  const day = new Date(one.wall).toISOString().slice(0, 10);
  const [fr, en] = one.isDay
    ? [`l’exception du ${day} (EXDATE) n’a pas d’heure`, `the exception of ${day} (EXDATE) has no time`]
    : start.isDay
      ? [`l’exception du ${day} (EXDATE) a une heure`, `the exception of ${day} (EXDATE) has a time`]
      : [`l’exception du ${day} (EXDATE) a une autre heure`, `the exception of ${day} (EXDATE) has another time`];
  report(line, {
    rule: 'exdate',
    severity: 'info',
    certainty: 'likely',
    found: day,
    fr: `${fr}\u202f; la date de ce jour est retirée`,
    en: `${en}; the date of that day is left out`,
  });
}

/** Returns the dates nearest to the answer, half of them before it, as far as there is room. */
function nearestOf(dates: readonly Dated[], { now, room }: SeriesContext): Pick<Found, 'dates' | 'isCut'> {
  if (dates.length <= room) return { dates, isCut: false };
  const ahead = dates.findIndex(({ start }) => instantIn(start.wall, start.zone) >= now);
  const middle = (ahead < 0 ? dates.length : ahead) - Math.floor(room / 2);
  const from = Math.max(0, Math.min(middle, dates.length - room));
  return { dates: dates.slice(from, from + room), isCut: true };
}

const titleOf = ({ fields }: CalendarEvent): string => fields.title.fr.slice(0, 80);

const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10);

function reportRule(event: CalendarEvent, report: ReportRemark): void {
  const found = event.rules.join(' ').slice(0, 80);
  report(event.line, {
    rule: 'rule',
    severity: 'warning',
    found,
    fr: `règle de répétition ${quoted(found)} illisible, seule la première date est gardée`,
    en: `recurrence rule "${found}" cannot be read, only the first date is kept`,
  });
}

function reportCut(event: CalendarEvent, { report, room, now }: SeriesContext): void {
  const title = titleOf(event);
  report(event.line, {
    rule: 'rule-cut',
    severity: 'warning',
    found: title,
    fr: `${quoted(title)} a trop de dates, seules les ${room} plus proches du ${dayAt(now)} sont gardées`,
    en: `"${title}" has too many dates, only the ${room} nearest to ${dayAt(now)} are kept`,
  });
}

function reportEndless(event: CalendarEvent, end: 'endless' | 'far', { report, now }: SeriesContext): void {
  const title = titleOf(event);
  const [first, last] = [dayAt(now - AROUND * DAY), dayAt(now + AROUND * DAY)];
  const [fr, en] =
    end === 'far'
      ? ['a une fin hors de portée', 'has an end that is out of reach']
      : ['revient sans fin', 'comes back without an end'];
  report(event.line, {
    rule: 'rule-endless',
    severity: 'info',
    found: title,
    fr: `${quoted(title)} ${fr}, ses dates du ${first} au ${last} sont gardées`,
    en: `"${title}" ${en}, its dates from ${first} to ${last} are kept`,
  });
}
