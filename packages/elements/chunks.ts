/** Which module of the elements and of the core is in which file of `cdn`. */
import path from 'node:path';

/** As much of the bundler's graph as is read. */
interface Graph {
  getModuleInfo(
    id: string,
  ): { readonly importedIds: readonly string[]; readonly dynamicallyImportedIds: readonly string[] } | null;
}

/**
 * Files that come when they are wanted, each with the modules that are imported late: `core/…` and paths in `src`. What they
 * need and nothing else does is in them too.
 */
const LATE: Readonly<Record<string, readonly string[]>> = {
  // A visitor opens a source card.
  card: ['base/card/source-card'],
  // Something is wrong with an answer, or with the data: it is said precisely.
  checks: [
    'core/data/sources/ess-dataset/judge-record',
    'core/data/sources/ess-dataset/migrations',
    'core/data/sources/ess-dataset/problems',
    'core/data/sources/ess-report/mend',
    'core/data/sources/judge',
    'core/geo/basemap',
    'core/geo/communes-schema',
    'core/model/catalogue',
    'core/model/manifest',
    'core/model/report/report-schema',
  ],
  // No build has written a figure.
  compute: ['base/computer', 'base/latest', 'core/data/sources/ess-dataset/catalogue', 'ess-event-counter/digest'],
  // A list in place of a data set.
  csv: ['base/placer', 'core/data/client/recognise', 'core/data/sources/csv/csv', 'core/data/sources/csv/load'],
  // A visitor takes a directory home.
  export: ['directory/export/directory-files', 'directory/export/map-picture', 'directory/export/rows-table'],
  // Very many members.
  large: [
    'directory/large/large-directory',
    'directory/large/open-packed',
    'directory/large/open-records',
    'directory/large/slices',
  ],
  near: ['directory/near/near'],
  // A visitor opens the number by place, or takes the figures of a counter home.
  places: ['ess-event-counter/counter-file', 'ess-event-counter/places-view'],
  // A visitor takes a picture of a chart.
  picture: ['base/card/picture', 'ess-breakdown/picture', 'ess-trend/picture'],
  paper: ['report/paper', 'report/paper-ready'],
  // Something went wrong, or an author made a mistake: it is said.
  problems: [
    'base/author-check',
    'base/passed-over',
    'core/checks/closest',
    'core/data/client/http-error',
    'core/data/client/refusals',
    'core/data/sources/unreadable',
    'loader/author',
    'report/figure-fault',
    'texts/details.fr',
  ],
  // Whoever shows records reads them one by one.
  records: ['core/data/client/files', 'core/data/sources/ess-dataset/check-records'],
  'report-tools': ['report/report-tools', 'report/search', 'report/checks-panel'],
  search: ['directory/search-code', 'minisearch'],
  'texts-br': ['texts/br'],
  'texts-en': ['texts/en'],
  // Kept figures are renewed; an element moves to another document; storage fails.
  upkeep: [
    'base/adopted',
    'base/refresh',
    'core/data/cache/memory-cache',
    'core/data/client/revalidate',
    'core/data/client/several',
    'core/data/client/tab-lock',
  ],
  'url-state': ['base/url-state'],
  'world-coarse': ['world/coarse'],
  'world-overseas': ['world/overseas.json'],
};

/** Elements that list the entries of a directory, and the late files that only they ask for. */
const DIRECTORY = ['ess-member-list', 'ess-member-map', 'export', 'large', 'near', 'search', 'world-coarse'];
/**
 * Makes the function that says in which file a module is. Each module is in the file of whoever alone needs it; what several
 * need is in `base`, `views` or `directory`, which whoever needs it loads anyway.
 * @param src folder of the elements' sources
 * @param tags of all elements
 * @returns null for the loader, and for what is in no file of its own
 */
export function chunks(src: string, tags: readonly string[]): (id: string, graph: Graph) => string | null {
  let users: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return (id, graph) => {
    users ??= usersIn(src, tags, graph);
    const own = users.get(id);
    if (!own) return null;
    const [first = '', ...others] = own;
    if (others.length === 0) return first;
    // Only the report's code imports another element: its provider.
    if ([...own].every((name) => name === 'ess-provider' || name === 'ess-report')) return 'ess-provider';
    if (![...own].some((name) => name.startsWith('ess-'))) return 'late';
    if ([...own].every((name) => DIRECTORY.includes(name))) return 'directory';
    if (own.has('ess-indicator')) return 'base';
    return own.has('ess-event-counter') || own.has('ess-provider') ? 'panel' : 'views';
  };
}

/** By module: the files whose first modules need it at once. */
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
      if (
        !file &&
        !/\/map\/index|sea-check|over-map|blank-ground|apart|many-chips|filter-words|elsewhere|memory-cache|revalidate|refresh|adopted/.test(
          next,
        )
      )
        console.error(`no late file: ${nameOf(next)}`);
      if (file) visit(next, file);
      late(next);
    }
  };
  for (const tag of tags) visit(path.join(src, tag, 'define.ts'), tag);
  for (const tag of tags) late(path.join(src, tag, 'define.ts'));
  late(path.join(src, 'loader/ess.ts'));
  return users;
}
