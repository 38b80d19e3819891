import * as z from 'zod/mini';
import { recordFields } from './source-ref.ts';
import { Text } from './text-schema.ts';

/** A network that organisations belong to. */
export const Network = z.object({ id: z.string(), name: Text, since: z.nullish(z.string()), ...recordFields });
export type Network = Readonly<z.infer<typeof Network>>;
