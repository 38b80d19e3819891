import * as z from 'zod/mini';
import { openEnum } from './open-enum.ts';
import { Period } from './period-schema.ts';
import { recordFields } from './source-ref.ts';
import { Text } from './text-schema.ts';

/**
 * A mission of support: one organisation (individual) or several (collective). `lot` is a category id where the programme
 * is let in lots. An organisation may have several missions, so that missions and organisations are counted apart.
 */
export const SupportMission = z.object({
  id: z.string(),
  programme: z.string(),
  title: z.nullish(Text),
  mode: openEnum(['individual', 'collective']),
  organisations: z._default(z.array(z.string()), []),
  period: Period,
  status: openEnum(['held', 'ongoing', 'planned', 'cancelled']),
  lot: z.nullish(z.string()),
  territories: z._default(z.array(z.string()), []),
  ...recordFields,
});
export type SupportMission = Readonly<z.infer<typeof SupportMission>>;
