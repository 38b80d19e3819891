/**
 * Every attribute of every element, as data. `npm run sync` generates from it all that names an attribute or one of its
 * values: types, manifest, editor data, the checks at run time and the list of what a block may set. No page loads this file.
 */

import { type ChartOf, charts, viewsOf } from '@ess-widgets/core/charts';
import { DIRECTORY_LAYERS, LANGUAGES, SHEET_SECTIONS, TERRITORY_KINDS } from '@ess-widgets/core/model';
import type { Matter } from '@ess-widgets/core/reading';

/** Form of the value of an attribute; `list` is words separated by spaces, `duration` is `30s`, `5m`, `1h` or `off`. */
export type AttributeType = 'string' | 'number' | 'choice' | 'list' | 'duration' | 'language';

/**
 * Place where a wrong value is told: `widget` in the element and on the console, `console` there alone, since the visitor
 * reads the right thing without it. Without either, any text is right, or code of the element itself tells.
 */
export type WarningPlace = 'widget' | 'console';

/** Description of one attribute. */
export interface Attribute {
  readonly type: AttributeType;
  /** Words that it may hold. */
  readonly values?: readonly string[];
  /** Whether other texts are right too: an address beside the names of known ones. */
  readonly isOpen?: true;
  /** Whether its element shows nothing without it. */
  readonly isRequired?: true;
  /** Value that it has without being set; absent where that depends on the data. */
  readonly default?: string;
  readonly since: '0.1.0' | '0.2.0';
  /** What it decides, in English, for who writes it in HTML; words of the contract stand between backticks. */
  readonly description: string;
  /** The same in French. */
  readonly fr: string;
  readonly check?: WarningPlace;
  /** Whether an element takes it from its provider where it has none. */
  readonly isInherited?: true;
  /** What it decides, by which core's table says who may set it; `view` where absent. */
  readonly matter?: Matter;
}

/** Attributes by name. */
export type AttributeRows = Readonly<Record<string, Attribute>>;

/** Custom states of every element but the provider, matched by `:state(…)`. */
export const elementStates = {
  loading: 'Nothing can be shown yet.',
  empty: 'The data hold nothing to show.',
  error: 'The source failed, or an attribute names something that does not exist.',
  stale: 'The data shown are older than their publisher promises, or could not be refreshed.',
  ready: 'Current data are shown.',
} as const;

/** State of an element. */
export type ElementState = keyof typeof elementStates;

