/** French descriptions of the attributes of each element, for the guides; the English ones are in the contract. */

import { type ChartOf, charts } from '@ess-widgets/core/charts';

/** Returns the description of the attribute that names a chart. */
const chartOf = (block: ChartOf, what: string, more: string): string => {
  const said = Object.entries(charts)
    .filter(([, { of }]) => of.includes(block))
    .map(([name, { words }]) => `\`${name}\`, ${words.fr.of[block]}`);
  return `${what}\u202f: ${said.join('\u202f; ')}. ${more}`;
};

/** By attribute, where all elements that have it mean the same by it. */
const SHARED: Readonly<Record<string, string>> = {
  heading: 'Le titre ; sans lui, un titre tiré des données.',
  'heading-level': 'Le niveau du titre ; avec `none`, c’est un simple paragraphe.',
  theme: 'Les couleurs ; `auto` suit le réglage du visiteur.',
  look: 'L’apparence : `rivage`, `sobre` sans ornement, `dsfr` proche du système de design de l’État.',
  view: 'La vue montrée d’abord.',
  basemap: 'L’adresse du fond de carte, ou `none` ; sans lui, celui du jeu de données.',
};

const OWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ess-breakdown': {
    indicator: 'L’identifiant de l’indicateur : `members-stock`.',
    figures:
      'Deux à quatre chiffres d’une même unité, en barres sur une échelle, à la place des parts d’un indicateur, séparés par des points-virgules : `tee-sensitised; population-share territory=region-53`.',
    by: 'Ce selon quoi le chiffre se partage : `college`. Sans lui, la première façon qu’a l’indicateur.',
    chart: chartOf('breakdown', 'Le graphique', '`auto` prend le premier qui convient.'),
    subject: 'Les mots qui disent ce qui est montré, à la place de ceux de l’indicateur.',
    beside:
      'Les périodes ou les territoires montrés à côté, trois au plus, séparés par des espaces : `2023 2022`, `departement-29`. Sans lui, la période de comparaison.',
  },
  'ess-event-agenda': {
    series: 'L’identifiant d’une série d’événements : `mois-de-l-ess`. Sans lui, tous.',
    edition: 'L’édition de la série : son numéro, `17`, ou l’année où elle a commencé, `2024`. Sans lui, toutes.',
    limit: 'Le nombre de lignes montrées d’abord.',
    calendar: 'L’adresse du calendrier (`.ics`) auquel s’abonner ; sans lui, celle du jeu de données.',
  },
  'ess-event-counter': {
    series: 'L’identifiant d’une série d’événements : `mois-de-l-ess`. Sans lui, tous les événements.',
    edition: 'L’édition de la série : son numéro, `17`, ou l’année où elle a commencé, `2024`. Sans lui, la dernière.',
  },
  'ess-indicator': {
    indicator: 'L’identifiant de l’indicateur : `members-stock`.',
    sign: 'Le signe d’une valeur qui arrive ou qui part : `+9` avec `plus`, `−6` avec `minus`.',
  },
  'ess-member-list': { view: 'La vue montrée d’abord ; le visiteur peut en changer.' },
  'ess-member-map': {
    layers:
      'Ce qui est montré, séparé par des espaces : `members`, `events`, `projects`, `programmes` (là où ils agissent).',
    boundaries: 'L’adresse de contours de territoires, TopoJSON ou GeoJSON : `ess-geo boundaries` en fait.',
    indicator: 'L’indicateur dont les valeurs sont sur la carte, pour chaque territoire du type que dit `by`.',
    by: 'Le type de territoire de ces valeurs ; le fond a les départements, `boundaries` les autres.',
    tiles: 'Le plan de rue sous les repères : `none`, `ign`, `osm` ou une adresse avec `{x}`, `{y}` et `{z}`.',
    'tiles-consent': 'L’accord pour le plan de rue : `click` attend le visiteur, `granted` dit que la page l’a déjà.',
    view: 'La vue montrée d’abord ; carte et liste sont côte à côte s’il y a la place.',
  },
  'ess-provider': {
    src: 'L’adresse des données des widgets du groupe.',
    source: 'Les noms de sources déclarées, pour les éléments du groupe, séparés par des espaces.',
    sources:
      'Les sources que les éléments du groupe peuvent nommer : une par ligne, `nom = adresse`, ou l’adresse d’un fichier `ess-sources/1`. Un bloc `data-ess` ne peut pas le changer.',
    reference:
      'L’adresse du manifeste dont les communes, les territoires, le fond de carte et les chiffres publiés vont avec un tableur ou un agenda dans `src`. Un bloc `data-ess` ne peut pas le changer.',
    format: 'Le format de chaque `src`, dans l’ordre.',
    period: 'La période montrée dans le groupe.',
    compare: 'La période de comparaison : `previous`, `none` ou une période.',
    territory: 'Le territoire montré dans le groupe.',
    where: 'Des filtres : `college=associations`.',
    refresh: 'L’intervalle entre deux lectures : `30s`, `5m`, `1h` ou `off`.',
    'max-age': 'La durée pendant laquelle une copie suffit : `5m` ; sans lui, le serveur le dit.',
    basemap: 'Le fond des cartes du groupe.',
    hosts:
      'Les autres hôtes dont les données peuvent nommer des fichiers, séparés par des espaces : `cdn.exemple.fr`. Sans lui, aucun. Un bloc `data-ess` ne peut pas le changer.',
    'max-bytes':
      'Les octets lus d’un fichier, 100 000 000 au plus ; 10 000 000 d’un CSV sans lui. Un bloc `data-ess` ne peut pas le changer.',
    audience:
      'Qui regarde : `internal` montre aussi ce que les données gardent pour l’organisation. Cela cache, cela ne protège pas.',
    evidence:
      'Comment un chiffre dit d’où il vient : `quiet`, le nombre ouvre sa source ; `full`, des pastilles à côté.',
    'url-state':
      'Le préfixe des paramètres qui gardent les choix du visiteur dans l’adresse de la page : `ess` donne `ess-territory`. Sans l’attribut, l’adresse ne change pas.',
  },
  'ess-report': {
    view: 'La vue : `overview`, l’année en une minute ; `chapter`, celui que dit `section` ; `data`, chaque chiffre et chaque fiche ; `whole`, tout sur une page. Sans lui, celle que nomme l’adresse (`#donnees`, `#III.8`), sinon la première ; sans récit, le tout.',
    section: 'La section ou le chapitre à montrer seul : `I.1.a`, `I`. Sans lui, tout le rapport.',
    findings: 'Ce que trouvent les contrôles : `author` le montre à qui tient le rapport.',
    'url-state':
      'Le préfixe des paramètres qui gardent période, territoire et mots cherchés dans l’adresse de la page : `ess` donne `ess-q`. Sans l’attribut, l’adresse ne change pas.',
  },
  'ess-table': {
    indicator: 'Les identifiants d’indicateurs, séparés par des espaces : `members-stock members-joined`.',
    by: 'Ce selon quoi le chiffre se partage : `college`. Sans lui, la première façon d’un indicateur seul.',
    collection: 'La collection dont les fiches sont les lignes : `publications`, `events`…',
    columns: 'Les champs qui sont les colonnes, séparés par des espaces : `date title theme`.',
    sort: 'La colonne qui ordonne les lignes d’abord ; `-` devant pour le plus grand ou le plus récent : `-date`.',
    chart: chartOf(
      'table',
      'La forme',
      '`auto` prend le classement à partir de huit lignes, dont une de plusieurs valeurs.',
    ),
  },
  'ess-territory-picker': {
    fields: 'Ce qui se choisit, dans cet ordre : `territory`, `period`, `compare`.',
    kinds:
      'Les sortes de territoires, dans cet ordre ; `pays commune` si les données n’ont aucune des sortes habituelles.',
  },
  'ess-territory-sheet': {
    sections:
      'Les parties de la fiche, séparées par des espaces : `members`, `events`, `projects`, `support`, `figures`.',
  },
  'ess-timeline': {
    collections:
      'Les collections d’où viennent les dates, séparées par des espaces : `meetings votes events memberships`.',
    series: 'L’identifiant d’une série : ne garde que ses événements.',
    chart: chartOf('timeline', 'La forme', '`auto` prend la seconde à partir de six dates d’une même année.'),
  },
  'ess-trend': {
    indicator: 'Les identifiants d’indicateurs, séparés par des espaces : `members-joined members-left`.',
    by: 'Ce dont chaque valeur est une ligne : `channel`. Sans lui, ce selon quoi se partage un indicateur seul qui n’a pas de total.',
  },
};

/** Returns the French description of an attribute; undefined where it has none. */
export const attributeInFrench = (tag: string, name: string): string | undefined => OWN[tag]?.[name] ?? SHARED[name];
