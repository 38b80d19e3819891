/**
 * The communes of France, of which a list needs few: a file a département, and an index of names, as `npm run build -- reference` makes
 * them. Loaded where the data of a network do not know a town.
 */
import { type CommuneLocator, normaliseName, type Town, withArticle } from '../model/index.ts';
import { type CommuneTable, communeTable, departementOf, readText } from './communes.ts';
import type { CommunesFile } from './communes-file.ts';
import {
  communesOfDepartement,
  keyOfName,
  NAME_FILES,
  type NamedPlace,
  type NamesFile,
  placesOfNames,
} from './france-files.ts';
import { createPlacer, departementNamed, isLeft } from './placer.ts';

/** Reads a file of them by its path, `communes/31.json`: parsed JSON, or a rejection where there is none. */
export type ReadFrance = (path: string) => Promise<unknown>;

/** Files that are asked for at once. */
const AT_ONCE = 4;

/** Codes of départements, and of what stands for one overseas. */
const DEPARTEMENT = /^(?:0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5]|97[1-8]|98[46-9])$/;

async function inTurn<T>(keys: Iterable<T>, work: (key: T) => Promise<void>): Promise<void> {
  const left = [...new Set(keys)];
  const next = async (): Promise<void> => {
    for (let key = left.shift(); key !== undefined; key = left.shift()) await work(key);
  };
  await Promise.all(new Array<null>(AT_ONCE).fill(null).map(() => next()));
}

/** Returns files of several départements as one. */
function joined(files: readonly CommunesFile[]): CommunesFile | null {
  const [first, ...others] = files;
  return first ? others.reduce(join, first) : null;
}

function join(one: CommunesFile, other: CommunesFile): CommunesFile {
  const [communes, groups] = [one.columns.insee.length, one.epci.length];
  const [a, b] = [one.columns, other.columns];
  const former = [one.former, other.former].map((each) => each ?? { insee: [], name: [], commune: [] }) as [
    NonNullable<CommunesFile['former']>,
    NonNullable<CommunesFile['former']>,
  ];
  const both = (of: 'postal' | 'epci'): Record<string, string[]> => {
    const [mine, theirs] = [one.shared?.[of] ?? {}, other.shared?.[of] ?? {}];
    const keys = Object.keys({ ...mine, ...theirs });
    return Object.fromEntries(keys.map((key) => [key, [...(mine[key] ?? []), ...(theirs[key] ?? [])]]));
  };
  return {
    ...one,
    columns: {
      insee: [...a.insee, ...b.insee],
      name: [...a.name, ...b.name],
      lon: [...a.lon, ...b.lon],
      lat: [...a.lat, ...b.lat],
      postal: [...a.postal, ...b.postal],
      epci: [...a.epci, ...b.epci.map((at) => (at === null ? null : at + groups))],
    },
    former: {
      insee: former.flatMap(({ insee }) => insee),
      name: former.flatMap(({ name }) => name),
      commune: [...former[0].commune, ...former[1].commune.map((at) => at + communes)],
    },
    epci: [...one.epci, ...other.epci],
    departements: [...(one.departements ?? []), ...(other.departements ?? [])],
    shared: { postal: both('postal'), epci: both('epci') },
  };
}

/** The communes of some départements of France. */
async function filesOf(read: ReadFrance, codes: Iterable<string>, files: Map<string, CommunesFile>): Promise<void> {
  await inTurn(codes, async (code) => {
    if (files.has(code) || !DEPARTEMENT.test(code)) return;
    files.set(code, communesOfDepartement(await read(`communes/${code}.json`), code));
  });
}

/** Returns the communes of some départements as one table; null where the codes are of none. */
export async function communesOfFrance(read: ReadFrance, codes: readonly string[]): Promise<CommuneTable | null> {
  const files = new Map<string, CommunesFile>();
  await filesOf(read, codes, files);
  const file = joined([...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each));
  return file && communeTable(file);
}

/**
 * Reads what some towns need, and returns their locator. A town is looked for in the départements of its codes, else of its column,
 * else in the only one that has its name: of several the choices are told, and none is taken.
 * @throws as `read` does
 */
