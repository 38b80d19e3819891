/** French texts of trends. */
export const trend = {
  trendTitle: 'Évolution',
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
  trendSeries: 'Série',
} as const;
