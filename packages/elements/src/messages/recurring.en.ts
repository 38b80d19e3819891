import type { Translation } from './messages.ts';
import type { recurring as fr } from './recurring.fr.ts';

/** English texts of what comes back. */
export const recurring: Translation<typeof fr> = {
  agendaInstead: 'instead of {date}',
  agendaEvery_daily: { one: 'every day', other: 'every {n} days' },
  agendaEvery_weekly: { one: 'every week', other: 'every {n} weeks' },
  agendaEvery_monthly: { one: 'every month', other: 'every {n} months' },
  agendaEvery_yearly: { one: 'every year', other: 'every {n} years' },
};
