import type { Quantity } from '@ess-widgets/core/model';
import { THEMES } from './categories.ts';
import type { InventedCommune } from './places.ts';
import type { Random } from './random.ts';
import { FIRST_YEAR, inProportion, inventedDay, LAST_YEAR, range, SOURCE, type Written } from './written.ts';

const FIRST_EDITION = 2010;

export const SERIES: readonly Written<'series'>[] = range(20).map((n) => ({
  id: `serie-${n + 1}`,
  name: { fr: `Rendez-vous ${n + 1}` },
  firstEdition: FIRST_EDITION,
}));

/** Returns a number spelt in letters: one that looks like a year would be taken for one. */
const letters = (n: number): string => [...String(n)].map((digit) => 'bdfgklmprs'[Number(digit)] ?? '').join('');

const TITLES = ['Forum', 'Atelier', 'Webinaire', 'Visite', 'Rencontre', 'Table ronde', 'Formation', 'Marché'];

const people = (value: number): Quantity => ({ value, op: '=', unit: 'people' });

/**
 * Returns the status of an event: of ten nine took place; a planned one is dated after the document that announces it.
 */
function statusOf(random: Random, year: number): 'held' | 'planned' | 'cancelled' | 'postponed' {
  if (year > LAST_YEAR) return 'planned';
  const draw = random.next();
  return draw < 0.9 ? 'held' : draw < 0.96 ? 'cancelled' : 'postponed';
}

function whenOf(random: Random, year: number): Pick<Written<'events'>, 'date' | 'startsAt' | 'endsAt'> {
  // The document is of March: what is announced comes after it.
  const month = random.between(year > LAST_YEAR ? 4 : 1, 12);
  const date = inventedDay(year, month, random.between(1, 28));
  if (random.chance(0.05)) return { date: date.slice(0, 7) };
  return random.chance(0.5) ? { date } : { date, startsAt: `${date}T14:00:00+01:00`, endsAt: `${date}T17:00:00+01:00` };
}

/** Makes events over the years, some of series, one in ten of the last year still to come. */
export function makeEvents(
  organisations: readonly { readonly id: string }[],
  communes: readonly InventedCommune[],
  random: Random,
): readonly Written<'events'>[] {
  return range(Math.max(1, Math.floor(organisations.length / 2))).map((n) => {
    const year = random.between(FIRST_YEAR, random.chance(0.1) ? LAST_YEAR + 1 : LAST_YEAR);
    const status = statusOf(random, year);
    const series = random.chance(0.4) ? random.pick(SERIES).id : null;
    const { id: commune, name: place, position } = random.pick(communes);
    return {
      id: `evenement-${n}`,
      title: { fr: `${random.pick(TITLES)} ${letters(n)}`, en: `Event ${letters(n)}` },
      ...whenOf(random, year),
      status,
      ...(series ? { series, edition: year - FIRST_EDITION + 1 } : {}),
      place,
      territories: [commune],
      position: { ...position, precision: 'commune' as const, territory: commune },
      organisers: range(random.between(1, 3)).map(() => random.pick(organisations).id),
      themes: [random.pick(THEMES)],
      ...(status === 'held' && random.chance(0.4) ? { attendance: people(random.between(8, 400)) } : {}),
      source: SOURCE,
    };
  });
}

/** Makes the counts of the people who came to events and meetings, by gender and by type of organisation. */
export function makeTallies(
  held: readonly { readonly id: string; readonly attendance?: Quantity | null | undefined }[],
  affiliations: readonly string[],
  random: Random,
): readonly Written<'tallies'>[] {
  return held.map(({ id, attendance }) => {
    const total = attendance?.value ?? random.between(8, 60);
    const women = random.between(1, total - 1);
    const share = Math.floor(total / affiliations.length);
    const rest = total - share * (affiliations.length - 1);
    const affiliation = Object.fromEntries(affiliations.map((each, at) => [each, people(at === 0 ? rest : share)]));
    const gender = { women: people(women), men: people(total - women) };
    return { id: `presences-${id}`, of: id, total: people(total), by: { gender, affiliation }, source: SOURCE };
  });
}

export const BODIES: readonly Written<'bodies'>[] = range(40).map((n) => ({
  id: `instance-${n + 1}`,
  name: { fr: `Instance ${n + 1}` },
  kind: n === 0 ? ('governance' as const) : ('working-group' as const),
  seats: 10 + n,
}));

/** Makes two seats of each body, of organisations that hold them all the time. */
export const makeSeats = (organisations: readonly { readonly id: string }[]): readonly Written<'seats'>[] =>
  BODIES.flatMap(({ id: body }, n) =>
    organisations.slice(n, n + 2).map(({ id: organisation }, at) => ({
      id: `${body}/${organisation}`,
      body,
      organisation,
      role: at === 0 ? ('chair' as const) : ('member' as const),
      period: `${FIRST_YEAR}/${LAST_YEAR}`,
      source: SOURCE,
    })),
  );

export function makeMeetings(organisations: number, random: Random): readonly Written<'meetings'>[] {
  return range(inProportion(organisations, 50, 10)).map((n) => ({
    id: `reunion-${n}`,
    body: random.pick(BODIES).id,
    date: inventedDay(random.between(FIRST_YEAR, LAST_YEAR), random.between(1, 12), random.between(1, 28)),
    status: random.chance(0.95) ? ('held' as const) : ('cancelled' as const),
    mode: random.pick(['on-site', 'online', 'hybrid'] as const),
    source: SOURCE,
  }));
}
