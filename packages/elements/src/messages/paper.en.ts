import type { Translation } from './messages.ts';
import type { paper as fr } from './paper.fr.ts';

/** English texts of a report on paper. */
export const paper: Translation<typeof fr> = {
  paperFoot: '{title} – {publisher} – data of {date}',
  paperData: 'Data of {date}',
  paperIncomplete: 'Incomplete copy: not everything had been loaded',
  paperPrinted: 'Printed on {date}',
  paperContents: 'Contents',
  paperSources: 'Sources of the figures:',
  paperLive: 'The living report',
  paperLiveWhy: 'Every figure opens its source there, and its data can be downloaded.',
  paperQr: 'QR code: {address}',
  paperPreparing: 'Preparing to print…',
  paperLeft: 'What is missing here is printed by “Print the report”.',
  paperLeftMap: 'This map was not on screen yet. “Print the report” prints it, and it can be seen at {address}.',
};
