import { chartsWords } from '@ess-widgets/core/charts';

/** French texts of breakdowns and trends. */
export const charts = {
  ...chartsWords,
  // Breakdowns, and every chart.
  besideCountry: 'France, {region} comprise',
  besideCountryMale: 'France, {region} compris',
  showChart: 'Afficher le graphique',
  breakdownTitle: 'Répartition',
  periodsAt: '{at} et {before}',
  multipleAnswers: 'Réponses multiples\u202f: les valeurs ne s’additionnent pas.',
  sharesRounded: 'Total différent de 100\u202f%\u202f: arrondis.',
  sharesNegative: 'Une valeur est négative\u202f: pas de parts.',
  detailOther: 'Le détail compte {sum}, le total {total}.',
  groupNote: '«\u202fAutres\u202f» réunit {n} valeurs, toutes dans le tableau.',
  columnValue: 'Valeur',
  columnShare: 'Part',
  columnChange: 'Évolution',
  columnTotal: 'Total',
  breakdownEmpty: 'Aucun détail dans ces données',
  bridgeStep: 'Étape',
  dotsFilled: 'Nombre',
  dotsWhole: 'Sur',
  dotsPart: 'Part',
  tableShown: 'Tableau affiché',
  chartShown: 'Graphique affiché',

  // Trends.
  trendIn: 'En\u00a0{unit}, {at}. L’échelle part de zéro.',
  trendAt: '{at}. L’échelle part de zéro.',
  trendOf: 'En\u00a0{unit}',
  trendPoint: '{period}\u202f: {value}',
  trendSince: '{change} depuis {period}',
  trendOneYear: 'Une seule année connue\u202f: {period}.',
  trendOnePeriod: 'Une seule période connue\u202f: {period}.',
  trendLeft: {
    one: 'La plus petite série n’est pas tracée\u202f; elle est dans le tableau.',
    other: 'Les {n} plus petites séries ne sont pas tracées\u202f; elles sont dans le tableau.',
  },
  trendHollow: 'Un repère creux est une valeur approchée, partielle ou bornée.',
  trendGap: 'Une ligne interrompue est une valeur inconnue.',
  trendEmpty: 'Aucune valeur dans ces données',
};
