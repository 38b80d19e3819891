/**
 * Units that formatters have a word for, in the order of their tables: apart, for rules that know no formatter. A ratio is made
 * of two of them: `events/organisation`.
 */
export const UNITS: readonly string[] =
  'members organisations inhabitants people events projects points subscribers publications meetings years months weeks days hours communes territories departments regions votes sites mandates webinars pupils teachers volunteers groups jobs positions FTE missions applications interviews responses themes axes objectives filings departures internships networks agreements tools posts prizes edition'.split(
    ' ',
  );

/** Units that are written by a sign or by the number alone. */
const WORDLESS = /^(?:percent|euros|ratio|year|number)$/;

/** Returns the unit that a ratio divides by, in the plural under which tables have it: `organisations`, `people`. */
export const perUnit = (each: string): string => (each === 'person' ? 'people' : `${each}s`);

/** Whether figures of a unit are written with what they count, and with all their digits. */
export function isWritten(unit: string): boolean {
  const [counted = '', each] = unit.split('/');
  return WORDLESS.test(unit) || (UNITS.includes(counted) && (each === undefined || UNITS.includes(perUnit(each))));
}

/**
 * Units of one kind of thing, one of which may stand for another in a true report: a member is an organisation, a webinar is
 * an event, a share is printed in percent or as a ratio. A unit of no list is a kind of its own.
 */
const KINDS = [
  'members organisations',
  'people inhabitants pupils teachers volunteers subscribers jobs positions posts FTE mandates',
  'events webinars meetings',
  'hours days weeks months years',
  'communes territories departments regions sites',
  'applications filings',
  'percent points ratio',
].map((kind) => kind.split(' '));

const kindOf = (unit: string): string =>
  unit.includes('/') ? 'percent' : (KINDS.find((kind) => kind.includes(unit))?.[0] ?? unit);

/** Whether figures in two units may be about one thing. Of a plain number, or of a unit without a word, nobody knows. */
export const isSameKind = (a: string, b: string): boolean =>
  kindOf(a) === kindOf(b) || [a, b].some((unit) => unit === 'number' || !isWritten(unit));
