import * as z from 'zod/mini';
import { openEnum } from './open-enum.ts';
import { Period } from './period-schema.ts';
import { Position } from './position.ts';
import { recordFields } from './source-ref.ts';
import { Text } from './text-schema.ts';

/** A project of a programme, for instance a school project of one school year in one commune. */
export const Project = z.object({
  id: z.string(),
  programme: z.string(),
  title: z.nullish(Text),
  period: Period,
  status: openEnum(['held', 'planned', 'cancelled']),
  establishment: z.nullish(z.string()),
  territories: z._default(z.array(z.string()), []),
  position: z.nullish(Position),
  place: z.nullish(z.string()),
  ...recordFields,
});
export type Project = Readonly<z.infer<typeof Project>>;
