/**
 * What a form calls attributes and their values: the editor of WordPress, the modèles of SPIP, the page that makes a snippet.
 * `npm run sync` writes the tables of the plugins from it. No page loads this file.
 */
import { charts, views } from '@ess-widgets/core/charts';

/** A text in the languages of forms. */
export interface FormText {
  readonly fr: string;
  readonly en: string;
}

/** What a form says of an attribute, whatever the widget. */
interface AttributeWords {
  /** Name of its field. */
  readonly label: FormText;
  /** What to write there, in a sentence or two; none where the label says it all. */
  readonly help?: FormText;
  /** Widgets whose form shows it at once, or `all`; elsewhere it waits under "more". */
  readonly first?: 'all' | readonly string[];
  /** Name of the parameter of a modèle of SPIP; the attribute’s own where absent. */
  readonly modele: string;
}

/** Attributes that a block may set, in the order of a form. */
export const attributeWords: Readonly<Record<string, AttributeWords>> = {
  indicator: {
    label: { fr: 'Indicateur', en: 'Indicator' },
    help: {
      fr: 'Le nom d’un indicateur de la source, par exemple members-stock.',
      en: 'The name of an indicator of the source, for example members-stock.',
    },
    first: ['ess-breakdown', 'ess-indicator', 'ess-table', 'ess-trend'],
    modele: 'indicateur',
  },
  by: {
    label: { fr: 'Répartir par', en: 'Split by' },
    first: ['ess-breakdown', 'ess-table', 'ess-trend'],
    modele: 'par',
  },
  collection: { label: { fr: 'Collection', en: 'Collection' }, first: 'all', modele: 'collection' },
  collections: {
    label: { fr: 'Collections', en: 'Collections' },
    help: { fr: 'Exemple\u202f: events publications.', en: 'Example: events publications.' },
    first: 'all',
    modele: 'collections',
  },
  series: { label: { fr: 'Série d’événements', en: 'Series of events' }, first: 'all', modele: 'serie' },
  section: {
    label: { fr: 'Chapitre ou section', en: 'Chapter or section' },
    help: {
      fr: 'Exemple\u202f: I, ou I.1.a. Vide, tout le rapport.',
      en: 'Example: I, or I.1.a. Empty: the whole report.',
    },
    first: 'all',
    modele: 'section',
  },
  source: {
    label: { fr: 'Source', en: 'Source' },
    help: {
      fr: 'Une source du site, par son nom. Vide, la première qui a ce que le widget montre.',
      en: 'A source of the site, by its name. Empty: the first one that has what the widget shows.',
    },
    first: 'all',
    modele: 'source',
  },
  src: { label: { fr: 'Autre adresse', en: 'Another address' }, first: 'all', modele: 'adresse' },
  territory: {
    label: { fr: 'Territoire', en: 'Territory' },
    help: {
      fr: 'Par exemple departement-29. Vide, celui des réglages.',
      en: 'For example departement-29. Empty: that of the settings.',
    },
    first: 'all',
    modele: 'territoire',
  },
  period: {
    label: { fr: 'Période', en: 'Period' },
    help: {
      fr: 'Une année (2024) ou un mois (2024-03). Vide, la dernière des données.',
      en: 'A year (2024) or a month (2024-03). Empty: the last one of the data.',
    },
    first: 'all',
    modele: 'periode',
  },
  where: {
    label: { fr: 'Filtre', en: 'Filter' },
    help: { fr: 'Exemple\u202f: college=associations.', en: 'Example: college=associations.' },
    first: ['ess-event-agenda', 'ess-member-list', 'ess-member-map'],
    modele: 'filtre',
  },
  limit: {
    label: { fr: 'Nombre de lignes', en: 'Number of lines' },
    help: { fr: 'Combien de lignes se voient d’abord.', en: 'How many lines are seen at first.' },
    first: 'all',
    modele: 'limite',
  },
  view: {
    label: { fr: 'Affichage', en: 'View' },
    help: {
      fr: 'Ce que le widget montre d’abord\u202f; le visiteur peut en changer.',
      en: 'What the widget shows at first; visitors may change it.',
    },
    first: 'all',
    modele: 'vue',
  },
  theme: {
    label: { fr: 'Couleurs', en: 'Colours' },
    help: { fr: 'Par défaut, celles des réglages.', en: 'Default: those of the settings.' },
    first: 'all',
    modele: 'theme',
  },
  'heading-level': {
    label: { fr: 'Niveau du titre', en: 'Level of the title' },
    help: {
      fr: 'Celui qui suit le titre placé au-dessus du widget, de 2 à 6. «\u202fSans\u202f»\u202f: un simple paragraphe.',
      en: 'The one that follows the title above the widget, from 2 to 6. “None”: a plain paragraph.',
    },
    first: 'all',
    modele: 'niveau_titre',
  },
  heading: { label: { fr: 'Titre', en: 'Title' }, modele: 'titre' },
  figures: { label: { fr: 'Chiffres côte à côte', en: 'Figures side by side' }, modele: 'chiffres' },
  chart: { label: { fr: 'Graphique', en: 'Chart' }, modele: 'graphique' },
  subject: { label: { fr: 'Mots du sous-titre', en: 'Words of the subtitle' }, modele: 'sujet' },
  beside: { label: { fr: 'À côté (périodes, territoires)', en: 'Beside (periods, territories)' }, modele: 'a_cote' },
  compare: { label: { fr: 'Comparer à', en: 'Compare with' }, modele: 'comparer' },
  edition: { label: { fr: 'Édition', en: 'Edition' }, modele: 'edition' },
  layers: { label: { fr: 'Couches', en: 'Layers' }, modele: 'couches' },
  columns: { label: { fr: 'Colonnes', en: 'Columns' }, modele: 'colonnes' },
  sort: { label: { fr: 'Tri', en: 'Order' }, modele: 'tri' },
  sections: { label: { fr: 'Parties', en: 'Parts' }, modele: 'parties' },
  sign: { label: { fr: 'Signe', en: 'Sign' }, modele: 'signe' },
  look: { label: { fr: 'Style', en: 'Look' }, modele: 'style' },
  evidence: { label: { fr: 'Sources des chiffres', en: 'Sources of the figures' }, modele: 'preuves' },
  findings: { label: { fr: 'Contrôles', en: 'Findings' }, modele: 'controles' },
  upgrade: { label: { fr: 'Chargement du code', en: 'Loading of the code' }, modele: 'chargement' },
  lang: { label: { fr: 'Langue', en: 'Language' }, modele: 'lang' },
  calendar: {
    label: { fr: 'Adresse de l’agenda (.ics)', en: 'Address of the calendar (.ics)' },
    modele: 'calendrier',
  },
  basemap: { label: { fr: 'Fond de carte', en: 'Basemap' }, modele: 'fond_carte' },
  boundaries: { label: { fr: 'Contours', en: 'Outlines' }, modele: 'contours' },
  format: { label: { fr: 'Format de la source', en: 'Format of the source' }, modele: 'format' },
  refresh: { label: { fr: 'Actualisation', en: 'Refresh' }, modele: 'actualisation' },
  'max-age': { label: { fr: 'Fraîcheur', en: 'Freshness' }, modele: 'fraicheur' },
  'url-state': { label: { fr: 'Choix dans l’adresse', en: 'Choices in the address' }, modele: 'etat_adresse' },
};

