import * as z from 'zod/mini';
import { Quantity } from './quantity-schema.ts';
import { recordFields } from './source-ref.ts';

/**
 * Numbers of people who came to an event or a meeting: counts only, never names. `by` holds counts or percents per
 * dimension (`gender`, `affiliation`, `attendance`) and category id.
 */
export const AttendanceTally = z.object({
  id: z.string(),
  /** Id of the event or meeting. */
  of: z.string(),
  total: z.nullish(Quantity),
  by: z._default(z.record(z.string(), z.record(z.string(), Quantity)), {}),
  ...recordFields,
});
export type AttendanceTally = Readonly<z.infer<typeof AttendanceTally>>;
