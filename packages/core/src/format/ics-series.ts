import { daysByRule, type Event, eventDays, parsePeriod, timeOn } from '../model/index.ts';
import type { IcsEvent, IcsSeries } from './ics.ts';

/** One time of an event that comes back, as a calendar file has it. */
export interface IcsTime {
  /** The day on which the rule has it begin, whatever became of it. */
  readonly day: string;
  readonly event: IcsEvent;
  /** It was written out from the rule, and is no record of its own. */
  readonly isByRule: boolean;
}

/**
 * Times of an event that comes back as one entry of a calendar file: its rule, from the first of them to the last; the days
 * that are not among them; and those that are not as the rule has them. What is no time of the rule is an event of its own,
 * and so is each where none is left as the rule has it.
 */
export function icsSeries(rule: Event, times: readonly IcsTime[]): readonly (IcsEvent | IcsSeries)[] {
  const sorted = [...times].sort((a, b) => (a.day < b.day ? -1 : 1));
  const days = daysByRule(rule, sorted[0]?.day ?? '', sorted.at(-1)?.day ?? '');
  const byDay = new Map(sorted.filter(({ day }) => days.includes(day)).map((time) => [time.day, time]));
  const found = [...byDay.values()];
  const usual = found.filter(({ isByRule }) => isByRule).at(-1)?.event;
  const [first, until] = [found[0]?.day, found.at(-1)?.day];
  const frequency = rule.recurrence?.frequency;
  if (!usual || !first || !until || !frequency || frequency === 'other') return times.map(({ event }) => event);
  return [
    {
      event: { ...usual, ...timesOn(rule, first, usual), id: rule.id },
      since: rule.startsAt,
      frequency,
      interval: rule.recurrence.interval,
      until,
      left: days.filter((day) => day >= first && day <= until && !byDay.has(day)),
      others: found.filter(({ isByRule, event }) => !isByRule || said(event) !== said(usual)),
    },
    ...sorted.filter((time) => byDay.get(time.day) !== time).map(({ event }) => event),
  ];
}

type When = Pick<IcsEvent, 'first' | 'last' | 'startsAt' | 'endsAt'>;

/** Returns the time of a recurring event that begins on a day, with only those hours that `told` has. */
function timesOn(rule: Event, day: string, told: When): When {
  const time = timeOn(rule, day);
  const { first, last } = parsePeriod(eventDays(time) ?? '') ?? told;
  return { first, last, startsAt: told.startsAt && time.startsAt, endsAt: told.endsAt && time.endsAt };
}

/** Returns the fields of an event besides its times, as a key. */
const said = ({ id: _id, first: _first, last: _last, startsAt: _from, endsAt: _to, ...rest }: IcsEvent): string =>
  JSON.stringify(rest);