const theme: Attribute = {
  type: 'choice',
  values: ['light', 'dark', 'auto'],
  default: 'light',
  since: '0.1.0',
  description: 'Colours: `auto` follows the visitor’s system.',
  fr: 'Les couleurs ; `auto` suit le réglage du visiteur.',
  check: 'console',
};
const look: Attribute = {
  type: 'choice',
  values: ['rivage', 'sobre', 'dsfr'],
  default: 'rivage',
  since: '0.2.0',
  description: 'Look: `rivage`, `sobre` without ornament, `dsfr` close to the State design system.',
  fr: 'L’apparence : `rivage`, `sobre` sans ornement, `dsfr` proche du système de design de l’État.',
  check: 'console',
};
const refresh: Attribute = {
  type: 'duration',
  default: 'off',
  since: '0.1.0',
  description: 'Interval between refreshes: `30s`, `5m`, `1h` or `off`.',
  fr: 'L’intervalle entre deux lectures : `30s`, `5m`, `1h` ou `off`.',
  check: 'console',
};
const maxAge: Attribute = {
  type: 'duration',
  since: '0.1.0',
  description: 'Time for which a cached answer is fresh: `5m`; by default the HTTP headers say it.',
  fr: 'La durée pendant laquelle une copie suffit : `5m` ; sans lui, le serveur le dit.',
  check: 'console',
};
const upgrade: Attribute = {
  type: 'choice',
  values: ['now', 'visible', 'tap'],
  since: '0.2.0',
  description:
    'Moment at which a widget that holds a still loads its code: `now`; `visible`, within a screen of the window once a visitor does something; `tap`, once it is used. By default `now`; where the still looks like its widget `tap`, or `visible` if it leaves rows out.',
  fr: 'Le moment où un widget qui a une image fixe charge son code : `now`, tout de suite ; `visible`, à moins d’un écran, dès que le visiteur fait quelque chose ; `tap`, quand on s’en sert. Sans lui, `now` ; si l’image ressemble au widget, `tap`, ou `visible` si elle laisse des lignes.',
  check: 'console',
};
const compare: Attribute = {
  type: 'string',
  default: 'previous',
  since: '0.1.0',
  description: 'Period compared with: `previous`, `none` or a period.',
  fr: 'La période de comparaison : `previous`, `none` ou une période.',
  check: 'widget',
};
const where: Attribute = {
  type: 'string',
  since: '0.1.0',
  description: 'Pairs to keep: `college=associations`.',
  fr: 'Des filtres : `college=associations`.',
  check: 'widget',
};
const audience: Attribute = {
  type: 'choice',
  values: ['public', 'internal'],
  default: 'public',
  since: '0.2.0',
  description:
    'Readers: `internal` shows also what the data keep for the organisation itself. It hides, it does not protect.',
  fr: 'Qui regarde : `internal` montre aussi ce que les données gardent pour l’organisation. Cela cache, cela ne protège pas.',
  check: 'console',
  matter: 'audience',
};
const tiles: Attribute = {
  type: 'choice',
  values: ['none', 'ign', 'osmfr', 'osm'],
  isOpen: true,
  default: 'none',
  since: '0.2.0',
  description:
    'Street map under the markers: `none`, `ign` (Plan IGN), `osmfr` (OpenStreetMap France), `osm` or an address with `{x}`, `{y}` and `{z}`.',
  fr: 'Le plan de rue sous les repères : `none`, `ign` (Plan IGN), `osmfr` (OpenStreetMap France), `osm` ou une adresse avec `{x}`, `{y}` et `{z}`.',
  matter: 'tiles',
};
const tilesConsent: Attribute = {
  type: 'choice',
  values: ['click', 'granted'],
  default: 'click',
  since: '0.2.0',
  description: 'Consent to the street map: with `click` it waits for the visitor, with `granted` the page has it.',
  fr: 'L’accord pour le plan de rue : `click` attend le visiteur, `granted` dit que la page l’a déjà.',
  check: 'console',
  matter: 'consent',
};
const evidence: Attribute = {
  type: 'choice',
  values: ['quiet', 'full'],
  default: 'quiet',
  since: '0.2.0',
  description:
    'Way in which figures show where they come from: `quiet` makes the number a button that opens its source, `full` puts badges beside it.',
  fr: 'Comment un chiffre dit d’où il vient : `quiet`, le nombre ouvre sa source ; `full`, des pastilles à côté.',
  check: 'console',
};

/** Returns the attribute that names a chart. @param more what follows the names and what each chart shows */
const chartOf = (
  block: ChartOf,
  more: string,
  fr: { readonly what: string; readonly more: string },
  initial?: string,
): Attribute => {
  const own = Object.entries(charts).filter(([, { of }]) => of.includes(block));
  const said = (lang: 'fr' | 'en'): readonly string[] =>
    own.map(([name, { words }]) => [`\`${name}\``, words[lang].of[block]].filter(Boolean).join(', '));
  return {
    type: 'choice',
    values: ['auto', ...own.map(([name]) => name)],
    ...(initial ? { default: initial } : {}),
    since: '0.2.0',
    description: `Chart: ${said('en').join('; ')}. ${more}`,
    fr: `${fr.what}\u202f: ${said('fr').join('\u202f; ')}. ${fr.more}`,
    check: 'widget',
  };
};

/** Attribute of HTML that every element understands; it is no property of ours. */
export const lang: Attribute = {
  type: 'language',
  values: LANGUAGES,
  since: '0.1.0',
  description: 'Language of the texts; by default that of the page around it.',
  fr: 'La langue des textes ; sans lui, celle de la page autour.',
  check: 'console',
};

