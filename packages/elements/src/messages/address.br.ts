import type { address as fr } from './address.fr.ts';
import type { Translation } from './messages.ts';

/** Breton texts about the page's address. They wait for a speaker’s review. */
export const address: Translation<typeof fr> = {
  addressTerritory:
    'Chomlec’h ar bajenn-mañ a c’houlenn an tiriad «\u202f{territory}\u202f», ha n’emañ ket er roadennoù-mañ. Diskouezet eo ar peurrest.',
};
