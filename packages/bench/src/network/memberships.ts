import type { Random } from './random.ts';
import { FIRST_YEAR, inventedDay, LAST_YEAR, range, SOURCE, type Written } from './written.ts';

/** The network whose memberships are "the members", and those that organisations belong to besides. */
export const NETWORK = 'reseau';
const OTHERS = range(8).map((n) => `reseau-${n + 1}`);

export const NETWORKS: readonly Written<'networks'>[] = [NETWORK, ...OTHERS].map((id) => ({
  id,
  name: { fr: id === NETWORK ? 'Réseau de Haute-Arvenne' : `Réseau ${id.slice('reseau-'.length)}` },
}));

const LABELS = ['Coopératives', 'Mutuelles', 'Associations', 'Fondations', 'Entreprises', 'Syndicats', 'Territoires'];

export const COLLEGES: readonly Written<'colleges'>[] = LABELS.map((label, at) => ({
  id: label.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''),
  network: NETWORK,
  label: { fr: label },
  order: at + 1,
}));

const EXITS = ['lapse', 'dissolution', 'withdrawal'] as const;

/** Part of those who joined before the first year that are still among its memberships. */
const EARLIER = 0.3;

interface Stay {
  readonly start: string;
  readonly end: string | null;
}

const someDay = (random: Random, year: number): string =>
  inventedDay(year, random.between(1, 12), random.between(1, 28));

function stayOf(random: Random, from: number): Stay {
  const year = random.between(from, LAST_YEAR);
  const start = someDay(random, year);
  if (year === LAST_YEAR || random.chance(0.6)) return { start, end: null };
  return { start, end: someDay(random, random.between(year + 1, LAST_YEAR)) };
}

/** Makes two memberships for each organisation: of the network, then of it again or of another one. */
export function makeMemberships(
  organisations: readonly { readonly id: string }[],
  random: Random,
): readonly Written<'memberships'>[] {
  const membership = (id: string, organisation: string, network: string, stay: Stay): Written<'memberships'> => ({
    id,
    organisation,
    network,
    ...(network === NETWORK ? { college: random.pick(COLLEGES).id } : {}),
    start: stay.start,
    ...(stay.end ? { end: stay.end, exitReason: random.pick(EXITS) } : {}),
    source: SOURCE,
  });
  return organisations.flatMap(({ id }, n) => {
    const stay = stayOf(random, random.chance(EARLIER) ? FIRST_YEAR - 3 : FIRST_YEAR);
    const first = membership(`m-${n}-1`, id, NETWORK, stay);
    const left = stay.end ? Number(stay.end.slice(0, 4)) : LAST_YEAR;
    const comesBack = stay.end !== null && left < LAST_YEAR && random.chance(0.5);
    const next = comesBack ? stayOf(random, left + 1) : stayOf(random, FIRST_YEAR);
    return [first, membership(`m-${n}-2`, id, comesBack ? NETWORK : random.pick(OTHERS), next)];
  });
}
