import * as z from 'zod/mini';
import { openEnum } from './open-enum.ts';
import { Period } from './period-schema.ts';
import { recordFields } from './source-ref.ts';

/**
 * Participation of an organisation in an event or a programme, and its role. `of` is the id of the event or the
 * programme.
 */
export const Participation = z.object({
  id: z.string(),
  organisation: z.string(),
  of: z.string(),
  role: openEnum(['organiser', 'attendee', 'exhibitor', 'laureate', 'partner', 'supported']),
  period: z.nullish(Period),
  territories: z._default(z.array(z.string()), []),
  ...recordFields,
});
export type Participation = Readonly<z.infer<typeof Participation>>;
