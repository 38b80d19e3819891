import type { directoryTable as fr } from './directory-table.fr.ts';
import type { Translation } from './messages.ts';

/** Breton texts of the directory as a table. They wait for a speaker’s review; what is missing falls back to French. */
export const directoryTable: Translation<typeof fr> = {
  dirTableShown: 'Diskouezet eo an daolenn',
  dirMapShown: 'Diskouezet eo ar gartenn',
  dirListShown: 'Diskouezet eo ar roll',
  dirColName: 'Anv',
  dirColPlace: 'Lec’h',
  dirColDate: 'Deiziad',
  dirStatusHeld: 'dalc’het',
};
