/** Days as `YYYY-MM-DD`. */

export const two = (n: number): string => String(n).padStart(2, '0');
export const four = (n: number): string => String(n).padStart(4, '0');
export const iso = (y: number, m: number, d: number): string => `${four(y)}-${two(m)}-${two(d)}`;

/** Days in a month (1–12), leap years included. */
export const daysIn = (y: number, m: number): number => new Date(Date.UTC(y, m, 0)).getUTCDate();

const DAY = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const [FIRST, LAST] = ['0001-01-01', '9999-12-31'];

/** A day some days later, or earlier; never beyond the first and the last day that can be written. */
export function addDays(day: string, n: number): string {
  const moved = Math.min(Math.max(at(day) + n * DAY, at(FIRST)), at(LAST));
  return new Date(moved).toISOString().slice(0, 10);
}

/** Days from one day to another. */
export const daysBetween = (from: string, to: string): number => (at(to) - at(from)) / DAY;
