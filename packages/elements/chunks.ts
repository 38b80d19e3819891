/** Decides which file of `cdn` holds each module of the elements and of the core. */
import path from 'node:path';
import { choices } from '../core/src/charts/register.ts';

/** Charts of a figure; those that come late have a file each. */
const CHARTS = Object.keys(choices);

/** As much of the bundler's graph as is read. */
interface Graph {
  getModuleInfo(
    id: string,
  ): { readonly importedIds: readonly string[]; readonly dynamicallyImportedIds: readonly string[] } | null;
}

/**
 * Files that come when they are wanted, each with the modules that are imported late: `core/…` and paths in `src`. What they
 * need and nothing else does is in them too; what several of them need is in the first.
 */
const LATE: Readonly<Record<string, readonly string[]>> = {
  // A page has several addresses of data: one is chosen.
  picking: ['base/picking'],
  // An address that says what is shown.
  'url-state': ['base/url-state'],
  // The table of communes says where a town is.
  communes: ['base/placer'],
  // A visitor of a narrow page opens filters or a card. The source card is such a sheet too.
  sheet: ['directory/sheet'],
  // A visitor opens a source card.
  card: ['base/card/source-card'],
  // A visitor takes a picture of a chart.
  picture: ['base/card/picture'],
  'picture-breakdown': ['ess-breakdown/picture'],
  'picture-trend': ['ess-trend/picture'],
  // The data suit a chart that few figures have.
  ...Object.fromEntries(CHARTS.map((name) => [`chart-${name}`, [`ess-breakdown/${name}`]])),
  'chart-ranking': ['ess-table/ranking-view', 'core/charts/ranking/chart'],
  'chart-strip': ['ess-timeline/strip-view'],
  // The attributes of an author are looked at.
  authors: ['base/author-check', 'base/ignored-attributes'],
  // A page filters by pairs, or names what the data must have.
  pairs: ['base/pair-check'],
  // Words of mistakes, and of the source card.
  problems: ['texts/details.fr'],
  // Something went wrong, or an author made a mistake: it is said.
  faults: [
    'base/taken',
    'core/model/closest',
    'core/data/client/http-error',
    'core/reading/refusals',
    'core/data/client/unreachable',
    'core/data/sources/unreadable',
    'loader/author',
    'report/figure-error',
  ],
  // A page asks for another look, or sets an accent.
  'look-dsfr': ['looks/dsfr'],
  'look-sobre': ['looks/sobre'],
  accent: ['base/accent'],
  near: ['directory/near/near'],
  search: ['directory/search-code'],
  // A visitor opens the number by place, or takes the figures of a counter home.
  places: ['ess-event-counter/counter-file', 'ess-event-counter/places-view'],
  // A visitor takes a directory home.
  export: ['directory/export/directory-files', 'directory/export/map-picture', 'directory/export/rows-table'],
  // Very many members.
  large: [
    'directory/large/large-directory',
    'directory/large/open-packed',
    'directory/large/open-records',
    'directory/large/slices',
  ],
  // A visitor comes near to a map.
  'over-map': ['ess-member-map/over-map'],
  // A visitor looks at a map from near.
  'commune-names': ['map/commune-names'],
  // Elements that show records read them one by one.
  records: ['core/data/client/files'],
  // Something is wrong with an answer, or with the data: it is said precisely.
  checks: [
    'core/data/sources/ess-dataset/judge-catalogue',
    'core/data/sources/ess-dataset/judge-records',
    'core/data/sources/ess-dataset/migrations',
    'core/data/sources/ess-dataset/problems',
    'core/data/sources/judge',
    'core/geo/basemap',
    'core/geo/communes-file',
    'core/model/manifest',
  ],
  // A report, or its story, that nobody has judged before.
  'report-checks': ['core/data/sources/ess-report/repair-report'],
  // No build has written a figure.
  compute: ['base/computer', 'base/latest', 'core/data/sources/ess-dataset/catalogue', 'ess-event-counter/digest'],
  // An address that is not of our own format: all formats are known by their look, and each comes when it is read.
  sources: ['core/data/client/recognise', 'core/data/all'],
  addresses: ['core/data/address'],
  // Lists of members or events, of whichever service; a text that one was saved as; calendars.
  services: [
    'core/data/sources/geojson/load',
    'core/data/sources/gogocarto/load',
    'core/data/sources/jsonld/load',
    'core/data/sources/openagenda/load',
    'core/data/sources/opendatasoft/load',
    'core/data/sources/rows/load',
    'core/data/sources/tec/load',
  ],
  csv: ['core/data/sources/csv/load'],
  ical: ['core/data/sources/ical/load'],
  // A reader is brought to a section.
  arrival: ['report/arrival'],
  paper: ['report/print'],
  'report-tools': ['report/report-tools', 'report/search', 'report/checks-panel'],
  // A reader looks for a figure or a record among all of them.
  'report-data': ['report/data-view'],
  story: ['core/data/story'],
  // Several sources, of which one data set is made.
  merging: ['core/data/client/source-merger', 'views/provenance'],
  'texts-br': ['texts/br'],
  'texts-en': ['texts/en'],
  // Kept figures are renewed; an element moves to another document; storage fails.
  upkeep: [
    'base/adopted',
    'base/refresh',
    'core/data/cache/memory-cache',
    'core/data/client/revalidate',
    'core/data/client/tab-lock',
  ],
  'world-coarse': ['world/coarse'],
  'world-overseas': ['world/overseas.json'],
  // A file that a visitor has at hand is examined, in a worker, else on the page. Last: what it shares with readers is theirs.
  'data-check-session': ['ess-data-check/session'],
  'texts-check-en': ['texts/check.en'],
  xlsx: ['core/data/sources/xlsx/load', 'core/data/sources/xlsx/hucre'],
  'data-check-host': ['ess-data-check/host'],
};

