import * as z from 'zod/mini';
import { openEnum } from './open-enum.ts';
import { Period } from './period-schema.ts';
import { recordFields } from './source-ref.ts';

/**
 * Seats in a body (mandates) that an organisation holds, or that the rules of the body give to a college: `count` of them,
 * during `period`. A seat is that of the organisation: the person who sits there is never in the data.
 */
export const Seat = z.object({
  id: z.string(),
  body: z.string(),
  /** Id of the organisation that holds the seats; absent where only the college that they belong to is known. */
  organisation: z.nullish(z.string()),
  /** Id of the college that the seats belong to. */
  college: z.nullish(z.string()),
  /** As what it sits there. */
  role: openEnum(['chair', 'vice-chair', 'secretary', 'treasurer', 'member', 'observer']),
  /** Number of seats that the record stands for. */
  count: z._default(z.number(), 1),
  period: z.nullish(Period),
  ...recordFields,
});
export type Seat = Readonly<z.infer<typeof Seat>>;
