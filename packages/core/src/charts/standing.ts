import type { Event } from '../model/index.ts';

/** Standing of something dated: it is ahead, its date has passed without news of it, or it is behind. */
export type Standing = (typeof STANDINGS)[number];

/** These, in the order in which they are shown. */
export const STANDINGS = ['upcoming', 'unconfirmed', 'past'] as const;

/** Tag of something dated: a word beside its title. */
export type StatusTag = 'planned' | 'was-planned' | 'cancelled' | 'postponed' | 'full' | 'check-date' | 'check-status';

/** Days that something dated may fall on. */
interface Days {
  readonly first: string;
  readonly last: string;
}

/**
 * Returns the standing of something dated. It is over when the last day it may fall on is over: `2025-10` is ahead
 * until 31 October 2025.
 */
export function standingOf(status: Event['status'], days: Days | null, today: string): Standing {
  // An event that was held is past even if only its year is known, but a day that is still to come cannot have been
  // held.
  if (status === 'held') return days && days.first > today ? 'upcoming' : 'past';
  if (!days) return status === 'cancelled' ? 'past' : 'upcoming';
  if (days.last >= today) return 'upcoming';
  return status === 'cancelled' || status === 'postponed' ? 'past' : 'unconfirmed';
}

/** The words for a status where it stands: what was planned and is over is never said to be held. */
export function statusTags(status: Event['status'], standing: Standing): readonly StatusTag[] {
  switch (status) {
    case 'held':
      return standing === 'upcoming' ? ['check-date'] : [];
    case 'planned':
      return standing === 'unconfirmed' ? ['was-planned'] : ['planned'];
    case 'full':
      return standing === 'unconfirmed' ? ['was-planned', 'full'] : ['planned', 'full'];
    case 'cancelled':
    case 'postponed':
      return [status];
    case 'other':
      return ['check-status'];
  }
}
