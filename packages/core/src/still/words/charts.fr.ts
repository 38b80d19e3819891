/** French texts of breakdowns and trends that a still says too. */
export const chartsWords = {
  breakdownBy: 'par',
  trendTitle: 'Évolution',
  trendSeries: 'Série',
};
