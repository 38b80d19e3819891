import { type Dataset, editDistance, fold, type Point, push, type Territory } from '../../model/index.ts';
import type { CheckOptions, KnownCommune } from '../check.ts';

/** Reading of a town's name: the communes of that name, or the one that it may stand for. */
type TownReading =
  | { readonly kind: 'known'; readonly insee: readonly string[] }
  | { readonly kind: 'near'; readonly commune: KnownCommune; readonly sure: boolean }
  | { readonly kind: 'unknown' };

/** Territories and communes, by id and by name. */
export interface Places {
  readonly hasCommunes: boolean;
  /** Whether names of towns are known at all: without a table, those of the data set's own communes. */
  readonly hasNames: boolean;
  readonly territory: (id: string) => Territory | undefined;
  /** A point inside a territory, or of a commune by `commune-<insee>`. */
  readonly pointOf: (id: string) => Point | null;
  readonly communeOf: (insee: string) => KnownCommune | undefined;
  /** A commune of the table given, by its code; those that only the data set names are none. */
  readonly listed: (insee: string) => KnownCommune | undefined;
  /** Whether the table has communes of the département of a code. */
  readonly covers: (insee: string) => boolean;
  /** Reads the name of a town. `home` is the commune that its record names, preferred among near misses. */
  readonly readTown: (text: string, home?: string, most?: number) => TownReading;
}

/** Returns the key of a town's name: no accent, hyphen, code or leading article; St and Ste spelt out. */
export function townKey(text: string): string {
  return fold(text.replace(/\(.*?\)|\bcedex\b.*$/giu, ' '))
    .replace(/\b\d+\b/g, ' ')
    .replace(/\bst\b|^s(?= )/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:les|le|la|l) (?=.)/, '');
}

/** Returns the "Saint" of a name. It begins one name in eight, so near misses are looked for by the word after it. */
const marker = (key: string): string => /^sainte? /.exec(key)?.[0] ?? '';
const blocksOf = (key: string, most = 0): readonly string[] => {
  const saint = marker(key).trim();
  const rest = key.slice(marker(key).length);
  const lengths = [...Array(2 * most + 1).keys()].map((step) => rest.length + step - most);
  // Two letters swapped in the middle change both ends of a short name, never its letters.
  const letters = `${saint}@${[...rest].sort().join('')}`;
  return [letters, ...lengths.flatMap((n) => [`${saint}^${rest.slice(0, 3)}${n}`, `${saint}$${rest.slice(-3)}${n}`])];
};

/**
 * Returns the number of errors that still make a near miss: none in a short name, where another town may be as near by
 * chance.
 */
const errorsIn = (key: string): number => (key.length < 5 ? 0 : key.length < 9 ? 1 : 2);

/** Names of one block compared at most with one misspelt name. */
const CANDIDATES = 200;

/** Returns the code of the département of a commune of France, by the beginning of its own: three signs overseas. */
export const departementCode = (insee: string): string => insee.slice(0, /^9[78]/.test(insee) ? 3 : 2);

/** Returns the département that a table gives for a commune; else the beginning of its code. */
const departementOf = ({ insee, departement }: Pick<KnownCommune, 'insee' | 'departement'>): string =>
  departement || departementCode(insee);

interface Names {
  readonly known: ReadonlyMap<string, readonly string[]>;
  readonly blocks: ReadonlyMap<string, readonly { readonly key: string; readonly commune: KnownCommune }[]>;
}

function namesOf(communes: readonly KnownCommune[], former: ReadonlyMap<string, readonly KnownCommune[]>): Names {
  const known = new Map<string, string[]>();
  const blocks = new Map<string, { readonly key: string; readonly commune: KnownCommune }[]>();
  for (const commune of communes) {
    const key = townKey(commune.name);
    push(known, key, commune.insee);
    for (const block of blocksOf(key)) push(blocks, block, { key, commune });
  }
  for (const [name, list] of former) for (const { insee } of list) push(known, townKey(name), insee);
  return { known, blocks };
}

/** Returns the commune of a saint's name that is written without its "Saint": "Brieuc". */
function withSaint({ known, blocks }: Names, key: string): KnownCommune | null {
  const name = [`saint ${key}`, `sainte ${key}`].find((each) => known.get(each)?.length === 1);
  const [block = ''] = name === undefined ? [] : blocksOf(name);
  return blocks.get(block)?.find((each) => each.key === name)?.commune ?? null;
}

interface Home {
  readonly departements: ReadonlySet<string>;
  readonly insee: string | undefined;
}

/**
 * Returns the nearest commune, best first: fewest errors, the commune that the record names, the data set's region, the
 * most people.
 */
