/** Views of widgets. Lists and tables have the words of the charts of these names. */

/** Widget that has several views; the attribute `view` names the one shown first. */
type ViewOf = 'breakdown' | 'event-agenda' | 'member-list' | 'member-map' | 'report' | 'trend';

/** Description of a view. */
interface View {
  readonly of: readonly ViewOf[];
  /** Its name in a list for authors, and its French word in a modèle of SPIP. */
  readonly words?: { readonly fr: string; readonly en: string; readonly modele: string };
}

/** All views, in the order of lists for authors. */
export const views: Readonly<Record<string, View>> = {
  chart: { of: ['breakdown', 'trend'], words: { fr: 'Graphique', en: 'Chart', modele: 'graphique' } },
  map: { of: ['member-map'], words: { fr: 'Carte', en: 'Map', modele: 'carte' } },
  list: { of: ['event-agenda', 'member-list', 'member-map'] },
  month: { of: ['event-agenda'], words: { fr: 'Mois', en: 'Month', modele: 'mois' } },
  table: { of: ['breakdown', 'member-list', 'member-map', 'trend'] },
  overview: { of: ['report'], words: { fr: 'L’année en bref', en: 'The year in brief', modele: 'apercu' } },
  chapter: { of: ['report'], words: { fr: 'Un chapitre', en: 'One chapter', modele: 'chapitre' } },
  data: { of: ['report'], words: { fr: 'Toutes les données', en: 'All data', modele: 'donnees' } },
  whole: { of: ['report'], words: { fr: 'Rapport entier', en: 'Whole report', modele: 'entier' } },
};

/** Returns the views of a widget. */
export const viewsOf = (widget: ViewOf): readonly string[] =>
  Object.keys(views).filter((name) => views[name]?.of.includes(widget));