export async function placeInFrance(read: ReadFrance, towns: readonly Town[]): Promise<CommuneLocator> {
  const files = new Map<string, CommunesFile>();
  const names = new Map<number, readonly NamedPlace[]>();
  let departements: CommuneTable['departements'] = new Map();
  const nameOf = ({ commune = '' }: Town): string => readText(commune).name;
  const named = (town: Town): readonly string[] => {
    const [full, bare] = [withArticle(nameOf(town)), normaliseName(nameOf(town))];
    const all = names.get(keyOfName(bare)) ?? [];
    // "Rochelle" may be that of "La Rochelle", "La Rochelle" is no other.
    const same = full === bare ? [] : all.filter(({ article }) => `${article} ${bare}` === full);
    return [...new Set((same.length > 0 ? same : all).map(({ departement }) => departement))];
  };

  const codesOf = (town: Town): readonly string[] => {
    if (town.insee) return [departementOf(town.insee)];
    if (town.postcode) {
      const home = departementOf(town.postcode);
      return home === '20' ? ['2A', '2B'] : [home, ...(files.get(home)?.shared?.postal[town.postcode] ?? [])];
    }
    const told = town.departement ?? readText(town.commune ?? '').hint;
    if (told) return [departementNamed({ departements }, told) ?? ''];
    return named(town).slice(0, 1);
  };

  const keys = towns.filter(isNamed).flatMap((town) => {
    const bare = normaliseName(nameOf(town));
    return /^[a-z]/.test(bare) ? [keyOfName(bare)] : [];
  });
  await inTurn(
    keys.map((key) => key % NAME_FILES),
    async (rest) => {
      const file = (await read(`names/${rest}.json`)) as NamesFile;
      for (const [key, where] of placesOfNames(file, rest)) names.set(key, where);
    },
  );
  if (towns.some(({ departement, insee, postcode }) => !insee && !postcode && /\p{L}{3}/u.test(departement ?? ''))) {
    const all = ((await read('names/departements.json')) as Pick<CommunesFile, 'departements'>).departements ?? [];
    departements = new Map(all.map(({ code, name }) => [code, name]));
  }
  // What a code has beyond the département that it begins with is known once that is read.
  for (let pass = 0; pass < 2; pass += 1) await filesOf(read, towns.flatMap(codesOf), files);

  const placers = new Map<string, CommuneLocator | null>();
  const placerOf = (codes: readonly string[]): CommuneLocator | null => {
    const key = codes.join(' ');
    const known = placers.get(key);
    if (known !== undefined) return known;
    const file = joined(codes.flatMap((code) => files.get(code) ?? []));
    const made = file && createPlacer(communeTable(file));
    placers.set(key, made);
    return made;
  };
  return (town) => {
    const codes = codesOf(town);
    const placer = placerOf(codes);
    if (!placer) return { kind: 'unknown' };
    const [home] = codes;
    // Four figures may be those of another country: without the name of its commune a code with a zero in front is none.
    const isPadded = town.written !== undefined && town.commune !== undefined;
    const inHome = { ...(town.commune ? { commune: town.commune } : {}), ...(home ? { departement: home } : {}) };
    if (isPadded && placer(inHome).kind === 'unknown') return { kind: 'unknown' };
    if (!isNamed(town)) return placer(town);
    const found = placer(inHome);
    // Another text may have the number of a name: what the first of its départements does not know, none does.
    if (found.kind === 'unknown') return { kind: 'unknown' };
    const all = named(town);
    return all.length === 1
      ? found
      : { kind: 'ambiguous', candidates: all.map((code) => `${town.commune ?? ''} (${code})`) };
  };
}

/** Whether a town is a name alone. */
const isNamed = (town: Town): boolean =>
  !town.insee && !town.postcode && !town.departement && !readText(town.commune ?? '').hint;

/**
 * Returns the locator of the communes of a network, which go first, and of those of France for the towns that it does not know; what
 * is not needed is not read.
 * @param own null where a network has no table
 * @throws as `read` does, where there is no table either
 */
export async function placeFirst(
  own: CommuneLocator | null,
  towns: readonly Town[],
  read: ReadFrance,
): Promise<CommuneLocator | null> {
  const left = own ? towns.filter((town) => isLeft(own, town)) : towns;
  if (left.length === 0) return own;
  if (!own) return placeInFrance(read, left);
  // In a list of other places than the network's, a name alone that others share with it is not surely its own.
  const shared = left.length > towns.length / 2 ? towns.filter((town) => isNamed(town) && !isLeft(own, town)) : [];
  // What the network knows is placed without them.
  const france = await placeInFrance(read, [...left, ...shared]).catch(() => null);
  if (!france) return own;
  return (town) => {
    const isDoubtful = shared.length > 0 && isNamed(town) && france(town).kind === 'ambiguous';
    const found = isDoubtful || isLeft(own, town) ? france(town) : null;
    return found && found.kind !== 'unknown' ? found : own(town);
  };
}
