/** French texts of breakdowns and trends that a still says too. */
export const chartsWords = {
  breakdownBy: 'par',
  groupDetail: 'détail dans le tableau',
  dumbbellUnknown: 'non connu',
  trendTitle: 'Évolution',
  trendSeries: 'Série',
};
