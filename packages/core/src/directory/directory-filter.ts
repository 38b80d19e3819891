/** What is kept of a directory, and how many there are of what. */
import { parseWhere } from '../model/dataset.ts';
import type { DirectoryEntry, DirectoryLayer } from './directory.ts';
import type { DirectoryKey } from './directory-keys.ts';

/** What to keep of a directory. */
export interface DirectoryFilter {
  /** Set by the page's author, as in `college=associations departement=departement-29`. */
  readonly where?: string | undefined;
  readonly territory?: string | undefined;
  /** Chosen by the visitor. `college` and `layer` are one choice: either of them keeps an entry. */
  readonly facets?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Ids that a search found; null or undefined keeps all. */
  readonly found?: ReadonlySet<string> | null | undefined;
}

/** The entries that pass every filter, in their order. */
export function filterDirectory(
  entries: readonly DirectoryEntry[],
  { where, territory, facets = {}, found }: DirectoryFilter,
): readonly DirectoryEntry[] {
  const pairs = Object.entries(parseWhere(where)).flatMap(([key, value]) =>
    isKey(key) ? [{ of: fields[key], value }] : [],
  );
  return entries.filter(
    (entry) =>
      (!found || found.has(entry.id)) &&
      (!territory || entry.lineage.includes(territory)) &&
      pairs.every(({ of, value }) => of(entry) === value) &&
      passesFacets(entry, facets),
  );
}

const fields: Readonly<Record<DirectoryKey, (entry: DirectoryEntry) => string | null>> = {
  college: ({ college }) => college,
  departement: ({ departement }) => departement,
  layer: ({ layer }) => layer,
};

const isKey = (key: string): key is DirectoryKey => Object.hasOwn(fields, key);

function passesFacets(entry: DirectoryEntry, facets: Readonly<Record<string, readonly string[]>>): boolean {
  const { college = [], layer = [], departement = [] } = facets;
  const chosen = college.length + layer.length === 0;
  const kind = chosen || college.includes(entry.college ?? '') || layer.includes(entry.layer);
  return kind && (departement.length === 0 || departement.includes(entry.departement ?? ''));
}

/**
 * Of the facets that widgets share, what says something of these layers: a collège is one of members, and a layer that is not
 * listed here is chosen for others.
 */
export function facetsFor(
  layers: readonly DirectoryLayer[],
  facets: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, readonly string[]>> {
  const { college = [], layer = [] } = facets;
  return {
    ...facets,
    college: layers.includes('members') ? college : [],
    layer: layers.filter((one) => layer.includes(one)),
  };
}

/** How many entries there are of each collège (members) and of each other layer. */
export function countEntries(entries: readonly DirectoryEntry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { college, layer } of entries) {
    const key = layer === 'members' ? `college:${college ?? ''}` : `layer:${layer}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
