/** Generated members: as many as asked for, spread over the communes as their inhabitants are. */
import { COLLEGES } from '../network/memberships.ts';
import { makeName } from '../network/organisations.ts';
import { createRandom } from '../network/random.ts';
import { range } from '../network/written.ts';
import type { FrenchCommune } from './communes.ts';

/** One generated member: what every contender shows, whatever the form of its files. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly town: string;
  readonly insee: string;
  readonly lon: number;
  readonly lat: number;
  readonly college: string;
}

/** Members are scattered this far round the point of their commune, degrees. */
const AROUND = 0.03;

const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** Draws the members of communes in proportion to their population. The same count and seed give the same members. */
export function makeMembers(count: number, places: readonly FrenchCommune[], seed = 1): readonly Member[] {
  const random = createRandom(seed);
  const ends: number[] = [];
  for (const { population } of places) ends.push((ends.at(-1) ?? 0) + population);
  const total = ends.at(-1) ?? 0;
  return range(count).map((n) => {
    const place = places[firstAbove(ends, random.next() * total)];
    if (!place) throw new TypeError('members need communes with inhabitants');
    const near = (degrees: number): number => round(degrees + (random.next() - 0.5) * AROUND);
    const { name: town, insee } = place;
    const name = `${makeName(random, town)} ${n + 1}`;
    return {
      id: `m${n}`,
      name,
      town,
      insee,
      lon: near(place.lon),
      lat: near(place.lat),
      college: random.pick(COLLEGES).id,
    };
  });
}

/** Returns the first place of a growing list whose value is above. */
function firstAbove(ends: readonly number[], value: number): number {
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
