import type { counterMore as fr } from './counter-more.fr.ts';
import type { Translation } from './messages.ts';

/** Breton texts. They wait for a speaker's review; what is missing falls back to French and says so. */
export const counterMore: Translation<typeof fr> = {
  counterNext: 'Emgav a zeu\u202f:',
  counterAt: 'da {hour}',
  counterOnline: 'enlinenn',
  counterFull: 'leun',
  counterUnderWay: 'war ober',
  counterPlaces: 'Darvoudoù dre zepartamant',
  counterPlace: 'Departamant',
};
