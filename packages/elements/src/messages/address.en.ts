import type { address as fr } from './address.fr.ts';
import type { Translation } from './messages.ts';

/** English texts about the page's address. */
export const address: Translation<typeof fr> = {
  addressBad: {
    one: 'A part of this page’s address says nothing here: “{what}”. The rest is shown.',
    other: 'Parts of this page’s address say nothing here: “{what}”. The rest is shown.',
  },
  addressTerritory:
    'This page’s address asks for the territory “{territory}”, which is not in these data. The rest is shown.',
  addressGone: 'What the link asks for no longer exists here: “{what}”. The rest is shown.',
};