/** Attributes of every element but the provider. */
export const commonAttributes: AttributeRows = {
  src: {
    type: 'string',
    since: '0.1.0',
    description:
      'Address of the data: a manifest, a file, a spreadsheet. Several, separated by spaces, are merged in order.',
    fr: 'L’adresse des données : un manifeste, un fichier, un tableur. Plusieurs, séparées par des espaces, sont réunies dans l’ordre.',
    matter: 'source',
    isInherited: true,
  },
  source: {
    type: 'string',
    since: '0.2.0',
    description: 'Names of sources that the page declares, separated by spaces: `adherents`. Several are joined.',
    fr: 'Les noms de sources que la page déclare, séparés par des espaces : `adherents`. Plusieurs sont réunies.',
    isInherited: true,
  },
  format: {
    type: 'string',
    since: '0.1.0',
    description: 'Format of each `src`, by position; recognised from the address and the content where left out.',
    fr: 'Le format de chaque `src`, dans l’ordre ; reconnu à l’adresse et au contenu s’il manque.',
    isInherited: true,
  },
  period: {
    type: 'string',
    since: '0.1.0',
    description: 'Period shown: `2024`, `2024-06`, `2023-SY`… The latest complete one by default.',
    fr: 'La période montrée : `2024`, `2024-06`, `2023-SY`… Sans lui, la dernière qui est complète.',
    isInherited: true,
  },
  compare: { ...compare, isInherited: true },
  territory: {
    type: 'string',
    since: '0.1.0',
    description: 'Territory shown: `departement-29`, `epci-242900314`…',
    fr: 'Le territoire montré : `departement-29`, `epci-242900314`…',
    check: 'widget',
    isInherited: true,
  },
  where: { ...where, isInherited: true },
  theme: { ...theme, isInherited: true },
  look: { ...look, isInherited: true },
  heading: {
    type: 'string',
    since: '0.1.0',
    description: 'Title; computed from the data by default.',
    fr: 'Le titre ; sans lui, un titre tiré des données.',
  },
  'heading-level': {
    type: 'choice',
    values: ['2', '3', '4', '5', '6', 'none'],
    default: '3',
    since: '0.1.0',
    description: 'Level of the title; `none` makes it a plain paragraph.',
    fr: 'Le niveau du titre ; avec `none`, c’est un simple paragraphe.',
    check: 'console',
  },
  audience: { ...audience, isInherited: true },
  evidence: { ...evidence, isInherited: true },
  refresh: { ...refresh, isInherited: true },
  'max-age': { ...maxAge, isInherited: true },
  upgrade,
};

