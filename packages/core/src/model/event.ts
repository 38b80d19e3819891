import * as z from 'zod/mini';
import { Occurrence } from './occurrence.ts';
import { openEnum } from './open-enum.ts';
import { Period } from './period-schema.ts';
import { Position } from './position.ts';
import { Quantity } from './quantity-schema.ts';
import { Recurrence } from './recurrence.ts';
import { recordFields } from './source-ref.ts';
import { Text } from './text-schema.ts';

export const EventStatus = openEnum(['held', 'planned', 'cancelled', 'postponed', 'full']);
export type EventStatus = z.infer<typeof EventStatus>;

/**
 * An event. `date` is a period as exact as is known; `startsAt`/`endsAt` add the hour (ISO 8601 with its offset) where
 * there is one. `count` is above 1 for a group of events published as one line, and 0 for a milestone, which is nobody's
 * event: an agenda lists it, no number counts it.
 */
export const Event = z.object({
  id: z.string(),
  title: Text,
  date: z.nullish(Period),
  startsAt: z.nullish(z.string()),
  endsAt: z.nullish(z.string()),
  /** Its date is that of the first time. */
  recurrence: z.nullish(Recurrence),
  /** The time that it takes the place of, in an event that comes back: moved, renamed, cancelled, full or held elsewhere. */
  occurrenceOf: z.nullish(Occurrence),
  status: EventStatus,
  /** Id of the event that was planned and of which this one says what became: that one stays as published, and is shown no more. */
  plan: z.nullish(z.string()),
  series: z.nullish(z.string()),
  edition: z.nullish(z.number()),
  count: z._default(z.number(), 1),
  /** `count` is rounded: "about twenty events". */
  approx: z.nullish(z.boolean()),
  /**
   * Id of the event that this one is a session of, or of the group in whose `count` it is: it adds nothing where that one is
   * counted. A session has themes of its own.
   */
  partOf: z.nullish(z.string()),
  place: z.nullish(z.string()),
  online: z._default(z.boolean(), false),
  territories: z._default(z.array(z.string()), []),
  position: z.nullish(Position),
  organisers: z._default(z.array(z.string()), []),
  themes: z._default(z.array(z.string()), []),
  attendance: z.nullish(Quantity),
  url: z.nullish(z.string()),
  /** Sections of the report that mention the event. */
  sections: z._default(z.array(z.string()), []),
  ...recordFields,
});
export type Event = Readonly<z.infer<typeof Event>>;
