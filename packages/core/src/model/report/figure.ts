import * as z from 'zod/mini';
import { Period } from '../period-schema.ts';

/** One value to show: an indicator, and what of it. What is left out is the report's period, the whole, everywhere. */
export const Figure = z.object({
  indicator: z.string(),
  period: z.optional(Period),
  /** Pairs that it is kept to, as in the `where` attribute: `body=bureau`. */
  where: z.optional(z.string()),
  territory: z.optional(z.string()),
  /** As in the `sign` attribute: `plus` for what comes or changes, `minus` for what leaves. Texts do without. */
  sign: z.optional(z.string()),
});
export type Figure = Readonly<z.infer<typeof Figure>>;