/** Attributes of the provider, and those that the others have besides the common ones. */
export const ownAttributes: Readonly<Record<string, AttributeRows>> = {
  'ess-breakdown': {
    indicator: {
      type: 'string',
      since: '0.1.0',
      description: 'Id of the indicator: `members-stock`.',
      fr: 'L’identifiant de l’indicateur : `members-stock`.',
    },
    figures: {
      type: 'string',
      since: '0.2.0',
      description:
        'Two to four figures of one unit, drawn as bars on one scale in place of the parts of an indicator, separated by semicolons: `tee-sensitised; population-share territory=region-53`.',
      fr: 'Deux à quatre chiffres d’une même unité, en barres sur une échelle, à la place des parts d’un indicateur, séparés par des points-virgules : `tee-sensitised; population-share territory=region-53`.',
    },
    by: {
      type: 'string',
      since: '0.1.0',
      description: 'Dimension to split by: `college`. The indicator’s first by default.',
      fr: 'Ce selon quoi le chiffre se partage : `college`. Sans lui, la première façon qu’a l’indicateur.',
    },
    chart: chartOf(
      'breakdown',
      '`auto` takes the first that suits the data, and so does a chart that does not suit them. Without it, the parts: one bar of two or three, else a stack, else bars.',
      { what: 'Le graphique', more: '`auto` prend le premier qui convient.' },
    ),
    subject: {
      type: 'string',
      since: '0.2.0',
      description:
        'Words for what is shown, in place of the indicator’s: the title where nothing stands out, else the beginning of the subtitle. `heading` is the title in any case.',
      fr: 'Les mots qui disent ce qui est montré, à la place de ceux de l’indicateur.',
    },
    beside: {
      type: 'string',
      since: '0.2.0',
      description:
        'Periods or ids of territories that stand beside each bar in groups, or each group of dots, three at most, separated by spaces (`2023 2022`, `departement-29`). The period compared with by default.',
      fr: 'Les périodes ou les territoires montrés à côté, trois au plus, séparés par des espaces : `2023 2022`, `departement-29`. Sans lui, la période de comparaison.',
    },
    view: {
      type: 'choice',
      values: viewsOf('breakdown'),
      default: 'chart',
      since: '0.1.0',
      description: 'View shown first.',
      fr: 'La vue montrée d’abord.',
      check: 'widget',
    },
  },
  'ess-data-check': {
    heading: {
      type: 'string',
      since: '0.2.0',
      description: 'Title; “Check a file” by default.',
      fr: 'Le titre ; sans lui, un titre tiré des données.',
    },
    'heading-level': {
      type: 'choice',
      values: ['2', '3', '4', '5', '6', 'none'],
      default: '3',
      since: '0.2.0',
      description: 'Level of the title; `none` makes it a plain paragraph.',
      fr: 'Le niveau du titre ; avec `none`, c’est un simple paragraphe.',
      check: 'console',
    },
    theme: { ...theme, since: '0.2.0', isInherited: true },
    look: { ...look, isInherited: true },
  },
  'ess-event-agenda': {
    series: {
      type: 'string',
      since: '0.1.0',
      description: 'Id of a series of events: `mois-de-l-ess`. All by default.',
      fr: 'L’identifiant d’une série d’événements : `mois-de-l-ess`. Sans lui, tous.',
    },
    edition: {
      type: 'string',
      since: '0.1.0',
      description: 'Edition of the series: its number, `17`, or a year, `2024`, for what began in it. All by default.',
      fr: 'L’édition de la série : son numéro, `17`, ou l’année où elle a commencé, `2024`. Sans lui, toutes.',
    },
    limit: {
      type: 'number',
      default: '50',
      since: '0.1.0',
      description: 'Lines shown at first.',
      fr: 'Le nombre de lignes montrées d’abord.',
    },
    view: {
      type: 'choice',
      values: viewsOf('event-agenda'),
      default: 'list',
      since: '0.2.0',
      description: 'View shown first.',
      fr: 'La vue montrée d’abord.',
      check: 'widget',
    },
    calendar: {
      type: 'string',
      since: '0.2.0',
      description: 'Address of the events as a calendar (`.ics`) to subscribe to; the data set’s by default.',
      fr: 'L’adresse du calendrier (`.ics`) auquel s’abonner ; sans lui, celle du jeu de données.',
      matter: 'source',
    },
  },
  'ess-event-counter': {
    series: {
      type: 'string',
      since: '0.1.0',
      description: 'Id of a series of events: `mois-de-l-ess`. All events of the data set by default.',
      fr: 'L’identifiant d’une série d’événements : `mois-de-l-ess`. Sans lui, tous les événements.',
    },
    edition: {
      type: 'string',
      since: '0.1.0',
      description:
        'Edition of the series: its number (`17`) or the year that it began in (`2024`). The latest by default.',
      fr: 'L’édition de la série : son numéro, `17`, ou l’année où elle a commencé, `2024`. Sans lui, la dernière.',
    },
  },
  'ess-indicator': {
    indicator: {
      type: 'string',
      isRequired: true,
      since: '0.1.0',
      description: 'Id of the indicator: `members-stock`.',
      fr: 'L’identifiant de l’indicateur : `members-stock`.',
    },
    sign: {
      type: 'choice',
      values: ['plus', 'minus'],
      since: '0.1.0',
      description: 'Sign of a positive value, for flows: `+9` with `plus`, or `−6` for losses with `minus`.',
      fr: 'Le signe d’une valeur qui arrive ou qui part : `+9` avec `plus`, `−6` avec `minus`.',
      check: 'console',
    },
    'heading-level': {
      type: 'choice',
      values: ['2', '3', '4', '5', '6', 'none'],
      default: 'none',
      since: '0.1.0',
      description: 'Level of the title; `none` makes it a plain paragraph.',
      fr: 'Le niveau du titre ; avec `none`, c’est un simple paragraphe.',
      check: 'console',
    },
  },
  'ess-member-list': {
    view: {
      type: 'choice',
      values: viewsOf('member-list'),
      default: 'list',
      since: '0.1.0',
      description: 'View shown first. The visitor may change it.',
      fr: 'La vue montrée d’abord ; le visiteur peut en changer.',
      check: 'widget',
    },
  },
  'ess-member-map': {
    layers: {
      type: 'list',
      values: DIRECTORY_LAYERS,
      default: 'members',
      since: '0.1.0',
      description: 'Layers shown, separated by spaces: `members`, `events`, `projects`, `programmes` (where they act).',
      fr: 'Ce qui est montré, séparé par des espaces : `members`, `events`, `projects`, `programmes` (là où ils agissent).',
      check: 'widget',
    },
    basemap: {
      type: 'string',
      since: '0.1.0',
      description: 'Address of the ground, or `none`; the data set’s own by default.',
      fr: 'L’adresse du fond de carte, ou `none` ; sans lui, celui du jeu de données.',
      matter: 'source',
      isInherited: true,
    },
    boundaries: {
      type: 'string',
      since: '0.2.0',
      description: 'Address of outlines of territories, TopoJSON or GeoJSON: `ess-geo boundaries` makes one.',
      fr: 'L’adresse de contours de territoires, TopoJSON ou GeoJSON : `ess-geo boundaries` en fait.',
      matter: 'source',
    },
    indicator: {
      type: 'string',
      since: '0.2.0',
      description: 'Indicator whose values are shown on the map, for each territory of the kind that `by` names.',
      fr: 'L’indicateur dont les valeurs sont sur la carte, pour chaque territoire du type que dit `by`.',
    },
    by: {
      type: 'choice',
      values: ['departement', 'epci', 'commune', 'region'],
      default: 'departement',
      since: '0.2.0',
      description: 'Kind of territory of these values; the ground has départements, `boundaries` the others.',
      fr: 'Le type de territoire de ces valeurs ; le fond a les départements, `boundaries` les autres.',
    },
    tiles,
    'tiles-consent': tilesConsent,
    view: {
      type: 'choice',
      values: viewsOf('member-map'),
      default: 'map',
      since: '0.1.0',
      description: 'View shown first; map and list stand side by side where there is room for both.',
      fr: 'La vue montrée d’abord ; carte et liste sont côte à côte s’il y a la place.',
      check: 'widget',
    },
  },
  'ess-provider': {
    src: {
      type: 'string',
      since: '0.1.0',
      description: 'Address of the data for the elements inside.',
      fr: 'L’adresse des données des widgets du groupe.',
      matter: 'source',
    },
    reference: {
      type: 'string',
      since: '0.2.0',
      description:
        'Address of the manifest whose communes, territories, basemap and published figures go with a list or a calendar in `src`.',
      fr: 'L’adresse du manifeste dont les communes, les territoires, le fond de carte et les chiffres publiés vont avec un tableur ou un agenda dans `src`.',
      matter: 'reference',
    },
    source: {
      type: 'string',
      since: '0.2.0',
      description: 'Names of declared sources for the elements inside, separated by spaces.',
      fr: 'Les noms de sources déclarées, pour les éléments du groupe, séparés par des espaces.',
    },
    sources: {
      type: 'string',
      since: '0.2.0',
      description:
        'Sources that the elements inside may name: a line each, `name = address`, or the address of a file `ess-sources/1`.',
      fr: 'Les sources que les éléments du groupe peuvent nommer : une par ligne, `nom = adresse`, ou l’adresse d’un fichier `ess-sources/1`.',
      matter: 'sources',
    },
    format: {
      type: 'string',
      since: '0.1.0',
      description: 'Format of each `src`, by position.',
      fr: 'Le format de chaque `src`, dans l’ordre.',
    },
    period: {
      type: 'string',
      since: '0.1.0',
      description: 'Period shown inside.',
      fr: 'La période montrée dans le groupe.',
    },
    compare,
    territory: {
      type: 'string',
      since: '0.1.0',
      description: 'Territory shown inside.',
      fr: 'Le territoire montré dans le groupe.',
    },
    where,
    theme,
    look,
    refresh,
    'max-age': maxAge,
    basemap: {
      type: 'string',
      since: '0.1.0',
      description: 'Basemap of the maps inside.',
      fr: 'Le fond des cartes du groupe.',
      matter: 'source',
    },
    tiles,
    'tiles-consent': tilesConsent,
    hosts: {
      type: 'string',
      since: '0.2.0',
      description:
        'Other hosts that the data inside may name files of, separated by spaces: `cdn.example.org`. None but their own by default.',
      fr: 'Les autres hôtes dont les données peuvent nommer des fichiers, séparés par des espaces : `cdn.exemple.fr`. Sans lui, aucun.',
      matter: 'hosts',
    },
    'max-bytes': {
      type: 'number',
      default: '20000000',
      since: '0.2.0',
      description: 'Bytes read of one file inside, 100,000,000 at most; 10,000,000 of a CSV by default.',
      fr: 'Les octets lus d’un fichier, 100 000 000 au plus ; 10 000 000 d’un CSV sans lui.',
      matter: 'limits',
    },
    audience,
    evidence,
    'url-state': {
      type: 'string',
      since: '0.2.0',
      description:
        'Prefix of the parameters that keep the visitor’s choices in the page’s address, to be shared: `ess` for `ess-territory`, empty for none. Off without it.',
      fr: 'Le préfixe des paramètres qui gardent les choix du visiteur dans l’adresse de la page : `ess` donne `ess-territory`. Sans l’attribut, l’adresse ne change pas.',
    },
  },
  'ess-report': {
    view: {
      type: 'choice',
      values: viewsOf('report'),
      since: '0.2.0',
      description:
        'View of the report: `overview`, the year in one minute; `chapter`, the one of `section`; `data`, every figure and record; `whole`, all on one page. By default the one that the page’s address names (`#donnees`, `#III.8`), else the overview; without a story, the whole.',
      fr: 'La vue : `overview`, l’année en une minute ; `chapter`, celui que dit `section` ; `data`, chaque chiffre et chaque fiche ; `whole`, tout sur une page. Sans lui, celle que nomme l’adresse (`#donnees`, `#III.8`), sinon la première ; sans récit, le tout.',
      check: 'console',
    },
    section: {
      type: 'string',
      since: '0.2.0',
      description: 'Section or chapter to show alone: `I.1.a`, `I`. The whole report by default.',
      fr: 'La section ou le chapitre à montrer seul : `I.1.a`, `I`. Sans lui, tout le rapport.',
    },
    findings: {
      type: 'choice',
      values: ['none', 'author'],
      default: 'none',
      since: '0.2.0',
      description: 'Findings of the checks: `author` shows them to whoever keeps the report.',
      fr: 'Ce que trouvent les contrôles : `author` le montre à qui tient le rapport.',
      check: 'console',
    },
    'url-state': {
      type: 'string',
      since: '0.2.0',
      description:
        'Prefix of the parameters that keep the period, the territory and the words searched in the page’s address, to be shared: `ess` for `ess-q`, empty for none. Off without it.',
      fr: 'Le préfixe des paramètres qui gardent période, territoire et mots cherchés dans l’adresse de la page : `ess` donne `ess-q`. Sans l’attribut, l’adresse ne change pas.',
    },
  },
  'ess-table': {
    indicator: {
      type: 'string',
      since: '0.2.0',
      description: 'Ids of indicators, separated by spaces: `members-stock members-joined`.',
      fr: 'Les identifiants d’indicateurs, séparés par des espaces : `members-stock members-joined`.',
    },
    by: {
      type: 'string',
      since: '0.2.0',
      description: 'Dimension to split by: `college`. The first one of a single indicator by default.',
      fr: 'Ce selon quoi le chiffre se partage : `college`. Sans lui, la première façon d’un indicateur seul.',
    },
    collection: {
      type: 'string',
      since: '0.2.0',
      description: 'Collection whose records are the rows: `publications`, `events`…',
      fr: 'La collection dont les fiches sont les lignes : `publications`, `events`…',
    },
    columns: {
      type: 'string',
      since: '0.2.0',
      description: 'Fields that are the columns, separated by spaces: `date title theme`.',
      fr: 'Les champs qui sont les colonnes, séparés par des espaces : `date title theme`.',
    },
    chart: chartOf(
      'table',
      '`auto` takes the ranking once it has eight rows or more, one of them with several values.',
      { what: 'La forme', more: '`auto` prend le classement à partir de huit lignes, dont une de plusieurs valeurs.' },
      'table',
    ),
    sort: {
      type: 'string',
      since: '0.2.0',
      description: 'Column that rows are sorted by at first, `-` before it for the largest or latest first: `-date`.',
      fr: 'La colonne qui ordonne les lignes d’abord ; `-` devant pour le plus grand ou le plus récent : `-date`.',
    },
  },
  'ess-territory-picker': {
    fields: {
      type: 'list',
      values: ['territory', 'period', 'compare'],
      default: 'territory',
      since: '0.2.0',
      description: 'Fields to choose in, in this order: `territory`, `period`, `compare`.',
      fr: 'Ce qui se choisit, dans cet ordre : `territory`, `period`, `compare`.',
    },
    kinds: {
      type: 'list',
      values: TERRITORY_KINDS.toReversed(),
      default: 'region departement pole epci',
      since: '0.2.0',
      description:
        'Kinds of territory, in this order; `pays commune` by default where the data have none of the usual ones. A region alone is all of the data.',
      fr: 'Les sortes de territoires, dans cet ordre ; `pays commune` si les données n’ont aucune des sortes habituelles.',
    },
  },
  'ess-territory-sheet': {
    sections: {
      type: 'list',
      values: SHEET_SECTIONS,
      default: SHEET_SECTIONS.join(' '),
      since: '0.2.0',
      description: 'Parts of the sheet, separated by spaces: `members`, `events`, `projects`, `support`, `figures`.',
      fr: 'Les parties de la fiche, séparées par des espaces : `members`, `events`, `projects`, `support`, `figures`.',
      check: 'widget',
    },
  },
  'ess-timeline': {
    collections: {
      type: 'string',
      isRequired: true,
      since: '0.2.0',
      description: 'Collections that the dates come from, separated by spaces: `meetings votes events memberships`.',
      fr: 'Les collections d’où viennent les dates, séparées par des espaces : `meetings votes events memberships`.',
    },
    series: {
      type: 'string',
      since: '0.2.0',
      description: 'Id of a series: keeps its events.',
      fr: 'L’identifiant d’une série : ne garde que ses événements.',
      check: 'widget',
    },
    chart: chartOf(
      'timeline',
      '`auto` takes the strip for six dates or more of one year, else the list, and so does a strip of dates that lie in several years.',
      { what: 'La forme', more: '`auto` prend la seconde à partir de six dates d’une même année.' },
      'auto',
    ),
  },
  'ess-trend': {
    indicator: {
      type: 'string',
      isRequired: true,
      since: '0.2.0',
      description: 'Ids of indicators, separated by spaces: `members-joined members-left`.',
      fr: 'Les identifiants d’indicateurs, séparés par des espaces : `members-joined members-left`.',
    },
    by: {
      type: 'string',
      since: '0.2.0',
      description:
        'Dimension whose values are a line each: `channel`. By default that of a single indicator that has no total.',
      fr: 'Ce dont chaque valeur est une ligne : `channel`. Sans lui, ce selon quoi se partage un indicateur seul qui n’a pas de total.',
    },
    view: {
      type: 'choice',
      values: viewsOf('trend'),
      default: 'chart',
      since: '0.2.0',
      description: 'View shown first.',
      fr: 'La vue montrée d’abord.',
      check: 'widget',
    },
  },
};

