import type { card as fr } from './card.fr.ts';
import type { Translation } from './messages.ts';

/** Breton texts of the source card. */
export const card: Translation<typeof fr> = {
  cardDefinition: 'Termenadur',
  cardFigure: 'Sifr embannet',
  cardComputed: 'Adjedadur',
  cardSource: 'Mammenn',
  cardPeriod: 'Prantad',
  cardUpdated: 'Roadennoù an',
  cardNotes: 'Da c’houzout',
};
