/** French texts of every element and of the indicator that a still says too. */
export const baseWords = {
  dataOf: 'Données du {date}',
  source: 'Source :',
  page: 'p.\u00a0{page}',
  unknown: 'Pas de donnée',
  quality_computed: 'calculé',
  quality_check: 'à vérifier',
  issuesMore: {
    one: 'et {n} autre',
    other: 'et {n} autres',
  },
  comparedWith: 'par rapport {period}',
  inYear: 'en {period}',
  publisher: 'Données : {publisher}',
  quality_approx: 'approx.',
  quality_partial: 'partiel',
  printedAs: 'imprimé\u202f: {printed}',
  quality_published: 'publié',
  quality_recomputed: 'recalculé',
  quality_listed: 'liste',
} as const;