/** Elements that show no data of an address: they have no other attributes than their own. */
export const containers: readonly string[] = ['ess-provider', 'ess-data-check'];

/** Returns the attributes of an element by its tag, its own ones first. */
export function attributesOf(tag: string): AttributeRows {
  const own = ownAttributes[tag] ?? {};
  return containers.includes(tag) ? own : { ...own, ...commonAttributes, ...own };
}

/** Row of the keyboard table of an element. */
interface Keys {
  /** Names of keys as `KeyboardEvent.key` has them, after modifiers: `Shift+PageUp`. */
  readonly keys: readonly string[];
  /** Place that has the focus. */
  readonly on: string;
  readonly effect: string;
}

/** Words and examples of an element, from which all that lists the elements is made. */
interface About {
  /** What it shows, for the start pages: in French, and in English for the README. */
  readonly fr: string;
  readonly en: string;
  /** Attributes of its first example, on the data of Brittany. */
  readonly example?: Readonly<Record<string, string>>;
  /** Attributes on the data of the contract, where these are others. */
  readonly case?: Readonly<Record<string, string>>;
  /**
   * Keys that it handles itself. What every button, link and field of a browser does (Tab, Enter, Space) is not repeated here. A
   * test compares them with the keys that the code reads.
   */
  readonly keys: readonly Keys[];
}

