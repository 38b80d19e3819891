import * as z from 'zod/mini';
import { openEnum } from './open-enum.ts';
import { Period } from './period-schema.ts';

export const Frequency = openEnum(['daily', 'weekly', 'monthly', 'yearly']);
export type Frequency = z.infer<typeof Frequency>;

/**
 * Recurrence of an event, in the terms of iCalendar (RFC 5545): every `interval` days, weeks, months or years from its
 * first date on, until a day (included) or `count` times, the first one included. `exceptions` are days on which it
 * does not take place; they count. A time that differs from the others has a record of its own (`occurrenceOf`). A
 * frequency of a later release (`other`) is kept, and the event is shown once.
 */
export const Recurrence = z.object({
  frequency: Frequency,
  interval: z._default(z.number(), 1),
  until: z.nullish(Period),
  count: z.nullish(z.number()),
  exceptions: z._default(z.array(z.string()), []),
});
export type Recurrence = Readonly<z.infer<typeof Recurrence>>;
