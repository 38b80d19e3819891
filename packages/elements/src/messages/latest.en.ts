import type { latest as fr } from './latest.fr.ts';
import type { Translation } from './messages.ts';

/** English text. */
export const latest: Translation<typeof fr> = {
  latestKnown: 'Latest known value: {value}',
};