/** Late files that judge data: what they share with readers of lists has a file of its own, for a page needs one of these. */
const JUDGES: readonly string[] = ['checks', 'report-checks'];

/** Late files that read lists: what they share has a file of its own, for a page needs one of them. */
const LISTS: ReadonlySet<string> = new Set(['csv', 'ical', 'services', 'checks', 'faults']);

/** Late files that one element alone asks for: what they share is in its file. */
const OF_ONE: Readonly<Record<string, string>> = {
  arrival: 'ess-report',
  ...Object.fromEntries(CHARTS.map((name) => [`chart-${name}`, 'ess-breakdown'])),
  'chart-ranking': 'ess-table',
  'chart-strip': 'ess-timeline',
  'data-check-host': 'ess-data-check',
  'data-check-session': 'ess-data-check',
  'over-map': 'ess-member-map',
  paper: 'ess-report',
  'picture-breakdown': 'ess-breakdown',
  'picture-trend': 'ess-trend',
  places: 'ess-event-counter',
  'report-tools': 'ess-report',
};

/** Elements that show the same kind of thing: a file has what they share. Late files may take it from there. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  charts: ['ess-breakdown', 'ess-table', 'ess-trend'],
  dates: ['ess-event-agenda', 'ess-timeline'],
  directory: ['ess-member-list', 'ess-member-map'],
  // The report alone imports another element.
  'ess-provider': ['ess-provider', 'ess-report'],
};

/**
 * Makes the function that returns the name of the file that holds a module. A module that only one file needs is in
 * that file. A module that several need is in the file of their family; in `base`, where an indicator needs it; in
 * `panel`, where a counter does; else in `views`. A file that these import never holds a module that needs more: files
 * import each other in one direction.
 * @param src folder of the elements' sources
 * @param tags of all elements
 * @returns null for the loader
 * @throws Error where a module is imported late that no file is named for
 */
export function chunks(src: string, tags: readonly string[]): (id: string, graph: Graph) => string | null {
  let users: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return (id, graph) => {
    users ??= usersIn(src, tags, graph);
    const own = users.get(id);
    if (!own) return null;
    const fileOf = (name: string): string => {
      const whole = OF_ONE[name] ?? name;
      return own.has(whole) ? whole : name;
    };
    const all = [...new Set([...own].map(fileOf))];
    // What the check of a file shares with other files stays where it would be without it.
    const names = all.length > 1 ? all.filter((name) => name !== 'ess-data-check') : all;
    const [first = '', ...others] = names;
    if (others.length === 0) return first;
    const shown = names.filter((name) => name.startsWith('ess-'));
    if (shown.length === 0) {
      // Comparing the records of several sources is no reason to load the checks of a report or the reader of lists.
      const isSearched = names.some((name) => name === 'communes' || name === 'near' || name === 'search');
      if (names.includes('merging') && !isSearched) return 'comparing';
      // Data that are judged are no reason to load the reader of lists.
      const isJudged = JUDGES.some((name) => names.includes(name));
      if (isJudged && names.some((name) => LISTS.has(name) && !JUDGES.includes(name))) return 'findings';
      // What a list needs is never in a file of the checks, which a calendar would load with all that they need.
      if (names.includes('csv') || names.every((name) => LISTS.has(name))) return 'lists';
      return Object.keys(LATE).find((name) => names.includes(name)) ?? null;
    }
    // A report's cover is the ground of a map.
    if (names.every((name) => name === 'ess-member-map' || name === 'paper')) return 'map';
    for (const [family, members] of Object.entries(FAMILIES)) {
      if (!shown.every((name) => members.includes(name))) continue;
      // Charts that come late, and readers of addresses, are no reason to load a directory.
      const isElsewhere = names.some((name) => name === 'sources' || name.startsWith('chart-'));
      return family === 'directory' && isElsewhere ? 'views' : family;
    }
    if (names.includes('ess-indicator')) return 'base';
    return names.includes('ess-event-counter') ? 'panel' : 'views';
  };
}

/** By module: the files whose first modules need it at once, through whatever they import. */
function usersIn(src: string, tags: readonly string[], graph: Graph): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>();
  const visit = (id: string, file: string): void => {
    const own = users.get(id) ?? new Set();
    if (own.has(file)) return;
    users.set(id, own.add(file));
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) visit(next, file);
  };
  const known = new Map(Object.entries(LATE).flatMap(([file, all]) => all.map((name) => [name, file] as const)));
  const nameOf = (id: string): string => {
    const inside = path.relative(src, id).replace(/^(\.\.\/)+core\/src\//, 'core/');
    return /node_modules\/([^/]+)\//.exec(id)?.[1] ?? inside.replace(/\.ts$/, '');
  };
  const seen = new Set<string>();
  const late = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const info = graph.getModuleInfo(id);
    for (const next of info?.importedIds ?? []) late(next);
    for (const next of info?.dynamicallyImportedIds ?? []) {
      const file = known.get(nameOf(next));
      if (file) visit(next, file);
      else if (!next.endsWith('/define.ts')) throw new Error(`No file of the build is named for ${nameOf(next)}.`);
      late(next);
    }
  };
  for (const tag of tags) visit(path.join(src, tag, 'define.ts'), tag);
  for (const tag of tags) late(path.join(src, tag, 'define.ts'));
  late(path.join(src, 'loader/ess.ts'));
  return users;
}
