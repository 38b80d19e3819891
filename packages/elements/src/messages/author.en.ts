import type { author as fr } from './author.fr.ts';
import type { Translation } from './messages.ts';

/** English texts of the loader to a page's author. */
export const author: Translation<typeof fr> = {
  configWidget: 'There is no widget “{name}”. Known widgets: {known}.',
  configWidgetNear: 'There is no widget “{name}”. The nearest: {known}.',
};
