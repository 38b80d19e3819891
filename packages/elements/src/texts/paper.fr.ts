/** French texts of the report on paper. */
export const paper = {
  // The report on paper.
  paperFoot: '{title} – {publisher} – données du {date}',
  paperData: 'Données du {date}',
  paperIncomplete: 'Exemplaire incomplet\u202f: tout n’était pas encore chargé',
  paperPrinted: 'Imprimé le {date}',
  paperSources: 'Sources des chiffres\u202f:',
  paperLive: 'Le rapport vivant',
  paperLiveWhy: 'Chaque chiffre y ouvre sa source, et ses données s’y téléchargent.',
  paperQr: 'Code QR\u202f: {address}',
  paperPreparing: 'Préparation de l’impression…',
  paperLeft: 'Ce qui manque ici s’imprime avec le bouton «\u202fImprimer le rapport\u202f».',
  paperLeftMap:
    'Cette carte n’était pas encore à l’écran. Elle s’imprime avec le bouton «\u202fImprimer le rapport\u202f», et se voit sur {address}.',
};
