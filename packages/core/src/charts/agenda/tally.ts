/** Numbers of the events of an agenda, by how they stand. */

import { STANDINGS } from '../standing.ts';
import type { AgendaGroup, AgendaItem } from './agenda.ts';

/** Kinds that are counted apart, in the order in which they are said: what was called off is neither ahead nor behind. */
export const agendaKinds = [...STANDINGS, 'cancelled', 'postponed'] as const;

/** Kind that an event is counted as. */
export type AgendaKind = (typeof agendaKinds)[number];

/** Returns how many of some lines of an agenda there are of each kind. A milestone is a line, but no event. */
export function tallyOf(items: readonly AgendaItem[]): Readonly<Record<AgendaKind, number>> {
  const tally = { upcoming: 0, unconfirmed: 0, past: 0, cancelled: 0, postponed: 0 };
  for (const { event, group } of items) if (event.count > 0) tally[kindOf(event.status, group)] += 1;
  return tally;
}

const kindOf = (status: AgendaItem['event']['status'], group: AgendaGroup): AgendaKind =>
  status === 'cancelled' || status === 'postponed' ? status : group;