/** What a form calls a value, whatever the attribute. */
interface ValueWords extends FormText {
  /** Word of a modèle of SPIP. */
  readonly modele: string;
}

const own: Readonly<Record<string, ValueWords>> = {
  auto: { fr: 'Automatique', en: 'Automatic', modele: 'auto' },
  light: { fr: 'Claires', en: 'Light', modele: 'clair' },
  dark: { fr: 'Sombres', en: 'Dark', modele: 'sombre' },
  rivage: { fr: 'Rivage', en: 'Rivage', modele: 'rivage' },
  sobre: { fr: 'Sobre', en: 'Sober', modele: 'sobre' },
  dsfr: { fr: 'Proche du DSFR', en: 'Close to the DSFR', modele: 'dsfr' },
  none: { fr: 'Sans', en: 'None', modele: 'sans' },
  quiet: { fr: 'Discrètes', en: 'Quiet', modele: 'discretes' },
  full: { fr: 'Visibles', en: 'Visible', modele: 'completes' },
  plus: { fr: 'Plus', en: 'Plus', modele: 'plus' },
  minus: { fr: 'Moins', en: 'Minus', modele: 'moins' },
  departement: { fr: 'Départements', en: 'Départements', modele: 'departement' },
  epci: { fr: 'EPCI', en: 'EPCI', modele: 'epci' },
  commune: { fr: 'Communes', en: 'Communes', modele: 'commune' },
  region: { fr: 'Régions', en: 'Regions', modele: 'region' },
  author: { fr: 'Pour l’auteur', en: 'For the author', modele: 'auteur' },
  now: { fr: 'Tout de suite', en: 'At once', modele: 'tout_de_suite' },
  visible: { fr: 'À l’approche d’un visiteur', en: 'When a visitor is near', modele: 'approche' },
  tap: { fr: 'Quand on s’en sert', en: 'Once it is used', modele: 'usage' },
};

/** Values of attributes by their names, those of charts and views too; figures and languages have none. */
export const valueWords: Readonly<Record<string, ValueWords>> = {
  ...own,
  ...Object.fromEntries(
    Object.entries(charts).map(
      ([
        name,
        {
          words: { fr, en },
          modele,
        },
      ]) => [name, { fr: fr.name, en: en.name, modele }],
    ),
  ),
  ...Object.fromEntries(Object.entries(views).flatMap(([name, { words }]) => (words ? [[name, words]] : []))),
};

/** Modèles of SPIP by the widget that they show. */
export const modeles: Readonly<Record<string, string>> = {
  'ess-breakdown': 'repartition',
  'ess-event-agenda': 'agenda',
  'ess-event-counter': 'compteur',
  'ess-indicator': 'indicateur',
  'ess-member-list': 'liste',
  'ess-member-map': 'carte',
  'ess-report': 'rapport',
  'ess-table': 'tableau',
  'ess-territory-sheet': 'fiche',
  'ess-timeline': 'chronologie',
  'ess-trend': 'evolution',
};

/** Returns the modèle of a widget, with its parameters in the words of SPIP. */
export const modeleOf = (tag: string, attributes: readonly (readonly [name: string, value: string])[]) => ({
  name: modeles[tag] ?? tag,
  parameters: attributes.map(
    ([name, value]) => [attributeWords[name]?.modele ?? name, valueWords[value]?.modele ?? value] as const,
  ),
});

/** Attributes that nobody chooses in a form: they belong to the source, the page or the visitor. */
const NEVER: readonly string[] = [
  'source',
  'src',
  'format',
  'refresh',
  'max-age',
  'url-state',
  'calendar',
  'basemap',
  'boundaries',
  'upgrade',
  'lang',
];

/** Returns when the form of a widget asks for an attribute: at once, under "more", or never. */
export function askOf(tag: string, name: string): 'first' | 'more' | 'never' {
  const words = attributeWords[name];
  if (!words || NEVER.includes(name)) return 'never';
  return words.first === 'all' || words.first?.includes(tag) ? 'first' : 'more';
}
