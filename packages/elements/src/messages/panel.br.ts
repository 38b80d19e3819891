import type { Translation } from './messages.ts';
import type { panel as fr } from './panel.fr.ts';

/** Breton texts. They wait for a speaker's review; what is missing falls back to French and says so. */
export const panel: Translation<typeof fr> = {
  showTable: 'Diskouez an daolenn',
  inYear: 'e {period}',
};
