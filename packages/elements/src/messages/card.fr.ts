/** French texts of the source card: loaded when it is first opened. */
export const card = {
  cardDefinition: 'Définition',
  cardFigure: 'Chiffre publié',
  cardComputed: 'Recalcul',
  cardDerived: 'Calculé à partir de chiffres publiés',
  cardListed: 'Compté dans une liste incomplète : au moins',
  cardSource: 'Source',
  cardPeriod: 'Période',
  cardUpdated: 'Données du',
  cardAgrees: 'Le calcul retrouve le chiffre publié.',
  cardDisagrees: 'Le calcul ne retrouve pas le chiffre publié.',
  cardNotes: 'À savoir',
} as const;
