import * as z from 'zod/mini';
import { Period } from './period.ts';
import { recordFields } from './source-ref.ts';
import { Text } from './text.ts';

/** A programme that projects belong to. */
export const Programme = z.object({ id: z.string(), name: Text, period: z.nullish(Period), ...recordFields });
export type Programme = Readonly<z.infer<typeof Programme>>;
