import * as z from 'zod/mini';
import { Text } from './text-schema.ts';

/** A value of a dimension and its label: a theme, a format, an attendance status. `id` is unique within its dimension. */
export const Category = z.object({
  id: z.string(),
  dimension: z.string(),
  label: Text,
  order: z._default(z.number(), 0),
});
export type Category = Readonly<z.infer<typeof Category>>;
