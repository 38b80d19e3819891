import * as z from 'zod/mini';
import { openEnum } from './open-enum.ts';
import { Period } from './period-schema.ts';
import { recordFields } from './source-ref.ts';
import { Text } from './text-schema.ts';

/** A file handed in to a fund: an application, an advance, the balance of a grant. `year` is the year that it is about. */
export const FundingFiling = z.object({
  id: z.string(),
  fund: Text,
  stage: openEnum(['application', 'advance', 'balance']),
  period: Period,
  year: z.nullish(Period),
  ...recordFields,
});
export type FundingFiling = Readonly<z.infer<typeof FundingFiling>>;
