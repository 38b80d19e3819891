import type { apart as fr } from './apart.fr.ts';
import type { Translation } from './messages.ts';

/** English texts of what a period leaves out of a map. */
export const apart: Translation<typeof fr> = {
  apartEvents: {
    one: '{count} event whose date is too vague or too long for this period',
    other: '{count} events whose date is too vague or too long for this period',
  },
  apartProjects: {
    one: '{count} project that may run beyond this period',
    other: '{count} projects that may run beyond this period',
  },
};
