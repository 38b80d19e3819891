import type { charts as fr } from './charts.fr.ts';
import type { Translation } from './messages.ts';

/** Breton texts. They wait for a speaker's review; what is missing falls back to French and says so. */
export const charts: Translation<typeof fr> = {
  showChart: 'Diskouez ar grafik',
  breakdownTitle: 'Rannadur',
  breakdownBy: 'dre',
  breakdownCountAndShare: 'Niver ha lodenn eus an hollad ({total}), {at}',
  breakdownCount: 'Niver, {at}',
  breakdownPercent: 'E\u00a0%, {at}',
  breakdownPercentBoth: 'E\u00a0%, {at} ha {before}',
  periodsAt: '{at} ha {before}',
  multipleAnswers: 'Meur a respont\u202f: ne vez ket sammet an talvoudoù.',
  sharesNegative: 'Leiel eo un talvoud\u202f: lodenn ebet.',
  sharesRounded: 'Disheñvel eo an hollad diouzh 100\u202f%\u202f: rontaet eo bet.',
  groupDetail: 'munudoù en daolenn',
  columnValue: 'Talvoud',
  columnShare: 'Lodenn',
  columnChange: 'Emdroadur',
  columnTotal: 'Hollad',
  breakdownEmpty: 'Munud ebet er roadennoù-mañ',
  tableShown: 'Diskouezet eo an daolenn',
  chartShown: 'Diskouezet eo ar grafik',
};
