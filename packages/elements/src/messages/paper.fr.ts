/** French texts of a report on paper. */
export const paper = {
  paperFoot: '{title} – {publisher} – données du {date}',
  paperData: 'Données du {date}',
  paperPrinted: 'Imprimé le {date}',
  paperContents: 'Sommaire',
  paperSources: 'Sources des chiffres\u202f:',
  paperLive: 'Le rapport vivant',
  paperLiveWhy: 'Chaque chiffre y ouvre sa source, et ses données s’y téléchargent.',
  paperQr: 'Code QR\u202f: {address}',
  paperLeft: 'Ce qui manque ici s’imprime avec le bouton «\u202fImprimer le rapport\u202f».',
} as const;
