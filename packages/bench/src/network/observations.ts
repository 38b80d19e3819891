import type { Quantity } from '@ess-widgets/core/model';
import { COLLEGES, NETWORK } from './memberships.ts';
import type { Random } from './random.ts';
import { FIRST_YEAR, LAST_YEAR, range, SOURCE, type Written } from './written.ts';

/** Figures that are published and cannot be counted on the records: indicator, unit, about how much. */
const PUBLISHED: readonly (readonly [indicator: string, unit: string, about: number])[] = [
  ['month-attendance', 'people', 9000],
  ['month-organisers', 'organisations', 220],
  ['month-member-organisers', 'members', 60],
  ['month-poster-sites', 'sites', 500],
  ['prize-amount', 'euros', 5000],
  ['rdv-ess-attendance', 'people', 260],
  ['regional-conference-attendance', 'people', 240],
  ['poles-organisations', 'organisations', 900],
  ['staff-fte', 'FTE', 26],
  ['aio-welcomed', 'people', 160],
  ['certification-candidates', 'people', 18],
  ['certification-certified', 'people', 15],
  ['interviews-count', 'interviews', 70],
  ['civic-service-volunteers', 'people', 12],
  ['school-pupils', 'people', 1100],
  ['school-teachers', 'people', 90],
  ['sites-count', 'sites', 45],
];

const years = range(LAST_YEAR - FIRST_YEAR + 1).map((n) => FIRST_YEAR + n);

type Dimensions = Readonly<Record<string, string>>;

function observation(indicator: string, period: string, quantity: Quantity, dimensions: Dimensions = {}) {
  const id = [indicator, period, ...Object.values(dimensions)].join('/');
  const label = { fr: `Chiffre publié : ${indicator}`, en: `Published figure: ${indicator}` };
  return { id, indicator, label, period, dimensions, quantity, source: SOURCE };
}

const exact = (value: number, unit: string): Quantity => ({ value, op: '=', unit });

/**
 * Makes the figures of the members at the end of a year, and of those who joined and left in it, as a correct report
 * would state them.
 */
function membersIn(year: number, own: readonly Written<'memberships'>[]): readonly Written<'observations'>[] {
  const day = `${year}-12-31`;
  const inYear = (date: string | null | undefined): boolean => date?.startsWith(String(year)) === true;
  const present = own.filter(({ start, end }) => (start ?? '') <= day && (!end || end > day));
  const members = (n: number): Quantity => exact(n, 'members');
  return [
    observation('members-stock', day, members(present.length)),
    observation('members-joined', String(year), members(own.filter(({ start }) => inYear(start)).length)),
    observation('members-left', String(year), members(own.filter(({ end }) => inYear(end)).length)),
    ...COLLEGES.map(({ id }) => {
      const count = present.filter(({ college }) => college === id).length;
      return observation('members-stock', day, members(count), { college: id });
    }),
  ];
}

/** Returns the team at the end of each year, as those who came and left make it. */
function team(movements: readonly Written<'movements'>[]): readonly Written<'observations'>[] {
  const countOf = (direction: string, upTo: number): number =>
    movements
      .filter((each) => each.direction === direction && Number(each.period) <= upTo)
      .reduce((sum, { count }) => sum + (count?.value ?? 0), 0);
  // As many as are there even after all that leave.
  const first = 30 + countOf('out', LAST_YEAR);
  return years.map((year) => {
    const people = exact(first + countOf('in', year) - countOf('out', year), 'people');
    return observation('staff-headcount', `${year}-12-31`, people);
  });
}

/** Returns a few hundred published figures: those of the members and of the team agree with the records. */
export function makeObservations(
  memberships: readonly Written<'memberships'>[],
  movements: readonly Written<'movements'>[],
  random: Random,
): readonly Written<'observations'>[] {
  const own = memberships.filter(({ network }) => network === NETWORK);
  const published = PUBLISHED.flatMap(([indicator, unit, about]) =>
    years.map((year) => {
      const value = Math.max(1, Math.round(about * (0.8 + random.next() * 0.4)));
      return observation(indicator, String(year), exact(value, unit));
    }),
  );
  return [...years.flatMap((year) => membersIn(year, own)), ...team(movements), ...published];
}
