/** Compositions: several widgets that are one page, as a tree that its story draws and the code to copy writes. */
import { type Args, type Example, exampleOf, textOf } from './examples.ts';
import type { Globals } from './toolbar.ts';

interface Composition {
  /** Sentences in French about it, over it. */
  readonly about: string;
  /** Element around the others; what the toolbar says is said to it. */
  readonly root: string;
  /** Attributes of other elements that a developer chooses, by the tag whose list is offered. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly args: Args;
  readonly inside?: (of: (name: string) => string) => readonly Example[];
}

const columns = (width: string, inside: readonly Example[]): Example => ({
  tag: 'div',
  attributes: {
    style: `display:grid;gap:1.5rem;grid-template-columns:repeat(auto-fit,minmax(min(${width},100%),1fr))`,
  },
  inside,
});
const figure = (indicator: string, sign = ''): Example => ({ tag: 'ess-indicator', attributes: { indicator, sign } });

export const compositions: Readonly<Record<string, Composition>> = {
  dashboard: {
    about:
      'Tous les widgets d’une page d’accueil, sur les mêmes données\u202f: chiffres, carte, événements, graphiques.',
    root: 'ess-provider',
    choices: { 'ess-breakdown': ['indicator', 'by'], 'ess-member-map': ['layers'], 'ess-event-counter': ['series'] },
    args: { indicator: 'members-stock', by: 'college', layers: 'members events projects', series: 'mois-de-l-ess' },
    inside: (of) => [
      columns('11rem', [
        figure('members-stock'),
        figure('members-joined', 'plus'),
        figure('members-left', 'minus'),
        figure('school-week-pupils'),
      ]),
      { tag: 'ess-member-map', attributes: { layers: of('layers') } },
      columns('24rem', [
        { tag: 'ess-event-counter', attributes: { series: of('series') } },
        { tag: 'ess-event-agenda', attributes: { limit: '6' } },
      ]),
      columns('24rem', [
        { tag: 'ess-breakdown', attributes: { indicator: of('indicator'), by: of('by') } },
        { tag: 'ess-breakdown', attributes: { indicator: 'governance-attendance' } },
      ]),
    ],
  },
  together: {
    about:
      'La page d’un Pôle ou d’un partenaire\u202f: qui choisit un territoire y déplace la carte, l’annuaire et l’agenda, et son choix est dans l’adresse de la page.',
    root: 'ess-provider',
    choices: {
      'ess-provider': ['url-state'],
      'ess-territory-picker': ['fields'],
      'ess-member-map': ['layers'],
      'ess-member-list': ['view'],
    },
    args: { 'url-state': 'ess', fields: 'territory period', layers: 'members events', view: 'table' },
    inside: (of) => [
      { tag: 'ess-territory-picker', attributes: { fields: of('fields') } },
      { tag: 'ess-member-map', attributes: { layers: of('layers') } },
      { tag: 'ess-member-list', attributes: { view: of('view') } },
      { tag: 'ess-event-agenda', attributes: { limit: '6' } },
    ],
  },
  figures: {
    about:
      'Des chiffres sourcés, et les parts de l’un d’eux\u202f; la barre change le territoire, la période et la comparaison.',
    root: 'ess-provider',
    choices: { 'ess-breakdown': ['indicator', 'by', 'chart'] },
    args: { indicator: 'members-stock', by: 'college' },
    inside: (of) => [
      { tag: 'ess-territory-picker', attributes: { fields: 'territory period compare' } },
      columns('14rem', [figure(of('indicator')), figure('events-held'), figure('school-week-pupils')]),
      { tag: 'ess-breakdown', attributes: { indicator: of('indicator'), by: of('by'), chart: of('chart') } },
    ],
  },
  report: {
    about: 'Le rapport d’activité vivant\u202f: l’année en une minute, un chapitre, toutes les données, ou le tout.',
    root: 'ess-report',
    choices: { 'ess-report': ['view', 'section'] },
    args: { view: 'overview' },
  },
  territory: {
    about:
      'La fiche du territoire que le visiteur choisit, pour le site d’une collectivité\u202f; chaque partie dit sa source.',
    root: 'ess-provider',
    choices: { 'ess-territory-sheet': ['sections'] },
    args: { territory: 'departement-29' },
    inside: (of) => [
      { tag: 'ess-territory-picker' },
      { tag: 'ess-territory-sheet', attributes: { sections: of('sections') } },
    ],
  },
  large: {
    about:
      'Une carte de milliers d’organisations, toutes inventées\u202f: des points d’abord, les noms quand il en faut. `npx ess-widgets pack` prépare un tel dossier. La France entière est la page d’à côté.',
    root: 'ess-member-map',
    choices: { 'ess-member-map': ['view'] },
    args: { src: 'large/large-11500/manifest.json' },
  },
};

/** Returns what a composition is with the choices of its controls and of the toolbar. */
export function compositionOf(name: string, args: Args, globals: Globals): Example {
  const { root, inside, choices } = named(name);
  const own = Object.entries(choices).flatMap(([tag, names]) => (tag === root ? [] : names));
  const outer = Object.entries(args).filter(([each]) => !own.includes(each));
  const within = inside?.((each) => textOf(args[each]));
  return exampleOf({ tag: root, ...(within ? { inside: within } : {}) }, Object.fromEntries(outer), globals);
}

/** Returns a composition. @throws where there is none of that name */
export function named(name: string): Composition {
  const found = compositions[name];
  if (!found) throw new TypeError(`there is no composition "${name}"`);
  return found;
}