/** Keys between the marks of a chart. */
const marks = (on: string) => [
  { keys: ['ArrowLeft', 'ArrowUp'], on, effect: 'Go to the mark before.' },
  { keys: ['ArrowRight', 'ArrowDown'], on, effect: 'Go to the next mark.' },
  { keys: ['Home', 'End'], on, effect: 'Go to the first or the last mark.' },
];

const card: Keys = {
  keys: ['Escape'],
  on: 'source card, share bar',
  effect: 'Closes what it opened; the focus is on its number, its badge, its word or its button again.',
};
const chips: readonly Keys[] = [
  {
    keys: ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'],
    on: 'chips, where there are many',
    effect: 'Go to the chip before or after: all chips are one stop.',
  },
  { keys: ['Home', 'End'], on: 'chips, where there are many', effect: 'Go to the first or the last chip.' },
];

/** Every element by its tag, in the order of the README. */
export const about: Readonly<Record<string, About>> = {
  'ess-provider': {
    fr: 'Ne montre rien : données, période, territoire et sélection communs aux éléments placés à l’intérieur',
    en: 'nothing itself: data, language, period and filters for the elements inside it',
    keys: [],
  },
  'ess-indicator': {
    fr: 'Un chiffre, son évolution, sa source et sa qualité',
    en: 'one figure with its change, its source and its quality',
    example: { indicator: 'members-stock' },
    keys: [card],
  },
  'ess-breakdown': {
    fr: 'Les parts d’un chiffre : barres, groupes, empilement ou tableau',
    en: 'the parts of a figure, as bars, in groups or as a table',
    example: { indicator: 'members-stock', by: 'college' },
    keys: [...marks('mark of a chart'), card],
  },
  'ess-trend': {
    fr: 'Un ou plusieurs chiffres dans le temps : courbes ou tableau',
    en: 'figures over time, as lines or as a table',
    example: { indicator: 'audience-followers' },
    case: { indicator: 'members-stock members-joined' },
    keys: [card],
  },
  'ess-table': {
    fr: 'Des chiffres ou des fiches en tableau, à trier et à télécharger',
    en: 'figures or records as a table to sort and to download',
    example: { collection: 'publications', columns: 'title theme format date' },
    case: { indicator: 'members-stock', by: 'college' },
    keys: [card],
  },
  'ess-report': {
    fr: 'Un rapport entier, un chapitre ou une section',
    en: 'a whole report, a chapter or a section of it',
    keys: [{ keys: ['Ctrl+p', 'Meta+p'], on: 'page', effect: 'Print the report once all of it is there.' }, card],
  },
  'ess-timeline': {
    fr: 'Des étapes datées, dans l’ordre',
    en: 'dated steps in order, or on the months of a year: meetings, votes, events',
    example: { collections: 'votes memberships events', where: 'section=I.1' },
    case: { collections: 'events memberships' },
    keys: [...marks('mark of the months'), card],
  },
  'ess-event-counter': {
    fr: 'Combien d’événements dans une série ou dans toutes les données',
    en: 'how many events of a series or of a whole data set',
    example: { series: 'mois-de-l-ess' },
    case: {},
    keys: [card],
  },
  'ess-event-agenda': {
    fr: 'Les rendez-vous à venir et passés : liste ou mois, filtres, calendrier à emporter',
    en: 'upcoming and past events, list or month, filters, calendars to take home',
    example: { limit: '8' },
    case: {},
    keys: [
      {
        keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
        on: 'day of the month',
        effect: 'Choose the day before or after, or the same day of the week before or after.',
      },
      { keys: ['Home', 'End'], on: 'day of the month', effect: 'Choose the first or the last day of the week.' },
      {
        keys: ['PageUp', 'PageDown', 'Shift+PageUp', 'Shift+PageDown'],
        on: 'day of the month',
        effect: 'Choose the same day of the month before or after; with Shift, of the year.',
      },
      card,
    ],
  },
  'ess-member-map': {
    fr: 'La carte et la liste des adhérents, avec recherche et filtres',
    en: 'map and list of members, search, filters, clusters',
    case: { basemap: 'none' },
    keys: [
      {
        keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
        on: 'map',
        effect: 'Move the map.',
      },
      { keys: ['+', '=', '-'], on: 'map', effect: 'Zoom in, zoom in, zoom out.' },
      { keys: ['0', 'Home'], on: 'map', effect: 'Show the whole again.' },
      {
        keys: ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'],
        on: 'marker',
        effect: 'Go to the marker before or after: all markers are one stop.',
      },
      { keys: ['Home', 'End'], on: 'marker', effect: 'Go to the first or the last marker.' },
      { keys: ['Escape'], on: 'marker', effect: 'Goes back to the map.' },
      { keys: ['Escape'], on: 'card of a member', effect: 'Closes it.' },
      {
        keys: ['Escape'],
        on: 'sheet of a narrow map',
        effect: 'Closes it, and goes back to its marker or its button.',
      },
      {
        keys: ['ArrowLeft', 'ArrowRight', 'Home', 'End'],
        on: 'tabs of a narrow map',
        effect: 'Show the map (ArrowLeft, Home) or the list (ArrowRight, End).',
      },
      ...chips,
      card,
    ],
  },
  'ess-member-list': {
    fr: 'L’annuaire seul : liste ou tableau, recherche et filtres',
    en: 'the directory alone',
    keys: [...chips, card],
  },
  'ess-territory-picker': {
    fr: 'Une barre pour choisir territoire, période et comparaison de son groupe',
    en: 'a choice of territory, and of period, that moves all that is in its provider',
    case: { fields: 'territory period compare' },
    keys: [
      {
        keys: ['ArrowDown', 'ArrowUp'],
        on: 'field to search in, where there are many territories',
        effect: 'Open the list, and go to the territory after or before.',
      },
      { keys: ['Enter'], on: 'the same field', effect: 'Chooses the territory that is marked.' },
      { keys: ['Escape'], on: 'the same field', effect: 'Closes the list.' },
    ],
  },
  'ess-territory-sheet': {
    fr: 'La fiche d’un territoire : adhérents, rendez-vous, projets, accompagnement',
    en: 'what is known of one territory: members, events, projects, support, with sources',
    example: { territory: 'departement-29' },
    keys: [card],
  },
  'ess-data-check': {
    fr: 'Un fichier à vérifier et à corriger sur place : rien n’est envoyé',
    en: 'what is wrong with a file at hand, and its corrections; nothing is sent',
    keys: [],
  },
};
