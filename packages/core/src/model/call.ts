import * as z from 'zod/mini';
import { openEnum } from './open-enum.ts';
import { Period } from './period-schema.ts';
import { recordFields } from './source-ref.ts';
import { Text } from './text-schema.ts';

/** A call for projects or for applications, and who holds it. */
export const Call = z.object({
  id: z.string(),
  name: Text,
  owner: z.nullish(z.string()),
  period: z.nullish(Period),
  ...recordFields,
});
export type Call = Readonly<z.infer<typeof Call>>;

/** An answer to a call and what became of it. `organisation` is null where only its place or its project is known. */
export const Application = z.object({
  id: z.string(),
  call: z.string(),
  organisation: z.nullish(z.string()),
  title: z.nullish(Text),
  period: z.nullish(Period),
  territories: z._default(z.array(z.string()), []),
  result: openEnum(['selected', 'rejected', 'pending']),
  ...recordFields,
});
export type Application = Readonly<z.infer<typeof Application>>;
