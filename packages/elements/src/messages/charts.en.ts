import type { charts as fr } from './charts.fr.ts';
import type { Translation } from './messages.ts';

/** English texts. */
export const charts: Translation<typeof fr> = {
  showChart: 'Show chart',
  breakdownTitle: 'Breakdown',
  breakdownBy: 'by',
  breakdownCountAndShare: 'Number of {unit} and share of the {total}, {at}',
  breakdownCount: 'Number of {unit}, {at}',
  breakdownPercent: 'In %, {at}',
  breakdownPercentBoth: 'In %, {at} and {before}',
  periodsAt: '{at} and {before}',
  multipleAnswers: 'Multiple answers: the values do not add up.',
  sharesNegative: 'A value is negative: no shares.',
  sharesRounded: 'Total other than 100%: rounding.',
  detailOther: 'The parts make {sum}, the total is {total}.',
  groupDetail: 'details in the table',
  groupNote: '“Others” puts {n} values together, all of them in the table.',
  columnValue: 'Value',
  columnShare: 'Share',
  columnChange: 'Change',
  columnTotal: 'Total',
  breakdownEmpty: 'No breakdown in these data',
  tableShown: 'Table shown',
  chartShown: 'Chart shown',
};
