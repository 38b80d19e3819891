import type { counterMore as fr } from './counter-more.fr.ts';
import type { Translation } from './messages.ts';

/** English texts. */
export const counterMore: Translation<typeof fr> = {
  counterNext: 'Next:',
  counterAt: 'at {hour}',
  counterOnline: 'online',
  counterFull: 'full',
  counterUnderWay: 'under way',
  counterAnnounced: { one: 'event announced', other: 'events announced' },
  counterNoneHeld: 'none is counted as held yet',
  counterPlaces: 'Events by département',
  counterPlace: 'Département',
  counterPlaced: {
    one: 'Département known for {count} event of {all}.',
    other: 'Département known for {count} events of {all}.',
  },
};
