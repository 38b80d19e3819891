import * as z from 'zod/mini';
import { Period } from './period-schema.ts';
import { recordFields } from './source-ref.ts';
import { Text } from './text-schema.ts';

/** A programme that projects, missions and participations belong to; `kind` is a category id, `territories` where it acts. */
export const Programme = z.object({
  id: z.string(),
  name: Text,
  kind: z.nullish(z.string()),
  period: z.nullish(Period),
  territories: z._default(z.array(z.string()), []),
  ...recordFields,
});
export type Programme = Readonly<z.infer<typeof Programme>>;
