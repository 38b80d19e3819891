import * as z from 'zod/mini';
import { parsePeriod } from '../period.ts';

/**
 * A period in a report document: as everywhere, or `@period`, the report’s own, or `@previous`, the one before it, whole
 * or with a part of it: `@period-Q3`, `@previous-SY`. The reader replaces these words before it checks the document.
 */
export const ReportPeriod = z.string().check(
  z.refine((text) => parsePeriod(text) !== null, {
    error: 'expected a period such as 2024, 2024-Q4, 2024-06, 2024-06-18, 2023-SY or start/end, or @period, @previous',
  }),
);

/** One value to show: an indicator, and what of it. What is left out is the report's period, the whole, everywhere. */
export const Figure = z.object({
  indicator: z.string(),
  period: z.optional(ReportPeriod),
  /** Pairs that it is kept to, as in the `where` attribute: `body=bureau`. */
  where: z.optional(z.string()),
  territory: z.optional(z.string()),
  /** As in the `sign` attribute: `plus` for what comes or changes, `minus` for what leaves. Texts do without. */
  sign: z.optional(z.string()),
});
export type Figure = Readonly<z.infer<typeof Figure>>;
