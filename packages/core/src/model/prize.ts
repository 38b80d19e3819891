import * as z from 'zod/mini';
import { Period } from './period-schema.ts';
import { Quantity } from './quantity-schema.ts';
import { recordFields } from './source-ref.ts';
import { Text } from './text-schema.ts';

/**
 * A prize as it was awarded once: its edition, the organisation that received it, and the amount that comes with it. `laureate`
 * is the id of an organisation; it is absent where the laureate is a person or is not named.
 */
export const Prize = z.object({
  id: z.string(),
  name: Text,
  edition: z.nullish(z.number()),
  laureate: z.nullish(z.string()),
  amount: z.nullish(Quantity),
  date: Period,
  ...recordFields,
});
export type Prize = Readonly<z.infer<typeof Prize>>;
