/** Votes, people present and mandates, against the seats of their body. */
import {
  type AttendanceTally,
  isComplete,
  type Observation,
  type ParsedPeriod,
  type Quantity,
  type Seat,
  type Vote,
} from '../../model/index.ts';
import type { CheckContext } from '../check.ts';
import { inField, type Weight } from '../rule.ts';
import { isAdditive } from './amounts.ts';
import type { DatasetIndex } from './dataset-index.ts';
import type { At, BilingualText } from './finding.ts';
import { groupByKey } from './lists.ts';

/** A part and the whole that it may not exceed. */
export interface Pair {
  readonly part: At;
  readonly whole: BilingualText | Observation;
  readonly less: Quantity;
  readonly more: Quantity;
  readonly weight?: Weight | undefined;
}

const SEATS: BilingualText = { fr: 'les sièges de l’instance', en: 'the seats of the body' };

/** Yields pairs to compare: no more votes than seats, where the record does not say how many might vote. */
export function* ofSeats(vote: Vote, seats: number): Generator<Pair> {
  const cast = [vote.for, vote.against, vote.abstain].flatMap((q) => (q && isAdditive(q.unit) ? [q] : []));
  const [unit, other] = new Set(cast.map((q) => q.unit));
  if (unit === undefined || other !== undefined) return;
  const less: Quantity = { value: cast.reduce((n, q) => n + (q.value ?? q.min ?? 0), 0), op: '=', unit };
  const more: Quantity = { value: seats, op: '=', unit };
  yield { part: inField('votes', vote, 'for'), whole: SEATS, less, more, weight: 'warning, likely' };
}

/** Returns how many seats a body has on a date; null where nothing says it. */
type SeatsOf = (body: string | null | undefined, date: string | null | undefined) => number | null;

/**
 * Creates the reader of the seats of bodies: those that the body says to have, else those that a complete list of them gives to
 * colleges or to organisations.
 */
export function createSeatsOf({ dataset, index }: CheckContext): SeatsOf {
  const groups = votingSeats(index);
  return (body, date) => {
    const known = index.byId('bodies').get(body ?? '')?.seats;
    const day = index.span(date);
    if (known || !body || !date || !day || !isComplete(dataset, 'seats', date, `body=${body}`)) return known || null;
    const held = HOLDERS.map((holder) =>
      (groups.get(`${holder} ${body}`) ?? []).reduce((n, { count, period }) => {
        const span = index.span(period);
        return !span || (span.first <= day.last && day.first <= span.last) ? n + count : n;
      }, 0),
    );
    return Math.max(...held) || null;
  };
}

/** Yields pairs to compare: no more people present at a meeting than its body has seats. */
export function* ofPresence({ index }: CheckContext, tally: AttendanceTally, seatsOf: SeatsOf): Generator<Pair> {
  const meeting = index.byId('meetings').get(tally.of);
  const seats = seatsOf(meeting?.body, meeting?.date);
  const { attendance = {} } = tally.by;
  const { present } = attendance;
  const [less, field] = present ? [present, 'by.attendance.present'] : [tally.total, 'total'];
  if (!seats || !less || !isAdditive(less.unit)) return;
  // A seat is present, represented or absent: all of them together are no more than there are.
  const all = Object.values(attendance);
  const areExact = all.every((q) => q.op === '=' && q.unit === less.unit && (q.value ?? 0) <= seats);
  if (present && all.length > 1 && areExact) {
    yield {
      part: inField('tallies', tally, 'by.attendance'),
      whole: SEATS,
      less: { value: all.reduce((n, q) => n + (q.value ?? 0), 0), op: '=', unit: less.unit },
      more: { value: seats, op: '=', unit: less.unit },
      weight: 'warning, likely',
    };
  }
  const more: Quantity = { value: seats, op: '=', unit: less.unit };
  // A guest may be counted in a total.
  const weight = present ? 'warning, likely' : 'warning, possible';
  yield { part: inField('tallies', tally, field), whole: SEATS, less, more, weight };
}

/**
 * Yields pairs to compare: no more seats of organisations, and no more of colleges, than the body has at one time. Who sits
 * there without a vote takes none of them.
 */
export function* ofMandates({ index }: CheckContext): Generator<Pair> {
  for (const list of votingSeats(index).values()) {
    const [largest] = [...list].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
    const seats = index.byId('bodies').get(largest?.body ?? '')?.seats;
    if (!largest || !seats) continue;
    const held = list.map(({ count, period }) => ({ count, days: sureDays(index, period) }));
    const on = (day: string): number =>
      held.reduce((n, { count, days }) => (!days || (days.first <= day && day <= days.last) ? n + count : n), 0);
    const less = {
      value: held.reduce((most, { days }) => Math.max(most, on(days?.first ?? '')), 0),
      op: '=',
      unit: 'mandates',
    } as const;
    const more = { value: seats, op: '=', unit: 'mandates' } as const;
    yield { part: inField('seats', largest, 'count'), whole: SEATS, less, more, weight: 'warning, possible' };
  }
}

const HOLDERS = ['organisation', 'college'] as const;

/** Returns the seats with a vote by holder and body: those of a college are held by organisations, which may have lines too. */
function votingSeats(index: DatasetIndex): ReadonlyMap<string, readonly Seat[]> {
  const [organisation, college] = HOLDERS;
  return groupByKey(index.list('seats'), (seat) =>
    seat.role === 'observer' ? null : `${seat.organisation ? organisation : college} ${seat.body}`,
  );
}

/**
 * Returns the days on which a seat was certainly held; null where no period is given. One of `2021/2023` may have begun at the
 * end of 2021, and its successor in 2023.
 */
function sureDays(index: DatasetIndex, period: string | null | undefined): Pick<ParsedPeriod, 'first' | 'last'> | null {
  const [start, end] = (period ?? '').split('/').map(index.span);
  return start && end ? { first: start.last, last: end.first } : (start ?? null);
}
