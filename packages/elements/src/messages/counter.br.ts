import type { counter as fr } from './counter.fr.ts';
import type { Translation } from './messages.ts';

/** Breton texts. They wait for a speaker's review; what is missing falls back to French and says so. */
export const counter: Translation<typeof fr> = {
  counterTitle: 'Darvoudoù',
  counterEvents: { one: 'darvoud', two: 'zarvoud', few: 'darvoud', many: 'a zarvoudoù', other: 'darvoud' },
  counterHeld: {
    one: 'darvoud dalc’het',
    two: 'zarvoud dalc’het',
    few: 'darvoud dalc’het',
    many: 'a zarvoudoù dalc’het',
    other: 'darvoud dalc’het',
  },
  counterNational: 'eus an hollad broadel',
  counterElsewhere: 'Rannvroioù all',
  counterOrganisers: { other: 'frammad aozer' },
  counterMembers: { other: 'ezel aozer' },
  counterTotal: 'Hollad broadel\u202f:',
  counterNoCompare: 'Sifr keñveriadus ebet ({period}).',
  counterByPlace: 'Dre zepartamant',
  counterNoneAhead: 'Deiziad ebet da zont (roadennoù an {date})',
  counterNoFigure: 'Sifr ebet evit an tiriad-mañ',
  counterWhole: 'Evit an hollad\u202f:',
  counterEmpty: 'Darvoud ebet kontet',
};
