/** French texts of the directory as a table. */
export const rows = {
  dirTableShown: 'Tableau affiché',
  dirMapShown: 'Carte affichée',
  dirListShown: 'Liste affichée',
  dirTableCaption: 'Contenu de la carte et de la liste',
  dirColName: 'Nom',
  dirColCategory: 'Collège ou type',
  dirColPlace: 'Lieu',
  dirColPrecision: 'Position',
  dirColDate: 'Date',
} as const;
