import type { Translation } from './messages.ts';
import type { panel as fr } from './panel.fr.ts';

/** English texts. */
export const panel: Translation<typeof fr> = {
  showTable: 'Show table',
  issues: {
    one: '{n} line of the source could not be read and is not counted.',
    other: '{n} lines of the source could not be read and are not counted.',
  },
  remarks: { one: '{n} remark on the data', other: '{n} remarks on the data' },
  inYear: 'in {period}',
};
