import type { latest as fr } from './latest.fr.ts';
import type { Translation } from './messages.ts';

/** Breton text. It waits for a speaker's review. */
export const latest: Translation<typeof fr> = {
  latestKnown: 'Talvoud diwezhañ anavezet\u202f: {value}',
};
