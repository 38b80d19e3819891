import type { Translation } from './messages.ts';
import type { recurring as fr } from './recurring.fr.ts';

/** Breton texts of what comes back. They wait for a speaker’s review. */
export const recurring: Translation<typeof fr> = {
  agendaInstead: 'e-lec’h an {date}',
  agendaEvery_daily: { one: 'bemdez', two: 'bep {n} zeiz', other: 'bep {n} deiz' },
  agendaEvery_weekly: { one: 'bep sizhun', other: 'bep {n} sizhun' },
  agendaEvery_monthly: { one: 'bep miz', two: 'bep {n} viz', other: 'bep {n} miz' },
  agendaEvery_yearly: { one: 'bep bloaz', two: 'bep {n} vloaz', other: 'bep {n} bloaz' },
};
