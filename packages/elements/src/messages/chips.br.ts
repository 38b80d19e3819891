import type { chips as fr } from './chips.fr.ts';
import type { Translation } from './messages.ts';

/** Breton texts of a legend of very many chips. They wait for a speaker’s review; what is missing falls back to French. */
export const chips: Translation<typeof fr> = {
  chipsMore: { other: 'Diskouez an {n} all' },
  chipsLess: 'Diskouez nebeutoc’h',
};
