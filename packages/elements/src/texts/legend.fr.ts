/** French texts of a legend of very many chips. */
export const legend = {
  chipsMore: { one: 'Afficher l’autre filtre', other: 'Afficher les {n} autres' },
  chipsLess: 'Afficher moins',
  chipsFind: 'Chercher parmi les {n}',
  chipsNone: 'Aucun ne porte ce nom',
} as const;
