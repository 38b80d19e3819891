import type { Translation } from './messages.ts';
import type { report as fr } from './report.fr.ts';

/** English texts of the report. */
export const report: Translation<typeof fr> = {
  reportTitle: 'Report',
  reportLead: '{publisher}. Data of {date}. Every figure underlined with dots opens its source.',
  reportUnread: 'The report could not be read',
  reportLeft: 'A part of this section cannot be shown. The rest of the report is here.',
  reportLeftWhy: 'For whoever keeps this report',
  reportContents: 'Contents',
  reportSkip: 'Skip to the text',
  reportSearch: 'Search',
  reportFound: { one: '{n} section found', other: '{n} sections found' },
  reportFoundNone: 'No section matches',
  reportPrint: 'Print the report',
  reportTold:
    'The sentences stay those of the whole report ({period}); tables, charts and maps follow the territory and the period chosen.',
  reportRest: 'This print is not complete: “Print the report” prints all of it.',
  reportData: 'All figures, CSV',
  reportNext: 'Next chapter:',
  reportFigure: '{value}, {label}: see the source',
  reportNoValue: '(no data)',
  reportInternal: '(for internal use)',
  reportOthers: { one: '{n} other published figure', other: '{n} other published figures' },
  reportOthersOf: 'Other published figures of section {section}',
  reportOthersLabel: 'What is counted',
  reportOthersValue: 'Value',
  reportOthersPeriod: 'Period',
  reportOthersPage: 'Page',
  reportPlanned: '(planned)',
  reportPrinted: 'printed “{printed}”',
  reportChecks: 'What the checks found',
  reportChecksNone: 'The checks found nothing here.',
  reportLink: 'Link to section {section}',
};
