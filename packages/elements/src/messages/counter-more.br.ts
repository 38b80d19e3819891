import type { counterMore as fr } from './counter-more.fr.ts';
import type { Translation } from './messages.ts';

/** Breton texts. They wait for a speaker's review; what is missing falls back to French and says so. */
export const counterMore: Translation<typeof fr> = {
  counterNext: 'Emgav a zeu\u202f:',
  counterAt: 'da {hour}',
  counterOnline: 'enlinenn',
  counterFull: 'leun',
  counterUnderWay: 'war ober',
  counterAnnounced: {
    one: 'darvoud kemennet',
    two: 'zarvoud kemennet',
    few: 'darvoud kemennet',
    many: 'a zarvoudoù kemennet',
    other: 'darvoud kemennet',
  },
  counterNoneHeld: 'hini ebet n’eo kontet c’hoazh evel dalc’het',
  counterPlaces: 'Darvoudoù dre zepartamant',
  counterPlace: 'Departamant',
};
