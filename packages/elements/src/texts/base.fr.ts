import { baseWords } from '@ess-widgets/core/charts';

/** French texts of every element and of the indicator. Keys say what a text is for. */
export const base = {
  ...baseWords,
  // Every element.
  loading: 'Chargement des données…',
  errorNoData: 'Données indisponibles',
  agendaOnlyMembers: { one: '{n} adhérent, aucun rendez-vous', other: '{n} adhérents, aucun rendez-vous' },
  errorStillOf: 'Données indisponibles\u202f: voici celles du {date}',
  staleExpected: 'mise à jour attendue le {expected}',
  cause_http: 'la source répond par une erreur ({status})',
  cause_wait: 'la source demande d’attendre {n}\u00a0min',
  cause_again: 'réessayez dans {n}\u00a0s',
  cause_network: 'la source ne répond pas',
  cause_cors: 'la source répond, mais ne laisse pas d’autres sites la lire',
  cause_timeout: 'la source met trop de temps à répondre',
  cause_syntax: 'le fichier reçu est illisible',
  cause_html: 'une page web a été reçue à la place des données',
  cause_schema: 'les données reçues n’ont pas la forme attendue',
  cause_format: 'ce format de données n’est pas pris en charge',
  cause_blocked: 'les données renvoient vers un autre site, {host}, que cette page n’autorise pas',
  cause_large: 'le fichier dépasse la taille permise ({limit}\u00a0Mo)',
  cause_config: 'ce widget est mal configuré\u202f: {given}',
  fault: 'Ce widget n’a pas pu afficher ses données.',
  retry: 'Réessayer',
  missed: 'Chargement impossible\u202f: réessayez ou rechargez la page.',
  keyFigure: 'Chiffre clé',
  download: 'Télécharger :',
  regionalOf: 'Chiffre régional ({region})',
  regionalAll: 'Chiffre de l’ensemble',
  figureSource: '{value}, {label}\u202f: voir la source',
  listedRemark: 'compté dans une liste',
  about: 'environ',
  qualityOf: 'Qualité et source : {badges}',

  // Elements larger than a tile: what they offer, and what was wrong with the data.
  showTable: 'Afficher le tableau',
  issues: {
    one: '{n} ligne de la source n’a pas pu être lue et n’est pas comptée.',
    other: '{n} lignes de la source n’ont pas pu être lues et ne sont pas comptées.',
  },
  remarks: {
    one: '{n} remarque sur les données',
    other: '{n} remarques sur les données',
  },

  // The indicator.
  latestKnown: 'Dernière valeur connue\u202f: {value}',
  knownOnlyBy: 'Connu seulement par\u202f: {dimensions}',
} as const;
