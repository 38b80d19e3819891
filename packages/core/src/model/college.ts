import * as z from 'zod/mini';
import { recordFields } from './source-ref.ts';
import { Text } from './text-schema.ts';

/** A membership category of a network. `order` (from 1) decides its shape and colour; any number of them works. */
export const College = z.object({
  id: z.string(),
  network: z.string(),
  label: Text,
  order: z.number(),
  ...recordFields,
});
export type College = Readonly<z.infer<typeof College>>;
