import * as z from 'zod/mini';
import { openEnum } from './open-enum.ts';
import { Period } from './period-schema.ts';
import { recordFields } from './source-ref.ts';

/**
 * An organisation's membership of a network. `start` and `end` are null when unknown; a membership without an end goes on.
 * `end` is the day from which it is not counted: with an end on 31 December, no member at the end of the year.
 * Membership of the Cress and of its collective are different networks, so one organisation may have several.
 */
export const Membership = z.object({
  id: z.string(),
  organisation: z.string(),
  network: z.string(),
  college: z.nullish(z.string()),
  start: z.nullish(Period),
  end: z.nullish(Period),
  exitReason: z.nullish(openEnum(['lapse', 'dissolution', 'withdrawal'])),
  ...recordFields,
});
export type Membership = Readonly<z.infer<typeof Membership>>;
