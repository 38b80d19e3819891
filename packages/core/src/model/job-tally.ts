import * as z from 'zod/mini';
import { Period } from './period-schema.ts';
import { Quantity } from './quantity-schema.ts';
import { recordFields } from './source-ref.ts';

/**
 * Jobs of the organisations that a programme supports, by contract: counts only. `contract` is a category id
 * (`permanent`, `fixed-term`, `subsidised`); `lot` and `mode` say which missions they belong to.
 */
export const JobTally = z.object({
  id: z.string(),
  programme: z.string(),
  period: Period,
  contract: z.nullish(z.string()),
  mode: z.nullish(z.string()),
  lot: z.nullish(z.string()),
  territory: z.nullish(z.string()),
  jobs: Quantity,
  ...recordFields,
});
export type JobTally = Readonly<z.infer<typeof JobTally>>;
