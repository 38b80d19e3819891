import { chartsWords } from '@ess-widgets/core/charts';

/** French texts of breakdowns and trends. */
export const charts = {
  ...chartsWords,
  // Breakdowns, and every chart.
  breakdownTitle: 'Répartition',
  columnValue: 'Valeur',
  columnShare: 'Part',
  columnChange: 'Évolution',
  breakdownEmpty: 'Aucun détail dans ces données',
  dotsFilled: 'Nombre',
  dotsWhole: 'Sur',
  dotsPart: 'Part',
  tableShown: 'Tableau affiché',
  chartShown: 'Graphique affiché',

  // Trends.
  trendEmpty: 'Aucune valeur dans ces données',
};
