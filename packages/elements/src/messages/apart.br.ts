import type { apart as fr } from './apart.fr.ts';
import type { Translation } from './messages.ts';

/** Breton texts of what a period leaves out of a map. They wait for a speaker's review; what is missing falls back to French. */
export const apart: Translation<typeof fr> = {
  apartEvents: {
    two: '{count} zarvoud a zo re amresis pe re hir o deiziad evit ar prantad-mañ',
    many: '{count} a zarvoudoù a zo re amresis pe re hir o deiziad evit ar prantad-mañ',
    other: '{count} darvoud a zo re amresis pe re hir o deiziad evit ar prantad-mañ',
  },
  apartProjects: {
    two: '{count} raktres a c’hall mont en tu-hont d’ar prantad-mañ',
    many: '{count} a raktresoù a c’hall mont en tu-hont d’ar prantad-mañ',
    other: '{count} raktres a c’hall mont en tu-hont d’ar prantad-mañ',
  },
};
