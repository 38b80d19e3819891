import { reportWords } from '@ess-widgets/core/charts';

/** French texts of the report. */
export const report = {
  ...reportWords,
  // The report.
  reportTitle: 'Rapport',
  reportLead: '{publisher}. Données du {date}. Chaque chiffre souligné de points ouvre sa source.',
  reportLeadQuiet:
    'Chiffres publiés par {publisher}, sauf mention. Touchez un chiffre pour sa source. Données du {date}.',
  reportUnread: 'Le rapport n’a pas pu être lu',
  reportLeft: 'Une partie de cette section ne peut pas être montrée. Le reste du rapport est là.',
  reportLeftWhy: 'Pour qui tient ce rapport',
  reportContents: 'Sommaire',
  reportSkip: 'Aller au texte',
  reportSearch: 'Chercher dans le rapport',
  reportFound: { one: '{n} section trouvée', other: '{n} sections trouvées' },
  reportFoundNone: 'Aucune section ne correspond',
  reportPrint: 'Imprimer le rapport',
  reportTold:
    'Les phrases restent celles du rapport entier ({period})\u202f; tableaux, graphiques et cartes suivent le territoire et la période choisis.',
  reportRest: 'Cette impression est incomplète\u202f: le bouton «\u202fImprimer le rapport\u202f» imprime tout.',
  reportData: 'Tous les chiffres, CSV',
  reportNext: 'Chapitre suivant\u202f:',
  reportFigures: { one: 'Tous les chiffres de {section} ({n})', other: 'Tous les chiffres de {section} ({n})' },
  reportBack: 'Retour à {section}',
  reportPrinted: 'imprimé «\u202f{printed}\u202f»',
  reportChecks: 'Ce que les contrôles ont trouvé',
  reportChecksNone: 'Les contrôles n’ont rien trouvé ici.',
  reportLink: 'Lien vers la section {section}',
  storyViews: 'Parties du rapport',
  storyDataTitle: 'Toutes les données',
  storyMessages: 'L’année en quelques messages',
  storyChapters: 'Chapitres',
  storyMore: 'Tout le détail de {section}',
};
