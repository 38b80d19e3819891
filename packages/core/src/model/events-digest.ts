import * as z from 'zod/mini';
import { Period } from './period-schema.ts';
import { Text } from './text-schema.ts';

/**
 * One edition of a series: the year that it fell in or began in, its number, its days where it goes over New Year, and the
 * one territory that all its events name.
 */
export const SeriesEdition = z.object({
  year: z.string(),
  number: z.optional(z.number()),
  days: z.optional(Period),
  place: z.optional(Text),
});
export type SeriesEdition = Readonly<z.infer<typeof SeriesEdition>>;

/** A series of events, and its editions, the oldest first. */
export const SeriesDigest = z.object({ id: z.string(), name: Text, editions: z.readonly(z.array(SeriesEdition)) });
export type SeriesDigest = Readonly<z.infer<typeof SeriesDigest>>;

/** An event that lies ahead: what a line has room for. */
export const AheadEvent = z.object({
  title: Text,
  date: Period,
  startsAt: z.optional(z.string()),
  place: z.optional(z.string()),
  online: z.optional(z.boolean()),
  full: z.optional(z.boolean()),
  series: z.optional(z.string()),
  url: z.optional(z.string()),
});
export type AheadEvent = Readonly<z.infer<typeof AheadEvent>>;

/**
 * Extract of the events of a data set for counters, so that these need not read the events: a part of `measures.json`.
 */
export const EventsDigest = z.object({
  series: z.readonly(z.array(SeriesDigest)),
  /** The coming events, the next one first; each time of a recurring one. */
  ahead: z.readonly(z.array(AheadEvent)),
  /** Whether others may come after these: the events themselves know. */
  more: z.boolean(),
});
export type EventsDigest = Readonly<z.infer<typeof EventsDigest>>;
