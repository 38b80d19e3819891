import type { charts as fr } from './charts.fr.ts';
import type { Translation } from './messages.ts';

/** Breton texts. They wait for a speaker's review; what is missing falls back to French and says so. */
export const charts: Translation<typeof fr> = {
  breakdownTitle: 'Rannadur',
  breakdownBy: 'dre',
  breakdownCountAndShare: 'Niver ha lodenn eus an hollad ({total}), {at}',
  breakdownCount: 'Niver, {at}',
  breakdownPercent: 'E\u00a0%, {at}',
  breakdownPercentBoth: 'E\u00a0%, {at} ha {before}',
  inYear: 'e {period}',
  multipleAnswers: 'Meur a respont\u202f: ne vez ket sammet an talvoudoù.',
  sharesRounded: 'Disheñvel eo an hollad diouzh 100\u202f%\u202f: rontaet eo bet.',
  groupDetail: 'munudoù en daolenn',
  columnValue: 'Talvoud',
  columnShare: 'Lodenn',
  columnChange: 'Emdroadur',
  columnTotal: 'Hollad',
  breakdownEmpty: 'Munud ebet er roadennoù-mañ',
  tableShown: 'Diskouezet eo an daolenn',
  chartShown: 'Diskouezet eo ar grafik',
  moreSources: { one: 'hag {n} all', other: 'ha {n} all' },
  counterTitle: 'Darvoudoù',
  counterEvents: { one: 'darvoud', two: 'zarvoud', few: 'darvoud', many: 'a zarvoudoù', other: 'darvoud' },
  counterHeld: {
    one: 'darvoud dalc’het',
    two: 'zarvoud dalc’het',
    few: 'darvoud dalc’het',
    many: 'a zarvoudoù dalc’het',
    other: 'darvoud dalc’het',
  },
  counterNational: 'eus an hollad broadel',
  counterElsewhere: 'Rannvroioù all',
  counterOrganisers: { other: 'frammad aozer' },
  counterMembers: { other: 'ezel aozer' },
  counterNext: 'Emgav a zeu\u202f:',
  counterEmpty: 'Darvoud ebet kontet',
};
