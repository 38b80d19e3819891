/**
 * Units that formatters have a word for, in the order of their tables: apart, for rules that know no formatter. A ratio is made
 * of two of them: `events/organisation`.
 */
export const UNITS: readonly string[] =
  'members organisations people events projects points subscribers publications meetings years months weeks days hours communes territories departments regions votes sites mandates webinars pupils teachers volunteers groups jobs positions FTE missions applications interviews responses themes axes objectives filings departures internships networks agreements tools posts edition'.split(
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
