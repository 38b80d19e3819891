/** French texts of what a page's author got wrong: loaded when something is. */
export const config = {
  configNoSource:
    'Ce widget n’a pas de source de données. Ajoutez l’attribut « src », ou « data-src » à la ligne du script.',
  configIndicator: 'L’indicateur « {id} » n’existe pas dans le catalogue.',
  configIndicatorNear:
    'L’indicateur «\u202f{id}\u202f» n’existe pas dans le catalogue. Les plus proches\u202f: {known}.',
  configNoIndicator: 'Ce widget attend l’attribut « indicator » (« data-ess-indicator » dans un bloc « data-ess »).',
  configDimension: '« {by} » ne découpe pas cet indicateur. Découpages possibles : {known}.',
  configPeriod: '« {period} » n’est pas une période. Exemples : 2024, 2024-H1, 2024-06, 2023-SY.',
  configPair:
    '«\u202f{word}\u202f» n’est pas un filtre\u202f: un filtre s’écrit clé=valeur, par exemple college=associations.',
  configWhere: '«\u202f{key}\u202f» ne filtre pas ce widget. Filtres possibles\u202f: {known}.',
  configLimit: '« {limit} » n’est pas un nombre d’événements.',
  configInternal:
    '«\u202f{name}\u202f» est à usage interne dans ces données\u202f: ajoutez l’attribut audience="internal" pour le montrer.',
  internalOnly: 'Ces données sont réservées à l’usage interne de l’organisation.',
  configNoDimension: 'L’indicateur «\u202f{id}\u202f» ne se découpe pas.',
  configTwice: '«\u202f{key}\u202f» est deux fois dans «\u202fwhere\u202f»\u202f: un filtre ne garde qu’une valeur.',
  configBeside:
    '«\u202f{beside}\u202f» ne peut pas être mis côte à côte\u202f: trois périodes ou identifiants de territoire au plus, séparés par des espaces.',
  configSeries: 'La série «\u202f{series}\u202f» n’existe pas dans ces données. Séries possibles\u202f: {known}.',
  configEdition: 'L’édition «\u202f{edition}\u202f» n’est pas dans ces données. Éditions possibles\u202f: {known}.',
  configEditionAlone: 'L’attribut «\u202fedition\u202f» demande l’attribut «\u202fseries\u202f».',
  configReport: 'Ces données n’ont pas de rapport.',
  configSection: 'La section «\u202f{section}\u202f» n’est pas dans ce rapport. Chapitres\u202f: {known}.',
  configCalendar: '« {calendar} » n’est pas l’adresse d’un agenda (http ou https).',
  configValue: '«\u202f{value}\u202f» n’est pas une valeur de «\u202f{name}\u202f». Valeurs possibles\u202f: {known}.',
  configAttribute: 'L’attribut «\u202f{name}\u202f» n’existe pas. Attributs possibles\u202f: {known}.',
  configAttributeNear: 'L’attribut «\u202f{name}\u202f» n’existe pas. Les plus proches\u202f: {known}.',
  configTerritory:
    '«\u202f{territory}\u202f» n’est pas un territoire de ces données. Territoires possibles\u202f: {known}.',
  configFields: '«\u202f{word}\u202f» ne se choisit pas. Champs possibles\u202f: territory, period, compare.',
  configKinds:
    '«\u202f{word}\u202f» n’est pas une sorte de territoire. Sortes possibles\u202f: region, departement, pole, pays, epci, commune.',
  configNoCollections:
    'Ce widget attend l’attribut «\u202fcollections\u202f» («\u202fdata-ess-collections\u202f» dans un bloc «\u202fdata-ess\u202f»). Collections possibles\u202f: {known}.',
  configTimeline:
    'La collection «\u202f{collection}\u202f» n’a pas de dates à montrer. Collections possibles\u202f: {known}.',
  configTable:
    'Ce widget attend l’attribut «\u202findicator\u202f» ou l’attribut «\u202fcollection\u202f» («\u202fdata-ess-indicator\u202f», «\u202fdata-ess-collection\u202f» dans un bloc «\u202fdata-ess\u202f»).',
  configCollection:
    'La collection «\u202f{collection}\u202f» ne se montre pas en tableau. Collections possibles\u202f: {known}.',
  configColumn: '«\u202f{column}\u202f» n’est pas une colonne de ces données. Colonnes possibles\u202f: {known}.',
} as const;
