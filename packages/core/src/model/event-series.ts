import * as z from 'zod/mini';
import { recordFields } from './source-ref.ts';
import { Text } from './text-schema.ts';

/** Events that come back: the Mois de l'ESS, the regional conference. `firstEdition` is the year of the first one. */
export const EventSeries = z.object({
  id: z.string(),
  name: Text,
  firstEdition: z.nullish(z.number()),
  ...recordFields,
});
export type EventSeries = Readonly<z.infer<typeof EventSeries>>;
