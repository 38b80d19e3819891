import * as z from 'zod/mini';
import { parsePeriod } from './period.ts';

/**
 * A period in its serialised form: `2024`, `2024-H1`, `2024-Q4`, `2024-06`, `2024-06-18`, `2023-SY` (the school year
 * that starts in September 2023), or a range `start/end` of two of them.
 */
export const Period = z.string().check(
  z.refine((text) => parsePeriod(text) !== null, {
    error: 'expected a period such as 2024, 2024-H1, 2024-Q4, 2024-06, 2024-06-18, 2023-SY or start/end',
  }),
);
export type Period = string;
