import * as z from 'zod/mini';
import { openEnum } from './open-enum.ts';
import { recordFields } from './source-ref.ts';
import { Text } from './text-schema.ts';

/** A body that meets: board, bureau, committee, working group. `seats` is null when unknown. */
export const Body = z.object({
  id: z.string(),
  name: Text,
  kind: openEnum(['governance', 'committee', 'working-group', 'team']),
  seats: z.nullish(z.number()),
  ...recordFields,
});
export type Body = Readonly<z.infer<typeof Body>>;
