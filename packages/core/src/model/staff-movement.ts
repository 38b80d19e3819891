import * as z from 'zod/mini';
import { openEnum } from './open-enum.ts';
import { Period } from './period-schema.ts';
import { Quantity } from './quantity-schema.ts';
import { recordFields } from './source-ref.ts';

/** People who joined or left a team in a period, by contract: counts only, never names. `contract` is a category id. */
export const StaffMovement = z.object({
  id: z.string(),
  direction: z.enum(['in', 'out']),
  contract: z.nullish(z.string()),
  reason: z.nullish(openEnum(['recruitment', 'end-of-contract', 'resignation', 'agreed-termination', 'internal'])),
  period: Period,
  count: Quantity,
  ...recordFields,
});
export type StaffMovement = Readonly<z.infer<typeof StaffMovement>>;
