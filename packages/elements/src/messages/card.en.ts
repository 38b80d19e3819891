import type { card as fr } from './card.fr.ts';
import type { Translation } from './messages.ts';

/** English texts of the source card. */
export const card: Translation<typeof fr> = {
  cardDefinition: 'Definition',
  cardFigure: 'Published figure',
  cardComputed: 'Recomputed',
  cardDerived: 'Computed from published figures',
  cardListed: 'Counted on an incomplete list: at least',
  cardSource: 'Source',
  cardPeriod: 'Period',
  cardUpdated: 'Data of',
  cardAgrees: 'The computation gives the published figure.',
  cardDisagrees: 'The computation does not give the published figure.',
  cardNotes: 'Notes',
};
