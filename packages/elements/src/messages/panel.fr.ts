/** What elements larger than a tile say besides: what they offer, and what was wrong with the data. */
export const panel = {
  showTable: 'Afficher le tableau',
  issues: {
    one: '{n} ligne de la source n’a pas pu être lue et n’est pas comptée.',
    other: '{n} lignes de la source n’ont pas pu être lues et ne sont pas comptées.',
  },
  remarks: {
    one: '{n} remarque sur les données',
    other: '{n} remarques sur les données',
  },
  inYear: 'en {period}',
} as const;
