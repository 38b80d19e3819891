import type { author as fr } from './author.fr.ts';
import type { Translation } from './messages.ts';

/** Breton texts of the loader to a page's author. */
export const author: Translation<typeof fr> = {
  configWidget: 'N’eus ket eus ar widget «\u202f{name}\u202f». Widgetoù posupl\u202f: {known}.',
  configWidgetNear: 'N’eus ket eus ar widget «\u202f{name}\u202f». An tostañ\u202f: {known}.',
};
