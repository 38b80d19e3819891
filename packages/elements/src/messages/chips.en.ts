import type { chips as fr } from './chips.fr.ts';
import type { Translation } from './messages.ts';

/** English texts of a legend of very many chips. */
export const chips: Translation<typeof fr> = {
  chipsMore: { one: 'Show the other one', other: 'Show the {n} others' },
  chipsLess: 'Show fewer',
  chipsFind: 'Search among the {n}',
  chipsNone: 'None has this name',
};
