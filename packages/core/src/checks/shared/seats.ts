/** Votes and people present, against the seats of their body. */
import type { AttendanceTally } from '../../model/attendance-tally.ts';
import type { Finding } from '../../model/finding.ts';
import type { Observation } from '../../model/observation.ts';
import type { Quantity } from '../../model/quantity.ts';
import type { Vote } from '../../model/vote.ts';
import type { CheckContext } from '../check.ts';
import { isAdditive } from './amounts.ts';
import type { At, BilingualText } from './finding.ts';

/** A part and the whole that it may not exceed. */
export interface Pair {
  readonly part: At;
  readonly whole: BilingualText | Observation;
  readonly less: Quantity;
  readonly more: Quantity;
  readonly severity?: Finding['severity'];
  readonly certainty?: Finding['certainty'];
}

const SEATS: BilingualText = { fr: 'les sièges de l’instance', en: 'the seats of the body' };

/** Yields pairs to compare: no more votes than seats, where the record does not say how many might vote. */
export function* ofSeats(vote: Vote, seats: number): Generator<Pair> {
  const cast = [vote.for, vote.against, vote.abstain].flatMap((q) => (q && isAdditive(q.unit) ? [q] : []));
  const [unit, other] = new Set(cast.map((q) => q.unit));
  if (unit === undefined || other !== undefined) return;
  const less: Quantity = { value: cast.reduce((n, q) => n + (q.value ?? q.min ?? 0), 0), op: '=', unit };
  const more: Quantity = { value: seats, op: '=', unit };
  yield { part: { collection: 'votes', record: vote, field: 'for' }, whole: SEATS, less, more, severity: 'warning' };
}

/** Yields pairs to compare: no more people present at a meeting than its body has seats. */
export function* ofPresence({ index }: CheckContext, tally: AttendanceTally): Generator<Pair> {
  const seats = index.byId('bodies').get(index.byId('meetings').get(tally.of)?.body ?? '')?.seats;
  const present = tally.by['attendance']?.['present'];
  const [less, field] = present ? [present, 'by.attendance.present'] : [tally.total, 'total'];
  if (!seats || !less || !isAdditive(less.unit)) return;
  const more: Quantity = { value: seats, op: '=', unit: less.unit };
  // A guest may be counted in a total.
  yield {
    part: { collection: 'tallies', record: tally, field },
    whole: SEATS,
    less,
    more,
    severity: 'warning',
    certainty: present ? 'likely' : 'possible',
  };
}