function nearest({ blocks }: Names, key: string, most: number, home: Home): KnownCommune | null {
  const candidates = new Map<KnownCommune, number>();
  for (const block of blocksOf(key, most)) {
    for (const { key: name, commune } of (blocks.get(block) ?? []).slice(0, CANDIDATES)) {
      const errors = editDistance(key, name, most);
      if (errors !== null) candidates.set(commune, Math.min(errors, candidates.get(commune) ?? errors));
    }
  }
  const inRegion = (commune: KnownCommune): number => Number(home.departements.has(departementOf(commune)));
  const [best] = [...candidates].sort(
    ([a, x], [b, y]) =>
      Number(b.insee === home.insee) - Number(a.insee === home.insee) ||
      inRegion(b) - inRegion(a) ||
      x - y ||
      (b.population ?? 0) - (a.population ?? 0) ||
      (a.insee < b.insee ? -1 : 1),
  );
  return best?.[0] ?? null;
}

/** Reads names of towns, each name once. */
function townReader(names: Names, departements: ReadonlySet<string>): Places['readTown'] {
  const read = new Map<string, TownReading>();
  const keys = new Map<string, string>();
  return (text, insee, most = 2) => {
    const key = keys.get(text) ?? townKey(text);
    keys.set(text, key);
    const known = names.known.get(key);
    // Most names are right: they need no key of their own.
    if (known) return { kind: 'known', insee: known };
    const cached = read.get(`${key}|${insee ?? ''}|${most}`);
    if (cached) return cached;
    const limit = Math.min(most, errorsIn(key));
    const near = limit === 0 ? null : (withSaint(names, key) ?? nearest(names, key, limit, { departements, insee }));
    const reading: TownReading = near
      ? { kind: 'near', commune: near, sure: near.insee === insee }
      : { kind: 'unknown' };
    read.set(`${key}|${insee ?? ''}|${most}`, reading);
    return reading;
  };
}

/** Returns the départements of a region's data set: those among its territories, and those of its communes. */
function departementsOf(territories: readonly Territory[]): ReadonlySet<string> {
  const codes = territories.flatMap(({ id, kind, code }) =>
    kind === 'departement' ? [code ?? id.replace('departement-', '')] : [],
  );
  const ofCommunes = territories.flatMap(({ id }) =>
    id.startsWith('commune-') ? [departementOf({ insee: id.slice('commune-'.length) })] : [],
  );
  return new Set(codes.length > 0 ? codes : ofCommunes);
}

/** Returns the communes that a data set names itself. */
const communesAmong = (territories: readonly Territory[]): readonly KnownCommune[] =>
  territories.flatMap(({ id, name, position }) =>
    id.startsWith('commune-')
      ? [{ insee: id.slice('commune-'.length), name: name.fr, position: position ?? null }]
      : [],
  );

/** Makes the look-ups of places from the data set's territories and from what the caller gives besides. */
export function placeLookups(dataset: Dataset, options: CheckOptions): Places {
  const given = options.communes ?? [];
  const { communes: table, formerByName = new Map() } =
    'communes' in given ? given : { communes: given, formerByName: undefined };
  const territories = [...(options.territories ?? []), ...(dataset.collections.territories ?? [])];
  const departements = departementsOf(territories);
  // A table of another region knows no town of this one.
  const isOurs = departements.size === 0 || table.some((commune) => departements.has(departementOf(commune)));
  const inTable = new Set(table.map(({ insee }) => insee));
  const own = communesAmong(territories).filter(({ insee }) => !inTable.has(insee));
  const communes = isOurs ? [...table, ...own] : own;
  const byId = new Map(territories.map((territory) => [territory.id, territory]));
  const listed = new Map((isOurs ? table : []).map((commune) => [commune.insee, commune]));
  const covered = new Set([...listed.values()].map(departementOf));
  const byInsee = new Map(communes.map((commune) => [commune.insee, commune]));
  const codeOf = (id: string): string => (id.startsWith('commune-') ? id.slice('commune-'.length) : '');
  return {
    hasCommunes: isOurs && table.length > 0,
    hasNames: communes.length > 0,
    territory: (id) => byId.get(id),
    pointOf: (id) => byId.get(id)?.position ?? byInsee.get(codeOf(id))?.position ?? null,
    communeOf: (insee) => byInsee.get(insee),
    listed: (insee) => listed.get(insee),
    covers: (insee) => covered.has(departementOf(byInsee.get(insee) ?? { insee })),
    readTown: townReader(namesOf(communes, formerByName), departements),
  };
}
