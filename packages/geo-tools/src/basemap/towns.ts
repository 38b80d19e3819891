/** The towns that a ground names: which, and in what order they deserve it. */
import type { Basemap } from '@ess-widgets/core/geo';
import { Refusal } from 'ess-widgets/internal';
import type { LonLatExtent } from '../geometry/rings.ts';
import { documentRecords, positionOf, typographic, type UncheckedFields } from '../records.ts';

/** A town of a file. */
export interface MapTown {
  readonly id?: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  /** 0 where the file does not say. */
  readonly population: number;
}

/** Number of towns of each rank: those of the first are named on the map of the whole, the others as it is enlarged. */
const RANKS = [6, 10, 16, 24] as const;
/**
 * Least distance between towns of the first rank, as a share of the view; those of each next rank may be half as far
 * apart, so a suburb appears later than its city.
 */
const APART = 0.16;

/**
 * Reads a file of towns: what geo.api.gouv.fr answers, or points (GeoJSON) with a name and, if possible, a population.
 * @throws Refusal where it is none
 */
export function readTowns(document: unknown, given: string): readonly MapTown[] {
  const towns = (documentRecords(document) ?? []).flatMap((record) => townOf(lowerCase(record)) ?? []);
  if (towns.length > 0) return towns.sort((a, b) => b.population - a.population);
  throw new Refusal({
    fr: `${given} n’a pas de villes (attendu\u202f: des points avec un nom, en GeoJSON, ou ce que répond geo.api.gouv.fr).`,
    en: `${given} has no towns (expected: points with a name, as GeoJSON, or what geo.api.gouv.fr answers).`,
  });
}

/** Returns a record whose names are in small letters. */
const lowerCase = (record: UncheckedFields): UncheckedFields =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name.toLowerCase(), value]));

function townOf(record: UncheckedFields): MapTown | null {
  const name = firstOf(record, 'nom', 'name_fr', 'name:fr', 'name', 'nameascii', 'libelle');
  const position = positionOf(record);
  if (typeof name !== 'string' || !name.trim() || !position) return null;
  const population = Number(firstOf(record, 'population', 'pop_max', 'pop', 'habitants') ?? 0);
  const { code } = record;
  return {
    ...(typeof code === 'string' && /^(?:\d{2}|2[AB])\d{3}$/.test(code) ? { id: `commune-${code}` } : {}),
    name: typographic(name.trim()),
    // Some 100 m: less than a letter of its name.
    lon: Number(position.lon.toFixed(3)),
    lat: Number(position.lat.toFixed(3)),
    population: Number.isFinite(population) ? population : 0,
  };
}

const firstOf = (record: UncheckedFields, ...names: readonly string[]): unknown =>
  names.map((name) => record[name]).find((value) => value !== undefined && value !== null && value !== '');

/** Returns the towns that are named, the largest first and none too near to a larger one of its rank. */
export function namedTowns(towns: readonly MapTown[], focus: LonLatExtent, window: LonLatExtent): Basemap['places'] {
  const [west, south, east, north] = focus;
  const across = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const size = Math.max((east - west) * across, north - south);
  const inSight = towns.filter(
    ({ lon, lat }) => lon > window[0] && lon < window[2] && lat > window[1] && lat < window[3],
  );
  const named: { readonly town: MapTown; readonly rank: number }[] = [];
  RANKS.forEach((count, index) => {
    const apart = (APART * size) / 2 ** index;
    let left: number = count;
    for (const town of inSight) {
      if (left === 0) return;
      const tooNear = named.some(
        ({ town: other }) => Math.hypot((other.lon - town.lon) * across, other.lat - town.lat) < apart,
      );
      if (tooNear) continue;
      named.push({ town, rank: index + 1 });
      left -= 1;
    }
  });
  return named.map(({ town: { population: _, ...town }, rank }) => ({ ...town, rank }));
}
