import * as z from 'zod/mini';
import { Period } from './period-schema.ts';
import { recordFields } from './source-ref.ts';
import { Text } from './text-schema.ts';

/** A published document. `theme` and `format` are category ids. */
export const Publication = z.object({
  id: z.string(),
  title: Text,
  theme: z.nullish(z.string()),
  format: z.nullish(z.string()),
  date: Period,
  url: z.nullish(z.string()),
  ...recordFields,
});
export type Publication = Readonly<z.infer<typeof Publication>>;
