import * as z from 'zod/mini';

/** One time of an event that comes back, whatever became of that time: the `RECURRENCE-ID` of iCalendar (RFC 5545). */
export const Occurrence = z.object({
  /** Id of the event that comes back. */
  event: z.string(),
  /** Day on which its rule has that time begin, `YYYY-MM-DD`. */
  date: z.string(),
});
export type Occurrence = Readonly<z.infer<typeof Occurrence>>;
