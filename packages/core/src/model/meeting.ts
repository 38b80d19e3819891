import * as z from 'zod/mini';
import { openEnum } from './open-enum.ts';
import { Period } from './period-schema.ts';
import { Position } from './position.ts';
import { recordFields } from './source-ref.ts';

/**
 * One meeting of a body. A date known only to the month or the year keeps that precision. `themes` are category ids: what the
 * meeting was about, as for events.
 */
export const Meeting = z.object({
  id: z.string(),
  body: z.string(),
  date: z.nullish(Period),
  status: openEnum(['held', 'planned', 'cancelled']),
  /** Id of the meeting that was planned and of which this one says what became. */
  plan: z.nullish(z.string()),
  mode: z.nullish(openEnum(['on-site', 'online', 'hybrid'])),
  place: z.nullish(z.string()),
  position: z.nullish(Position),
  themes: z._default(z.array(z.string()), []),
  ...recordFields,
});
export type Meeting = Readonly<z.infer<typeof Meeting>>;
