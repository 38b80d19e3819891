import * as z from 'zod/mini';
import { Period } from './period-schema.ts';
import { Quantity } from './quantity-schema.ts';
import { recordFields } from './source-ref.ts';
import { Text } from './text-schema.ts';

/** A vote of a body: counts of votes, or percents where only these were printed. `threshold` is a share from 0 to 1. */
export const Vote = z.object({
  id: z.string(),
  subject: Text,
  body: z.nullish(z.string()),
  date: z.nullish(Period),
  for: z.nullish(Quantity),
  against: z.nullish(Quantity),
  abstain: z.nullish(Quantity),
  eligible: z.nullish(Quantity),
  threshold: z.nullish(z.number()),
  ...recordFields,
});
export type Vote = Readonly<z.infer<typeof Vote>>;
